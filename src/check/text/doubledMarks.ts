import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, none, type Slip } from './slip.js';
import { isWordAlone } from './words.js';

const inARow =
  /[。，、；：]{2,}|[。，、；：][,;]|[,;][。，、；：]|,,+|;;+|(?<=[\u4e00-\u9fff\d%％）)])\.{1,2}[。；，]|[。；]\.(?![\d.])/g;

/** 。。 ，， 、，: …… and —— are marks of their own. The fixes leave those alone of which either mark could be meant. */
export function* doubledMarksIn(text: string): Generator<Slip> {
  yield* matches(text, inARow, '标点重复或连用', 'marks in a row');
  yield* matches(text, hyphens, '起止之间用了两个短横', 'two hyphens for a range');
  yield* matches(text, dashes, '汉字之间用了两个短横', 'two hyphens between 汉字', 'hint');
}

/** 2031年3月--2031年9月, 3--5天: between numbers, dates and their units. */
const hyphens = /(?:-{2,}|－{2,}|~{2,}|～{2,})(?<=[\d年月日号时点%％元万亿人]\s?[-－~～]{2,4})(?=\s?\d)/g;

/** 上半年--下半年, 科普--服务: a range or a dash, of which either could be meant; set words have it too (重庆: 资产资源类--房屋类). */
const dashes = /(?<=[\u4e00-\u9fff）”》])\s?-{2,}\s?(?=[\u4e00-\u9fff（“《])/g;

const beforeAnd = /、\s?(?=[和与及或][\u4e00-\u9fff\d\s“《])/g;
const otherBegin = /^(?:和[谐平睦田静顺政林硕龙县布气美善解蔼约合]|与[会时其世众])|^及[时格第早]|^或[许然者缺]/;

/** 0.5、和0.1: 、 and 和 say the same. */
export function wordyMarks(text: string): Iterable<Slip> {
  return /、\s?[和与及或]/.test(text) ? wordySlips(text) : none;
}

function* wordySlips(text: string): Generator<Slip> {
  for (const { 0: mark, index } of text.matchAll(beforeAnd)) {
    const behind = text.slice(index + mark.length);
    if (otherBegin.test(behind) || !isWordAlone(behind)) continue;
    yield {
      start: index,
      end: index + mark.length + 1,
      zh: `“、”与“${behind.charAt(0)}”连用`,
      en: `、 before ${behind.charAt(0)}`,
    };
  }
}

export const rangeMark: Fix = {
  code: 'range-mark',
  rule: 'doubled-mark',
  title: { zh: '起止之间的两个短横', en: 'two hyphens of a range' },
  why: {
    zh: '时间起止用一字线“—”，数值起止用浪纹线“～”（GB/T 15834-2011 连接号）。只改数、日期之间的。',
    en: 'Dates are joined by —, numbers by ～ (GB/T 15834-2011). Only between numbers and dates.',
  },
  examples: {
    mends: [
      ['2031年3月--2031年9月', '2031年3月—2031年9月'],
      ['2031.3--2031.9', '2031.3—2031.9'],
      ['每月3--5天', '每月3～5天'],
    ],
    leaves: ['科普--服务', 'A--B', '2031年3月-9月', '--2031年'],
  },
  find: (text) =>
    editsOf(text, hyphens, ({ 0: marks, index }) =>
      /[年月日号时点]\s?$|(?:19|20)\d{2}(?:[./]\d{1,2}){0,2}\s?$/.test(text.slice(Math.max(0, index - 12), index)) &&
      /^\s?(?:\d{4}|\d{1,2}\s?[年月日号时点])/.test(text.slice(index + marks.length))
        ? '—'
        : '～',
    ),
};

export const doubledMark: Fix = {
  code: 'doubled-mark',
  rule: 'doubled-mark',
  title: { zh: '重复的标点', en: 'doubled marks' },
  why: {
    zh: '。。、，， 多出的一个没有含义。省略号……、破折号——本是两个字符，。。。可能代替省略号，都不动。',
    en: 'The second of 。。 or ，， means nothing. …… and —— are marks of two characters and stay, as does 。。。',
  },
  examples: {
    mends: [
      ['丰富市民生活。。', '丰富市民生活。'],
      ['举办活动，，服务公众', '举办活动，服务公众'],
      ['甲；；乙', '甲；乙'],
      ['甲、、乙', '甲、乙'],
    ],
    leaves: ['科普……', '科普——服务', '等等。。。', '甲、、、', '好！！', '？？'],
  },
  find: (text) =>
    editsOf(text, /(?<!。)。。(?!。)|(?<!、)、、(?!、)|，{2,}|；{2,}|：{2,}/g, ([marks]) => marks.slice(0, 1)),
};

export const wordyMark: Fix = {
  code: 'wordy-mark',
  rule: 'doubled-mark',
  title: { zh: '“和”前多余的顿号', en: '、 before 和' },
  why: {
    zh: '“、”“和”都表示并列，连用时去掉“、”（GB/T 15834-2011 顿号）。名称里的不动。',
    en: '、 and 和 both join: where they meet, 、 goes (GB/T 15834-2011). Names are let be.',
  },
  examples: {
    mends: [
      ['分别下降0.5、0.1、和0.2', '分别下降0.5、0.1和0.2'],
      ['免疫、检疫、和扑杀', '免疫、检疫和扑杀'],
    ],
    leaves: ['稳定、和谐、有序', '整洁、及时', '参与、与会'],
  },
  find: (text, { kind }) => {
    if (kind === 'name' || kind === 'indicator' || !/、\s?[和与及或]/.test(text)) return [];
    return editsOf(text, beforeAnd, ({ 0: mark, index }) => {
      const behind = text.slice(index + mark.length);
      return otherBegin.test(behind) || !isWordAlone(behind) ? undefined : '';
    });
  },
};

/** Within a text, the greater of two; at its end, the full stop. */
const clashes = /、，|[，、]。(?=\n|$)|(?:。；|；。)$/g;

export const clashingMarks: Fix = {
  code: 'clashing-marks',
  rule: 'doubled-mark',
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
