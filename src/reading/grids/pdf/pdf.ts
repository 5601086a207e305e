import type { Cell, Item, Place, SourceFile } from '../../items.js';
import { Beside } from '../beside.js';
import { CellCount, refusal } from '../refusals.js';
import type { Glyph } from './ink.js';
import { cellText, joint, type Line, linesOf } from './lines.js';
import { type Page, pagesOf } from './pages.js';
import { type RuledCell, type RuledTable, tablesOf } from './rules.js';

/**
 * A PDF with text as items: cells are what rules enclose; a table that goes on on the next page is the same one. Throws Problems
 * `source-is-scan`, `source-damaged`, `source-too-large`.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceFile> {
  const reader = new PdfReader();
  for await (const page of pagesOf(bytes)) reader.page(upright(page));
  if (!reader.hasText && reader.hasPicture) {
    throw refusal(
      'source-is-scan',
      { zh: '这份 PDF 是扫描件或图片，没有文字', en: 'this PDF is a scan: it has no text' },
      {
        zh: '请用原来的 Word、Excel 文件，或先做文字识别（OCR）再核对',
        en: 'take the Word or Excel file that it was made of, or recognise its text first',
      },
    );
  }
  return { kind: 'pdf', items: reader.items, beside: reader.beside.all };
}

/** A page whose text is turned, as a landscape table on an upright page is, turned back. */
function upright(page: Page): Page {
  const counts = [0, 0, 0, 0];
  for (const { turn } of page.glyphs) counts[turn] = (counts[turn] ?? 0) + 1;
  const main = counts.indexOf(Math.max(...counts));
  if (main === 0) return page;
  const { width, height } = page;
  const [shiftX, shiftY] = [
    [0, 0],
    [0, width],
    [width, height],
    [height, 0],
  ][main] as [number, number];
  const glyphs = page.glyphs.map((glyph): Glyph => {
    const turn = (glyph.turn - main + 4) % 4;
    // A glyph lies in the coordinates of its own turn: those of the main turn only need the shift.
    return turn === 0
      ? { ...glyph, turn, x0: glyph.x0 + shiftX, x1: glyph.x1 + shiftX, y: glyph.y + shiftY }
      : { ...glyph, turn };
  });
  const turnPoint = (x: number, y: number): readonly [number, number] =>
    main === 1 ? [y, width - x] : main === 2 ? [width - x, height - y] : [height - y, x];
  const strokes = page.strokes.map(({ isLevel, x0, y0, x1, y1 }) => {
    const [[ax, ay], [bx, by]] = [turnPoint(x0, y0), turnPoint(x1, y1)];
    const box = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
    return { isLevel: main === 2 ? isLevel : !isLevel, ...box };
  });
  return { ...page, glyphs, strokes, ...(main === 2 ? {} : { width: height, height: width }) };
}

/** A piece of a page in reading order. */
type Piece = { readonly top: number; readonly left: number } & (
  | { readonly table: RuledTable; readonly texts: ReadonlyMap<RuledCell, string> }
  | { readonly lines: readonly Line[] }
);

class PdfReader {
  readonly items: Item[] = [];
  readonly beside = new Beside();
  hasText = false;
  hasPicture = false;
  readonly #count = new CellCount();
  #number = 0;
  #tables = 0;
  /** The last table, if nothing but a page's foot came after it. */
  #open: { readonly table: number; readonly x0: number; readonly x1: number } | undefined;

