import { afterEach, expect, it, vi } from 'vitest';
import { textPrinter } from '../../src/cli/batch/printer.js';
import { words } from '../../src/cli/words.js';
import { type Problem, warning } from '../../src/problem.js';
import type { Built } from '../../src/publish/build.js';

afterEach(() => vi.restoreAllMocks());

const problem = (code: string): Problem => warning(code, { zh: code, en: code });
const hint: Problem = { ...problem('layout-ancestor'), severity: 'hint' };
const built: Built = {
  report: 'r',
  layout: 'a/b',
  pages: 1,
  files: [],
  stages: [],
  problems: [hint, problem('layout-other-year')],
  failed: false,
  ours: false,
};

/** What a run of so many reports says on the error stream. */
function said(reports: number): string {
  const told: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const printer = textPrinter(reports, false, words('zh'));
  for (let index = 0; index < reports; index += 1) printer.take(built, 'r.json');
  printer.end();
  return told.join('');
}

it('says whose layout was taken, but not of every report of a long run, where it is the same for a province', () => {
  expect(said(2).match(/layout-ancestor\]/g)).toHaveLength(2);
  const long = said(60);
  expect(long).not.toContain('layout-ancestor');
  expect(long.match(/layout-other-year\]/g)).toHaveLength(50);
});
