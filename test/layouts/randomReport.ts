import { type Field, fieldsOf, schema } from '../../src/report/fields.js';
import { amountPattern, decimalPattern } from '../../src/report/patterns.js';
import type { Report } from '../../src/report/schema.js';
import { expenditureKinds, fundingSources } from '../../src/report/vocabulary.js';

/** Random reports for layouts: any fields of the schema filled, every text, number and amount of them once in the report. */

/** A filled field, what it says, and whether the page is asked for it. */
export interface Filled {
  readonly path: readonly string[];
  readonly value: string;
}

/** Fields of which a page is not asked: they choose, name, order or translate; levels have set words. */
const left = new Set([
  ...[
    '$schema',
    'layout',
    'region',
    'moneyUnit',
    'accepted',
    'id',
    'parent',
    'publish',
    'withheldReason',
    'group',
    'optional',
  ],
  ...['brief', 'period', 'source', 'kind', 'sign', 'goal', 'approvalDate'],
]);
const levels = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const;

class Maker {
  readonly filled: Filled[] = [];
  #count = 0;

  constructor(
    readonly random: () => number,
    readonly moneyUnit: Report['moneyUnit'],
  ) {}

  report(): Report {
    const root = this.#object(schema(), []) as Report & Record<string, unknown>;
    return { ...root, year: 2026, moneyUnit: this.moneyUnit, region: { name: '青禾市' }, units: root.units } as Report;
  }

  #is(chance: number): boolean {
    return this.random() < chance;
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  #object(field: Field, path: readonly string[]): Record<string, unknown> {
    if (field.then && field.else) return this.#target(path);
    const made: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(fieldsOf(field))) {
      if (left.has(name) && !['period', 'source', 'kind'].includes(name)) continue;
      if (name.endsWith('En') || name === 'date') continue;
      const isNeeded = (field as { readonly required?: readonly string[] }).required?.includes(name) ?? false;
      if (!isNeeded && this.#is(0.45)) continue;
      made[name] = this.#value(name, inner, [...path, name]);
    }
    if ('level1' in made) [made.level1, made.level2] = this.#pick(levels);
    return made;
  }

  #value(name: string, field: Field, path: readonly string[]): unknown {
    if (field.type === 'array') {
      const most = name === 'units' || name === 'projects' ? 2 : 3;
      const length = Math.ceil(this.random() * most);
      const list = Array.from({ length }, (_, index) => this.#value('', field.items ?? {}, [...path, String(index)]));
      return isLines(name) ? distinct(list as Line[]) : list;
    }
    if (field.type === 'object') return this.#object(field, path);
    if (field.type === 'boolean') return undefined;
    if (field.type === 'integer' && field.maximum) return 2150 + Math.floor(this.random() * 40);
    if (name === 'year' && field.type === 'integer') return 2020 + Math.floor(this.random() * 5);
    if (field.enum) return this.#pick(field.enum);
    if (name === 'kind' && path.at(-2) !== undefined && path.includes('expenditure'))
      return this.#pick(Object.keys(expenditureKinds));
    const value = this.#scalar(name, field);
    if (!left.has(name) && name !== 'level1' && name !== 'level2') this.filled.push({ path, value: String(value) });
    return value;
  }

  #scalar(name: string, field: Field): string | number {
    this.#count += 1;
    const number = 100_000 + this.#count * 7;
    if (field.type === 'integer') return number;
    if (field.pattern === amountPattern) return `${number}.50`;
    if (field.pattern === decimalPattern) return String(number);
    if (field.pattern?.startsWith('^[0-9]{4}')) return dayOf(this.#count);
    return name === 'source' ? this.#pick(Object.keys(fundingSources)) : `词${number}尾`;
  }

  #target(path: readonly string[]): Record<string, unknown> {
    if (this.#is(0.3)) return { text: this.#value('text', {}, [...path, 'text']) };
    const value = this.#value('value', { pattern: decimalPattern }, [...path, 'value']);
    const unit = this.#value('unit', {}, [...path, 'unit']);
    return { ...(this.#is(0.7) && { sign: '≥' }), value, unit };
  }
}

type Line = { readonly source?: string; readonly kind?: string; readonly period?: string };

function isLines(name: string): boolean {
  return ['funding', 'income', 'expenditure', 'earlier'].includes(name);
}

/** One line of a source and period: of several, the sum is printed. */
function distinct(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [`${line.source ?? line.kind}/${line.period}`, line])).values()];
}

/** A report in this money unit, with what is filled in it; the same for the same seed. */
export function randomReport(
  seed: number,
  moneyUnit: Report['moneyUnit'],
): { report: Report; filled: readonly Filled[] } {
  const maker = new Maker(mulberry32(seed), moneyUnit);
  const report = JSON.parse(JSON.stringify(maker.report())) as Report;
  // A line that is not unique in its list is not in the report.
  return { report, filled: maker.filled.filter(({ path, value }) => String(at(report, path)) === value) };
}

/** Later days for larger counts: no period runs backwards. */
function dayOf(count: number): string {
  const [year, day] = [2030 + Math.floor(count / 300), count % 300];
  return [year, 1 + Math.floor(day / 28), 1 + (day % 28)].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Even numbers from 0 to 1, unlike those that fast-check draws: half of all fields are to be filled. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function at(report: Report, path: readonly string[]): unknown {
  let value: unknown = report;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  return value;
}
