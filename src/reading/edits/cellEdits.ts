import { dice } from './pairs.js';
import type { Printed, Span } from './printed.js';

/** What was changed in a cell: texts of pieces, members of a list that went and came. */
export interface CellEdits {
  readonly texts: readonly { readonly span: Span; readonly text: string }[];
  /** Pointers of members. */
  readonly removed: readonly string[];
  readonly added: readonly AddedMember[];
}

/** A member that a cell has more: like another one, with other texts. */
export interface AddedMember {
  readonly list: string;
  /** The index of the member that it comes after; -1 before all. */
  readonly after: number;
  readonly like: string;
  readonly texts: readonly { readonly span: Span; readonly text: string }[];
}

/** Cuts of a cell between which members of a list may stand: more than any cell has, few enough to try. */
const mostCuts = 400;
/** How many members a piece may look like before it is read as one. */
const mostJoined = 8;

/**
 * What an edited text changed in a printed one, by the pieces that it was printed of. Undefined where that cannot be told: the
 * form's own words were changed, or a text can be cut in two ways.
 */
export function cellEdits({ text, spans }: Printed, now: string): CellEdits | undefined {
  const shown = spans.filter(({ start, end }) => end > start);
  const one = onePiece(text, spans, now);
  if (one) return { texts: [one], removed: [], added: [] };
  return listEdits(text, shown, now) ?? inOrder(text, shown, now);
}

/** All that changed lies within one piece. */
function onePiece(text: string, spans: readonly Span[], now: string): CellEdits['texts'][number] | undefined {
  const least = Math.min(text.length, now.length);
  let front = 0;
  while (front < least && text[front] === now[front]) front += 1;
  let back = 0;
  while (back < least - front && text[text.length - 1 - back] === now[now.length - 1 - back]) back += 1;
  const [from, to] = [front, text.length - back];
  const slack = slackOf(text, now, from, to);
  const holds = spans.filter(({ start, end }) => Math.max(0, to - end) <= Math.min(slack, from - start));
  const span = holds.find(({ start, end }) => end > start) ?? holds[0];
  if (!span) return undefined;
  const tail = text.length - span.end;
  if (now.slice(0, span.start) !== text.slice(0, span.start)) return undefined;
  if (tail > 0 && now.slice(now.length - tail) !== text.slice(span.end)) return undefined;
  if (now.length - tail < span.start) return undefined;
  const changed = now.slice(span.start, now.length - tail);
  const old = text.slice(span.start, span.end);
  const shown = spans.filter(({ start, end }) => end > start);
  const swallows = jointsIn(text, shown).some((joint) => count(changed, joint) > count(old, joint));
  return swallows ? undefined : { span, text: changed };
}

/** By how much an insertion or a deletion may be moved to the left without another result: AB → ABAB. */
function slackOf(text: string, now: string, from: number, to: number): number {
  const size = now.length - text.length;
  const isInsertion = from === to && size > 0;
  const isDeletion = to - from === -size && size < 0;
  if (!isInsertion && !isDeletion) return 0;
  const longer = isInsertion ? now : text;
  let slack = 0;
  while (slack < from && longer[from - 1 - slack] === longer[from - 1 - slack + Math.abs(size)]) slack += 1;
  return slack;
}

/** The form's own words between pieces, as patterns: numbers are any number. A text that holds more of them than before is no one piece. */
function jointsIn(text: string, spans: readonly Span[]): RegExp[] {
  const joints = new Set<string>();
  for (let index = 1; index < spans.length; index += 1) {
    const joint = text.slice((spans[index - 1] as Span).end, (spans[index] as Span).start);
    if (joint.length >= 2 || joint === '\n') joints.add(patternOf(joint));
  }
  // What stands before the first piece, a number, stands before each further one.
  const head = text.slice(0, spans[0]?.start ?? 0);
  if (/\d/.test(head) && head.length <= 8) joints.add(patternOf(head));
  return [...joints].map((joint) => new RegExp(joint, 'g'));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function patternOf(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d+/g, '\\d+');
}

/** A member of a list as a cell shows it: its pieces, and the words between them. */
interface Shown {
  readonly pointer: string;
  readonly spans: readonly Span[];
  readonly text: string;
  readonly shape: RegExp;
}

