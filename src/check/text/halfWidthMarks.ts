import { editsOf, type Fix } from '../fixes/fix.js';
import { han } from './patterns.js';
import { matches, type Slip } from './slip.js';

const comma = /[,;!?](?<=[\u3400-\u9fff0-9%％”》）)].)(?=[\u3400-\u9fff“《（])/g;
const period = /\.(?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff]|$)/gm;
const colon = /:(?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff“《])/g;

/** Half-width marks between 汉字. The fix leaves periods alone, which may be decimal points, and what stands behind a digit. */
export function* halfWidthMarksIn(text: string): Generator<Slip> {
  yield* matches(text, comma, '汉字之间用了半角标点', 'a half-width mark between 汉字');
  yield* matches(text, period, '汉字后用了半角句点', 'a half-width period behind 汉字');
  yield* matches(text, colon, '汉字之间用了半角冒号', 'a half-width colon between 汉字', 'hint');
}

const marks: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };
const after = `[ ]{0,2}(?=[${han}“‘（《【])`;
const places = new RegExp(
  `(?<=[${han}%）”’》】〕])([,;:])${after}|(?<=(?:目标|指标|任务|职能)[0-9]{1,2})(:)${after}`,
  'gu',
);

export const halfWidthMark: Fix = {
  code: 'half-width-mark',
  rule: 'mark-width',
  unflagged:
    'The rule speaks only of marks right between 汉字; one with a space behind it and the colon of 目标1: are mended along.',
  title: { zh: '半角标点', en: 'half-width marks' },
  why: {
    zh: '中文里的逗号、分号、冒号用全角（GB/T 15834-2011）。只改两边都是中文的；数字、字母、网址里的不动。',
    en: 'Commas, semicolons and colons in Chinese are full-width. Only between Chinese, never in numbers, words or addresses.',
  },
  examples: {
    mends: [
      ['举办活动,服务公众', '举办活动，服务公众'],
      ['提高认识; 结合线上', '提高认识；结合线上'],
      ['目标1:举办活动', '目标1：举办活动'],
      ['达到90%,公众满意', '达到90%，公众满意'],
    ],
    leaves: ['1,000人', '比例1:1', '10:30开始', 'https://gdsta.cn', 'A,B两类', '联系人:'],
  },
  find: (text) => editsOf(text, places, ({ 1: mark, 2: colon = ':' }) => marks[mark ?? colon]),
};
