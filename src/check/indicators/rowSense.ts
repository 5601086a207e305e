import type { Indicator } from '../../report/schema.js';
import { composeTarget, mainTarget } from '../../report/target.js';
import { rowWeights } from '../lexicon/rowWeights.js';
import { LinearWeights } from './linear.js';

/**
 * What is told of a row of indicators as a whole: whether a reviewer sends back its `name`, its `value`; whether less of it is better (`low`).
 * Each is a linear sum over parts of the level, the name and the value, `low` over those of the name; the weights were learned from the
 * judged rows in `test/check/rows`.
 */
export const rowSenses = ['name', 'value', 'low'] as const;

/** Each about 1 where it is so and -1 where it is not. */
export type RowSense = Readonly<Record<(typeof rowSenses)[number], number>>;

const weights = new LinearWeights(rowWeights, rowSenses.length);

/** `low` is told by the name alone. */
export function isHidden(part: string, output: number): boolean {
  return output === 2 && !part.startsWith('n');
}

/** What the row of an indicator tells; of one that has no value, with an empty one. */
export function rowSense(indicator: Indicator): RowSense {
  const target = mainTarget(indicator);
  const level = indicator.level2 ?? indicator.level1;
  return rowSenseOf(level, indicator.name, target === undefined ? '' : composeTarget(target));
}

const known = new Map<string, RowSense>();
/** Forms repeat their rows; those of a stranger's report must not fill the memory. */
const mostKnown = 5000;

export function rowSenseOf(level: string, name: string, value: string): RowSense {
  const key = `${level}\n${name}\n${value}`;
  let sense = known.get(key);
  if (sense === undefined) {
    sense = senseBy(weights, rowParts(level, name, value));
    if (known.size < mostKnown && key.length < 160) known.set(key, sense);
  }
  return sense;
}

/** What the parts of a row tell by some weights. */
export function senseBy(weights: LinearWeights, parts: readonly string[]): RowSense {
  const places = parts.flatMap((part) => weights.placeOf(part) ?? []);
  const base = weights.placeOf('') as number;
  const scale = 1 / Math.sqrt(Math.max(1, places.length));
  const [name = 0, value = 0, low = 0] = rowSenses.map((_, nth) => {
    let sum = 0;
    for (const place of places) sum += weights.weightAt(place, nth);
    return weights.weightAt(base, nth) + scale * sum;
  });
  return { name, value, low };
}

/** So much of a name is looked at, its end; and of a value. */
const [longestName, longestValue] = [24, 16];
const signs = /^(?:>=|<=|[≥≤≧≦>＞<＜=＝]|大于等于|小于等于|不低于|不少于|不高于|不超过|大于|小于|等于)/;
const number = /^\d+(?:\.\d+)?/;

/** The parts of a row that are weighed; none has a space. Levels by their kind, numbers as 0 and by their size. */
export function rowParts(level: string, name: string, value: string): string[] {
  const bare = plain(name)
    .replace(/^[★☆*※◆●]+/, '')
    .replace(/^(?:指标|目标)?[\d一二三四五六七八九十]{0,2}[:.、]|^指标\d{1,2}/, '')
    .replace(/[，。；、,;]+$/, '')
    .replace(/\d+(?:\.\d+)?/g, '0');
  const under = plain(level)
    .replace(/\(.*/, '')
    .replace(/服务对象|产出|指标|目标|值|(?<=经济|社会|生态)效/g, '')
    .replace(/^经济成本$/, '成本');
  const written = plain(value);
  const sign = signs.exec(written)?.[0] ?? '';
  const behind = written.slice(sign.length);
  const digits = number.exec(behind)?.[0] ?? '';
  const rest = behind.slice(digits.length).replace(/\d+(?:\.\d+)?/g, '0');
  const kind = kindOf(written, digits, rest);
  const parts = [`l${under}`, `k${kind}`, `s${sign}`, `lk${under}${kind}`, `ls${under}${sign}`];
  parts.push(`#${lengthOf(bare)}`, `~${lengthOf(rest)}`);
  addPieces(parts, 'n', bare.slice(-longestName));
  if (digits !== '') parts.push(`u${rest.slice(0, 6)}`, `m${sizeOf(digits)}${rest.startsWith('%') ? '%' : ''}`);
  else if (rest !== '') {
    addPieces(parts, 'v', rest.slice(-longestValue));
    parts.push(`o${sharedOf(bare, rest)}`);
  }
  return parts;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"‘’'`\\《》]/g, '');
}

function kindOf(written: string, digits: string, rest: string): string {
  if (written === '') return 'none';
  if (digits === '') return rest.includes('0') ? 'text0' : 'text';
  return rest === '' ? 'bare' : rest.startsWith('%') ? 'share' : 'unit';
}

/** Characters and pairs, the last ones and the first ones. */
function addPieces(parts: string[], of: string, text: string): void {
  for (let at = 0; at < text.length; at += 1) {
    parts.push(`${of}${text.charAt(at)}`);
    if (at + 1 < text.length) parts.push(`${of}${text.slice(at, at + 2)}`);
  }
  for (let length = 1; length <= Math.min(5, text.length); length += 1) parts.push(`${of}${text.slice(-length)}$`);
  for (let length = 1; length <= Math.min(4, text.length); length += 1) parts.push(`${of}^${text.slice(0, length)}`);
}

const lengths = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30];

function lengthOf(text: string): number {
  return lengths.find((length) => text.length <= length) ?? 99;
}

const sizes = [0, 0.99, 9.99, 99.99, 100, 999.99];

function sizeOf(digits: string): number {
  const size = Number(digits);
  return sizes.find((most) => size <= most) ?? 1000;
}

/** How much of a value in words is in the name already, in quarters. */
function sharedOf(name: string, value: string): string {
  const characters = new Set(name);
  const shared = [...value].filter((character) => characters.has(character)).length / value.length;
  return `${Math.round(shared * 4)}${shared > 0.6 ? `.${lengthOf(value)}` : ''}`;
}
