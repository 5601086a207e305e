import { editsOf, type Fix, type FixKind } from '../fixes/fix.js';
import { han } from './patterns.js';
import { matches, type Slip } from './slip.js';

/** A space or two may stand behind the mark, as a separator. */
/** A ? behind a number is a lost character, which another rule tells. */
const comma =
  /(?:[,;!](?<=[\u3400-\u9fff0-9%％”’》】〕）)].)|\?(?<=[\u3400-\u9fff”’》】〕）)].))(?=[ \t]{0,2}[\u3400-\u9fff“‘《（【])/g;
const period = /\.(?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff]|$)/gm;
const colon = /:(?<=[\u3400-\u9fff].)(?=[ \t]{0,2}[\u3400-\u9fff“《])/g;

/** Half-width marks between 汉字. The fix leaves periods alone, which may be decimal points, and what stands behind a digit. */
export function* halfWidthMarksIn(text: string): Generator<Slip> {
  yield* matches(text, comma, '汉字之间用了半角标点', 'a half-width mark between 汉字');
  yield* matches(text, period, '汉字后用了半角句点', 'a half-width period behind 汉字');
  yield* matches(text, colon, '汉字之间用了半角冒号', 'a half-width colon between 汉字', 'hint');
}

const marks: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！' };
const after = `[ ]{0,2}(?=[${han}“‘（《【])`;
/** The same places as above: of a sentence all marks are mended, or none. ? may stand for a lost character. */
const places = new RegExp(
  `(?<=[${han}0-9%％）)”’》】〕])([,;!])${after}|(?<=[${han}%）”’》】〕]|(?:目标|指标|任务|职能)[0-9]{1,2})(:)${after}`,
  'gu',
);
const periods = new RegExp(`(?<=${han})\\.(?=${han}|$)`, 'gmu');
/** 一.完成甲: the number of an item. */
const item = /(?:^|[\n。；.])[一二三四五六七八九十]{1,3}$/;

const prose: ReadonlySet<FixKind> = new Set(['prose', 'goal', 'note']);

export const halfWidthMark: Fix = {
  code: 'half-width-mark',
  rule: 'mark-width',
  unflagged:
    'The rule does not speak of a colon behind a digit or with a space behind it; the one of 目标1: is mended along.',
  title: { zh: '半角标点', en: 'half-width marks' },
  why: {
    zh: '中文里的逗号、分号、冒号用全角（GB/T 15834-2011）。只改后面是中文、前面是中文或数字的；1,000、1:1、字母、网址里的不动。汉字后的半角句点改为“。”，编号后的改为“、”。',
    en: 'Commas, semicolons and colons in Chinese are full-width. Only before Chinese, never in numbers, words or addresses. A period behind 汉字 becomes 。, behind the numeral of an item 、.',
  },
  examples: {
    mends: [
      ['举办活动,服务公众', '举办活动，服务公众'],
      ['提高认识; 结合线上', '提高认识；结合线上'],
      ['目标1:举办活动', '目标1：举办活动'],
      ['达到90%,公众满意', '达到90%，公众满意'],
      ['会议20,培训30场,服务公众', '会议20，培训30场，服务公众'],
      ['清理河道6公里; 修复护坡2处; 改善环境', '清理河道6公里；修复护坡2处；改善环境'],
      ['一.完成甲.二.完成乙.', '一、完成甲。二、完成乙。'],
    ],
    leaves: ['1,000人', '比例1:1', '10:30开始', 'https://gdsta.cn', 'A,B两类', '联系人:'],
  },
  find: (text, { kind }) => {
    const edits = editsOf(text, places, ({ 1: mark, 2: colon = ':' }) => marks[mark ?? colon]);
    if (!prose.has(kind)) return edits;
    const stops = editsOf(text, periods, ({ index }) =>
      item.test(text.slice(Math.max(0, index - 4), index)) ? '、' : '。',
    );
    return stops.length === 0 ? edits : [...edits, ...stops].toSorted((left, right) => left.start - right.start);
  },
};
