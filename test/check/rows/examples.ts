import { readFileSync } from 'node:fs';
import { headOf } from '../../../src/check/indicators/heads.js';
import { lowParts, rowParts } from '../../../src/check/indicators/rowSense.js';
import type { Example } from '../learn/linear.js';

/** The rows beside this file, each judged as a strict reviewer would. */

export const folder = 'test/check/rows';
export const files = [
  'one.tsv',
  'two.tsv',
  'three.tsv',
  'four.tsv',
  'five.tsv',
  'six.tsv',
  'seven.tsv',
  'eight.tsv',
  'nine.tsv',
] as const;

export interface JudgedRow {
  readonly level: string;
  readonly name: string;
  readonly value: string;
  /** What is sent back; with `?` what one may dispute. */
  readonly verdicts: readonly string[];
  /** Measured by, and not learned from. */
  readonly isHeldOut: boolean;
}

/** Which verdicts send back a name, a value; README.md says what each means. */
const verdictsOf: Readonly<Record<'name' | 'value', readonly string[]>> = {
  name: ['task', 'vague'],
  value: ['notvalue', 'repeat', 'empty', 'nonumber'],
};

/** All rows of a file. */
export function judgedRows(file: string): JudgedRow[] {
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, nth) => {
      const [level = '', name = '', value = '', verdicts = ''] = line.split('\t');
      const isHeldOut = /eight|nine/.test(file) && nth % 3 === 0;
      return { level, name, value, verdicts: verdicts.split(','), isHeldOut };
    });
}

/** The rows of all files that are learned from. */
export function learnedRows(): JudgedRow[] {
  return files.flatMap(judgedRows).filter(({ isHeldOut }) => !isHeldOut);
}

/** Whether a row's value is sent back; undefined where one may dispute it. */
export function isValueSentBack(row: JudgedRow): boolean | undefined {
  return isSentBack(row, verdictsOf.value);
}

/**
 * Whether its name is: undefined, too, where it holds its value, which `value-in-name` tells, and of a name without a measure whose value is
 * sent back: some judges then say nothing of the name.
 */
export function isNameSentBack(row: JudgedRow): boolean | undefined {
  const sentBack = isSentBack(row, verdictsOf.name);
  if (sentBack !== false) return sentBack;
  if (isSentBack(row, ['number']) !== false) return undefined;
  return isValueSentBack(row) !== false && !measures.has(headOf(row.name) ?? '') ? undefined : false;
}

const measures: ReadonlySet<string> = new Set('rate count sum days money time size rank class'.split(' '));

function isSentBack({ verdicts }: JudgedRow, by: readonly string[]): boolean | undefined {
  if (verdicts.some((verdict) => by.includes(verdict))) return true;
  return verdicts.some((verdict) => by.includes(verdict.replace('?', ''))) ? undefined : false;
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
    holds: [isNameSentBack(row), isValueSentBack(row)],
    weight: 1,
  }));
}

export function lowExamplesOf(rows: readonly JudgedRow[]): Example[] {
  return rows.map((row) => ({ parts: lowParts(row.name), holds: [isLow(row)], weight: 1 }));
}
