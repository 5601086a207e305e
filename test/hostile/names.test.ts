import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import type { Manifest } from '../../src/publish/manifest.js';
import { outputPath, reportName } from '../../src/publish/paths.js';
import { jibiaoIn } from '../command.js';
import { filesIn, folder, reportText } from './make.js';

const split = (home: string, ...more: string[]) =>
  jibiaoIn(home, 'appendix', 'r.json', '--out', 'o/out', '--to', 'html', '--split', ...more);

const names = [
  '../../x',
  '..\\..\\x',
  'CON',
  'nul.txt',
  'aux ',
  'COM1.',
  'a/b',
  'A',
  'a',
  '.hidden',
  '..',
  '',
  '\u200b',
  'a\nb',
  'a\tb',
  '长'.repeat(300),
  'a'.repeat(300),
  '{{name}}',
  '$(touch x)',
];

it('single tables have names that every system takes, and stay where they belong', () => {
  const home = folder();
  const report = patched({});
  const [unit] = report.units;
  const [project] = unit?.projects ?? [];
  const projects = names.map((name, index) => ({ ...project, name, id: `../${index}`, code: `../../${index}` }));
  const region = { name: '../../r' };
  const department = { code: '../..', name: '../../d' };
  writeFileSync(
    join(home, 'r.json'),
    JSON.stringify({ ...report, layout: 'generic/project', region, department, units: [{ ...unit, projects }] }),
  );
  // The check refuses blank names; a draft is made all the same.
  const { status } = split(home, '--draft');
  expect(status).toBe(0);
  const files = filesIn(home).filter((file) => file !== 'r.json');
  expect(files.filter((file) => !file.startsWith('o/out/r/'))).toEqual([]);
  const single = files.filter((file) => file.includes('分表')).map((file) => basename(file));
  expect(single).toHaveLength(names.length);
  expect(new Set(single.map((name) => name.toLowerCase().normalize('NFKC'))).size).toBe(names.length);
  for (const name of single) {
    expect(name).toMatch(/^\d\d-[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.html$/u);
    expect(Buffer.byteLength(name)).toBeLessThan(256);
  }
});

it.each(['...json', '..json', '.json', 'x/...json', '....json'])('the report %s stays below --out', (path) => {
  expect(reportName(path)).toBe('报告');
  expect(outputPath('o/out', path, 'pdf')).toBe(join('o/out', '报告', '报告.pdf'));
});

it('a name that moves the cursor or turns the line is shown, not obeyed', () => {
  const home = folder();
  const name = 'x\u001b[2J\u202e.json';
  writeFileSync(join(home, name), '{');
  const { status, stderr } = jibiaoIn(home, 'build', name, '--out', 'out');
  expect(status).toBe(1);
  expect(stderr).toContain('x\\u001b[2J\\u202e.json');
  expect(['\u001b', '\u202e'].filter((sign) => stderr.includes(sign))).toEqual([]);
});

const elsewhere = 'v';
const digest = '4c94485e0c21ae6c41ce1dfe7b6bfaceea5ab68e40a2476f50208e526f506080';
const stranger = (name: string) => ({ name, format: 'pdf', size: 1, sha256: digest }) as const;
type Edit = (manifest: Manifest) => unknown;
const edits: Record<string, Edit> = {
  'leads up': (manifest) => ({ ...manifest, files: [...manifest.files, stranger('../../../victim.txt')] }),
  'leads up from the tables': (manifest) => ({
    ...manifest,
    files: [...manifest.files, stranger('r-分表/../../../../victim.txt')],
  }),
  'is absolute': (manifest) => ({ ...manifest, files: [...manifest.files, stranger('/victim.txt')] }),
  'has a NUL': (manifest) => ({ ...manifest, files: [...manifest.files, stranger('r-分表/a\0b')] }),
  'has no list of files': (manifest) => ({ ...manifest, files: { length: 3 } }),
  'has odd tables': (manifest) => ({ ...manifest, tables: [1, null, { title: 5 }] }),
  'has odd problems': (manifest) => ({
    ...manifest,
    problems: [{ code: 'x', severity: 'warning', message: { zh: 'x', en: 'x' }, place: 5, hint: 7 }],
  }),
  'has an odd origin': (manifest) => ({ ...manifest, origin: null }),
  'calls odd things sound': (manifest) => ({ ...manifest, sound: { x: -1e9, y: 'z' } }),
  'is nested deep': () => '['.repeat(100_000),
  'names tables like keys of objects': (manifest) => ({
    ...manifest,
    tables: [{ title: '__proto__', sha256: 'constructor', page: 1, pages: 1 }],
  }),
};

it.each(Object.entries(edits))('a manifest that %s harms nothing', (_, edit) => {
  const home = folder();
  writeFileSync(join(home, 'r.json'), reportText());
  writeFileSync(join(home, 'victim.txt'), elsewhere);
  expect(split(home).status).toBe(0);
  const path = join(home, 'o/out/r/r-附表.manifest.json');
  const edited = edit(JSON.parse(readFileSync(path, 'utf8')) as Manifest);
  writeFileSync(path, typeof edited === 'string' ? edited : JSON.stringify(edited));
  writeFileSync(join(home, 'r.json'), reportText({ '/units/0/projects/0/name': '另一个项目' }));
  const { status, stderr } = split(home);
  // Either it is believed and files are made anew, or it is not and nothing is touched.
  expect([0, 1]).toContain(status);
  if (status === 1) expect(stderr).toContain('output-edited');
  expect(readFileSync(join(home, 'victim.txt'), 'utf8')).toBe(elsewhere);
  expect(filesIn(home).filter((file) => !file.startsWith('o/out/r/'))).toEqual(['r.json', 'victim.txt']);
});

it('a folder of single tables that is a link elsewhere is not written to', () => {
  const home = folder();
  writeFileSync(join(home, 'r.json'), reportText());
  for (const made of ['o/out/r', 'elsewhere']) mkdirSync(join(home, made), { recursive: true });
  symlinkSync(join(home, 'elsewhere'), join(home, 'o/out/r/r-分表'));
  const { status, stderr } = split(home);
  expect([status, stderr.includes('cannot-write')]).toEqual([1, true]);
  expect(filesIn(join(home, 'elsewhere'))).toEqual([]);
});
