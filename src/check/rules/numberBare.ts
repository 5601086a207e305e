import type { Rule } from '../rule.js';
import { bareDays, bareNumbers } from '../text/bareNumbers.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

/** 工90，持续清淤: a number that lost its unit before a mark. */
export const numberBare: Rule = {
  code: 'number-bare',
  number: 'R-08',
  severity: 'warning',
  title: { zh: '文字里的数字有单位', en: 'numbers in texts have their units' },
  wrong: { zh: '文字里的数字缺单位', en: 'a number in a text has no unit' },
  why: {
    zh: '“采购2台清淤船，工90，持续作业”里的 90 不知是天是万元，多半是复制时丢了字。比率、得分、编号、热线、“……数”后面的数不算。',
    en: 'Nobody knows what 90 counts: mostly a character was lost in copying. Rates, scores, codes, hotlines and numbers behind 数 are let pass.',
  },
  source: {
    zh: 'GB/T 15835-2011 出版物上数字用法：计量的数字与单位连用；湖南省湘潭市 2024 年公开表丢失符号、单位',
    en: 'GB/T 15835-2011: measured numbers have their units; a table of Xiangtan 2024 lost signs and units',
  },
  mend: { zh: '补上数字的单位', en: 'write the unit' },
  looksAt: { zh: '绩效目标和其他成段的文字', en: 'goals and prose' },
  fails: { '/units/0/projects/1/summary': '购置会议设备2套，工90，持续服务学会。' },
  passes: { '/units/0/projects/1/summary': '购置会议设备2套，工期90天，会员数1200，持续服务学会。' },
  find: ({ texts }) => foundIn(texts, slips, { kinds, traits: trait.digit }),
};

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'value']);

function* slips(text: string, kind: TextKind): Generator<Slip> {
  yield* bareDays(text);
  if (kind !== 'value') yield* bareNumbers(text);
}
