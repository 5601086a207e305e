import { xml } from '../office/parts.js';
import { type ParagraphLook, paragraphProperties, type RunLook, runProperties } from './looks.js';
import type { NamedStyle, StyleSheet } from './styleSheet.js';
import { sides } from './tableLook.js';
import type { WordBlock, WordCell, WordContents, WordParagraph, WordRow, WordRun, WordTable } from './word.js';

/** Writes the body of a document as XML: `w:p` and `w:tbl` in which only what no style says is said. */
export class BodyPrinter {
  readonly #properties = new Map<NamedStyle, Map<ParagraphLook, string>>();
  readonly #runs = new Map<RunLook, Map<RunLook, readonly [plain: string, hinted: string]>>();

  constructor(private readonly styles: StyleSheet) {}

  /** The blocks of a stretch. `section` is the `w:sectPr` that stands in its last paragraph, '' where none does. */
  stretch(blocks: readonly WordBlock[], section: string): string {
    const last = blocks.length - 1;
    return blocks
      .map((block, index) =>
        block.type === 'paragraph' ? this.#paragraph(block, index === last ? section : '') : this.#block(block),
      )
      .join('');
  }

  #block(block: Exclude<WordBlock, WordParagraph>): string {
    return block.type === 'table' ? this.#table(block) : this.#contents(block);
  }

  #paragraph(paragraph: WordParagraph, section = ''): string {
    const mark = paragraph.hidden ? '<w:rPr><w:vanish/></w:rPr>' : '';
    const { before = '', after = '' } = paragraph;
    const style = this.styles.styleOf(paragraph);
    const properties = `${this.#paragraphProperties(paragraph, style)}${mark}${section}`;
    return `<w:p><w:pPr>${properties}</w:pPr>${before}${this.#text(paragraph.runs, style.look.run)}${after}</w:p>`;
  }

  #paragraphProperties(paragraph: WordParagraph, style: NamedStyle): string {
    const look = this.styles.lookOf(paragraph);
    const { extras } = paragraph;
    const isPlain = Object.keys(extras).length === 0;
    const known = this.#properties.get(style) ?? new Map<ParagraphLook, string>();
    this.#properties.set(style, known);
    const found = isPlain ? known.get(look) : undefined;
    if (found !== undefined) return found;
    const written = `<w:pStyle w:val="${style.id}"/>${paragraphProperties(look, style.look, extras)}`;
    if (isPlain) known.set(look, written);
    return written;
  }

  /** Runs of one look are one `w:r`. */
  #text(runs: readonly WordRun[], base: RunLook): string {
    let written = '';
    let open: string | undefined;
    for (const run of runs) {
      const properties = this.#runProperties(run, base);
      if (properties !== open) {
        if (open !== undefined) written += '</w:r>';
        written += properties === '' ? '<w:r>' : `<w:r><w:rPr>${properties}</w:rPr>`;
        open = properties;
      }
      if (run.breaks) written += `<w:${run.breaks}/>`;
      if (run.text !== '') written += textElement(run.text);
    }
    return open === undefined ? written : `${written}</w:r>`;
  }

  #runProperties({ text, look, style }: WordRun, base: RunLook): string {
    const own = style === undefined ? '' : `<w:rStyle w:val="${style}"/>`;
    if (!look) return own;
    const from = this.#runs.get(base) ?? new Map<RunLook, readonly [string, string]>();
    this.#runs.set(base, from);
    const known = from.get(look) ?? [runProperties(look, base, false), runProperties(look, base, true)];
    from.set(look, known);
    return own + known[hasSharedMarks(text) ? 1 : 0];
  }

  /** A field that Word makes anew, filled in. */
  #contents({ lines }: WordContents): string {
    const field = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`;
    const begin = `<w:r>${field('begin')}<w:instrText xml:space="preserve">TOC \\o "1-3"</w:instrText>${field('separate')}</w:r>`;
    const last = lines.length - 1;
    const paragraphs = lines.map((line, index) =>
      this.#paragraph({
        ...line,
        ...(index === 0 && { before: begin }),
        ...(index === last && { after: `<w:r>${field('end')}</w:r>` }),
      }),
    );
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>';
    const properties = `<w:sdtPr><w:alias w:val="目录"/>${gallery}</w:sdtPr>`;
    return `<w:sdt>${properties}<w:sdtContent>${paragraphs.join('')}</w:sdtContent></w:sdt>`;
  }

  #table(table: WordTable): string {
    const { widths, rows, hasRowHeads } = table;
    // Word reads tblW, WPS reads gridCol: both must carry the same absolute width.
    const width = widths.reduce((sum, each) => sum + each, 0);
    const hasHead = rows[0]?.isHead === true;
    // Tells screen readers which row and column hold headings.
    const look = `w:firstRow="${hasHead ? 1 : 0}" w:lastRow="0" w:firstColumn="${hasRowHeads ? 1 : 0}" w:lastColumn="0"`;
    const properties = [
      `<w:tblStyle w:val="${this.styles.tableStyleOf(table).id}"/>`,
      `<w:tblW w:w="${width}" w:type="dxa"/>`,
      '<w:tblLayout w:type="fixed"/>',
      `<w:tblLook ${look} w:noHBand="1" w:noVBand="1"/>`,
    ].join('');
    const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('');
    const written = rows.map((row) => this.#row(row)).join('');
    return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written}</w:tbl>`;
  }

  #row({ isHead, isWhole, cells }: WordRow): string {
    const properties = `${isWhole ? '<w:cantSplit/>' : ''}${isHead ? '<w:tblHeader/>' : ''}`;
    const written = cells.map((cell) => this.#cell(cell)).join('');
    return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${written}</w:tr>`;
  }

  #cell(cell: WordCell): string {
    const { width, columns, paragraphs } = cell;
    const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
    const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span}${merges[cell.merge]}${ownLook(cell)}`;
    const written = paragraphs.map((paragraph) => this.#paragraph(paragraph)).join('');
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${written}</w:tc>`;
  }
}

const merges = { none: '', start: '<w:vMerge w:val="restart"/>', continued: '<w:vMerge/>' } as const;
export const verticalAligns = { top: 'top', middle: 'center', bottom: 'bottom' } as const;

function ownLook({ own: { border, padding, verticalAlign } }: WordCell): string {
  const lines = sides.map((side) => (border[side] === undefined ? '' : lineElement(side, border[side]))).join('');
  const margins = sides.map((side) => (padding[side] === undefined ? '' : lengthElement(side, padding[side]))).join('');
  return [
    lines === '' ? '' : `<w:tcBorders>${lines}</w:tcBorders>`,
    margins === '' ? '' : `<w:tcMar>${margins}</w:tcMar>`,
    verticalAlign === undefined ? '' : `<w:vAlign w:val="${verticalAligns[verticalAlign]}"/>`,
  ].join('');
}

/** A line of a cell or table; `width` in eighths of a point. */
export function lineElement(side: string, width: number): string {
  if (width === 0) return `<w:${side} w:val="nil"/>`;
  return `<w:${side} w:val="single" w:sz="${width}" w:space="0" w:color="000000"/>`;
}

/** `length` in twips. */
export function lengthElement(side: string, length: number): string {
  return `<w:${side} w:w="${length}" w:type="dxa"/>`;
}

function textElement(text: string): string {
  const preserve = /^\s|\s$|\s\s/.test(text) ? ' xml:space="preserve"' : '';
  return `<w:t${preserve}>${xml(text)}</w:t>`;
}

/** Characters that Word sets as Chinese or as Latin ones, as the run's hint says (ECMA-376 part 1, §17.3.2.26). */
function hasSharedMarks(text: string): boolean {
  return /[\u00a1-\u04ff\u1e00-\u1eff\u2000-\u2bff\ue000-\uf8ff\ufb00-\ufb1c]/.test(text);
}
