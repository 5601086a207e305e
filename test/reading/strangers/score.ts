import { listedRegions } from '../../../src/regions/tree.js';
import type { Target } from '../../../src/report/schema.js';
import { composeTarget } from '../../../src/report/target.js';

/**
 * Scores a reading of a published table against what a careful person enters (gold.json).
 *
 * Leaves are the texts and numbers of the report. Members of lists are paired by likeness first, then scored pair by pair. What is
 * taste is not scored: white space; `491` and `491.00`; how much of a region's name is written; levels with or without 指标 at their end; goals of one period and duties
 * in one text or in several, with or without the numbers before them (`1.`, `目标2：`); what forms print around a field, which layouts
 * print again: the number of an indicator (`指标1：`) or of a step, the star before a core one, the points behind a level (`（0-20）分`) or a weight
 * (`10分`), 注： before a note; the year, the place or brackets around a title; choices with boxes or the ticked one alone; a value in parts
 * or in one text that prints the same (`不低于95%`, `＝` and `=`), days from and to in one text or in two fields; rows of indicators that are blank slots (`指标2：`, `……`). Nor is what a table leaves blank, a name or the amount of a source, whether gold has it as `''` or not at all. What some tables do not print is scored
 * only where both have it: year, region, title, the points of the budget's execution, whether an indicator is 定性 (`nature`); and no level where gold's is empty.
 */
export interface Score {
  /** Leaves of gold that the reading has, the same. */
  right: number;
  /** Of these, those that a question or a note points at: pointing at everything is no help. */
  rightSaid: number;
  /** Leaves that differ, or that gold has not, and of which the reading said nothing. */
  wrongSilent: number;
  /** The same, where the reading asked or listed. */
  wrongSaid: number;
  /** Leaves of gold that the reading has not and did not list. */
  missing: number;
  /** Leaves of gold that the reading has not but listed as left. */
  missingSaid: number;
  /** Members of lists that stand before one that they stand after in gold. */
  disordered: number;
  /** One line a leaf that is not right: where in gold (or the reading), what was wanted, what was read. */
  faults: { kind: 'wrong' | 'missing' | 'extra'; said: boolean; at: string; gold?: string; read?: string }[];
}

/** What a reading told beside its report. */
export interface Said {
  /** JSON pointers into the reading's report that a question or a remark points at; one covers all below it. */
  asked: readonly string[];
  /** Texts of the source listed as left. */
  left: readonly string[];
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Of the program, not of the table. */
const unscored = new Set(['$schema', 'layout', 'id', 'parent', 'goal', 'accepted', 'date', 'approvalDate']);
const given = /^\/(year|region|region\/code)$|\/(?:title|executionWeight)$|\/indicators\/\d+\/nature$/;
const isUnscored = (key: string): boolean => unscored.has(key) || key.endsWith('En') || key === 'brief';

export function score(report: unknown, gold: unknown, said: Said = { asked: [], left: [] }): Score {
  const total: Score = {
    right: 0,
    rightSaid: 0,
    wrongSilent: 0,
    wrongSaid: 0,
    missing: 0,
    missingSaid: 0,
    disordered: 0,
    faults: [],
  };
  compare(gold as Json, report as Json, '', '', { total, said });
  return total;
}

interface Run {
  readonly total: Score;
  readonly said: Said;
}

function compare(gold: Json | undefined, read: Json | undefined, goldAt: string, readAt: string, run: Run): void {
  if (isList(gold) || isList(read)) {
    lists(isList(gold) ? gold : [], isList(read) ? read : [], goldAt, readAt, run);
  } else if (isObject(gold) || isObject(read)) {
    const wanted = isObject(gold) ? gold : {};
    const had = isObject(read) ? read : {};
    if (/[tT]arget$/.test(goldAt) && gold !== undefined && read !== undefined && printed(wanted) === printed(had)) {
      isRight(Object.keys(wanted).length, readAt, run);
      return;
    }
    if (goldAt.endsWith('/period') && isObject(gold) && isObject(read) && days(gold) === days(read)) {
      isRight(Object.keys(wanted).length, readAt, run);
      return;
    }
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(had)])) {
      if (isUnscored(key)) continue;
      if (key === 'core' && wanted.core === undefined && /^[*★]/u.test(String(wanted.name))) continue;
      if (given.test(`${goldAt}/${key}`) && (wanted[key] === undefined || had[key] === undefined)) continue;
      compare(wanted[key], had[key], `${goldAt}/${key}`, `${readAt}/${key}`, run);
    }
  } else {
    leaf(gold, read, goldAt, readAt, run);
  }
}

function isRight(leaves: number, readAt: string, { total, said }: Run): void {
  total.right += leaves;
  if (isAskedAt(readAt, said)) total.rightSaid += leaves;
}

function isAskedAt(readAt: string, { asked }: Said): boolean {
  return asked.some((at) => readAt === at || readAt.startsWith(`${at}/`));
}

