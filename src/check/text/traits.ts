/** What a text holds, as bits. They are found in one pass over the text, so that a rule can skip texts that have nothing for it. */
export const trait = {
  /** Signs that markup is made of. */
  code: 1,
  /** Characters that may be lost, private, unseen or outside GB 18030. */
  odd: 2,
  /** Two marks in a row, a mark at the head of a paragraph or inside a bracket, a comma at the end. */
  crowded: 4,
  /** Quotes and brackets. */
  pair: 8,
  /** Half-width marks, full-width digits and letters. */
  width: 16,
  space: 32,
  digit: 64,
  /** @, and 址, 住 and 人 of addresses and names. */
  person: 128,
  /** 号 of document numbers. */
  number: 256,
  /** Numerals of a second item and those behind it. */
  item: 512,
  /** Ends of lines. */
  line: 1024,
  /** Characters that may be of a script that nothing here sets. */
  shaped: 2048,
  /** Latin letters. */
  letter: 4096,
} as const;

const marks = '，。、；：,;';
const bits: readonly (readonly [number, string])[] = [
  [trait.code, '<&\\[_${"*#E^错【'],
  [trait.odd, '?R£þ¨□☐☑☒■█▇√✓✔锟烫屯\u00ad\ufffd\ufeff'],
  [trait.pair, '“”‘’「」『』《》〈〉【】〔〕（）()"\'＂'],
  [trait.width, ',;!?.:()（）．'],
  [trait.space, ' \t\u3000\u00a0'],
  [trait.digit, '0123456789'],
  [trait.person, '@址住人'],
  [trait.number, '号'],
  [trait.line, '\n\r'],
  [trait.item, '23456789二三四五六七八九十②③④⑤⑥⑦⑧⑨⑩'],
];
const oddRanges: readonly (readonly [number, number])[] = [
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2e80, 0x2fd5],
  [0x4db6, 0x4dbf],
  [0x9ff0, 0x9fff],
  [0xd800, 0xfaff],
];

const shapedRanges: readonly (readonly [number, number])[] = [
  [0x590, 0x1fff],
  [0xa4d0, 0xabff],
  [0xd7b0, 0xdfff],
  [0xfb00, 0xfefe],
];

/** A mark, and what it may not stand behind or before; beside the bits of `trait` in the table. */
const traitBits = (1 << 13) - 1;
const isMark = 1 << 13;
const opens = 1 << 14;
const closes = 1 << 15;

const table = new Uint16Array(0x10000);
for (const [bit, chars] of bits) for (const char of chars) add(char.charCodeAt(0), bit);
for (const [first, last] of oddRanges) for (let code = first; code <= last; code += 1) add(code, trait.odd);
for (const [first, last] of shapedRanges) for (let code = first; code <= last; code += 1) add(code, trait.shaped);
for (let code = 0x41; code <= 0x7a; code += 1) if (code <= 0x5a || code >= 0x61) add(code, trait.letter);
for (let code = 0xff10; code <= 0xff5a; code += 1) add(code, trait.width);
for (const char of `${marks}！？-－~～`) add(char.charCodeAt(0), isMark);
for (const char of '（《〈“‘【〔\n') add(char.charCodeAt(0), opens);
for (const char of '）》〉】〕') add(char.charCodeAt(0), closes);

function add(code: number, bit: number): void {
  table[code] = (table[code] ?? 0) | bit;
}

const stop = 0x2e;

/** The traits of a text. */
export function traitsOf(text: string): number {
  let all = 0;
  let before = opens;
  for (let i = 0; i < text.length; i += 1) {
    const bits = table[text.charCodeAt(i)] ?? 0;
    all |= bits;
    if ((bits & isMark && before & (isMark | opens)) || (bits & closes && before & isMark)) all |= trait.crowded;
    // 公里.。: a stop of ASCII beside a mark.
    if (bits & isMark && (text.charCodeAt(i - 1) === stop || text.charCodeAt(i + 1) === stop)) all |= trait.crowded;
    before = bits;
  }
  return (/[，、,]$/.test(text.slice(-1)) ? all | trait.crowded : all) & traitBits;
}
