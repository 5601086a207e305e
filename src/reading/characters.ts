import { type Expression, fieldOf } from '../layouts/expression.js';
import { type Automaton, automatonOf, type Costs, type Event } from './automaton.js';
import { keyOf } from './expression.js';
import { Cheapest } from './heap.js';
import { type Break, type Hole, insideOf, type Literal, type Loop, type Node, type Option } from './nodes.js';
import { type Matched, matchedOf } from './plainText.js';
import { fitOf, misfit } from './values.js';

type Token = Literal | Hole | Break;

/** What a text says by a pattern: its holes in order, between the turns of its loops. */
export type TextEvent = Event | { readonly type: 'hole'; readonly hole: Hole; readonly text: string };

/** `cost`: 0 for a text as the pattern prints it; from 1 on a hole holds marks that end it elsewhere. */
export interface ReadText {
  readonly cost: number;
  readonly events: readonly TextEvent[];
}

/** Steps for one text: enough for a cell of 30,000 characters. */
const mostSteps = 400_000;

/** How a hole that holds what ends it elsewhere is weighed: by how long that is. */
const swallowed = (mark: string): number => (mark.length > 1 ? 1 : /[。；;]/.test(mark) ? 1 : 0.3);
const mostSwallowed = 6;
/** Of one mark inside a free text so many are counted. */
const mostHeld = 6;

/**
 * Prefers what has marks of its own to free text, one goal of several paragraphs to several goals, several duties to one of
 * several paragraphs, and a body's own name to one that the report has elsewhere.
 */
const costs: Costs = {
  turn: ({ list, body }, isFirst) => {
    if (list.type === 'call' && list.helper === 'paragraphs') return isFirst ? 0.01 : 0.03;
    if (/^(?:duties|areas|notes)$/.test(fieldOf(list))) return 0.01;
    if (list.type === 'call' && list.helper === 'goals') return 0.15;
    return wordsIn(body).length > 0 ? 0.02 : 0.2;
  },
  noTurn: 0.05,
  body: (option) => (isItself(option) ? 0.3 : 0),
  other: () => 0.05,
};

/** `{{#if project.implementingUnit}}{{project.implementingUnit}}{{else}}…`: the field, or what stands for it. */
function isItself({ asks, body, otherwise }: Option): boolean {
  const [only, ...more] = body.filter(({ type }) => type !== 'break');
  if (
    otherwise.length === 0 ||
    wordsIn(otherwise).some((word) => word.length > 1) ||
    more.length > 0 ||
    only?.type !== 'hole' ||
    asks.type !== 'path'
  )
    return false;
  return only.shows.type === 'path' && only.shows.of === asks.of && only.shows.keys.join('/') === asks.keys.join('/');
}

interface Context {
  readonly turns: readonly { readonly loop: Loop; readonly index: number; readonly at: number }[];
  readonly facts: ReadonlyMap<string, string>;
  readonly key: string;
}

interface Way {
  readonly cost: number;
  readonly state: number;
  readonly at: number;
  readonly context: Context;
  readonly before: Way | undefined;
  readonly event: TextEvent | undefined;
  /** Where an end of a line was last missed; several in a row are one. */
  readonly unbroken?: number | undefined;
}

/** Helpers that print the value of an indicator, or its number. */
export const targetHelpers = /^(?:target|targetOf|figureOf|inYear|atPlace)$/;

/** A pattern of a cell or a paragraph, made ready to read texts. */
export class Pattern {
  readonly #automaton: Automaton<Token>;
  readonly #follows = new Map<number, Follow>();
  /** Words of the form: a free text that holds them is misread. */
  readonly #words: readonly string[];
  readonly #asked: ReadonlySet<string>;
  readonly #isCounted: boolean;
  readonly #isPacked: boolean;
  readonly #marks: readonly string[];
  /** Whether it prints words of four characters or more. */
  readonly hasWords: boolean;
  /** Whether it prints an indicator's value. */
  readonly hasTarget: boolean;
  /** What prints nothing but one field has one way to be read. */
  readonly #only: Hole | undefined;

