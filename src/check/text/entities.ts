import { editsOf, type Fix } from '../fixes/fix.js';
import { isSquareOrEnd } from './patterns.js';
import { matches, type Slip } from './slip.js';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  divide: '÷',
  plusmn: '±',
  ge: '≥',
  le: '≤',
  permil: '‰',
  deg: '°',
  sup2: '²',
  sup3: '³',
  yen: '¥',
};

const left =
  /&(?:nbsp|lt|gt|amp|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|times|divide|ge|le|permil|e[mn]sp|#\d{1,7}|#x[0-9a-f]{1,6});|&nbsp/gi;

/** Character references of web pages. The fix leaves those alone that stand for no printable character. */
export function* entitiesIn(text: string): Generator<Slip> {
  if (text.includes('&')) yield* matches(text, left, '残留网页字符代码', 'an HTML entity was left');
}

const spaces = '(?:&(?:amp;){0,9}(?:nbsp|ensp|emsp|thinsp|#160|#12288);)+';
/** Also what was escaped twice: &amp;nbsp; */
const entities = new RegExp(
  `(${spaces})|&(?:amp;){0,9}(?:([a-z]{2,6}[23]?)|#([0-9]{2,7})|#[xX]([0-9a-fA-F]{2,6}));`,
  'g',
);
const printable = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zs}\p{Zl}\p{Zp}]$/u;

export const entity: Fix = {
  code: 'entity',
  rule: 'markup-left',
  title: { zh: '网页实体', en: 'character references' },
  why: {
    zh: '&nbsp;、&lt; 等是网页里一个字符的写法，还原为那个字符；汉字之间的 &nbsp; 只是占位，去掉。',
    en: 'References such as &lt; stand for one character each, which they become; an &nbsp; between 汉字 only fills a place.',
  },
  examples: {
    mends: [
      ['科普&nbsp;&nbsp;活动', '科普活动'],
      ['2023年&nbsp;Science Day', '2023年 Science Day'],
      ['&lt;5天', '<5天'],
      ['&ldquo;科普日&rdquo;', '“科普日”'],
      ['&#8805;90%', '≥90%'],
      ['研发&amp;推广', '研发&推广'],
    ],
    leaves: ['R&D；试验', '&unknown;', '&#7;', 'A&B公司'],
  },
  find: (text) =>
    editsOf(text, entities, ({ 0: whole, 1: gap, 2: name, 3: decimal, 4: hex, index }) => {
      if (gap !== undefined) {
        const isStray = isSquareOrEnd(text[index - 1]) && isSquareOrEnd(text[index + whole.length]);
        return isStray ? '' : ' ';
      }
      if (name !== undefined) return Object.hasOwn(named, name) ? named[name] : undefined;
      return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
    }),
};

function characterOf(code: number): string | undefined {
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return printable.test(character) ? character : undefined;
}
