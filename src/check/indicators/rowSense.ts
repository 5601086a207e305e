import type { Indicator } from '../../report/schema.js';
import { composeTarget, mainTarget } from '../../report/target.js';
import { lowWeights, rowWeights } from '../lexicon/rowWeights.js';
import { changeVerbs, demandWords } from '../lexicon/values.js';
import { headOf } from './heads.js';
import { LinearWeights } from './linear.js';
import { bareOf } from './nameKind.js';

/**
 * What is told of a row of indicators as a whole: whether a reviewer sends back its `name`, its `value`. Each is a linear sum over parts of
 * the level, the name and the value; whether less of a thing is better (`lowSense`) is one over parts of its name. The weights were learned
 * from the judged rows in `test/check/rows`.
 */
export const rowSenses = ['name', 'value'] as const;

/** Each about 1 where it is sent back and -1 where it stands. */
export type RowSense = Readonly<Record<(typeof rowSenses)[number], number>>;

const weights = new LinearWeights(rowWeights, rowSenses.length);
const weightsOfLow = new LinearWeights(lowWeights, 1);

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
    const [ofName = 0, ofValue = 0] = weights.sumsOf(rowParts(level, name, value));
    sense = { name: ofName, value: ofValue };
    if (known.size < mostKnown && key.length < 160) known.set(key, sense);
  }
  return sense;
}

/** Whether less of a thing is better, about 1, or more of it, about -1. */
export function lowSense(name: string): number {
  return weightsOfLow.sumsOf(lowParts(bareOf(name)))[0] as number;
}

/** So much of a name is looked at, its end; and of a value. */
const [longestName, longestValue] = [24, 16];
const signs = /^(?:>=|<=|[≥≤≧≦>＞<＜=＝]|大于等于|小于等于|不低于|不少于|不高于|不超过|大于|小于|等于)/;
const number = /^\d+(?:\.\d+)?/;

/**
 * The parts of a row that are weighed; none has a space. Levels by their kind, numbers as 0 and by their size; of a name what its last noun
 * says that it is, and whether it begins as a demand or an aim does; of a value in words where it stands in the name.
 */
export function rowParts(level: string, name: string, value: string): string[] {
  const bare = bareName(name);
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
  const [head, opening] = [headOf(name) ?? '', openingOf(bare)];
  const parts = [`l${under}`, `k${kind}`, `s${sign}`, `lk${under}${kind}`, `ls${under}${sign}`];
  parts.push(`#${lengthOf(bare)}`, `~${lengthOf(rest)}`);
  parts.push(`h${head}`, `hl${head}${under}`, `bl${opening}${under}`, `bh${opening}${head}${kind}`);
  addPairs(parts, 'n', bare.slice(-longestName));
  addEnds(parts, 'n', bare, 4);
  if (digits !== '') parts.push(`u${rest.slice(0, 6)}`, `m${sizeOf(digits)}${rest.startsWith('%') ? '%' : ''}`);
  else if (rest !== '') {
    const end = rest.slice(-longestValue);
    for (const character of end) parts.push(`v${character}`);
    addPairs(parts, 'v', end);
    addEnds(parts, 'v', end, 3);
    const place = placeOf(rest, bare);
    parts.push(
      `o${sharedOf(bare, rest)}`,
      `p${place}`,
      `pl${place}${under}`,
      `ph${place}${head}`,
      `pb${place}${opening}`,
    );
  }
  return parts;
}

/** The parts of a name that tell whether less of it is better. */
export function lowParts(name: string): string[] {
  const bare = bareName(name).slice(-longestName);
  const parts = [...bare].map((character) => `n${character}`);
  addPairs(parts, 'n', bare);
  addEnds(parts, 'n', bare, 5);
  return parts;
}

/** A name without its number and the marks at its ends. */
function bareName(name: string): string {
  return plain(name)
    .replace(/^[★☆*※◆●]+/, '')
    .replace(/^(?:指标|目标)?[\d一二三四五六七八九十]{0,2}[:.、]|^指标\d{1,2}/, '')
    .replace(/[，。；、,;]+$/, '')
    .replace(/\d+(?:\.\d+)?/g, '0');
}

const demand = new RegExp(`^(?:${demandWords})`);
const aim = new RegExp(`^(?:${changeVerbs})`);

/** Whether a name begins as a demand or an aim does. */
export function openingOf(name: string): string {
  return demand.test(name) ? 'demand' : aim.test(name) ? 'aim' : '';
}

/** Where a value in words stands in the name of its row. */
function placeOf(value: string, name: string): string {
  if (name === value) return 'all';
  if (name.startsWith(value)) return 'start';
  if (name.endsWith(value)) return 'end';
  if (name.includes(value)) return 'inside';
  if (value.includes(name)) return 'around';
  return value.startsWith(name.slice(0, 2)) ? 'from' : value.endsWith(name.slice(-2)) ? 'to' : '';
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"‘’'`\\《》]/g, '');
}

function kindOf(written: string, digits: string, rest: string): string {
  if (written === '') return 'none';
  if (digits === '') return rest.includes('0') ? 'text0' : 'text';
  return rest === '' ? 'bare' : rest.startsWith('%') ? 'share' : 'unit';
}

function addPairs(parts: string[], of: string, text: string): void {
  for (let at = 0; at + 1 < text.length; at += 1) parts.push(`${of}${text.slice(at, at + 2)}`);
}

/** The last ones, up to so many characters, and the first ones. */
function addEnds(parts: string[], of: string, text: string, longest: number): void {
  for (let length = 1; length <= Math.min(longest, text.length); length += 1)
    parts.push(`${of}${text.slice(-length)}$`);
  for (let length = 1; length <= Math.min(longest, 4, text.length); length += 1)
    parts.push(`${of}^${text.slice(0, length)}`);
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
