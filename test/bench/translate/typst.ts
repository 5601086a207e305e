import type { Cell, Footer, Heading, Inline, Paragraph, Row, Section, Table } from '../../../src/document/document.js';
import { faceOf, halfLeading, type Input, leadingStyle, Names, rounded, stacked, widthsOf } from './input.js';

/**
 * The tree as Typst markup: one `table` a table with `table.header`, one function for each look of a cell and of a
 * paragraph, as a template's author would write it.
 */
export function asTypst({ document, fonts }: Input): string {
  const writer = new TypstWriter(fonts);
  const body = document.sections.map((section) => writer.section(section)).join('');
  const { title, author, date } = document;
  const [year, month, day] = date.split('-').map(Number);
  return `#set document(title: ${quoted(title)}, author: ${quoted(author)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set text(lang: "zh", region: "cn", fallback: false, cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set smartquote(enabled: false)
#set block(spacing: 0pt)
#set table(stroke: none)
#show heading: it => it.body
${writer.definitions()}${body}`;
}

interface ParagraphLook {
  readonly set: string;
}

class TypstWriter {
  readonly #fonts: Input['fonts'];
  readonly #paragraphs = new Names<ParagraphLook>('p');
  readonly #cells = new Names<string>('c');

  constructor(fonts: Input['fonts']) {
    this.#fonts = fonts;
  }

  definitions(): string {
    const paragraphs = this.#paragraphs.entries.map(({ name, value }) => `#let ${name}(b) = {${value.set}; b}\n`);
    const cells = this.#cells.entries.map(({ name, value }) => `#let ${name}(b, ..a) = table.cell(${value}, ..a, b)\n`);
    return [...paragraphs, ...cells].join('');
  }

