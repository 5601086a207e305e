import type {
  Cell,
  Footer,
  Heading,
  Paragraph,
  Row,
  Section,
  Table,
  TextStyle,
} from '../../../src/document/document.js';
import { faceOf, type Input, leadingStyle, Names, stacked, widthsOf } from './input.js';

/** The tree as an HTML page with print CSS, for WeasyPrint and Chromium: fixed columns, one class for each look. */
export function asHtml({ document, fonts }: Input): string {
  const writer = new HtmlWriter(fonts);
  const body = document.sections.map((section) => writer.section(section)).join('');
  const [section] = document.sections;
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(document.title)}</title><style>
${section ? writer.page(section) : ''}
* { margin: 0; padding: 0; }
table { border-collapse: collapse; table-layout: fixed; }
${writer.rules()}</style></head><body>
${body}</body></html>
`;
}

class HtmlWriter {
  readonly #fonts: Input['fonts'];
  readonly #looks = new Names<string>('k');
  #broken = false;

  constructor(fonts: Input['fonts']) {
    this.#fonts = fonts;
  }

  rules(): string {
    return this.#looks.entries.map(({ name, value }) => `.${name} { ${value} }\n`).join('');
  }

  page({ page }: Section): string {
    const { width, height, margin, footer } = page;
    const edges = `${margin.top}pt ${margin.right}pt ${margin.bottom}pt ${margin.left}pt`;
    return `@page { size: ${width}pt ${height}pt; margin: ${edges}; ${footer ? this.#footer(footer) : ''} }`;
  }

  section({ page, blocks }: Section): string {
    const textWidth = page.width - page.margin.left - page.margin.right;
    return blocks.map((block) => this.#block(block, textWidth)).join('');
  }

  #block(block: Section['blocks'][number], textWidth: number): string {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return this.#paragraph(block, this.#breakLook());
      case 'table':
        return this.#table(block, textWidth);
      case 'contents':
        throw new Error('the bench sets no table of contents');
      case 'figure':
        throw new Error('the bench sets no figures');
      case 'pageBreak':
        this.#broken = true;
        return '';
    }
  }

  #breakLook(): string {
    const look = this.#broken ? 'break-before: page; ' : '';
    this.#broken = false;
    return look;
  }

  #paragraph(block: Paragraph | Heading, extra = ''): string {
    const { align, before, after, indent, lineHeight } = block.style;
    const style = leadingStyle(block);
    const look = `${extra}${this.#type(style)}; line-height: ${lineHeight}; text-align: ${align}; margin: ${before}pt 0 ${after}pt; text-indent: ${indent}pt`;
    const tag = block.type === 'heading' ? `h${block.level}` : 'p';
    return `<${tag} class="${this.#looks.of(look)}">${this.#words(block)}</${tag}>\n`;
  }

  #words(block: Paragraph | Heading): string {
    const base = JSON.stringify(leadingStyle(block));
    return block.inlines
      .map((inline) => {
        if (inline.type === 'lineBreak') return '<br>';
        const text = block.style.vertical
          ? stacked(inline.text).map(escaped).join('<br>')
          : escaped(inline.text).replaceAll('  ', ' &#160;');
        const own = JSON.stringify(inline.style) !== base;
        return own ? `<span class="${this.#looks.of(this.#type(inline.style))}">${text}</span>` : text;
      })
      .join('');
  }

  #type(style: TextStyle): string {
    const { family, bold } = faceOf(style, this.#fonts);
    const families = [...new Set([family, 'Noto Serif SC', 'DejaVu Sans'])].map((name) => `"${name}"`).join(', ');
    return `font: ${bold ? 'bold' : 'normal'} ${style.size}pt ${families}`;
  }

  #table(table: Table, textWidth: number): string {
    const widths = widthsOf(table, textWidth, this.#fonts);
    const width = widths.reduce((sum, column) => sum + column, 0);
    const look = `${this.#breakLook()}width: ${width.toFixed(3)}pt; margin: ${table.before}pt 0 ${table.after}pt`;
    const columns = widths.map((column) => `<col style="width: ${column}pt">`).join('');
    const head = table.head.length > 0 ? `<thead>${this.#rows(table.head)}</thead>` : '';
    return `<table class="${this.#looks.of(look)}"><colgroup>${columns}</colgroup>${head}<tbody>${this.#rows(table.body)}</tbody></table>\n`;
  }

  #rows(rows: readonly Row[]): string {
    return rows.map(({ cells }) => `<tr>${cells.map((cell) => this.#cell(cell)).join('')}</tr>\n`).join('');
  }

  #cell({ blocks, colspan, rowspan, header, style }: Cell): string {
    const { padding, border, verticalAlign } = style;
    const sides = [border.top, border.right, border.bottom, border.left].map((width) => `${width}pt`).join(' ');
    const look = `padding: ${padding.top}pt ${padding.right}pt ${padding.bottom}pt ${padding.left}pt; border: solid; border-width: ${sides}; vertical-align: ${verticalAlign}`;
    const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
    const tag = header ? 'th' : 'td';
    const words = blocks.map((block) => this.#paragraph(block)).join('');
    return `<${tag} class="${this.#looks.of(look)}"${spans}>${words}</${tag}>`;
  }

  #footer({ parts, style, align }: Footer): string {
    const content = parts
      .map((part) => {
        if (part.type === 'text') return JSON.stringify(part.text);
        return part.type === 'pageNumber' ? 'counter(page)' : 'counter(pages)';
      })
      .join(' ');
    return `@bottom-${align} { content: ${content}; ${this.#type(style)} }`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
