import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/run.js';
import type * as Table from '../../src/formats/formats.js';
import { fileFormats } from '../../src/formats/rows.js';

vi.mock('../../src/formats/formats.js', async (original) => {
  const { formats } = await original<typeof Table>();
  const { toy } = await import('./toy.js');
  return { formats: [...formats, toy] };
});

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jibiao-toy-'));
  printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
  }
  // yargs prints its help with it.
  vi.spyOn(console, 'log').mockImplementation((text) => {
    printed += text;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('a format of one row is built, verified and refused when changed', async () => {
  const made = join(folder, 'tianjin-2023', 'tianjin-2023.toy');
  expect(await run(['build', 'data/tianjin-2023.json', '--to', 'toy,csv', '--out', folder])).toBe(0);
  expect(readFileSync(made, 'utf8')).toContain('绩效目标');
  expect(printed).toContain('tianjin-2023.toy');
  expect(await run(['verify', 'data/tianjin-2023.json', '--out', folder])).toBe(0);
  expect(await run(['verify', made])).toBe(0);
  writeFileSync(made, readFileSync(made, 'utf8').replace('绩效', '绩'));
  expect(await run(['verify', 'data/tianjin-2023.json', '--out', folder])).toBe(1);
  expect(printed).toContain('玩具不符');
  writeFileSync(made, '');
  expect(await run(['verify', made])).toBe(1);
  expect(printed).toContain('不是完好的 toy 文件');
});

it('a format of one row goes into summaries, check reports and booklets', async () => {
  const report = 'data/guangzhou-2023.json';
  expect(await run(['appendix', report, '--to', 'toy', '--out', folder])).toBe(0);
  expect(await run(['summary', report, '--to', 'toy', '--out', folder])).toBe(0);
  await run(['check', report, '--to', 'toy', '--out', folder]);
  for (const name of ['附表', '摘要', '核对报告']) {
    expect(existsSync(join(folder, 'guangzhou-2023', `guangzhou-2023-${name}.toy`))).toBe(true);
  }
});

it('a format of one row says which options it takes; those that none of the formats takes are told', async () => {
  const build = async (...words: readonly string[]) => {
    printed = '';
    expect(await run(['build', 'data/tianjin-2023.json', '--out', folder, ...words])).toBe(0);
    return printed.split('\n').filter((line) => line.includes('option-without-effect'));
  };
  const fonts = ['--docx-fonts', 'native'];
  expect(await build('--to', 'toy', ...fonts)).toEqual([]);
  expect(await build('--to', 'csv', ...fonts)).toEqual([
    '注意 --docx-fonts native 不起作用：它只用于 docx、toy，要的是 csv [option-without-effect]',
  ]);
});

it('a format of one row stands in the help, in the completion and among the known ones', async () => {
  await run(['build', '--help']);
  expect(printed).toContain('toy 玩具格式');
  printed = '';
  await run(['build', '--help', '--lang', 'en']);
  expect(printed).toContain('toy a toy format');
  printed = '';
  await run(['completion']);
  expect(printed).toMatch(/compgen -W "pdf docx [^"]*\btoy\b/);
  expect(printed).toContain('|toy)');
  printed = '';
  expect(await run(['build', 'data', '--to', 'nothing'])).toBe(1);
  expect(printed).toContain('toy');
  expect(fileFormats()).toContain('toy');
});

it.each([
  ['README.md', 'zh'],
  ['README.en.md', 'en'],
] as const)('%s lists the table', async (file, language) => {
  const { formats } = await vi.importActual<typeof Table>('../../src/formats/formats.js');
  const rows = formats.map(({ name, words }) => `| \`${name}\` | ${words[language]} |`);
  expect(readFileSync(file, 'utf8')).toContain(`|---|---|\n${rows.join('\n')}\n`);
});
