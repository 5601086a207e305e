import type { Block, Document, Figure, Section, Table } from './document/document.js';
import { stretches } from './document/stretches.js';
import {
  blocksText,
  cellName,
  contentsLines,
  excerpt,
  figureName,
  figureParagraphs,
  placeCells,
  sourceKey,
  written,
} from './document/walk.js';
import { readDocx } from './docx/read.js';
import { readHtml } from './html/read.js';
import { type PassOver, type ReadPage, type ReadText, readPdf } from './pdf/read.js';
import { fault, type Problem } from './problem.js';
import { readCsv } from './sheet/csv.js';
import type { DataTable } from './sheet/dataTable.js';
import { fitsNumber } from './sheet/decimal.js';
import { readXlsx } from './sheet/readXlsx.js';
import { blankAfter, blankBefore } from './typeset/marks.js';
import type { Page, Pages, Part } from './typeset/pages.js';

/**
 * Reads finished files back with readers that did not write them and compares each paragraph and cell with the tree:
 * every character once, in order, inside its box and inside the page. White space is not compared: lines end where they must.
 */

const hair = 0.6;
/** How many differences of one file are told: a file that was saved by another program may differ everywhere. */
const mostDifferences = 20;
const bare = (text: string): string => text.replace(/\s+/gu, '').normalize('NFC');

/** What stands in a tree or on set lines does not change: a watch compares the same cells after every save. */
const bareTexts = new WeakMap<object, string>();

function bareOnce<T extends object>(words: T, textOf: (words: T) => string): string {
  const known = bareTexts.get(words);
  if (known !== undefined) return known;
  const text = bare(textOf(words));
  bareTexts.set(words, text);
  return text;
}

/** Whether a page stands in the file as it was verified before. */
export type ProvenPages = (page: Page, content: Uint8Array, glyph: Parameters<PassOver>[2]) => boolean;

/** What a stretch shows page by page, as it was verified before; undefined for one that was not. By its digest. */
export type ShownStretches = (digest: string) => readonly object[] | undefined;

/**
 * What is wrong with a PDF; an empty list means that nothing is lost. Pages that were `proven` are not read, and stretches
 * whose pages are all of them are not compared again.
 */
export async function verifyPdf(
  bytes: Uint8Array,
  document: Document,
  pages: Pages,
  proven: ProvenPages = () => false,
  shown: ShownStretches = () => undefined,
): Promise<Problem[]> {
  const read = await readPdf(bytes, (index, content, glyph) => {
    const page = pages.pages[index];
    return page !== undefined && proven(page, content, glyph);
  });
  const problems: Problem[] = [];
  if (read.pages.length !== pages.pages.length) {
    problems.push(differs('pages', 'PDF', String(pages.pages.length), String(read.pages.length)));
  }
  const found = new Map<string, string>();
  const passed = counted(pages.pages.filter((_, index) => read.pages[index]?.passedOver).map(({ shows }) => shows));
  const { blocks, shows } = provenBlocks(document, passed, shown);
  pages.pages.forEach((page, index) => {
    const readPage = read.pages[index];
    if (readPage && !readPage.passedOver) problems.push(...comparePage(page, readPage, index, found));
    else if (readPage && !shows.has(page.shows)) noteWanted(page, found);
  });
  for (const source of written(document, blocks)) {
    const text = bareOnce(source.blocks, blocksText);
    const got = found.get(sourceKey(source)) ?? '';
    if (got !== text) problems.push(differs(source.name, 'PDF', text, got));
  }
  return problems.slice(0, mostDifferences);
}

