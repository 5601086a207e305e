import type { Block, Cell, Document, Table } from '../../src/document/document.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { type Problem, Problems } from '../../src/problem.js';

const meta = { title: '题', author: '局', subject: '表', date: '2024-01-01', language: 'zh-CN' } as const;

/** Markup and one look, `look.css`, on A4. Markup without places has those of `test.hbs`, line by line. */
export function documentOf(markup: string, css = ''): Document {
  const page = { width: 595, height: 842 };
  return readMarkup({ markup, file: 'test.hbs', looks: [{ file: 'look.css', text: css }], page, meta });
}

export function blocksOf(markup: string, css = ''): readonly Block[] {
  return documentOf(markup, css).sections[0]?.blocks ?? [];
}

/** The first table. */
export function tableOf(markup: string, css = ''): Table {
  const table = blocksOf(markup, css).find((block) => block.type === 'table');
  if (!table) throw new Error('no table');
  return table;
}

/** The first body cell of the first table. */
export function cellOf(markup: string, css = ''): Cell {
  const cell = tableOf(markup, css).body[0]?.cells[0];
  if (!cell) throw new Error('no cell');
  return cell;
}

export function problemsOf(markup: string, css = ''): readonly Problem[] {
  try {
    documentOf(markup, css);
  } catch (error) {
    if (error instanceof Problems) return error.problems;
    throw error;
  }
  return [];
}
