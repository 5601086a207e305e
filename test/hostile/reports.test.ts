import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import { printAmount } from '../../src/report/money.js';
import { readReport } from '../../src/report/read.js';
import { provesLinear } from '../linear.js';
import { allRuns } from '../runs.js';
import { build, codesOf, goal, name, reportText } from './make.js';

/** A text as long as a file may have it, quotation marks included. */
const most = 999_990;
const long = allRuns ? most : 64_000;

describe('keys that objects inherit', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'the field %s is unknown, wherever it stands, and changes nothing',
    (key) => {
      const inside = `${JSON.stringify(key)}:{"publish":false,"polluted":true},`;
      const text = reportText();
      expect(codesOf(text.replace('{', `{${inside}`))).toEqual(['unknown-field']);
      expect(codesOf(text.replace('{"code":"P01"', `{${inside}"code":"P01"`))).toEqual(['unknown-field']);
      expect('polluted' in {}).toBe(false);
    },
  );

  it('are texts like others, in every format', async () => {
    const words = ['__proto__', 'constructor', 'toString', 'valueOf'];
    const { built, left } = await build(
      reportText({
        [name]: words[0],
        '/units/0/projects/0/code': '__proto__',
        '/units/0/projects/0/indicators/0/level1': words[1],
        '/units/0/projects/0/indicators/0/level2': words[2],
        '/units/0/projects/0/indicators/0/name': words[3],
        '/department/name': 'hasOwnProperty',
      }),
    );
    expect([built.failed, built.problems]).toEqual([false, []]);
    expect(left).toHaveLength(8);
  });

  it('are no layout, source, sign or parent', () => {
    const at = (pointer: string) => codesOf(reportText({ [pointer]: '__proto__' }));
    expect(at('/units/0/projects/0/funding/0/source')).toEqual(['wrong-enum']);
    expect(at('/units/0/projects/0/indicators/0/annualTarget/sign')).toEqual(['wrong-enum']);
    expect(at('/units/0/projects/0/parent')).toEqual(['unknown-parent']);
  });
});

describe('characters', () => {
  it.each(['\u0000', '\u0008', '\u001b', '\u007f', '\u0085', '\u009b', '\ud800', '\udfff', '\ufffe', '\uffff'])(
    '%j is an error',
    (character) => {
      expect(codesOf(reportText({ [goal]: `甲${character}乙` }))).toEqual(['control-character']);
    },
  );

  it.each([...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'])(
    'turning the direction of writing, %j, is an error, in values and in names of fields',
    (character) => {
      expect(codesOf(reportText({ [name]: `甲${character}乙` }))).toEqual(['direction-character']);
      expect(codesOf(reportText().replace('{', `{"a${character}":1,`))).toContain('direction-character');
    },
  );

  it('markup, templates and formulas in data are text', async () => {
    const text =
      '{{lookup . "constructor"}} {{{x}}} {{#each units}} <script>alert(1)</script> &lt; <?at x:1?> ]]> =1+1';
    const { built, left } = await build(reportText({ [goal]: text, [name]: "=cmd|'/C calc'!A0" }));
    expect([built.failed, built.ours]).toEqual([false, false]);
    const html = left.find((file) => file.endsWith('.html')) as string;
    const page = readFileSync(built.files.find(({ path }) => path.endsWith(html))?.path as string, 'utf8');
    expect(page).toContain('{{{x}}} {{#each units}}');
    expect(page).not.toContain('<script');
  });
});

describe('size', () => {
  it('nesting of 10,000 levels is told', () => {
    expect(codesOf(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).toEqual(['nesting-too-deep']);
    expect(codesOf(`{"x":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`)).toEqual(['nesting-too-deep']);
  });

  it('one character more than a text may have is told', () => {
    expect(codesOf(reportText({ [goal]: '绩'.repeat(1_000_000) }))).toEqual(['text-too-long']);
  });

  // Each of these hung, or overflowed the stack, before it was bounded.
  it.each<[string, (length: number) => string]>([
    ['汉字', (length) => '绩'.repeat(length)],
    ['spaces between letters', (length) => `a${' '.repeat(length - 2)}b`],
    ['spaces that no line may end in', (length) => `（${' '.repeat(length - 2)}。`],
    ['marks that begin no line', (length) => '，'.repeat(length)],
    ['one word', (length) => 'a'.repeat(length)],
    ['lines', (length) => 'a\n'.repeat(Math.floor(length / 8))],
  ])('a text of up to a million characters is printed in linear time: %s', { timeout: 240_000 }, (_, textOf) =>
    provesLinear(long, async (length) => {
      const { built } = await build(reportText({ [goal]: textOf(length) }), ['pdf']);
      expect([built.failed, built.ours]).toEqual([false, false]);
    }),
  );

  it('up to a million marks on one letter are refused', { timeout: 240_000 }, () =>
    provesLinear(long, async (length) => {
      const { built } = await build(reportText({ [goal]: `a${'\u0301'.repeat(length - 1)}` }), ['pdf']);
      expect([built.failed, built.ours]).toEqual([true, false]);
      expect(built.problems.map(({ code }) => code)).toContain('missing-glyph');
    }),
  );

  it('a line that hangs a thousand spaces over the page is proven', async () => {
    const { built } = await build(reportText({ [goal]: `绩${' '.repeat(1000)}效` }), ['pdf', 'docx', 'html', 'csv']);
    expect(built.problems).toEqual([]);
  });

  it('a text for the field of a number is told', () => {
    const text = `1${' '.repeat(most - 3)}x`;
    expect(codesOf(reportText({ '/year': text }))).toEqual(['wrong-type']);
  });

  it('amounts of a million digits are printed, and refused when they are read', () => {
    const zeros = `0.${'0'.repeat(most - 4)}1`;
    const printed = printAmount('9'.repeat(most), { from: '元', to: '元', decimals: 2, thousands: true });
    expect(printed.text).toMatch(/^999,999,.*,999\.00$/);
    const text = JSON.stringify(patched({ '/units/0/projects/0/funding/0/amount': zeros }));
    expect(() => readReport(Buffer.from(text), 'r.json')).toThrow('number-too-long');
  });
});