/** The blocks of stretches that stand in the file whole as they were verified, and what shows them. */
function provenBlocks(document: Document, passed: Map<unknown, number>, shown: ShownStretches) {
  const blocks = new Set<Block>();
  const shows = new Set<unknown>();
  for (const stretch of document.sections.flatMap(stretches)) {
    const pages = shown(stretch.digest) ?? [];
    if (pages.length === 0 || pages.some((page) => !passed.get(page))) continue;
    for (const block of stretch.blocks) blocks.add(block);
    for (const page of pages) {
      shows.add(page);
      // The same words may stand in a document twice: each needs pages of its own.
      passed.set(page, (passed.get(page) ?? 0) - 1);
    }
  }
  return { blocks, shows };
}

function counted(things: readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** For each stretch of a section what stands of it in a DOCX and was verified before; undefined for one that was not. */
export type ProvenStretches = (section: Section) => readonly (Uint8Array | undefined)[];

/**
 * What is wrong with a DOCX; an empty list means that nothing is lost, added or out of order. Stretches that were `proven` need
 * only stand there byte for byte.
 */
export function verifyDocx(bytes: Uint8Array, document: Document, proven: ProvenStretches = () => []): Problem[] {
  const known: Uint8Array[] = [];
  const sections = document.sections.map((section) => {
    const pieces = proven(section);
    known.push(...pieces.filter((piece) => piece !== undefined));
    return { ...section, blocks: stretches(section).flatMap(({ blocks }, index) => (pieces[index] ? [] : blocks)) };
  });
  return compareBlocks('DOCX', readDocx(bytes, known).blocks, { ...document, sections });
}

/** What is wrong with a page for the web; an empty list means that nothing is lost, added or out of order. */
export function verifyHtml(html: string, document: Document): Problem[] {
  return compareBlocks('HTML', readHtml(html), document);
}

/** What both readers find: body paragraphs and tables in order. */
type ReadBlock = ReturnType<typeof readDocx>['blocks'][number] | ReturnType<typeof readHtml>[number];
type ReadFigure = Extract<ReadBlock, { type: 'figure' }>;
type ReadCell = Extract<ReadBlock, { type: 'table' }>['cells'][number];
type Format = 'PDF' | 'DOCX' | 'HTML' | 'CSV' | 'XLSX';

function compareBlocks(format: Format, found: readonly ReadBlock[], document: Document): Problem[] {
  const read = found.filter((block) => block.type !== 'paragraph' || bare(block.text) !== '');
  const wanted = document.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));
  const order = (list: readonly { readonly type: keyof typeof kinds }[]): string =>
    list.map(({ type }) => kinds[type]).join('');
  if (order(read) !== order(wanted)) return [differs('tables and paragraphs', format, order(wanted), order(read))];
  let tables = 0;
  return wanted
    .flatMap((block, index) => {
      const got = read[index];
      if (block.type === 'table') return got?.type === 'table' ? compareTable(format, block, got.cells, tables++) : [];
      if (block.type === 'figure') return got?.type === 'figure' ? compareFigure(format, block, got) : [];
      if (got?.type !== 'paragraph') return [];
      const { text } = block;
      return bare(got.text) === text ? [] : [differs(excerpt(text), format, text, bare(got.text))];
    })
    .slice(0, mostDifferences);
}

const kinds = { table: 'T', paragraph: 'P', figure: 'F' } as const;

/** A picture has no words that a reader could find, but those that stand for it; where it has, each is compared. */
function compareFigure(format: Format, figure: Figure, read: ReadFigure): Problem[] {
  const name = figureName(figure);
  const texts = read.texts && figureParagraphs(figure).map((text) => bare(blocksText([text])));
  const pairs: (readonly [wanted: string, got: string])[] = [
    [bare(figure.alt), bare(read.alt)],
    ...(texts && read.texts ? [[texts.join('|'), read.texts.map(bare).join('|')] as const] : []),
  ];
  return pairs.flatMap(([wanted, got]) => (got === wanted ? [] : [differs(name, format, wanted, got)]));
}