function leaf(
  gold: Json | undefined,
  read: Json | undefined,
  goldAt: string,
  readAt: string,
  { total, said }: Run,
): void {
  if ((gold === undefined || gold === '') && read === undefined) return;
  if (gold === '' && goldAt.endsWith('/level1')) return;
  const level = (value: Json): Json => withoutForm(value, goldAt);
  const alike = goldAt === '/region/name' ? isSameRegion : goldAt.endsWith('/title') ? isSameTitle : isSame;
  if (gold !== undefined && read !== undefined && alike(level(gold), level(read))) {
    isRight(1, readAt, { total, said });
    return;
  }
  const isAsked = isAskedAt(readAt, said);
  // 数量指标（必填） read as 数量指标 with （必填） listed.
  const [whole, start] = [bare(String(gold)), bare(String(read))];
  const rest = read !== undefined && whole.startsWith(start) ? whole.slice(start.length) : whole;
  const isListed = gold !== undefined && rest !== '' && said.left.some((text) => bare(text).includes(rest));
  if (read === undefined) {
    if (isListed) total.missingSaid++;
    else total.missing++;
    total.faults.push({ kind: 'missing', said: isListed, at: goldAt, gold: String(gold) });
    return;
  }
  const isSaid = isAsked || isListed;
  if (isSaid) total.wrongSaid++;
  else total.wrongSilent++;
  total.faults.push(
    gold === undefined
      ? { kind: 'extra', said: isSaid, at: readAt, read: String(read) }
      : { kind: 'wrong', said: isSaid, at: goldAt, gold: String(gold), read: String(read) },
  );
}

function lists(gold: readonly Json[], read: readonly Json[], goldAt: string, readAt: string, run: Run): void {
  const isFilled = (member: Json): boolean => !(goldAt || readAt).endsWith('/indicators') || !isSlot(member);
  const wanted = joined(gold, goldAt).filter(isFilled);
  const had = joined(read, readAt);
  const partners = pair(wanted, had);
  const inGoldOrder = partners.filter((at): at is number => at !== undefined);
  run.total.disordered += inGoldOrder.filter((at, n) => n > 0 && at < (inGoldOrder[n - 1] ?? 0)).length;
  wanted.forEach((member, n) => {
    const at = partners[n];
    compare(
      member,
      at === undefined ? undefined : had[at],
      `${goldAt}/${n}`,
      at === undefined ? '' : `${readAt}/${at}`,
      run,
    );
  });
  had.forEach((member, at) => {
    if (!partners.includes(at) && isFilled(member)) compare(undefined, member, '', `${readAt}/${at}`, run);
  });
}

/** A field without what forms print around it. */
function withoutForm(value: Json, at: string): Json {
  if (/\/level[12]$/.test(at))
    return String(value)
      .replace(/[（(]\d+-\d+[)）]分$/u, '')
      .replace(/指标$/, '');
  if (/\/indicators\/\d+\/name$/.test(at))
    return String(value).replace(/^(?:指标\s*\d{1,2}\s*[：:.．、]|[*★])\s*/u, '');
  if (/\/plan\/\d+\/content$/.test(at)) return numberless(String(value));
  if (/^\/notes\/\d+$/.test(at)) return String(value).replace(/^注\s*[：:]\s*/u, '');
  if (/\/(?:attribute|kind|type|nature)$/.test(at) && /[□☐口]/.test(String(value))) return ticked(String(value));
  return at.endsWith('/executionWeight') ? String(value).replace(/分$/, '') : value;
}

/** Of choices with boxes the ticked one: 1、持续性项目 ☑ 2、新增性项目 □. */
function ticked(text: string): string {
  const [, chosen = text] = /^\s*[□☐口√✓☑■✔]/.test(text)
    ? (/[√✓☑■✔]\s*([^\s□☐口√✓☑■✔]+)/.exec(text) ?? [])
    : (/([^\s□☐口√✓☑■✔]+)\s*[√✓☑■✔]/.exec(text) ?? []);
  return chosen.replace(/^\d{1,2}[、.．]/, '');
}

/** A row of indicators that nobody filled: a number, dots or a stroke for a name, and no value. */
function isSlot(member: Json): boolean {
  if (!isObject(member)) return false;
  const { name, annualTarget, wholeTarget, mediumTarget } = member;
  const hasValue = [annualTarget, wholeTarget, mediumTarget].some((each) => isObject(each) && printed(each) !== '');
  return !hasValue && /^(?:指标\s*\d{0,2}\s*[：:.．、]?)?\s*[/／—…·.×]*$/.test(String(name ?? ''));
}

/** From when to when, in one text or in two fields. */
function days({ years, build, start = '', end = '' }: { readonly [key: string]: Json }): string {
  const text = String(years ?? build ?? `${start} ${end}`);
  return (text.match(/\d+/g) ?? []).map((part) => part.replace(/^0+(?=\d)/, '')).join(' ');
}

/** A value as it is printed, whichever way it is parted. */
function printed(target: { readonly [key: string]: Json }): string {
  return bare(composeTarget(target as unknown as Target))
    .normalize('NFKC')
    .replace(/>=|≧/g, '≥')
    .replace(/<=|≦/g, '≤');
}

