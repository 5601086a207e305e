import type { Block, Table, TitleLine } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import { type ContinuedTitle, Flow } from './flow.js';
import type { Source } from './pages.js';
import { setTable } from './table.js';
import { setText } from './text.js';

/** The title that the later pages of a table repeat; undefined where its layout asks for none. `before` is the block before it. */
export function setContinuedTitle(
  table: Table,
  before: Block | undefined,
  source: Source,
  flow: Flow,
  fonts: FontBook,
): ContinuedTitle | undefined {
  if (!table.continued) return undefined;
  const own = new Flow(flow.style);
  const top = own.y;
  for (const line of table.continued) setTitleLine(line, source, own, fonts);
  own.space(table.before);
  const [page, ...more] = own.pages;
  if (!page || more.length > 0) return undefined;
  const parts = page.parts.map((part) => ({ ...part, kind: 'repeat' as const, source }));
  return { parts, rules: page.rules, height: own.y - top, fromStart: isTitled(before) };
}

function setTitleLine(line: TitleLine, source: Source, flow: Flow, fonts: FontBook): void {
  switch (line.type) {
    case 'heading':
    case 'paragraph':
      setText(line, source, flow, fonts, []);
      break;
    case 'table':
      setTable(line, source, flow, fonts);
      break;
  }
}

/** A form may be several tables under one title: then the block before this table is a table of the same form, not a title. */
function isTitled(before: Block | undefined): boolean {
  return before?.type === 'table' && before.continued !== undefined;
}
