import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Rooms of src/ from the bottom up, and what each may import (the house: ARCHITECTURE.md). */
const arrows: Record<string, readonly string[]> = {
  'problem.ts': [],
  kept: [],
  script: ['problem.ts'],
  json: ['script', 'problem.ts'],
  report: ['json', 'script', 'problem.ts'],
  regions: ['json', 'problem.ts'],
  check: ['regions', 'report', 'json', 'kept', 'script', 'problem.ts'],
  layouts: ['regions', 'report', 'json', 'kept', 'script', 'problem.ts'],
  document: ['kept', 'script', 'problem.ts'],
  markup: ['document', 'kept', 'json', 'script', 'problem.ts'],
  fonts: ['kept', 'script', 'problem.ts'],
  typeset: ['document', 'fonts', 'kept', 'script', 'problem.ts'],
  'formats/office': ['problem.ts'],
  'formats/compare': ['document', 'script', 'problem.ts'],
  'formats/pdf': ['formats', 'formats/compare', 'typeset', 'document', 'fonts', 'kept', 'problem.ts'],
  'formats/docx': [
    'formats',
    'formats/compare',
    'formats/office',
    'typeset',
    'document',
    'fonts',
    'kept',
    'script',
    'problem.ts',
  ],
  'formats/html': ['formats', 'formats/compare', 'formats/office', 'document', 'script', 'problem.ts'],
  'formats/sheet': ['formats', 'formats/compare', 'formats/office', 'report', 'document', 'problem.ts'],
  formats: [
    'formats/pdf',
    'formats/docx',
    'formats/html',
    'formats/sheet',
    'typeset',
    'document',
    'fonts',
    'kept',
    'problem.ts',
  ],
  'kept/disk': ['formats/pdf', 'formats/docx', 'typeset', 'fonts', 'kept'],
  diff: ['report', 'json', 'script', 'problem.ts'],
  english: ['formats/sheet', 'report', 'json', 'problem.ts'],
  'products/booklet': ['typeset', 'document', 'report', 'script', 'problem.ts'],
  'products/findings': ['check', 'report', 'json', 'problem.ts'],
  'products/revision': ['diff', 'typeset', 'report', 'json', 'script', 'problem.ts'],
  'products/summary': ['english', 'layouts', 'document', 'fonts', 'report', 'json', 'script', 'problem.ts'],
  'generate.ts': [
    'products/booklet',
    'formats',
    'formats/sheet',
    'typeset',
    'fonts',
    'markup',
    'kept',
    'document',
    'layouts',
    'report',
    'problem.ts',
  ],
  publish: [
    'generate.ts',
    'kept/disk',
    'kept',
    'formats',
    'products/booklet',
    'products/findings',
    'products/revision',
    'products/summary',
    'english',
    'diff',
    'formats/pdf',
    'formats/docx',
    'typeset',
    'fonts',
    'layouts',
    'check',
    'report',
    'json',
    'script',
    'problem.ts',
  ],
  watch: ['publish', 'formats/html', 'problem.ts'],
  cli: [
    'watch',
    'formats',
    'kept',
    'publish',
    'generate.ts',
    'products/booklet',
    'products/findings',
    'products/revision',
    'products/summary',
    'english',
    'diff',
    'fonts',
    'layouts',
    'check',
    'regions',
    'report',
    'json',
    'script',
    'problem.ts',
  ],
  packaging: ['formats', 'markup', 'kept', 'document', 'layouts', 'regions', 'report', 'problem.ts'],
};

/** `formats/`, `products/` and `kept/` are floors of rooms: none of a floor knows another but by the list. */
function roomOf(path: string): string {
  const [first, second] = path.split('/') as [string, string?];
  const isFloor = ['formats', 'products', 'kept'].includes(first);
  return isFloor && second && !second.endsWith('.ts') ? `${first}/${second}` : first;
}

const files = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] as string);
  return found.map((path) => join(file, '..', path).replaceAll('\\', '/').replace(/\.js$/, '.ts'));
}

it('has only the rooms of the house', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
});

it('imports only down the list', () => {
  const forbidden = files.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .map(roomOf)
      .filter((target) => target !== room && !arrows[room]?.includes(target))
      .map((target) => `${file} → ${target}`);
  });
  expect(forbidden).toEqual([]);
});

it('has no ring of imports', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) rings.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(rings).toEqual([]);
});

it('lets only the command line print, exit, ask the time or read the environment', () => {
  const pattern =
    /\bconsole\.|process\.(stdout|stderr|exit|argv|env|exitCode)|Date\.now|new Date\(\)|Math\.random|performance\.now/;
  const guilty = files.filter(
    (file) => !file.startsWith('cli/') && pattern.test(readFileSync(join('src', file), 'utf8')),
  );
  expect(guilty).toEqual([]);
});