  section({ page, blocks }: Section): string {
    const { width, height, margin, footer } = page;
    const [top, right, bottom, left] = [margin.top, margin.right, margin.bottom, margin.left].map(rounded);
    const margins = `(top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt, left: ${left}pt)`;
    const foot = footer ? `, footer: ${this.#footer(footer)}` : '';
    const head = `#set page(width: ${width}pt, height: ${height}pt, margin: ${margins}${foot})\n`;
    const textWidth = width - margin.left - margin.right;
    return head + blocks.map((block) => this.#block(block, textWidth)).join('');
  }

  #block(block: Section['blocks'][number], textWidth: number): string {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return this.#paragraph(block);
      case 'table':
        return this.#table(block, textWidth);
      case 'contents':
        throw new Error('the bench sets no table of contents');
      case 'figure':
        throw new Error('the bench sets no figures');
      case 'pageBreak':
        return '#pagebreak()\n';
    }
  }

  #paragraph(block: Paragraph | Heading): string {
    const { before, after, align } = block.style;
    const half = halfLeading(block);
    const inset = `(top: ${rounded(before + half)}pt, bottom: ${rounded(after + half)}pt)`;
    return `#block(width: 100%, inset: ${inset}, align(${alignment(align)}, ${this.#words(block)}))\n`;
  }

  #table(table: Table, textWidth: number): string {
    const widths = widthsOf(table, textWidth, this.#fonts).map((width) => `${width}pt`);
    const head = table.head.length > 0 ? `table.header(\n${this.#rows(table.head)}),\n` : '';
    const made = `table(columns: (${widths.join(', ')},),\n${head}${this.#rows(table.body)})`;
    return table.before + table.after > 0
      ? `#block(inset: (top: ${table.before}pt, bottom: ${table.after}pt), ${made})\n`
      : `#${made}\n`;
  }

  #rows(rows: readonly Row[]): string {
    return rows.map(({ cells }) => `${cells.map((cell) => this.#cell(cell)).join(', ')},\n`).join('');
  }

  #cell(cell: Cell): string {
    const name = this.#cells.of(cellLook(cell));
    const spans = [
      ...(cell.colspan > 1 ? [`, colspan: ${cell.colspan}`] : []),
      ...(cell.rowspan > 1 ? [`, rowspan: ${cell.rowspan}`] : []),
    ].join('');
    const [only] = cell.blocks;
    const body =
      cell.blocks.length > 1
        ? `{${cell.blocks.map((block) => this.#words(block, true)).join('; ')}}`
        : only
          ? this.#words(only)
          : '[]';
    return `${name}(${body}${spans})`;
  }

  /** The words of a paragraph in its look; one of several in a cell is a paragraph of Typst's own. */
  #words(block: Paragraph | Heading, several = false): string {
    const words = joined(this.#inlines(block));
    const heading = block.type === 'heading' ? `heading(level: ${block.level}, ${words})` : words;
    return `${this.#look(block)}(${several ? `par(${heading})` : heading})`;
  }

  #look(block: Paragraph | Heading): string {
    const { size } = leadingStyle(block);
    const { lineHeight, align, indent, before, after } = block.style;
    const leading = rounded((lineHeight - 1) * size);
    const type = this.#type(leadingStyle(block));
    const spacing = rounded(leading + before + after);
    const set = [
      `set text(${type})`,
      `set par(leading: ${leading}pt, spacing: ${spacing}pt${align === 'justify' ? ', justify: true' : ''}${indent > 0 ? `, first-line-indent: (amount: ${indent}pt, all: true)` : ''})`,
      ...(block.type === 'heading' ? [`show heading: set text(${type})`] : []),
    ];
    return this.#paragraphs.of({ set: set.join('; ') });
  }

  #type(style: ReturnType<typeof leadingStyle>): string {
    const { family, bold } = faceOf(style, this.#fonts);
    // The families that our engine falls back on too.
    const families = [...new Set([family, 'Noto Serif SC', 'DejaVu Sans'])].map(quoted).join(', ');
    return `font: (${families}), weight: ${bold ? 700 : 400}, size: ${style.size}pt`;
  }

  #inlines(block: Paragraph | Heading): string[] {
    const base = leadingStyle(block);
    return block.inlines.flatMap((inline: Inline) => {
      if (inline.type === 'lineBreak') return ['linebreak()'];
      const texts = block.style.vertical ? stacked(inline.text).join('\n').split(/(\n)/) : [inline.text];
      const own = JSON.stringify(inline.style) !== JSON.stringify(base);
      return texts.map((text) => {
        if (text === '\n') return 'linebreak()';
        return own ? `text(${this.#type(inline.style)}, ${quoted(text)})` : quoted(text);
      });
    });
  }

  #footer({ parts, style, align }: Footer): string {
    const words = parts.map((part) => {
      if (part.type === 'text') return quoted(part.text);
      return part.type === 'pageNumber' ? 'str(counter(page).get().first())' : 'str(counter(page).final().first())';
    });
    return `context align(${align} + horizon, text(${this.#type(style)}, ${words.join(' + ')}))`;
  }
}

function cellLook({ blocks, style }: Cell): string {
  const { padding, border, verticalAlign } = style;
  const [first] = blocks;
  const half = first ? halfLeading(first) : 0;
  const vertical = { top: 'top', middle: 'horizon', bottom: 'bottom' }[verticalAlign];
  const inset = `(top: ${rounded(padding.top + half)}pt, right: ${padding.right}pt, bottom: ${rounded(padding.bottom + half)}pt, left: ${padding.left}pt)`;
  return `align: ${alignment(first?.style.align ?? 'left')} + ${vertical}, inset: ${inset}, stroke: ${stroke(border)}`;
}

function stroke({ top, right, bottom, left }: Cell['style']['border']): string {
  if (top === right && right === bottom && bottom === left) return top > 0 ? `${top}pt` : 'none';
  const sides = Object.entries({ top, right, bottom, left }).map(
    ([side, width]) => `${side}: ${width > 0 ? `${width}pt` : 'none'}`,
  );
  return `(${sides.join(', ')})`;
}

function alignment(align: Paragraph['style']['align']): string {
  return align === 'justify' ? 'left' : align;
}

/** One expression of several. */
function joined(expressions: readonly string[]): string {
  if (expressions.length === 0) return '[]';
  return expressions.length === 1 ? (expressions[0] as string) : `{${expressions.join('; ')}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;
}
