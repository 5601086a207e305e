import { han } from './characters.js';
import { editsOf, type Fix } from './fix.js';

const marks: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };
const after = `[ ]{0,2}(?=[${han}“‘（《【])`;
const places = new RegExp(
  `(?<=[${han}%）”’》】〕])([,;:])${after}|(?<=(?:目标|指标|任务|职能)[0-9]{1,2})(:)${after}`,
  'gu',
);

export const halfWidthMark: Fix = {
  code: 'half-width-mark',
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
