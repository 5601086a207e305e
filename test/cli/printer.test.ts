import { afterEach, describe, expect, it, vi } from 'vitest';
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
function said(reports: number, quiet = false, result = (_: number): Built => built): string {
  const told: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const printer = textPrinter(reports, quiet, words('zh'));
  for (let index = 0; index < reports; index += 1) printer.take(result(index), 'r.json');
  printer.end();
  return told.join('');
}

it('says whose layout was taken, but not of every report of a long run, where it is the same for a province', () => {
  expect(said(2).match(/layout-ancestor\]/g)).toHaveLength(2);
  const long = said(60);
  expect(long).not.toContain('layout-ancestor');
  expect(long.match(/layout-other-year\]/g)).toHaveLength(50);
});

describe('what no page shows', () => {
  const lost = (index: number): Problem[] =>
    ['立项依据', '权重'].map((name) => {
      const words = `${name}之${index}${'长'.repeat(300)}尾`;
      const item = { zh: words, en: words };
      return { ...warning('field-not-printed', item, { file: `${index}.json`, line: 3 }), item };
    });
  const place = (index: number): Problem => {
    const words = index % 2 ? '没有位置的：年度' : '没有位置的：年度、权重';
    return { ...problem('field-without-place'), severity: 'hint', message: { zh: words, en: words } };
  };
  const generic = problem('layout-generic');
  const making =
    (own: Partial<Built>) =>
    (index: number): Built => {
      const many = Array.from({ length: 60 }, () => problem('other'));
      return { ...built, ...own, problems: [...(own.problems ?? []), generic, ...many, ...lost(index), place(index)] };
    };
  const lines = (text: string) => text.split('\n').filter((line) => line.includes('[field-not-printed]'));

  it.each([3, 60])('is there of each of %d reports, whole, quiet too', (reports) => {
    for (const quiet of [false, true]) {
      const told = lines(said(reports, quiet, making({})));
      expect(told).toHaveLength(reports);
      for (const [index, line] of told.entries()) {
        expect(line).toContain(`此版式不印：立项依据之${index}长`);
        expect(line.match(/长尾/g)).toHaveLength(2);
      }
    }
  });

  it.each([3, 60])('is told of %d reports that lack a format, beside their error', (reports) => {
    const failing = making({ problems: [{ ...problem('script-unset'), severity: 'error' }] });
    for (const quiet of [false, true]) {
      const told = said(reports, quiet, failing);
      expect(lines(told)).toHaveLength(reports);
      expect(told.match(/ \[script-unset\]\n {2}|\[script-unset\]\n/g)?.length).toBeGreaterThanOrEqual(reports);
    }
  });

  it('and the form has no place for is a line a run where lines a report are too many', () => {
    const each = said(3, false, making({}));
    expect(each.match(/field-without-place\]/g)).toHaveLength(3);
    expect(said(60, false, making({})).match(/.*field-without-place\]/g)).toEqual([
      '提示 没有位置的：年度、权重（30 份） [field-without-place]',
      '提示 没有位置的：年度（30 份） [field-without-place]',
    ]);
    for (const reports of [3, 60]) expect(said(reports, true, making({}))).not.toContain('field-without-place');
  });

  it('is not asked of what was not made, and quiet hides which layout was taken', () => {
    expect(said(60, true, making({ failed: true }))).not.toContain('field-');
    expect(said(3, true, making({}))).not.toMatch(/layout-generic|other\]/);
    expect(said(3, false, making({}))).toContain('layout-generic]');
  });
});
