import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { doubledMarksIn, wordyMarks } from '../text/doubledMarks.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const doubledMark: Rule = {
  code: 'doubled-mark',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '标点不重复', en: 'no mark stands twice' },
  wrong: { zh: '标点重复', en: 'a mark stands twice' },
  why: {
    zh: '“。。”“，，”“、，”是拼接、删改文字后留下的；省略号 …… 与破折号 —— 不在此列。',
    en: '。。 ，， and 、， are left by pasting and deleting; …… and —— are marks of their own.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法；广州市 2023 年、上海市 2024 年公开表',
    en: 'GB/T 15834-2011; published tables of Guangzhou 2023 and Shanghai 2024',
  },
  mend: { zh: '只留一个标点', en: 'keep one mark' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场，推动学科发展。。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场——推动学科发展……' },
  *find({ texts }: Subject): Generator<Found> {
    yield* foundIn(texts, doubledMarksIn, { traits: trait.crowded });
    yield* foundIn(texts, wordyMarks);
  },
};
