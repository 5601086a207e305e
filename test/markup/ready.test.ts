import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shortDigest } from '../../src/kept/digest.js';
import { readCss, readCssAnew } from '../../src/markup/readCss.js';
import type { Ready } from '../../src/markup/ready.js';

const ready = createRequire(import.meta.url)('../../dist/markup/readyLooks.cjs') as Ready;

const files = readdirSync('templates', { recursive: true, encoding: 'utf8' });
const textsOf = (ending: string) =>
  files.filter((file) => file.endsWith(ending)).map((file) => readFileSync(join('templates', file), 'utf8'));
const sheets = textsOf('.css');
const styles = textsOf('.hbs').flatMap((text) => [...text.matchAll(/style="([^"]*)"/g)].map(([, style = '']) => style));

it('the build has read every shipped sheet and style attribute, to the same as is read here', () => {
  expect(sheets.length).toBeGreaterThan(6);
  expect(styles.length).toBeGreaterThan(50);
  for (const text of [...sheets, ...styles]) {
    const json = ready[shortDigest(text)];
    expect({ nodes: JSON.parse(json ?? 'null') as unknown }).toStrictEqual(readCssAnew(text));
  }
});

it('an edited sheet is another', () => {
  for (const text of sheets) expect(Object.hasOwn(ready, shortDigest(`${text} `))).toBe(false);
});

it('keeps of CSS what is asked of it, with places', () => {
  const css = '/* 注 */ td,\n p.x { *width: 1pt; color: red !important }\n@page { @bottom-left { content: "x" } }';
  expect(readCss(css)).toEqual({
    nodes: [
      {
        type: 'rule',
        line: 1,
        column: 9,
        selectors: ['td', 'p.x'],
        nodes: [
          { type: 'decl', line: 2, column: 8, prop: 'width', value: '1pt', hack: '*' },
          { type: 'decl', line: 2, column: 21, prop: 'color', value: 'red', important: true },
        ],
      },
      {
        type: 'atrule',
        line: 3,
        column: 1,
        name: 'page',
        params: '',
        nodes: [
          {
            type: 'atrule',
            line: 3,
            column: 9,
            name: 'bottom-left',
            params: '',
            nodes: [{ type: 'decl', line: 3, column: 24, prop: 'content', value: '"x"' }],
          },
        ],
      },
    ],
  });
});

it('tells where a text stops being CSS', () => {
  expect(readCss('p {\n  font-size: 9pt\n  text-align: left }')).toEqual({
    fault: { reason: 'Missed semicolon', at: { line: 2, column: 17 } },
  });
});

it('reads CSS that is nested 100,000 deep', () => {
  expect(readCss(`${'a{'.repeat(100_000)}${'}'.repeat(100_000)}`)).toMatchObject({ nodes: [{ nodes: [{}] }] });
});
