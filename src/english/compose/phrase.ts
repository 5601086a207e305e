import { compoundOf, isVerb, singular } from './compound.js';
import type { Piece } from './pieces.js';

/**
 * Pieces as English in the order of the Chinese, or undefined where that would be no English: `[year] terms [number] [bracket]`,
 * terms parted by 、和与及, parts by a colon or a dash. A number behind what it counts stands behind a colon: 'lectures: 8 sessions'.
 */
export function phraseOf(pieces: readonly Piece[]): string | undefined {
  if (!pieces.some(({ type }) => type === 'term')) return undefined;
  const at = pieces.findLastIndex(({ en, type }) => type === 'mark' && (en === ':' || en === '-'));
  if (at < 0) return partOf(pieces);
  const before = phraseOf(pieces.slice(0, at));
  const behind = partOf(pieces.slice(at + 1));
  if (before === undefined || behind === undefined) return undefined;
  return pieces[at]?.en === ':' ? `${before}: ${behind}` : `${before} - ${behind}`;
}

function partOf(pieces: readonly Piece[]): string | undefined {
  const last = pieces.at(-1);
  if (last?.en === '(%)' || last?.en === '(‰)') return joined(partOf(pieces.slice(0, -1)), ' ', last.en);
  const open = pieces.findIndex(({ en }) => en === '(');
  if (open > 0 && last?.en === ')') {
    const inside = partOf(pieces.slice(open + 1, -1));
    return joined(partOf(pieces.slice(0, open)), ' ', inside && `(${inside})`);
  }
  return lineOf(pieces);
}

function lineOf(pieces: readonly Piece[]): string | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isAlone = pieces.length === 1;
  if (isAlone && first.type !== 'mark') return first.en;
  const hasYear = first.type === 'year';
  const hasNumber = last.type === 'quantity';
  const words = listOf(pieces.slice(hasYear ? 1 : 0, hasNumber ? -1 : undefined), hasYear || hasNumber);
  return joined(hasYear ? first.en : '', ' ', joined(words, ': ', hasNumber ? last.en : ''));
}

/** Both with a sign between; only one of them where the other is empty; undefined where one is. */
function joined(left: string | undefined, sign: string, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left === '' || right === '' ? left + right : `${left}${sign}${right}`;
}

type TermPiece = Extract<Piece, { type: 'term' }>;

/** What opens no name: an article, a participle (carried forward), a statement. */
const noName = /^(?:a|an|the) |^[a-z-]+ed(?: |$)| (?:is|are) /i;

/** `isMore`: a year or a number stands beside it, so that it must be a name. */
function listOf(pieces: readonly Piece[], isMore: boolean): string | undefined {
  const groups: TermPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.type === 'term') groups.at(-1)?.push(piece);
    else if (piece.type === 'mark' && (piece.en === ',' || piece.en === 'and')) groups.push([]);
    else return undefined;
  }
  const terms = groups.flat();
  const isWhole = groups.length === 1 && !isMore;
  if (!isWhole && terms.some(({ en }) => isVerb(en) || noName.test(en))) return undefined;
  if (groups.length > 1 && (terms.some(({ en }) => / and |,/.test(en)) || !isPlainList(groups, pieces)))
    return undefined;
  const parts = groups.map(compoundOf);
  return parts.includes(undefined) ? undefined : series(parts as string[]);
}

/**
 * Whether it is certain what a list is a list of. 讲座和展览组织 may be the organisation of both: then both words must be as
 * good in either reading. 、 behind 和 would be a list inside a list.
 */
function isPlainList(groups: readonly (readonly TermPiece[])[], pieces: readonly Piece[]): boolean {
  const joints = pieces.filter(({ type }) => type === 'mark').map(({ en }) => en);
  if (joints.slice(0, -1).includes('and')) return false;
  const isLong = (groups.at(-1)?.length ?? 0) > 1;
  return !isLong || groups.slice(0, -1).every((group) => singular(group.at(-1)?.en ?? '') === group.at(-1)?.en);
}

function series(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