  page(page: Page): void {
    this.#number += 1;
    const place = { page: this.#number };
    const isPicture = page.picture > 0.5;
    if (isPicture) this.hasPicture = true;
    if (page.glyphs.some(({ text }) => text.trim() !== '')) this.hasText = true;
    else if (isPicture)
      this.beside.tell(place, [
        { zh: '这一页是图片，没有文字，未读入', en: 'this page is a picture without text: it was not read' },
      ]);
    if (page.glyphs.some(({ isInvisible }) => isInvisible))
      this.beside.tell(place, [
        {
          zh: '这一页有看不见的文字（可能是扫描识别的），已读入，请核对',
          en: 'this page has invisible text, perhaps recognised from a scan; it was read: check it',
        },
      ]);
    if (page.glyphs.some(({ text }) => /[\ufffd\ue000-\uf8ff]|\p{Cc}/u.test(text)))
      this.beside.tell(place, [
        {
          zh: '这一页有些字在 PDF 里没有对应的文字编码，可能读错',
          en: 'some characters of this page have no Unicode in the PDF and may be wrong',
        },
      ]);
    const pieces = piecesOf(page);
    pieces.forEach((piece, index) => {
      if ('table' in piece) this.#table(piece.table, piece.texts, pieces.slice(0, index), page);
      else this.#paragraph(piece.lines, page);
    });
  }

  #table(table: RuledTable, texts: ReadonlyMap<RuledCell, string>, before: readonly Piece[], page: Page): void {
    const isFirst = before.every((piece) => 'lines' in piece && isEdge(piece, page, 0.09));
    const open = this.#open;
    const goesOn = isFirst && open && Math.abs(open.x0 - table.x0) < 4 && Math.abs(open.x1 - table.x1) < 4;
    const number = goesOn ? open.table : this.#tables++;
    this.#open = { table: number, x0: table.x0, x1: table.x1 };
    for (let row = 0; row + 1 < table.ys.length; row += 1) {
      const place: Place = { page: this.#number, table: number + 1, row: row + 1 };
      const cells = table.cells
        .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
        .sort((a, b) => a.column - b.column)
        .map((cell, index): Cell => {
          const edges = { left: across(cell.x0, table), right: across(cell.x1, table) };
          const at = { column: cell.column, span: cell.span, ...edges };
          return {
            text: texts.get(cell) ?? '',
            ...at,
            isContinued: cell.row < row,
            place: { ...place, column: index + 1 },
          };
        });
      if (cells.every(({ isContinued }) => isContinued)) continue;
      this.#count.add(cells.length);
      this.items.push({ kind: 'row', table: number, cells, place });
    }
  }

  #paragraph(lines: readonly Line[], page: Page): void {
    const place = { page: this.#number };
    const [first] = lines;
    const isFoot = first !== undefined && isEdge({ top: first.y, lines }, page, 0.09);
    if (!isFoot) this.#open = undefined;
    const parts = lines.length === 1 && first && !isEdge({ top: first.y, lines }, page, 0.06) ? partsOf(first) : [];
    if (parts.length > 1) {
      const [left, right] = [first?.x0 ?? 0, first?.x1 ?? 1];
      const share = (x: number): number => (x - left) / Math.max(1, right - left);
      const table = this.#tables++;
      const cells = parts.map(({ text, x0, x1 }, column): Cell => {
        return {
          text,
          column,
          span: 1,
          left: share(x0),
          right: share(x1),
          isContinued: false,
          place: { ...place, column: column + 1 },
        };
      });
      this.#count.add(cells.length);
      this.items.push({ kind: 'row', table, cells, place });
      return;
    }
    const text = lines.reduce((all, line) => all + joint(all, line.text) + line.text, '');
    this.items.push({ kind: 'paragraph', text, place });
  }
}

/** Where a place lies across a table, 0 to 1. */
function across(x: number, { x0, x1 }: RuledTable): number {
  return Math.min(1, Math.max(0, (x - x0) / (x1 - x0)));
}

/** In the margin at the head or foot of the page, `part` of its height, where page numbers and running heads stand. */
function isEdge(
  { top, lines }: { readonly top: number; readonly lines: readonly Line[] },
  { height }: Page,
  part: number,
): boolean {
  return lines.length === 1 && (top < height * part || top > height * (1 - part));
}

/** Text goes to the cell that its middle is in. */
function piecesOf(page: Page): Piece[] {
  const tables = tablesOf(page.strokes);
  const inCells = new Map<RuledCell, Glyph[]>();
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const [x, y] = middleOf(glyph);
    const table = tables.find((one) => x >= one.x0 && x <= one.x1 && y >= one.y0 && y <= one.y1);
    const cell = table?.cells.find((one) => x >= one.x0 && x < one.x1 && y >= one.y0 && y < one.y1);
    const glyphs = cell ? (inCells.get(cell) ?? []) : outside;
    glyphs.push(glyph);
    if (cell) inCells.set(cell, glyphs);
  }
  const pieces: Piece[] = tables
    .filter(({ cells }) => cells.some((cell) => inCells.has(cell)))
    .map((table) => {
      const texts = new Map(table.cells.map((cell) => [cell, cellText(inCells.get(cell) ?? [], cell.x0, cell.x1)]));
      return { top: table.y0, left: table.x0, table, texts };
    });
  for (const lines of paragraphsOf(outside, tables))
    pieces.push({ top: lines[0]?.y ?? 0, left: lines[0]?.x0 ?? 0, lines });
  return pieces.sort((a, b) => a.top - b.top || a.left - b.left);
}

function middleOf({ x0, x1, y, size, turn }: Glyph): readonly [number, number] {
  const [along, over] = [(x0 + x1) / 2, y - size * 0.35];
  if (turn === 1) return [-over, along];
  if (turn === 2) return [-along, -over];
  return turn === 3 ? [over, -along] : [along, over];
}

/** Lines that go on in the next one: of one size, one spacing, and full. */
function paragraphsOf(glyphs: readonly Glyph[], tables: readonly RuledTable[]): Line[][] {
  const lines = [0, 1, 2, 3].flatMap((turn) => linesOf(glyphs.filter((glyph) => glyph.turn === turn)));
  const edge = Math.max(...lines.map(({ x1 }) => x1), ...tables.map(({ x1 }) => x1));
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const before = open?.at(-1);
    const goesOn =
      before &&
      Math.abs(before.size - line.size) < 0.5 &&
      line.y - before.y < line.size * 2.2 &&
      line.y > before.y &&
      edge - before.x1 < line.firstWord + line.size * 1.1 &&
      !tables.some(({ y0 }) => y0 > before.y && y0 < line.y);
    if (open && goesOn) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** The parts of a line between wide gaps, as 单位名称 and 单位：万元 above a table are. */
function partsOf({ glyphs, size }: Line): { text: string; x0: number; x1: number }[] {
  const parts: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    if (glyph.x0 - end > size * 2.5) parts.push([]);
    parts.at(-1)?.push(glyph);
    end = glyph.x1;
  }
  return parts.flatMap((part) => linesOf(part)).map(({ text, x0, x1 }) => ({ text, x0, x1 }));
}
