import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { validate } from '../../../src/report/validate.js';
import { sourceOf } from './rows.js';

/** Tables in the manner of published ones, with their faults; all contents are invented. What is expected was written before the code. */
interface Case {
  readonly like: string;
  readonly rows: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly report: unknown;
  readonly questions: readonly string[];
  readonly left: readonly string[];
}

const folder = join(import.meta.dirname, '../../cases/columns');
const cases = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case),
}));

describe.each(cases)('$file', ({ rows, answers, report, questions, left }) => {
  const reading = readColumns(sourceOf(rows), { answers });

  it('reads the report', () => {
    expect(reading.report).toEqual(report);
  });

  it('asks what is open and lists what is left', () => {
    expect(reading.questions.map(({ id }) => id)).toEqual(questions);
    expect(reading.left.map(({ text }) => text)).toEqual(left);
  });

  it('is valid by the schema, and says where each value stands', () => {
    expect(validate(reading.report)).toEqual([]);
    for (const pointer of reading.at.keys()) expect(valueAt(reading.report, pointer)).toBeDefined();
  });
});

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
}
