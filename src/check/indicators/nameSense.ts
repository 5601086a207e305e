import type { Target } from '../../report/schema.js';
import { nameWeights } from '../lexicon/nameWeights.js';
import type { UnitKind } from '../lexicon/units.js';
import { LinearWeights } from './linear.js';
import { bareOf } from './nameKind.js';
import { asQuantity } from './targets.js';
import { unitSense } from './units.js';

/**
 * What is told of an indicator by how it is called: the second levels under which reviewers accept it, and what its values are. Each is a
 * linear sum over the characters of the name, singly, in pairs and in threes, and over its beginning and its end; the weights were learned from the lists of
 * names in `test/check/names` by `test/check/names/learn.ts`.
 */

/** Second levels that are told apart; 成本 is 经济成本 too. */
export const senseLevels = [
  '数量',
  '质量',
  '时效',
  '成本',
  '经济效益',
  '社会效益',
  '生态效益',
  '可持续影响',
  '满意度',
  '社会成本',
  '生态环境成本',
] as const;
export type SenseLevel = (typeof senseLevels)[number];

/** What the values of a name are: kinds of units, or words. */
export const valueClasses = [
  'people',
  'household',
  'count',
  'length',
  'area',
  'bulk',
  'share',
  'money',
  'time',
  'manner',
] as const;
export type ValueClass = (typeof valueClasses)[number];

/** What the value of an indicator is: counted, a share, money, a time, or words for how it is done. */
export type ValueKind = 'number' | 'share' | 'money' | 'time' | 'manner';

const outputs = senseLevels.length + valueClasses.length;

/** What is known of a name; each score is about 1 for what reviewers accept and -1 for what they do not. */
export interface NameSense {
  readonly levels: Readonly<Record<SenseLevel, number>>;
  readonly values: Readonly<Record<ValueClass, number>>;
  /** The end of the name that tells most that it is of one level and not of another: 达标率. */
  readonly told: (of: SenseLevel, not: SenseLevel) => string;
}

const endMarks = /[，。；、,;\s]+$/;

/** A name as it is compared: without its number, its bracket, marks and figures; its end, if it is long. */
export function comparable(name: string): string {
  return bareOf(name.slice(-60).replace(endMarks, ''))
    .normalize('NFKC')
    .replace(/^[★☆*※◆●\s]+/, '')
    .replace(/^(?:指标|目标)?[\d一二三四五六七八九十]{0,2}[:.、]\s*|^指标\d{1,2}/, '')
    .replace(/[“”"‘’《》<>≥≤=\s]/g, '')
    .replace(/\d+(?:\.\d+)?/g, '0')
    .slice(-24);
}

/** The parts of a name that are weighed: `$` marks its end, `^` its beginning. */
export function partsOf(name: string): string[] {
  const parts: string[] = [];
  for (let length = 1; length <= 3; length += 1)
    for (let at = 0; at + length <= name.length; at += 1) parts.push(name.slice(at, at + length));
  for (let length = 1; length <= Math.min(5, name.length); length += 1) parts.push(`${name.slice(-length)}$`);
  for (let length = 2; length <= Math.min(3, name.length); length += 1) parts.push(`^${name.slice(0, length)}`);
  return parts;
}

const weights = new LinearWeights(nameWeights, outputs);

/** What the parts of a name say together, before the kind of its value is known. */
interface Summed {
  readonly name: string;
  readonly sums: Float64Array;
  readonly found: number;
  readonly senses: Map<ValueKind | undefined, NameSense>;
}

const known = new Map<string, Summed>();
/** Several rules ask for the same names; those of a stranger's report must not fill the memory. */
const mostKnown = 5000;

/** What a name tells, of an indicator whose value is of a kind, if that is known. */
export function nameSense(name: string, kind?: ValueKind): NameSense {
  let summed = known.get(name);
  if (summed === undefined) {
    summed = summedOf(comparable(name));
    if (known.size < mostKnown && name.length < 60) known.set(name, summed);
  }
  let sense = summed.senses.get(kind);
  if (sense === undefined) {
    sense = senseOf(summed, kind);
    summed.senses.set(kind, sense);
  }
  return sense;
}

function summedOf(name: string): Summed {
  const sums = new Float64Array(outputs);
  let found = 0;
  for (const part of partsOf(name)) {
    const place = weights.placeOf(part);
    if (place === undefined) continue;
    found += 1;
    for (let nth = 0; nth < outputs; nth += 1) sums[nth] = (sums[nth] as number) + weights.weightAt(place, nth);
  }
  return { name, sums, found, senses: new Map() };
}

function senseOf({ name, sums, found }: Summed, kind: ValueKind | undefined): NameSense {
  const base = weights.placeOf('') as number;
  const place = kind && weights.placeOf(`@${kind}`);
  const scale = 1 / Math.sqrt(Math.max(1, place === undefined ? found : found + 1));
  const score = (nth: number): number =>
    weights.weightAt(base, nth) +
    scale * ((sums[nth] as number) + (place === undefined ? 0 : weights.weightAt(place, nth)));
  const levels = {} as Record<SenseLevel, number>;
  senseLevels.forEach((level, nth) => {
    levels[level] = score(nth);
  });
  const values = {} as Record<ValueClass, number>;
  valueClasses.forEach((value, nth) => {
    values[value] = score(senseLevels.length + nth);
  });
  return { levels, values, told: (of, not) => toldBy(name, of, not) };
}

/** Of the ends that tell at least half as much as the one that tells most, the longest. */
function toldBy(name: string, of: SenseLevel, not: SenseLevel): string {
  const ends = [2, 3, 4, 5].flatMap((length) => {
    const place = weights.placeOf(`${name.slice(-length)}$`);
    if (place === undefined || length > name.length) return [];
    const tells = weights.weightAt(place, senseLevels.indexOf(of)) - weights.weightAt(place, senseLevels.indexOf(not));
    return [{ end: name.slice(-length), tells }];
  });
  const most = Math.max(0, ...ends.map(({ tells }) => tells));
  return ends.findLast(({ tells }) => most > 0 && 2 * tells >= most)?.end ?? name;
}

const classOfUnit: Readonly<Partial<Record<UnitKind, ValueClass>>> = {
  people: 'people',
  visits: 'people',
  household: 'household',
  event: 'count',
  thing: 'count',
  length: 'length',
  area: 'area',
  volume: 'bulk',
  weight: 'bulk',
  share: 'share',
  money: 'money',
  time: 'time',
};

/** The class of the values that a unit has; undefined for a unit that is not known, and for points, powers and data. */
export function valueClassOf(unit: string, name = ''): ValueClass | undefined {
  const { kind } = unitSense(unit.trim(), name);
  return kind && classOfUnit[kind];
}

/** What a target's value is; undefined for a number without a unit, which may be any. */
export function valueKindOf(target: Target): ValueKind | undefined {
  const quantity = asQuantity(target);
  if (!quantity) return isOfTime(target) ? 'time' : 'manner';
  const { kind } = unitSense((quantity.unit ?? '').trim());
  if (kind === undefined) return (quantity.unit ?? '').trim() === '' ? undefined : 'number';
  return kind === 'share' || kind === 'money' || kind === 'time' ? kind : 'number';
}

function isOfTime(target: Target): boolean {
  return 'text' in target && /\d\s?[年月日号天]|[一二三四]季度|[年月季]底|年内|当[年月日天]/.test(target.text);
}