/** The members that a cell shows of the list that it shows most members of; undefined where they do not stand one after the other. */
function membersIn(text: string, spans: readonly Span[]): { list: string; members: Shown[] } | undefined {
  const lists = new Map<string, Set<string>>();
  for (const { pointers } of spans) {
    const [pointer = ''] = pointers;
    for (const found of pointer.matchAll(/\/\d+(?=\/|$)/g)) {
      const list = pointer.slice(0, found.index);
      lists.set(list, (lists.get(list) ?? new Set()).add(pointer.slice(0, found.index + found[0].length)));
    }
  }
  const [list, known] =
    [...lists].sort((one, other) => other[1].size - one[1].size || other[0].length - one[0].length)[0] ?? [];
  if (list === undefined || known === undefined) return undefined;
  const members: { pointer: string; spans: Span[] }[] = [];
  for (const span of spans) {
    const pointer = memberOf(span.pointers[0] ?? '', list);
    if (pointer === undefined) return undefined;
    const last = members.at(-1);
    if (last?.pointer === pointer) last.spans.push(span);
    else if (members.some((each) => each.pointer === pointer)) return undefined;
    else members.push({ pointer, spans: [span] });
  }
  return {
    list,
    members: members.map(({ pointer, spans: own }) => ({
      pointer,
      spans: own,
      text: text.slice((own[0] as Span).start, (own.at(-1) as Span).end),
      shape: new RegExp(`^${shapeOf(text, own)}$`),
    })),
  };
}

export function memberOf(pointer: string, list: string): string | undefined {
  if (!pointer.startsWith(`${list}/`)) return undefined;
  const index = /^\d+/.exec(pointer.slice(list.length + 1))?.[0];
  return index === undefined ? undefined : `${list}/${index}`;
}

function shapeOf(text: string, spans: readonly Span[]): string {
  return spans
    .map((span, index) => {
      const before = index === 0 ? '' : text.slice((spans[index - 1] as Span).end, span.start);
      return `${patternOf(before)}([\\s\\S]${index === spans.length - 1 ? '*' : '*?'})`;
    })
    .join('');
}

/** Reads a cell of several members of a list, each with words of the form between: 1、名称：≥20次；2、… */
function listEdits(text: string, spans: readonly Span[], now: string): CellEdits | undefined {
  const found = membersIn(text, spans);
  const [first, last] = [found?.members[0], found?.members.at(-1)];
  if (!found || !first || !last) return undefined;
  const { list, members } = found;
  const head = text.slice(0, first.spans[0]?.start);
  const tail = text.slice(last.spans.at(-1)?.end);
  const joints = new Set<string>();
  for (let index = 1; index < members.length; index += 1)
    joints.add(patternOf(text.slice(members[index - 1]?.spans.at(-1)?.end, members[index]?.spans[0]?.start)));
  // Of one member it is not known what stands between two, but what stands around it.
  if (members.length === 1) joints.add(patternOf(tail + head) || '\n');
  if ([...joints].some((joint) => joint === '')) return undefined;
  const front = new RegExp(`^${patternOf(head)}`).exec(now)?.[0];
  if (front === undefined || !now.endsWith(tail)) return undefined;
  const body = now.slice(front.length, now.length - tail.length);
  if (body === '') return { texts: [], removed: members.map(({ pointer }) => pointer), added: [] };
  const pieces = piecesOf(body, [...joints], members);
  if (!pieces) return undefined;
  return changesOf(list, members, pieces);
}

/** A stretch of a cell read as a member, by the shape of one that was there. */
interface Piece {
  readonly text: string;
  readonly like: Shown;
  readonly parts: readonly string[];
}

/** Cuts a text into members: those that were there before all else, then what has the shape of one, the fewest joints inside. */
function piecesOf(body: string, joints: readonly string[], members: readonly Shown[]): Piece[] | undefined {
  const between = new RegExp(joints.toSorted((one, other) => other.length - one.length).join('|'), 'g');
  const cuts = [
    { end: -1, next: 0 },
    ...[...body.matchAll(between)].map((cut) => ({ end: cut.index, next: cut.index + cut[0].length })),
  ];
  cuts.push({ end: body.length, next: body.length });
  if (cuts.length > mostCuts) return undefined;
  const known = new Map(members.map((member) => [member.text, member]));
  const best: ({ cost: number; from: number; piece: Piece } | undefined)[] = [];
  const costs = [0];
  for (let to = 1; to < cuts.length; to += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let from = to - 1; from >= 0 && from >= to - mostJoined; from -= 1) {
      const text = body.slice(cuts[from]?.next, cuts[to]?.end);
      const before = costs[from] as number;
      if (!Number.isFinite(before)) continue;
      const same = known.get(text);
      const piece = same ? { text, like: same, parts: partsOf(same, text) as string[] } : pieceOf(text, members);
      if (!piece) continue;
      const cost = before + (same ? 0 : 1 + 1.5 * (to - from - 1));
      if (cost < least) {
        least = cost;
        best[to] = { cost, from, piece };
      }
    }
    costs[to] = least;
  }
  if (!Number.isFinite(costs.at(-1))) return undefined;
  const pieces: Piece[] = [];
  for (let at = cuts.length - 1; at > 0; at = (best[at] as { from: number }).from)
    pieces.push((best[at] as { piece: Piece }).piece);
  return pieces.reverse();
}

