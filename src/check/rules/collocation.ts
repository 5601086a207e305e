import type { Rule } from '../rule.js';
import { collocationSlips } from '../text/collocations.js';
import { foundIn } from '../text/slip.js';
import type { TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set<TextKind>(['name', 'prose', 'goal', 'indicator', 'value']);

export const collocation: Rule = {
  code: 'collocation',
  number: 'R-42',
  severity: 'hint',
  title: { zh: '动词与宾语搭配得当', en: 'verbs have objects that they can have' },
  wrong: { zh: '动词与宾语不搭配', en: 'a verb does not go with its object' },
  why: {
    zh: '“促进就业率”“改善出行需求”“做好保洁服务费”不通：是促进就业、提高就业率，是改善条件、满足需求。',
    en: 'One promotes employment and raises its rate; 促进就业率 and 改善出行需求 make no sense.',
  },
  source: { zh: '《现代汉语八百词》（增订本）', en: '现代汉语八百词, enlarged edition' },
  mend: {
    zh: '换一个动词（提高…率，满足…需求），或补上宾语（改善出行条件）',
    en: 'take another verb, or write the whole object',
  },
  looksAt: { zh: '名称、目标、文字指标值与说明', en: 'names, goals, values in words and prose' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议，促进青年人才就业率。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议，促进青年人才就业，提高就业率。' },
  find: ({ texts }) => foundIn(texts, collocationSlips, { kinds }),
};
