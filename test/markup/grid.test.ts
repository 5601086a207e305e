import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeCells } from '../../src/document/walk.js';
import { Problems } from '../../src/problem.js';
import { runs } from '../runs.js';
import { tableOf } from './make.js';

const span = fc.integer({ min: 1, max: 3 });
const cell = fc.tuple(span, span).map(([columns, rows]) => `<td colspan="${columns}" rowspan="${rows}"/>`);
const row = fc.array(cell, { maxLength: 3 }).map((cells) => `<tr>${cells.join('')}</tr>`);
const rows = fc.array(row, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));

/** A rectangle cut at random into cells, as rows of markup: a grid that must be taken. */
const cutGrid = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.infiniteStream(span));

function cut(height: number, width: number, spans: Iterator<number>): string {
  const taken = Array.from({ length: height }, () => new Array<boolean>(width).fill(false));
  const markup = taken.map((line, top) => {
    let cells = '';
    for (let left = line.indexOf(false); left >= 0; left = line.indexOf(false)) {
      const free = [...line.slice(left), true].indexOf(true);
      const columns = Math.min(free, spans.next().value ?? 1);
      const rows = Math.min(height - top, spans.next().value ?? 1);
      for (const below of taken.slice(top, top + rows)) below.fill(true, left, left + columns);
      cells += `<td colspan="${columns}" rowspan="${rows}"/>`;
    }
    return `<tr>${cells}</tr>`;
  });
  return `<table><colgroup><col span="${width}"/></colgroup>${markup.join('')}</table>`;
}

it('takes every full grid', () => {
  fc.assert(
    fc.property(cutGrid, ([height, width, spans]) => {
      expect(() => placeCells(tableOf(cut(height, width, spans)))).not.toThrow();
    }),
    { numRuns: runs(300) },
  );
});

it('gives only tables that placeCells takes, and refuses the others as a problem', () => {
  fc.assert(
    fc.property(rows, rows, (head, body) => {
      try {
        const table = tableOf(`<table><thead>${head}</thead>${body}</table>`);
        const area = placeCells(table).reduce((sum, placed) => sum + placed.cell.colspan * placed.cell.rowspan, 0);
        expect(area).toBe(table.columns.length * (table.head.length + table.body.length));
      } catch (error) {
        if (!(error instanceof Problems)) throw error;
        expect(error.problems.every(({ code }) => code === 'markup-grid')).toBe(true);
      }
    }),
    { numRuns: runs(500) },
  );
});
