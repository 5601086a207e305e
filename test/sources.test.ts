import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

/** All files of the repository that hold text, with what they say. */
const made = new Set(['.git', 'node_modules', 'dist', 'out']);
const files = readdirSync('.').flatMap((entry) =>
  made.has(entry) ? [] : [entry, ...inside(entry)].filter((file) => /\.\w+$/.test(file) || entry === '.ci'),
);
const texts = files
  .filter(
    (file) =>
      /\.(ts|js|cjs|mjs|json|md|hbs|css|yml|sh|txt)$/.test(file) ||
      (file.startsWith('.ci/') && statSync(file).isFile()),
  )
  .filter((file) => !/^(package-lock\.json|fonts\/)/.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')] as const);
const known = new Set(files.map((file) => basename(file)));

function inside(entry: string): string[] {
  if (!statSync(entry).isDirectory()) return [];
  return readdirSync(entry, { recursive: true, encoding: 'utf8' }).map((file) => `${entry}/${file}`);
}

function* mentions(pattern: RegExp): Generator<string> {
  for (const [file, text] of texts) for (const [word] of text.matchAll(pattern)) yield `${file}: ${word}`;
}

test('a document or a path that a file names is in the repository', () => {
  const documents = [...mentions(/[\w-]+(?:\.[\w-]+)*\.md\b/g)].filter((at) => !known.has(at.split(': ')[1] as string));
  const paths = [...mentions(/(?<![\w/.@-])(?:src|test|docs|templates)\/[\w/.-]+\.(?:ts|json|hbs|md|css)\b/g)];
  expect(texts.length).toBeGreaterThan(500);
  expect(documents).toEqual([]);
  // `test/project-2024` is the layout that tests make in a folder of their own (layouts/make.ts).
  const missing = paths.filter((at) => !existsSync(at.split(': ')[1] as string));
  expect(missing.filter((at) => !at.includes(': test/project-2024/'))).toEqual([]);
});

test('a file that a comment names by room and name is there', () => {
  const named = [...mentions(/(?<![\w./'@-])[\w-]+(?:\/[\w-]+)*\/[\w-]+(?:\.test)?\.[cm]?ts\b/g)];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((at) => !files.some((file) => `/${file}`.endsWith(`/${at.split(': ')[1]}`)))).toEqual([]);
});

test('no source is named by a code that only a list outside the repository explains', () => {
  const codes = [...mentions(/(?<![\w-])(?:L(?:0[1-9]|[1-4]\d|5[0-3])|D-[0-3]\d)(?![\w-])/g)];
  expect(codes).toEqual([]);
});
