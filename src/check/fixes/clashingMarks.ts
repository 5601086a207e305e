import { editsOf, type Fix } from './fix.js';

/** Within a text, the greater of two; at its end, the full stop. */
const clashes = /、，|[，、]。(?=\n|$)|(?:。；|；。)$/g;

export const clashingMarks: Fix = {
  code: 'clashing-marks',
  title: { zh: '连用的标点', en: 'marks that clash' },
  why: {
    zh: '、， 只能是 ，；段末的 ，。 与文末的 。；只能是 。。句中的 。； 两可，不动；指标值里的也不动。',
    en: '、， can only be ，, and at the end of a text 。； only 。. Within a text 。； could be either and stays, as in values.',
  },
  examples: {
    mends: [
      ['举办论坛、，开展科普', '举办论坛，开展科普'],
      ['完成各项任务，。', '完成各项任务。'],
      ['完成各项任务。；', '完成各项任务。'],
    ],
    leaves: ['完成甲。；完成乙。', '完成甲。，完成乙', '！？', '。”；'],
  },
  find: (text, { kind }) =>
    kind === 'value' ? [] : editsOf(text, clashes, ([marks]) => (marks === '、，' ? '，' : '。')),
};
