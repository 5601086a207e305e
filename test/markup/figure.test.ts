import { describe, expect, it } from 'vitest';
import type { Drawn } from '../../src/document/drawing.js';
import { Kept } from '../../src/kept/kept.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { Problems } from '../../src/problem.js';

const meta = { title: '', author: '', subject: '', date: '2025-01-01', language: 'zh-CN' } as const;
const square: Drawn = { width: 90, height: 60, drawing: [{ type: 'rect', x: 0, y: 0, width: 9, height: 9, fill: 0 }] };
const inputOf = (markup: string, css = '', figures = new Map([['资金来源', [square]]])) => ({
  markup,
  file: 'x.hbs',
  looks: [{ file: 'x.css', text: css }],
  page: { width: 595, height: 842 },
  figures,
  meta,
});
const blocksOf = (...args: Parameters<typeof inputOf>) => readMarkup(inputOf(...args)).sections[0]?.blocks;
const written = '<figure class="chart"><img src="chart:资金来源" alt=" 财政 80 &amp; 自筹 20 "/></figure>';

describe('a figure in markup', () => {
  it('shows a drawing by its name, in the middle', () => {
    expect(blocksOf(written)).toEqual([
      { type: 'figure', ...square, alt: '财政 80 & 自筹 20', before: 0, after: 0, align: 'center' },
    ]);
  });

  it('has space, a place and a page of its own by its look', () => {
    const css = '.chart { margin-top: 6pt; margin-bottom: 1em; text-align: right; break-before: page }';
    const [, brk, figure] = blocksOf(`<section><p>甲</p>${written}</section>`, css) ?? [];
    expect(brk).toEqual({ type: 'pageBreak' });
    expect(figure).toMatchObject({ before: 6, after: 10.5, align: 'right' });
    expect(blocksOf(written, '.chart { text-align: justify }')?.[0]).toMatchObject({ align: 'left' });
  });

  it('names the nearest drawing where there is none of its name', () => {
    const read = () => blocksOf(written.replace('资金来源', '资金来原'));
    expect(read).toThrow(Problems);
    expect(read).toThrow(/markup-figure: there is no figure 资金来原/);
    try {
      read();
    } catch (error) {
      const [problem] = (error as Problems).problems;
      expect(problem?.hint?.zh).toBe('是不是想写 资金来源？');
      expect(problem?.place).toEqual({ file: 'x.hbs', line: 1 });
    }
  });

  it('is read anew where its drawing is another, though the markup is known', () => {
    const known = new Kept();
    const markup = `<section>${written}</section>`;
    const widths = [90, 91, 90].map((width) => {
      const input = inputOf(markup, '', new Map([['资金来源', [{ ...square, width }]]]));
      return readMarkup(input, known).sections[0]?.blocks[0];
    });
    expect(widths.map((block) => block?.type === 'figure' && block.width)).toEqual([90, 91, 90]);
  });
});
