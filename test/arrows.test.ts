import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Rooms of src/ from the bottom up, and what each may import (the house: ARCHITECTURE.md). */
const arrows: Record<string, readonly string[]> = {
  'bundle.ts': ['start'],
  'refused.ts': [],
  start: [],
  'problem.ts': [],
  'nearest.ts': ['problem.ts'],
  'element.ts': ['problem.ts'],
  'zip.ts': [],
  'unzip.ts': ['zip.ts', 'problem.ts'],
  'parts.ts': ['unzip.ts', 'zip.ts'],
  'memory.ts': [],
  script: ['problem.ts'],
  document: ['script', 'problem.ts'],
  fonts: ['script', 'problem.ts'],
  report: ['script', 'problem.ts'],
  regions: ['report', 'problem.ts'],
  check: ['regions', 'script', 'report', 'problem.ts'],
  findings: ['check', 'report', 'problem.ts'],
  diff: ['script', 'report', 'problem.ts'],
  layouts: ['regions', 'script', 'report', 'nearest.ts', 'problem.ts'],
  markup: ['script', 'document', 'memory.ts', 'nearest.ts', 'problem.ts'],
  typeset: ['script', 'document', 'fonts', 'memory.ts', 'problem.ts'],
  pdf: ['typeset', 'document', 'fonts', 'problem.ts'],
  docx: ['script', 'document', 'fonts', 'element.ts', 'memory.ts', 'parts.ts', 'problem.ts'],
  html: ['script', 'document', 'element.ts', 'problem.ts'],
  charts: ['document', 'fonts', 'problem.ts'],
  sheet: ['report', 'element.ts', 'parts.ts', 'problem.ts'],
  terms: ['sheet', 'report', 'problem.ts'],
  verify: ['script', 'pdf', 'docx', 'html', 'sheet', 'typeset', 'document', 'element.ts', 'parts.ts', 'problem.ts'],
  appendix: ['script', 'typeset', 'document', 'report', 'problem.ts'],
  'generate.ts': [
    'appendix',
    'verify',
    'pdf',
    'docx',
    'html',
    'sheet',
    'typeset',
    'markup',
    'layouts',
    'report',
    'fonts',
    'document',
    'memory.ts',
    'problem.ts',
  ],
  revision: ['script', 'diff', 'typeset', 'report', 'problem.ts'],
  build: [
    'summary',
    'terms',
    'generate.ts',
    'appendix',
    'findings',
    'check',
    'diff',
    'revision',
    'pdf',
    'docx',
    'typeset',
    'layouts',
    'report',
    'fonts',
    'script',
    'problem.ts',
  ],
  summary: ['script', 'charts', 'terms', 'layouts', 'document', 'fonts', 'report', 'problem.ts'],
  watch: ['build', 'html', 'problem.ts'],
  cli: [
    'script',
    'summary',
    'watch',
    'build',
    'appendix',
    'generate.ts',
    'findings',
    'check',
    'nearest.ts',
    'diff',
    'revision',
    'terms',
    'layouts',
    'regions',
    'report',
    'fonts',
    'problem.ts',
  ],
};

const files = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] as string);
  return found.map((path) => join(file, '..', path).replaceAll('\\', '/').replace(/\.js$/, '.ts'));
}

it('has only the rooms of the house', () => {
  const rooms = new Set(files.map((file) => file.split('/')[0] as string));
  expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
});

it('imports only down the list', () => {
  const forbidden = files.flatMap((file) => {
    const room = file.split('/')[0] as string;
    return importsOf(file)
      .map((path) => path.split('/')[0] as string)
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
