import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Kept } from '../../src/kept/kept.js';
import { chooseLayouts } from '../../src/layouts/choose.js';
import { fillLayout } from '../../src/layouts/fill.js';
import { chunksOf } from '../../src/markup/chunks.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { Problems } from '../../src/problem.js';
import { readReport } from '../../src/report/read.js';
import { shippedLayouts } from '../shippedLayouts.js';

const layouts = shippedLayouts;
const samples = readdirSync('data').filter((name) => /^[a-z]+-\d+\.json$/.test(name));
const meta = { title: '', author: '', subject: '', date: '2025-01-01', language: 'zh-CN' } as const;
const page = { width: 595, height: 842 };
const inputOf = (markup: string, css = '') => ({
  markup,
  file: 'x',
  looks: [{ file: 'x.css', text: css }],
  page,
  meta,
});

describe('chunks of markup', () => {
  it.each(samples)('%s: a report read chunk by chunk is the tree of the whole, also from what is known', (name) => {
    const { report } = readReport(readFileSync(`data/${name}`), name);
    for (const layout of chooseLayouts(layouts, report, undefined).layouts) {
      const { markup } = fillLayout(layout, report);
      const input = { markup, file: 'x', looks: layout.looks, page, meta };
      const known = new Kept();
      const whole = readMarkup(input);
      expect(readMarkup(input, known)).toEqual(whole);
      expect([...known.shelf('markup').entries()].length).toBe(new Set(chunksOf(markup)).size);
      expect(readMarkup(input, known)).toEqual(whole);
    }
  });

  const piece = fc.constantFrom(
    '<section><p>甲</p></section>',
    '<section class="new"><p>乙</p></section>',
    '<section class="new"></section>',
    '<section><section class="new"><h1>丙</h1></section><p title=">">丁</p></section>',
    '<section/>',
    '\n  ',
    '<?at x.hbs:7?>',
    '<p>outside</p>',
    '<section>',
    '</section>',
    '<section><p>',
  );

  it('joined are the markup, and the tree or the faults are those of the whole', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const markup = pieces.join('');
        const chunks = chunksOf(markup);
        if (chunks) expect(chunks.join('')).toBe(markup);
        const input = inputOf(markup, '.new { break-before: page }');
        expect(outcome(() => readMarkup(input, new Kept()))).toEqual(outcome(() => readMarkup(input)));
      }),
    );
  });

  it('under another look are built again', () => {
    const known = new Kept();
    const markup = '<section><p>甲</p></section>';
    const plain = readMarkup(inputOf(markup), known);
    const bold = readMarkup(inputOf(markup, 'p { font-weight: bold }'), known);
    expect(bold).not.toEqual(plain);
  });
});

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Problems) return cause.problems;
    throw cause;
  }
}
