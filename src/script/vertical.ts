/**
 * Marks in vertical labels: brackets, quotes, dashes and ellipses turn, and pause marks move to the upper right
 * (GB/T 15834-2011 §5.2; Unicode Standard Annex 50).
 */

/**
 * Unicode's vertical forms (U+FE10–FE19, FE30–FE48), each with the characters that it stands for; quotes become corner brackets
 * (GB/T 15834-2011 §5.2.3). A character without such a form stands for itself; only the face's feature can turn it.
 */
const turning: readonly (readonly [form: string, characters: string])[] = [
  ['︵', '（('],
  ['︶', '）)'],
  ['﹇', '［['],
  ['﹈', '］]'],
  ['︷', '｛{'],
  ['︸', '｝}'],
  ['︹', '〔'],
  ['︺', '〕'],
  ['︻', '【'],
  ['︼', '】'],
  ['︗', '〖'],
  ['︘', '〗'],
  ['︽', '《'],
  ['︾', '》'],
  ['︿', '〈'],
  ['﹀', '〉'],
  ['﹃', '“『'],
  ['﹄', '”』'],
  ['﹁', '‘「'],
  ['﹂', '’」'],
  ['︱', '—―'],
  ['︲', '–-‐'],
  ['︙', '…'],
  ['︰', '‥'],
  ['～', '～'],
];

/** Pause marks keep their shape and change their place. */
const moving: typeof turning = [
  ['︐', '，'],
  ['︑', '、'],
  ['︒', '。'],
  ['︓', '：'],
  ['︔', '；'],
  ['︕', '！'],
  ['︖', '？'],
];

/** The vertical form of each character that has one, by code point. */
export const verticalForms: ReadonlyMap<number, number> = new Map(
  [...turning, ...moving].flatMap(([form, characters]) =>
    Array.from(characters, (character) => [codePoint(character), codePoint(form)] as const),
  ),
);

/** Runs of characters that turn. */
export const turningMarks: RegExp = new RegExp(
  `[${turning.map(([, characters]) => characters.replace(/[[\]-]/g, '\\$&')).join('')}]+`,
  'gu',
);

/** The characters that a vertical form stands for, the usual one first. */
export const charactersOfForm: ReadonlyMap<string, readonly string[]> = new Map(
  [...turning, ...moving].filter(([form, own]) => form !== own).map(([form, own]) => [form, Array.from(own)]),
);

function codePoint(character: string): number {
  return character.codePointAt(0) as number;
}