/** Whatever year, place or brackets stand around it. */
function isSameTitle(gold: Json, read: Json): boolean {
  const [wanted, had] = [gold, read].map((text) =>
    bare(String(text))
      .replace(/[（(](?:[^（()）]*(?:年度?|[省市县区]))[)）]$/, '')
      .replace(/(?:19|20)\d\d年?度?/g, ''),
  ) as [string, string];
  const [short = '', long = ''] = [wanted, had].sort((one, other) => one.length - other.length);
  return (
    isSame(wanted, had) ||
    (short.length > 5 && long.endsWith(short) && /[省市县区旗州镇乡]$/.test(long.slice(0, -short.length)))
  );
}

/** For each member of gold the member of the reading that is most like it, the likest pairs first, near places before far ones. */
function pair(gold: readonly Json[], read: readonly Json[]): (number | undefined)[] {
  const goldLeaves = gold.map(leavesOf);
  const readLeaves = read.map(leavesOf);
  const found = goldLeaves.flatMap((wanted, n) =>
    readLeaves.map((had, at) => ({ n, at, likeness: likeness(wanted, had), far: Math.abs(n - at) })),
  );
  found.sort((a, b) => b.likeness - a.likeness || a.far - b.far || a.n - b.n);
  const partners: (number | undefined)[] = gold.map(() => undefined);
  const taken = new Set<number>();
  for (const { n, at, likeness } of found) {
    if (likeness === 0 || partners[n] !== undefined || taken.has(at)) continue;
    partners[n] = at;
    taken.add(at);
  }
  // Alone on both sides: the same member, all of it misread.
  const free = partners.flatMap((at, n) => (at === undefined ? [n] : []));
  const over = read.flatMap((_, at) => (taken.has(at) ? [] : [at]));
  if (free.length === 1 && over.length === 1) partners[free[0] as number] = over[0];
  return partners;
}

/** A member's leaves: where in it, and what. */
function leavesOf(member: Json): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: Json, at: string): void => {
    if (isList(value))
      value.forEach((one, n) => {
        walk(one, `${at}/${n}`);
      });
    else if (isObject(value))
      for (const [key, one] of Object.entries(value)) {
        if (!isUnscored(key)) walk(one, `${at}/${key}`);
      }
    else leaves.set(at, bare(String(value)));
  };
  walk(member, '');
  return leaves;
}

/** Shares of equal leaves, names counted heavily: a row that lost its value is still that row. */
function likeness(gold: Map<string, string>, read: Map<string, string>): number {
  let same = 0;
  let all = 0;
  for (const [at, text] of gold) {
    const weight = at === '/name' || at === '' ? 6 : at.startsWith('/level') ? 0.5 : 1;
    all += weight;
    const other = read.get(at);
    if (other === undefined) continue;
    if (other === text) same += weight;
    else if (weight === 6 && (other.includes(text) || text.includes(other)) && other !== '' && text !== '')
      same += weight / 3;
  }
  return all === 0 ? 0 : same / all;
}

/** Goals of one period in one, duties in one, without the numbers before their items. */
function joined(list: readonly Json[], at: string): readonly Json[] {
  if (at.endsWith('/duties')) return list.length === 0 ? [] : [numberless(list.map(String).join('\n'))];
  if (/\/(?:funding|income|expenditure)$/.test(at)) return list.filter((line) => !isObject(line) || line.amount !== '');
  if (!at.endsWith('/goals')) return list;
  const goals = new Map<string, { [key: string]: Json }>();
  for (const goal of list) {
    if (!isObject(goal)) return list;
    const { text, ...rest } = goal;
    const key = JSON.stringify([rest.period, rest.task ?? null, rest.name ?? null, rest.from ?? null, rest.to ?? null]);
    const before = goals.get(key);
    const plain = numberless(String(text ?? ''));
    goals.set(
      key,
      before === undefined ? { ...rest, text: plain } : { ...before, text: `${String(before.text)}${plain}` },
    );
  }
  return [...goals.values()];
}

const numberless = (text: string): string =>
  text
    .replace(/目标\s*\d+\s*[:：]/g, '')
    .replace(
      /(^|[\n。；])\s*(?:[（(]?\d{1,2}(?:[、)）]|[.．](?!\d))|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)/g,
      '$1',
    );

/** 湖南省宁乡市 is 湖南省长沙市宁乡市. */
function isSameRegion(gold: Json, read: Json): boolean {
  const [wanted, had] = [gold, read].map((name) => listedRegions.readings(String(name)).map(({ key }) => key));
  return isSame(gold, read) || (wanted?.length === 1 && wanted[0] === had?.[0]);
}

function isSame(gold: Json, read: Json): boolean {
  const [a, b] = [bare(String(gold)), bare(String(read))];
  return a === b || (isNumber(a) && isNumber(b) && plainNumber(a) === plainNumber(b));
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
const plainNumber = (text: string): string =>
  (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^-?0+(?=\d)/, '');

const bare = (text: string): string => text.replace(/[\s\u3000]+/g, '');

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
