import { quoted } from '../../json/pointer.js';
import { printedOwners } from '../indicators/printedOwners.js';
import { isQuantity } from '../indicators/targets.js';
import { hasValue, saidTargets } from '../indicators/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { wordsOf } from '../text/blankText.js';

const evasions: ReadonlySet<string> = new Set(['无', '暂无', '没有', '不涉及', '不适用', '未涉及', '略', 'NA', 'na']);

/** An indicator marked as mandatory has a real value. */
export const coreIndicatorEmpty: Rule = {
  code: 'core-indicator-empty',
  number: 'R-06',
  severity: 'error',
  lacks: 'annualTarget',
  title: { zh: '核心（必填）指标有指标值', en: 'mandatory indicators have values' },
  wrong: { zh: '核心（必填）指标没有指标值', en: 'a mandatory indicator has no value' },
  why: {
    zh: '带★的核心指标和系统固化的指标不能删除，也不能空着或填“无”。',
    en: 'Starred and fixed indicators may not be deleted, left empty or answered with “none”.',
  },
  source: {
    zh: '财政衔接推进乡村振兴补助资金、困难群众救助补助资金绩效目标表（★★★为必填的核心绩效指标）；河北省项目支出绩效目标表的成本指标',
    en: 'national forms of rural revitalisation and relief funds (three stars: must be filled); the cost indicator of the Hebei form',
  },
  mend: { zh: '填上指标值；不是必填的去掉 core', en: 'give it a value, or remove "core" if it is not mandatory' },
  looksAt: { zh: '标了 core 的指标的名称和指标值', en: 'values of indicators marked "core"' },
  fails: {
    '/units/0/projects/0/indicators/0/core': true,
    '/units/0/projects/0/indicators/0/annualTarget': { text: '不涉及' },
  },
  passes: { '/units/0/projects/0/indicators/0/core': true },
  *find(subject: Subject): Generator<Found> {
    for (const { indicators } of printedOwners(subject)) {
      for (const at of indicators.filter(({ indicator }) => indicator.core === true)) yield* emptyOrEvaded(at);
    }
  },
};

function* emptyOrEvaded(at: IndicatorAt): Generator<Found> {
  const name = quoted(at.indicator.name);
  if (!hasValue(at)) {
    yield {
      path: at.path,
      message: { zh: `核心指标 ${name} 没有指标值`, en: `the mandatory indicator ${name} has no value` },
    };
  }
  for (const { path, target } of saidTargets(at)) {
    if (isQuantity(target) || !evasions.has(wordsOf(target.text))) continue;
    yield {
      path: [...path, 'text'],
      message: {
        zh: `核心指标 ${name} 的指标值是 ${quoted(target.text)}，等于没有填`,
        en: `the mandatory indicator ${name} is answered ${quoted(target.text)}, which is no value`,
      },
    };
  }
}
