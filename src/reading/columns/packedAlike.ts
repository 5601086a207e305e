import { isBlank } from './cellText.js';
import type { Pieces } from './indicators.js';
import type { Piece } from './ledger.js';
import { bareLevel, looks } from './looks.js';

/**
 * The indicators of a row whose neighbouring cells are parted alike: 1.巡河次数 2.清淤长度 beside 1.≥60次 2.≥8公里. Undefined for other rows.
 * A text that was only broken into lines to fit its cell is no such: numbers, semicolons or values in each line tell.
 */
export function packedAlike(pieces: Pieces): readonly Pieces[] | undefined {
  const name = pieces.get('indicator/name');
  if (!name || !/\n|[；;]|\d[.、．]/u.test(name.text)) return undefined;
  const said = [...pieces].filter(([field, piece]) => field.startsWith('indicator/') && !isBlank(piece.text));
  const names = partsOf(name.text);
  if (names.parts.length < 2 || names.parts.some((part) => part.length < 2)) return undefined;
  const split = new Map<string, readonly string[]>([['indicator/name', names.parts]]);
  for (const [field, { text }] of said) {
    const { parts, isNumbered } = partsOf(text);
    const which = field === 'indicator/level1' ? 'level1' : field === 'indicator/level2' ? 'level2' : undefined;
    // A level that stands one character a line is one.
    const isOne = parts.length === 1 || (which !== undefined && looks(bareLevel(text), which));
    if (field === 'indicator/name' || isOne) continue;
    if (parts.length !== names.parts.length) return undefined;
    if (which && !parts.every((part) => looks(bareLevel(part), which))) return undefined;
    if (!which && isTarget(field) && !isNumbered && !names.isNumbered && !areValues(parts)) return undefined;
    split.set(field, parts);
  }
  const isWhole = said.every(([field]) => split.has(field) || !isOfOne(field));
  if (![...split.keys()].some(isTarget) || !isWhole) return undefined;
  return names.parts.map(
    (_, index) =>
      new Map<string, Piece>(
        [...pieces].map(([field, piece]) => {
          const text = split.get(field)?.[index];
          return [field, text === undefined ? piece : { ...piece, text }];
        }),
      ),
  );
}

const isTarget = (field: string): boolean => /^indicator\/(?:\w+Target|history)/.test(field);

/** What each indicator has of its own; levels, standards and the like may be those of all. */
const isOfOne = (field: string): boolean => /^indicator\/(?:\w+Target|history|weight|name)/.test(field);

/** Lines or clauses that are a value each, not one that is broken into lines. */
const areValues = (parts: readonly string[]): boolean =>
  parts.every((part) => (looks(part, 'quantity') && /\d/u.test(part)) || /^[\u4e00-\u9fff]{2,6}$/u.test(part)) &&
  parts.some((part) => looks(part, 'quantity') && /\d/u.test(part));

/** Whether a name is several, numbered in order. */
export function isSeveral(name: string): boolean {
  const { parts, isNumbered } = partsOf(name);
  return isNumbered && parts.length > 1;
}

const number = /(?<=^|\n|[；;。\s])\s*(?:[（(](\d{1,2})[)）]|(\d{1,2})[.、．])\s*/gu;

function partsOf(written: string): { readonly parts: readonly string[]; readonly isNumbered: boolean } {
  const text = written.trim();
  const bare = (part: string): string =>
    part
      .replace(/\s*\n\s*/gu, '')
      .replace(/[；;。]\s*$/u, '')
      .trim();
  const found = [...text.matchAll(number)];
  const isInOrder = found.length > 1 && found.every(([, one, other], index) => Number(one ?? other) === index + 1);
  // 1.5万吨 and 2.5万吨 are no numbers in front; 4.2023年10月底 behind 3.≥85% is.
  const before = found.filter(({ 0: whole, index }) => !/^\d/u.test(text.slice(index + whole.length)));
  if (isInOrder && found[0]?.index === 0 && before.length > 0) {
    const ends = [...found.slice(1).map(({ index }) => index), text.length];
    const parts = found.map(({ 0: whole, index }, at) => bare(text.slice(index + whole.length, ends[at])));
    return { parts, isNumbered: true };
  }
  const parts = text
    .split(/[；;]\s*|\n+/u)
    .map(bare)
    .filter((part) => part !== '');
  return { parts: parts.length === 0 ? [''] : parts, isNumbered: false };
}