/** What a reader finds of a block: a table, a figure, or the words of paragraphs that have some. */
function textsOf(block: Block): (Table | Figure | { readonly type: 'paragraph'; readonly text: string })[] {
  const said = (text: string) => (text === '' ? [] : [{ type: 'paragraph' as const, text }]);
  switch (block.type) {
    case 'table':
    case 'figure':
      return [block];
    case 'pageBreak':
      return [];
    case 'contents':
      return contentsLines(block).flatMap(({ title, page }) => said(bare(blocksText([title, page]))));
    case 'heading':
    case 'paragraph':
      return said(bare(blocksText([block])));
  }
}

function compareTable(format: Format, table: Table, read: readonly ReadCell[], number: number): Problem[] {
  const cells = new Map(read.map((cell) => [`${cell.row}/${cell.column}`, cell]));
  const placed = placeCells(table);
  const problems = placed.flatMap(({ cell, row, column }) => {
    const got = cells.get(`${row}/${column}`);
    const name = cellName(number, row, column);
    const spans = `${cell.rowspan}×${cell.colspan}`;
    const gotSpans = `${got?.rowspan ?? 0}×${got?.colspan ?? 0}`;
    if (spans !== gotSpans) return [spanDiffers(name, format, spans, gotSpans)];
    const text = bareOnce(cell.blocks, blocksText);
    return bare(got?.text ?? '') === text ? [] : [differs(name, format, text, bare(got?.text ?? ''))];
  });
  if (read.length === placed.length) return problems;
  const name = cellName(number, 0, 0);
  return [...problems, differs(`${name}…`, format, `${placed.length} cells`, `${read.length} cells`)];
}

/** What is wrong with a CSV file; an empty list means that every cell is there as the data has it. */
export function verifyCsv(bytes: Uint8Array, table: DataTable): Problem[] {
  return compareCells('CSV', readCsv(bytes), cellsOf(table));
}

/** What is wrong with a workbook: a cell that differs, or a number that became text. */
export function verifyXlsx(bytes: Uint8Array, table: DataTable): Problem[] {
  const read = readXlsx(bytes).map((row) =>
    table.columns.map((_, column) => {
      const cell = row[column];
      return cell?.kind === 'number' ? `number ${Number(cell.value)}` : (cell?.value ?? '');
    }),
  );
  const wanted = cellsOf(table).map((row, index) =>
    row.map((value, column) => {
      const isNumber = index > 0 && table.columns[column]?.kind !== 'text' && fitsNumber(value);
      return isNumber ? `number ${Number(value)}` : value;
    }),
  );
  return compareCells('XLSX', read, wanted);
}

function cellsOf({ columns, rows }: DataTable): (readonly string[])[] {
  return [columns.map(({ heading }) => heading), ...rows];
}

function compareCells(format: Format, read: readonly string[][], wanted: readonly (readonly string[])[]): Problem[] {
  const size = (rows: readonly (readonly string[])[]): string => `${rows.length} × ${rows[0]?.length ?? 0}`;
  if (size(read) !== size(wanted)) return [differs('rows × columns', format, size(wanted), size(read))];
  return wanted
    .flatMap((row, index) =>
      row.flatMap((value, column) => {
        const got = read[index]?.[column] ?? '';
        return got === value ? [] : [differs(cellName(0, index, column), format, value, got)];
      }),
    )
    .slice(0, mostDifferences);
}

/** A page that needs no reading carries its words. */
function noteWanted({ parts }: Page, found: Map<string, string>): void {
  for (const { kind, source, lines } of parts) {
    if (kind !== 'content') continue;
    const key = sourceKey(source);
    found.set(key, (found.get(key) ?? '') + bareOnce(lines, textOf));
  }
}

function textOf(lines: Part['lines']): string {
  return lines.flatMap((line) => line.spans.map((span) => span.text)).join('');
}