  constructor(readonly body: readonly Node[]) {
    this.#automaton = automatonOf<Token>(body, costs);
    const [first] = body;
    this.#only = body.length === 1 && first?.type === 'hole' ? first : undefined;
    const words = wordsIn(body);
    this.#words = [
      ...words.map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')).filter((word) => word.length >= 4),
      ...words.filter((word) => /^\p{L}{2,3}:$/u.test(word)),
    ];
    this.hasWords = this.#words.length > 0;
    this.hasTarget = hasHole(body, (shows) => shows.type === 'call' && targetHelpers.test(shows.helper));
    this.#asked = new Set(askedIn(body));
    this.#isCounted = hasHole(body, isCounter);
    this.#isPacked = body.some(({ type }) => type === 'loop');
    this.#marks = [...new Set(wordsIn(body))].filter((word) => word.length < 4);
  }

  /** The cheapest way to read a text; undefined if the pattern cannot print it. */
  read(text: string): ReadText | undefined {
    const matched = matchedOf(text);
    return this.#only ? this.#whole(this.#only, matched) : this.#search(matched);
  }

  #whole(hole: Hole, text: Matched): ReadText | undefined {
    const cost = this.#price(hole.shows, text.plain, none);
    if (!Number.isFinite(cost)) return undefined;
    return { cost, events: [{ type: 'hole', hole, text: text.cut(0, text.plain.length) }] };
  }

  #search(text: Matched): ReadText | undefined {
    const { edges, tokens, start, end } = this.#automaton;
    const queue = new Cheapest<Way>();
    const seen = new Set<string>();
    queue.push({ cost: 0, state: start, at: 0, context: none, before: undefined, event: undefined });
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const way = queue.pop();
      if (!way) return undefined;
      const key = `${way.state} ${way.at} ${way.context.key}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (way.state === end && way.at === text.plain.length) return { cost: way.cost, events: eventsOf(way) };
      for (const { to, cost, event } of edges[way.state] ?? []) {
        const context = event ? after(event, way) : way.context;
        if (!context) continue;
        const { unbroken } = way;
        queue.push({ cost: way.cost + cost, state: to, at: way.at, context, before: way, event, unbroken });
      }
      const token = tokens[way.state];
      if (token) this.#take(token.node, token.to, way, text, queue);
    }
    return undefined;
  }

  #take(token: Token, to: number, way: Way, text: Matched, queue: Cheapest<Way>): void {
    const { at, cost, context } = way;
    if (token.type === 'literal') {
      if (text.plain.startsWith(token.text, at))
        queue.push({ cost, state: to, at: at + token.text.length, context, before: way, event: undefined });
      // 1总体规划 for 1、总体规划: behind its number a mark may lack.
      else if (/^[、.:]$/.test(token.text) && /\d/.test(text.plain[at - 1] ?? ''))
        queue.push({ cost: cost + 0.6, state: to, at, context, before: way, event: undefined });
      return;
    }
    if (token.type === 'break') {
      const isEnd = at === 0 || at === text.plain.length || text.breaks.has(at) || way.unbroken === at;
      const unbroken = isEnd ? way.unbroken : at;
      queue.push({ cost: cost + (isEnd ? 0 : 0.4), state: to, at, context, before: way, event: undefined, unbroken });
      return;
    }
    for (const [end, price] of this.#ends(token, to, way, text)) {
      const shown = text.plain.slice(at, end);
      const inner = price + this.#price(token.shows, shown, context);
      if (!Number.isFinite(inner)) continue;
      const event: TextEvent = { type: 'hole', hole: token, text: text.cut(at, end) };
      const next = this.#noted(token.shows, shown, context);
      queue.push({ cost: cost + inner, state: to, at: end, context: next, before: way, event });
    }
  }

  #price(shows: Expression, shown: string, context: Context): number {
    if (shown === '') return 0.2;
    if (isCounter(shows)) return counterPrice(shows, shown, context);
    if (this.#words.some((word) => shown.includes(word))) return Number.POSITIVE_INFINITY;
    // What begins as the form's own numbers is numbered by the form.
    return (
      misfit(shows, shown) +
      (this.#isCounted && /^\d{1,2}[.、]/.test(shown) ? 0.5 : 0) +
      (fitOf(shows) ? 0 : this.#held(shown))
    );
  }

  /** Short marks of the form inside a free text make it a little less likely. */
  #held(shown: string): number {
    if (!this.#isPacked) return 0;
    return this.#marks.reduce(
      (sum, mark) => sum + Math.min(shown.split(mark).length - 1, mostHeld) * (mark.length > 1 ? 0.4 : 0.15),
      0,
    );
  }

  /** Remembers what options ask for. */
  #noted(shows: Expression, shown: string, context: Context): Context {
    const key = keyOf(shows, () => '*');
    if (!this.#asked.has(key)) return context;
    const facts = new Map(context.facts).set(key, shown);
    return { ...context, facts, key: keyed(context.turns, facts) };
  }

  /** Where a hole may end, with what that costs: before what may follow it, each time it does. */
  *#ends(hole: Hole, to: number, { at }: Way, text: Matched): Generator<readonly [number, number]> {
    const follow = this.#followOf(to);
    const { plain } = text;
    for (const mark of follow.literals) {
      let price = 0;
      for (let end = plain.indexOf(mark, at); end >= 0; end = plain.indexOf(mark, end + 1)) {
        yield [end, price];
        price += swallowed(mark);
        if (price > mostSwallowed) break;
      }
    }
    if (follow.hasBreak) {
      let price = 0;
      for (const end of text.ends) {
        if (end <= at) continue;
        yield [end, price + (follow.hasParagraph && text.breaks.get(end) === 1 ? 0.3 : 0)];
        price += text.breaks.get(end) === 2 || !follow.hasParagraph ? 1 : 0.2;
        if (price > mostSwallowed) break;
      }
    }
    if (follow.hasHole)
      for (let end = at; end <= Math.min(plain.length, at + 40); end += 1) yield [end, this.#adjacent(hole, end - at)];
    if (follow.isEnd) {
      const held = plain.slice(at);
      const price = follow.literals.reduce((sum, mark) => sum + swallowed(mark) * (held.split(mark).length - 1), 0);
      const lines = text.ends.filter((end) => end > at);
      const paragraphs = follow.hasBreak
        ? lines.filter((end) => text.breaks.get(end) === 2 || !follow.hasParagraph)
        : [];
      const more = follow.hasBreak ? paragraphs.length + 0.2 * (lines.length - paragraphs.length) : 0;
      if (price + more <= mostSwallowed) yield [plain.length, price + more];
    }
  }

  /** Between two holes without a mark, the first takes as much as fits its kind. */
  #adjacent(_hole: Hole, length: number): number {
    return length === 0 ? 0.3 : 0.2 - Math.min(length, 40) * 0.004;
  }

  #followOf(state: number): Follow {
    const known = this.#follows.get(state) ?? followOf(this.#automaton, state);
    this.#follows.set(state, known);
    return known;
  }
}

const none: Context = { turns: [], facts: new Map(), key: '' };

function keyed(turns: Context['turns'], facts: Context['facts']): string {
  return `${turns.map(({ index }) => index).join('.')} ${[...facts.values()].join('|')}`;
}

/** The context after an event; undefined where the event cannot be. */
function after(event: Event, { context, at }: Way): Context | undefined {
  const { turns, facts } = context;
  if (event.type === 'option') return isSo(event, facts) ? context : undefined;
  if (event.type === 'end') {
    const left = turns.slice(0, -1);
    return { turns: left, facts, key: keyed(left, facts) };
  }
  const last = turns.at(-1);
  if (!event.isFirst && last?.at === at) return undefined;
  const next = event.isFirst
    ? [...turns, { loop: event.loop, index: 0, at }]
    : [...turns.slice(0, -1), { loop: event.loop, index: (last?.index ?? 0) + 1, at }];
  return { turns: next, facts, key: keyed(next, facts) };
}

/** Whether a branch agrees with what was read: `{{#if (eq level1 "产出指标")}}`. */
function isSo({ option: { asks }, isTaken }: Extract<Event, { type: 'option' }>, facts: Context['facts']): boolean {
  if (asks.type !== 'call' || asks.helper !== 'eq') return true;
  const [path, word] = asks.given;
  if (path?.type !== 'path' || word?.type !== 'constant') return true;
  const known = facts.get(keyOf(path, () => '*'));
  return known === undefined || (known === word.value) === isTaken;
}

/** `(add @index 1)`, not `(add year -1)`. */
function isCounter(shows: Expression): boolean {
  return shows.type === 'call' && shows.helper === 'add' && shows.given[0]?.type === 'turn';
}

/** A counter is the turn's number; another number is read where the list was not numbered anew. */
function counterPrice(shows: Expression, shown: string, { turns }: Context): number {
  if (!/^\d{1,3}$/.test(shown)) return Number.POSITIVE_INFINITY;
  const turn = shows.type === 'call' ? shows.given[0] : undefined;
  const index = turn?.type === 'turn' ? turns.find(({ loop }) => loop === turn.of)?.index : undefined;
  return index !== undefined && shown === String(index + 1) ? 0 : 0.5;
}

interface Follow {
  readonly literals: readonly string[];
  readonly hasBreak: boolean;
  readonly hasParagraph: boolean;
  readonly hasHole: boolean;
  readonly isEnd: boolean;
}

/** What may stand next after a state. */
function followOf({ edges, tokens, end }: Automaton<Token>, state: number): Follow {
  const literals = new Set<string>();
  const found = { hasBreak: false, hasParagraph: false, hasHole: false, isEnd: false };
  const seen = new Set<number>();
  const open = [state];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at === end) found.isEnd = true;
    open.push(...(edges[at] ?? []).map(({ to }) => to));
    const token = tokens[at];
    if (!token) continue;
    if (token.node.type === 'literal') literals.add(token.node.text);
    else if (token.node.type === 'hole') found.hasHole = true;
    else {
      found.hasBreak = true;
      if (token.node.isParagraph) found.hasParagraph = true;
      // Whatever may follow the end of the line may also follow without one.
      const rest = followOf({ edges, tokens, end, start: 0 }, token.to);
      if (rest.isEnd) found.isEnd = true;
      for (const mark of rest.literals) literals.add(mark);
    }
  }
  return { literals: [...literals], ...found };
}

function eventsOf(way: Way): TextEvent[] {
  const events: TextEvent[] = [];
  for (let at: Way | undefined = way; at; at = at.before) if (at.event) events.push(at.event);
  return events.reverse();
}

function wordsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'literal') return [node.text];
    return node.type === 'loop' || node.type === 'option' ? wordsIn(insideOf(node)) : [];
  });
}

function askedIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'loop' && node.type !== 'option') return [];
    const inner = askedIn(insideOf(node));
    const path =
      node.type === 'option' && node.asks.type === 'call' && node.asks.helper === 'eq' ? node.asks.given[0] : undefined;
    return path ? [keyOf(path, () => '*'), ...inner] : inner;
  });
}

function hasHole(nodes: readonly Node[], is: (shows: Expression) => boolean): boolean {
  return nodes.some((node) => {
    if (node.type === 'hole') return is(node.shows);
    return (node.type === 'loop' || node.type === 'option') && hasHole(insideOf(node), is);
  });
}
