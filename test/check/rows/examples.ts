import { readFileSync } from 'node:fs';
import { rowParts } from '../../../src/check/indicators/rowSense.js';
import type { Example } from '../learn/linear.js';

/** The rows beside this file, each judged as a strict reviewer would. */

export const folder = 'test/check/rows';
export const files = ['one.tsv', 'two.tsv', 'three.tsv', 'four.tsv', 'five.tsv', 'six.tsv', 'seven.tsv'] as const;

export interface JudgedRow {
  readonly level: string;
  readonly name: string;
  readonly value: string;
  /** What is sent back; with `?` what one may dispute. */
  readonly verdicts: readonly string[];
}

/** Which verdicts send back a name, a value; README.md says what each means. */
const verdictsOf = {
  name: ['task', 'vague', 'number'],
  value: ['notvalue', 'repeat', 'empty', 'nonumber'],
} as const;

export function judgedRows(file: string): JudgedRow[] {
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [level = '', name = '', value = '', verdicts = ''] = line.split('\t');
      return { level, name, value, verdicts: verdicts.split(',') };
    });
}

/** Whether a row's name or value is sent back; undefined where one may dispute it. */
export function isSentBack({ verdicts }: JudgedRow, part: 'name' | 'value'): boolean | undefined {
  const own: readonly string[] = verdictsOf[part];
  if (verdicts.some((verdict) => own.includes(verdict))) return true;
  return verdicts.some((verdict) => own.includes(verdict.replace('?', ''))) ? undefined : false;
}

const floor = /^(?:>=|[≥≧>＞]|大于|不低于|不少于)|以上/;
const ceiling = /^(?:<=|[≤≦<＜]|小于|不高于|不超过|控制在)|以内|以下/;

/** Whether less of it is better: by the bound of a row that stands, and by the other one of a row whose bound is turned. */
export function isLow({ value, verdicts }: JudgedRow): boolean | undefined {
  const bound = floor.test(value) ? false : ceiling.test(value) ? true : undefined;
  if (bound === undefined) return undefined;
  if (verdicts.includes('sign')) return !bound;
  return verdicts.every((verdict) => verdict === 'ok') ? bound : undefined;
}

export function examplesOf(rows: readonly JudgedRow[]): Example[] {
  return rows.map((row) => ({
    parts: rowParts(row.level, row.name, row.value),
    holds: [isSentBack(row, 'name'), isSentBack(row, 'value'), isLow(row)],
    weight: 1,
  }));
}