function comparePage(page: Page, read: ReadPage, index: number, found: Map<string, string>): Problem[] {
  const problems: Problem[] = [];
  const byPart = new Map<Part, ReadText[]>();
  for (const text of read.texts) {
    if (text.text.trim() === '') continue;
    const part = page.parts.find((candidate) => holds(candidate, text));
    if (!part || !within(part.box, text) || text.x < -hair || text.x + text.shown > read.width + hair) {
      problems.push(stray(index, text));
    }
    if (part) byPart.set(part, [...(byPart.get(part) ?? []), text]);
  }
  for (const part of page.parts) {
    const got = joined(withoutHyphens(part, byPart.get(part) ?? []), part);
    if (part.kind === 'content') {
      const key = sourceKey(part.source);
      found.set(key, (found.get(key) ?? '') + got);
      continue;
    }
    const wanted = bareOnce(part.lines, textOf);
    if (got !== wanted) problems.push(differs(`${part.kind} p. ${index + 1}`, 'PDF', wanted, got));
  }
  return problems;
}

/** A text belongs to the part that its middle lies in. */
function holds({ box }: Part, text: ReadText): boolean {
  const middle = text.x + text.shown / 2;
  const inside = middle >= box.x - hair && middle <= box.x + box.width + hair;
  return inside && text.baseline > box.y && text.baseline <= box.y + box.height + hair;
}

/** Inside its box, but for the blank half of a mark that is closed up at a line's start or end. */
function within(box: Part['box'], read: ReadText): boolean {
  const { text, x, shown, size } = read;
  const left = blankBefore(text, size);
  const right = blankAfter(text.trimEnd(), size);
  return x >= box.x - left - hair && x + shown <= box.x + box.width + right + hair;
}

/**
 * A part's texts without the hyphens that typesetting put behind its divided words: one at the end of each line that has one,
 * and no other.
 */
function withoutHyphens({ lines }: Part, texts: readonly ReadText[]): readonly ReadText[] {
  const divided = lines.flatMap(({ hyphen, baseline }) => (hyphen ? [{ x: hyphen.x, baseline }] : []));
  if (divided.length === 0) return texts;
  return texts.map((text) => {
    const end = text.x + text.width;
    const isDivided = divided.some(
      ({ x, baseline }) => Math.abs(text.baseline - baseline) <= hair && text.x - hair <= x && x <= end,
    );
    return isDivided ? { ...text, text: text.text.replace(/[\u00ad-]$/, '') } : text;
  });
}

/** In the order of lines; the words of a figure in the order in which they are drawn. */
function joined(texts: readonly ReadText[], part: Part): string {
  if (part.drawing) return bare(texts.map((text) => text.text).join(''));
  const sorted = [...texts].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) > 2 ? a.baseline - b.baseline : a.x - b.x,
  );
  return bare(sorted.map((text) => text.text).join(''));
}

function stray(page: number, text: ReadText): Problem {
  return fault('verify-stray-text', {
    zh: `PDF 第 ${page + 1} 页有文字越出单元格或页面：“${text.text}”`,
    en: `PDF page ${page + 1} has text outside its cell or the page: “${text.text}”`,
  });
}

function differs(name: string, format: Format, wanted: string, got: string): Problem {
  const at = firstDifference(wanted, got);
  const cut = (text: string): string => text.slice(Math.max(0, at - 8), at + 16);
  return fault('verify-text-differs', {
    zh: `${format} 与数据不一致，${name}：应为“${cut(wanted)}”，读回“${cut(got)}”（第 ${at + 1} 字起）`,
    en: `the ${format} differs from the data at ${name}: expected “${cut(wanted)}”, read back “${cut(got)}” (from character ${at + 1})`,
  });
}

function spanDiffers(name: string, format: Format, wanted: string, got: string): Problem {
  return fault('verify-grid-differs', {
    zh: `${format} ${name} 的合并（行×列）应为 ${wanted}，读回 ${got}：表格的格子改动过`,
    en: `the ${format} merges ${name} as ${got} (rows × columns) instead of ${wanted}: its grid was changed`,
  });
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}
