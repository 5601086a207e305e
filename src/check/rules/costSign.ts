import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { comparison } from '../../report/target.js';
import { levelOf } from '../../report/taxonomy.js';
import { type NumberValueAt, numberValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** A cost is kept at or below a limit: 活动经费总额 ≥70万元 asks to spend more. */
export const costSign: Rule = {
  code: 'cost-sign',
  number: 'R-26',
  severity: 'warning',
  title: { zh: '成本指标不用 ≥、＞', en: 'cost indicators do not ask for more' },
  wrong: { zh: '成本指标用了 ≥、＞', en: 'a cost indicator asks for more' },
  why: {
    zh: '成本是要控制的，“≥”等于要求多花；节约率、降低率等越高越好的除外。',
    en: 'Costs are kept down: ≥ asks to spend more. Saving rates, where more is better, are another matter.',
  },
  source: {
    zh: '上海市 2024 年公开表“成本节约率≥0.00%”；成本指标是上限（财预〔2021〕101号）',
    en: 'published table of Shanghai 2024; a cost indicator is an upper limit (财预〔2021〕101号)',
  },
  mend: {
    zh: '费用、成本写 ≤ 或 ＝；越高越好的，在名称里写明“节约率”等',
    en: 'write ≤ or ＝ for costs; where more is better let the name say so (节约率)',
  },
  looksAt: { zh: '成本类指标的符号', en: 'signs of cost indicators' },
  fails: { '/units/0/projects/0/indicators/3/annualTarget/sign': '≥' },
  passes: {
    '/units/0/projects/0/indicators/3': {
      level1: '产出指标',
      level2: '成本指标',
      name: '活动经费节约率',
      annualTarget: { sign: '≥', value: '5', unit: '%' },
    },
  },
  *find(subject: Subject): Generator<Found> {
    for (const each of numberValuesOf(subject)) {
      const { path, target, indicator, kind, written, partAt } = each;
      if (kind === 'history' || !isCost(indicator)) continue;
      if (target.sign === undefined) {
        // 项目总投入（≥**万元）: the form's own blank asks for more.
        if (
          kind === 'year' &&
          floorInName.test(indicator.name) &&
          !saving.test(indicator.name) &&
          !granted.test(indicator.name.replace(/投入/g, ''))
        )
          yield {
            path: [...path.slice(0, -1), 'name'],
            severity: 'hint',
            message: {
              zh: `成本指标${quoted(indicator.name)}的名称里写的是下限`,
              en: `the name of the cost indicator ${quoted(indicator.name)} holds a floor`,
            },
          };
        continue;
      }
      if (!['≥', '＞'].includes(comparison(target.sign)) || saving.test(indicator.name) || granted.test(indicator.name))
        continue;
      const value = quoted(written);
      yield {
        path: partAt('sign'),
        severity: severityOf(each),
        message: {
          zh: `成本指标${quoted(indicator.name)}的指标值${value}要求不低于这个数`,
          en: `the cost indicator ${quoted(indicator.name)} asks for no less than ${value}`,
        },
      };
    }
  },
};

const floorInName = /[（(]\s?[≥≧＞>]/;
const saving = /节约|节省|降|减|压缩|结余|结转|盘活|回收|收益|收入|效益|自筹|配套|到位/;
/** Floors are usual there: wages, allowances and grants that people are to get (城市低保标准 ≥720元/人·月). */
const granted = /标准|补助|补贴|待遇|工资|薪酬|奖励|保障|投入|救助/;

function isCost({ level1, level2 = '' }: Indicator): boolean {
  return levelOf(level1, 1)?.name === '成本指标' || levelOf(level2, 2)?.level1 === '成本指标' || /^成本/.test(level2);
}

function severityOf({ target, indicator }: NumberValueAt): 'warning' | 'hint' {
  const { level2 = '', name } = indicator;
  if (/社会|生态/.test(level2)) return 'hint';
  if (!/^[%％]$/.test(target.unit ?? ''))
    return /元$|^$/.test(target.unit ?? '') || /费|成本|支出/.test(name) ? 'warning' : 'hint';
  return /控制率|成本率|超支|超预算/.test(name) ? 'warning' : 'hint';
}
