import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Problem, Problems } from '../../src/problem.js';
import { readReport } from '../../src/report/read.js';

const cases = join(import.meta.dirname, '../cases/read');

/** What reading says: the problems that it throws, or the warnings that it gives. */
function problemsOf(bytes: Uint8Array): readonly Problem[] {
  try {
    return readReport(bytes, 'report.json').warnings;
  } catch (error) {
    if (error instanceof Problems) return error.problems;
    throw error;
  }
}

function line({ code, message, hint, place }: Problem): string {
  const position = place?.line === undefined ? '-' : `${place.line}:${place.column}`;
  return `${position} ${code} ${place?.pointer ?? '-'} — ${message.zh} — ${hint?.zh ?? ''}\n`;
}

describe('readReport', () => {
  it.each(readdirSync(cases))('%s', (name) => {
    const golden = join(cases, name, 'problems.txt');
    const problems = problemsOf(readFileSync(join(cases, name, 'report.json')));
    const told = problems.map(line).join('');
    if (process.env.GOLDEN === '1') writeFileSync(golden, told);
    expect(told).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '');
  });
});
