import { shippedTerms } from './shipped/all.js';
import type { Term, TermKind, TermSource } from './term.js';

/** English for a Chinese text, with where it comes from. */
export interface Known {
  readonly en: string;
  readonly source: TermSource;
}

/** All pairs that are known. What it does not know is undefined: nothing is invented. */
export interface Termbase {
  /** English of a whole text; terms of this kind come before others, the user's before the shipped. */
  english(zh: string, kind?: TermKind): Known | undefined;
}

/** Kinds whose texts may be any other kind's words too: 一般公共预算 is a source of money and a concept. */
const strict: ReadonlySet<TermKind> = new Set(['unit', 'value', 'body', 'sign']);

/**
 * The shipped terms and the user's own. Looked up is the whole text, the longest there is; then without white space and the
 * mark at its end; then parts where they are certain: a number's unit in brackets behind an indicator (完成率(%)), a region
 * before the name of a body (广州市科学技术协会), the longest body first.
 */
export function termbase(own: readonly Term[] = []): Termbase {
  const mine = shelf(own);
  const shipped = shelf(shippedTerms);
  const whole = (zh: string, kind?: TermKind): Known | undefined =>
    mine.of(zh, kind) ?? shipped.of(zh, kind) ?? mine.other(zh, kind) ?? shipped.other(zh, kind);
  const english = (zh: string, kind?: TermKind): Known | undefined => {
    const plain = plainOf(zh);
    return whole(zh, kind) ?? whole(plain, kind) ?? partsOf(plain, kind, whole);
  };
  return { english };
}

type LookUp = (zh: string, kind?: TermKind) => Known | undefined;

interface Shelf {
  /** Among the terms of this kind, and those for any. */
  readonly of: LookUp;
  /** Among those of other kinds, where a word of one may stand for another. */
  readonly other: LookUp;
}

function shelf(terms: readonly Term[]): Shelf {
  const byKind = new Map<string, Known>();
  const byText = new Map<string, Known>();
  for (const { zh, en, kind, source } of terms) {
    const known = { en, source };
    const key = `${kind} ${zh}`;
    if (!byKind.has(key)) byKind.set(key, known);
    if (!strict.has(kind) && !byText.has(zh)) byText.set(zh, known);
  }
  return {
    of: (zh, kind) => byKind.get(`${kind} ${zh}`) ?? byKind.get(`any ${zh}`),
    other: (zh, kind) => (kind !== undefined && strict.has(kind) ? undefined : byText.get(zh)),
  };
}

/** Without outer white space and a mark at the end; brackets as Chinese writes them. */
function plainOf(zh: string): string {
  return zh
    .trim()
    .replace(/[。；;，,]$/, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .trim();
}

const measured = /^(.+)（([%‰％])）$/s;

function partsOf(zh: string, kind: TermKind | undefined, whole: LookUp): Known | undefined {
  const [, name = '', sign = ''] = measured.exec(zh) ?? [];
  if (name !== '' && kind === 'indicator') {
    const known = whole(name, kind);
    return known && { ...known, en: `${known.en} (${sign.normalize('NFKC')})` };
  }
  return kind === 'department' ? bodyOf(zh, whole) : undefined;
}

/** A region and a body that are both known, and nothing else; the body as long as can be. */
function bodyOf(zh: string, whole: LookUp): Known | undefined {
  for (let at = 2; at < zh.length - 1 && at < 16; at += 1) {
    const region = whole(zh.slice(0, at), 'region');
    const body = whole(zh.slice(at), 'body');
    if (region && body) return { en: inRegion(region.en, body.en), source: body.source };
  }
  return undefined;
}

/** 'Nansha District, Guangzhou' goes behind: Association of Nansha District, Guangzhou. */
function inRegion(region: string, body: string): string {
  if (region.includes(',')) return `${body} of ${region}`;
  return `${region.replace(/ Province$| Autonomous Region$/, '')} ${body}`;
}
