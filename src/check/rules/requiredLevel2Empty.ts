import type { Indicator } from '../../report/schema.js';
import { levelOf } from '../../report/taxonomy.js';
import { expectedOf } from '../expectations.js';
import { ownerName, ownerTitle, printedOwners } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** The second levels that the layout always prints have an indicator; the others are printed as empty rows. */
export const requiredLevel2Empty: Rule = {
  code: 'required-level2-empty',
  number: 'R-05',
  severity: 'hint',
  title: { zh: '版式必列的二级指标都有内容', en: 'the second levels that the layout always prints are filled' },
  wrong: { zh: '版式必列的二级指标没有内容', en: 'a second level that the layout always prints is empty' },
  why: {
    zh: '有的版式固定列出二级指标，没有三级指标的印成空行。空行可以公开，但要心里有数。',
    en: 'Some layouts print certain second levels even when empty. Empty rows may be published, but should be meant.',
  },
  source: {
    zh: '广州市南沙区 2024 年、湖南省湘潭市 2023 年公开表和广西壮族自治区 2024 年表样都印空行',
    en: 'published forms of Nansha 2024, Xiangtan 2023 and Guangxi 2024 print empty rows',
  },
  mend: {
    zh: '有相应效益的补上指标；没有的照印空行',
    en: 'add an indicator where there is such an effect; else the row stays empty',
  },
  looksAt: {
    zh: '版式必列的二级指标、各指标的二级指标',
    en: "the layout's required second levels and those of the indicators",
  },
  expects: {
    id: 'example/project',
    table: 'project',
    moneyUnit: '万元',
    decimals: 2,
    requiredLevel2: ['社会效益指标', '服务对象满意度指标'],
  },
  fails: { '/units/0/projects/1/indicators/2/level2': '经济效益指标' },
  passes: { '/units/0/projects/1/indicators/2/level2': '社会效益' },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const required = expectedOf(subject.expectations, owner.table)?.requiredLevel2 ?? [];
      if (owner.indicators.length === 0 || required.length === 0) continue;
      const empty = required.filter((name) => !owner.indicators.some(({ indicator }) => isOfLevel2(indicator, name)));
      if (empty.length === 0) continue;
      yield {
        path: [...owner.path, 'indicators'],
        message: {
          zh: `${ownerName(owner)}的${empty.join('、')}没有三级指标，印成空行`,
          en: `${ownerTitle(owner)} has no indicator under ${empty.join(', ')}: printed as empty rows`,
        },
      };
    }
  },
};

function isOfLevel2({ level2 }: Indicator, name: string): boolean {
  if (level2 === undefined) return false;
  return level2 === name || (levelOf(level2, 2) !== undefined && levelOf(level2, 2) === levelOf(name, 2));
}
