import type { Heading, Inline, Language, Paragraph, Table, TitleLine } from '../document/document.js';

const continuedMarks = { 'zh-CN': '（续表）', en: ' (continued)' } as const satisfies Record<Language, string>;

/** The lines of a title as a table's later pages repeat them: （续表） is added to the first line with words. */
export function continuedLines(lines: readonly TitleLine[]): TitleLine[] {
  const index = lines.findIndex(hasWords);
  return lines.map((line, at) => (at === index ? marked(line) : line));
}

function hasWords(line: TitleLine): boolean {
  return line.type === 'table' ? firstCellWith(line) !== undefined : markedInlines(line.inlines) !== undefined;
}

function marked(line: TitleLine): TitleLine {
  return line.type === 'table' ? markedTable(line) : markedParagraph(line);
}

function markedParagraph<B extends Heading | Paragraph>(block: B): B {
  return { ...block, inlines: markedInlines(block.inlines, block.language) ?? block.inlines };
}

/** The mark is added to the last text and has its style. */
function markedInlines(inlines: readonly Inline[], language: Language = 'zh-CN'): Inline[] | undefined {
  const at = inlines.findLastIndex((inline) => inline.type === 'text');
  const last = inlines[at];
  if (last?.type !== 'text') return undefined;
  return inlines.with(at, { ...last, text: last.text + continuedMarks[language] });
}

/** In a table, the mark is added to the first cell with words. */
function markedTable(table: Table): Table {
  const wanted = firstCellWith(table);
  const rows = (part: Table['body']) =>
    part.map(({ cells }) => ({
      cells: cells.map((cell) =>
        cell === wanted
          ? { ...cell, blocks: [...cell.blocks.slice(0, -1), ...cell.blocks.slice(-1).map(markedParagraph)] }
          : cell,
      ),
    }));
  return { ...table, head: rows(table.head), body: rows(table.body) };
}

function firstCellWith(table: Table) {
  const cells = [...table.head, ...table.body].flatMap((row) => row.cells);
  return cells.find(({ blocks }) => markedInlines(blocks.at(-1)?.inlines ?? []) !== undefined);
}
