import type { Term } from '../term.js';
import type { Lexicon } from './lexicon.js';

/** A piece of a short text: a term, a number with what it counts, a year, or a mark that joins or parts. */
export type Piece =
  | { readonly type: 'term'; readonly zh: string; readonly en: string; readonly term: Term }
  | { readonly type: 'quantity' | 'year'; readonly zh: string; readonly en: string }
  | { readonly type: 'mark'; readonly zh: string; readonly en: string };

/** English of a number that is written out (不少于8场), or undefined. */
export type Quantity = (zh: string) => string | undefined;

/**
 * A text as pieces that cover it wholly: as few as can be, and among those the longest first. So a long term wins over the
 * short ones inside it, and gives way where only a shorter one leaves a rest that is known. Undefined where nothing covers it.
 * Each place is solved once, from the end.
 */
export function piecesOf(text: string, lexicon: Lexicon, quantity: Quantity): Piece[] | undefined {
  const best: ({ readonly count: number; readonly piece?: Piece } | undefined)[] = [];
  best[text.length] = { count: 0 };
  for (let start = text.length - 1; start >= 0; start -= 1) {
    for (const piece of startingAt(text, start, lexicon, quantity)) {
      const rest = best[start + piece.zh.length];
      if (rest && rest.count + 1 < (best[start]?.count ?? Number.POSITIVE_INFINITY))
        best[start] = { count: rest.count + 1, piece };
    }
  }
  return best[0] && pathOf(best.map((each) => each?.piece));
}

function pathOf(pieces: readonly (Piece | undefined)[]): Piece[] {
  const path: Piece[] = [];
  for (let piece = pieces[0], place = 0; piece !== undefined; piece = pieces[place]) {
    path.push(piece);
    place += piece.zh.length;
  }
  return path;
}

/** The longest first, so that it holds among covers of as many pieces. */
function startingAt(text: string, start: number, lexicon: Lexicon, quantity: Quantity): Piece[] {
  const terms = lexicon.at(text, start).map((term): Piece => {
    return { type: 'term', zh: text.slice(start, start + term.zh.length), en: term.en, term };
  });
  return [...numbersAt(text, start, quantity), ...terms, ...marksAt(text, start)].sort(
    (left, right) => right.zh.length - left.zh.length,
  );
}

const year = /((?:19|20)\d\d)年度?/y;
const opening = /[\d≥≧≤≦＞＜><＝=不至超大小低高]/;

/** A number runs to the end of the text or of its bracket: what stands behind it could be what it counts. */
function numbersAt(text: string, start: number, quantity: Quantity): Piece[] {
  if (!opening.test(text[start] ?? '') || /[\d.]/.test(text[start - 1] ?? '')) return [];
  const bracket = text.indexOf('）', start);
  const rest = text.slice(start, bracket < 0 ? text.length : bracket);
  year.lastIndex = start;
  const [zh = '', digits = ''] = year.exec(text) ?? [];
  const en = zh === rest ? undefined : quantity(rest);
  return [
    ...(zh === '' ? [] : [{ type: 'year' as const, zh, en: digits }]),
    ...(en === undefined ? [] : [{ type: 'quantity' as const, zh: rest, en }]),
  ];
}

const marks: Readonly<Record<string, string>> = {
  '、': ',',
  和: 'and',
  与: 'and',
  及: 'and',
  以及: 'and',
  '：': ':',
  '-': '-',
  '－': '-',
  '（': '(',
  '）': ')',
  '（%）': '(%)',
  '（％）': '(%)',
  '（‰）': '(‰)',
};

function marksAt(text: string, start: number): Piece[] {
  return [1, 2, 3].flatMap((length) => {
    const zh = text.slice(start, start + length);
    const en = zh.length === length && Object.hasOwn(marks, zh) ? marks[zh] : undefined;
    return en === undefined ? [] : [{ type: 'mark' as const, zh, en }];
  });
}