/** A text by the shape that it fits with the most words of the form in it; undefined where it fits none. */
function pieceOf(text: string, members: readonly Shown[]): Piece | undefined {
  let best: Piece | undefined;
  let most = -1;
  const tried = new Set<string>();
  for (const like of members) {
    if (tried.has(like.shape.source)) continue;
    tried.add(like.shape.source);
    const parts = partsOf(like, text);
    const words = like.shape.source.length;
    if (parts && words > most) {
      most = words;
      best = { text, like, parts };
    }
  }
  return best;
}

/** The texts of a member's pieces; undefined where the form's words between them are not there, or more than once. */
function partsOf(like: Shown, text: string): string[] | undefined {
  const found = like.shape.exec(text)?.slice(1);
  if (!found) return undefined;
  return found.every((part) => part !== '') ? found : undefined;
}

/** Which members stayed, which went, which came; undefined where a shape cuts a member otherwise than it was printed. */
function changesOf(list: string, members: readonly Shown[], pieces: readonly Piece[]): CellEdits | undefined {
  const isAsPrinted = ({ text, spans, shape }: Shown): boolean => {
    const [first] = spans;
    const parts = shape.exec(text)?.slice(1) ?? [];
    return spans.every(
      ({ start, end }, at) => parts[at] === text.slice(start - (first?.start ?? 0), end - (first?.start ?? 0)),
    );
  };
  const texts: { span: Span; text: string }[] = [];
  const [rows, columns] = [members.length, pieces.length];
  const cost: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const price = (i: number, j: number): number => {
    const [member, piece] = [members[i] as Shown, pieces[j] as Piece];
    if (member.text === piece.text) return 0;
    return member.shape.source === piece.like.shape.source ? 1 - similar(member, piece) : 2;
  };
  const single = 0.4;
  for (let i = rows; i >= 0; i -= 1)
    for (let j = columns; j >= 0; j -= 1) {
      if (i === rows && j === columns) continue;
      const options = [
        i < rows ? (cost[i + 1]?.[j] as number) + single : Number.POSITIVE_INFINITY,
        j < columns ? (cost[i]?.[j + 1] as number) + single : Number.POSITIVE_INFINITY,
        i < rows && j < columns ? (cost[i + 1]?.[j + 1] as number) + price(i, j) : Number.POSITIVE_INFINITY,
      ];
      (cost[i] as number[])[j] = Math.min(...options);
    }
  const removed: string[] = [];
  const added: AddedMember[] = [];
  for (let [i, j] = [0, 0]; i < rows || j < columns; ) {
    const here = cost[i]?.[j] as number;
    if (i < rows && j < columns && Math.abs(here - (cost[i + 1]?.[j + 1] as number) - price(i, j)) < 1e-9) {
      const [member, piece] = [members[i++] as Shown, pieces[j++] as Piece];
      if (member.text !== piece.text && !isAsPrinted(member)) return undefined;
      member.spans.forEach((span, at) => {
        const [old, now] = [partsOf(member, member.text)?.[at], piece.parts[at]];
        if (old !== undefined && now !== undefined && old !== now) texts.push({ span, text: now });
      });
    } else if (i < rows && Math.abs(here - (cost[i + 1]?.[j] as number) - single) < 1e-9)
      removed.push((members[i++] as Shown).pointer);
    else {
      const piece = pieces[j++] as Piece;
      const before = members[i - 1] as Shown | undefined;
      const like = [before, members[i]].find((each) => each?.shape.source === piece.like.shape.source) ?? piece.like;
      added.push({
        list,
        after: before ? Number(before.pointer.slice(list.length + 1)) : indexBefore(members, list),
        like: like.pointer,
        texts: like.spans.flatMap((span, at) => ({ span, text: piece.parts[at] as string })),
      });
    }
  }
  return { texts, removed, added };
}

function indexBefore(members: readonly Shown[], list: string): number {
  return Number(members[0]?.pointer.slice(list.length + 1) ?? 0) - 1;
}

function similar(member: Shown, piece: Piece): number {
  const old = partsOf(member, member.text) ?? [];
  return old.reduce((sum, part, at) => sum + dice(part, piece.parts[at] ?? ''), 0) / Math.max(1, old.length);
}

/** Pieces of different fields with the form's words between: each is what stands between the words, if that is so in one way only. */
function inOrder(text: string, spans: readonly Span[], now: string): CellEdits | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  const around = (inner: string): RegExp =>
    new RegExp(`^${patternOf(text.slice(0, first.start))}${inner}${patternOf(text.slice(last.end))}$`);
  const lazy = around(shapeOf(text, spans)).exec(now)?.slice(1);
  const greedy = around(shapeOf(text, spans).replaceAll('*?', '*')).exec(now)?.slice(1);
  if (!lazy || !greedy || lazy.join('\u0000') !== greedy.join('\u0000')) return undefined;
  return {
    texts: spans.flatMap((span, at) => {
      const part = lazy[at] as string;
      return part === text.slice(span.start, span.end) ? [] : [{ span, text: part }];
    }),
    removed: [],
    added: [],
  };
}
