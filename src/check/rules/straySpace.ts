import type { Rule } from '../rule.js';
import { innerSpacesIn } from '../text/innerSpaces.js';
import { outerSpacesIn } from '../text/outerSpaces.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

export const straySpace: Rule = {
  code: 'stray-space',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '标点前、词句中没有空格', en: 'no space before a mark or inside a sentence' },
  wrong: { zh: '标点前、词句中有空格', en: 'a space stands before a mark or inside a sentence' },
  why: {
    zh: '空格会把标点推到下一行，也让缩进与版式不一致；首行缩进由版式负责。',
    en: 'A space may push a mark to the next line; indents are the layout’s.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法（标点位置）；广州 2025 公开表第 13、14 项目标',
    en: 'GB/T 15834-2011, position of marks; goals 13 and 14 of Guangzhou 2025',
  },
  mend: { zh: '删去空格', en: 'delete the space' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场 ，推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '开展“绿美广州 栽种未来”活动，支持 IEEE 会议不少于 8 场。' },
  find: ({ texts }) => foundIn(texts, slips, { traits: trait.space }),
};

function* slips(text: string, kind: TextKind): Generator<Slip> {
  yield* innerSpacesIn(text, kind);
  yield* outerSpacesIn(text);
}
