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
import { columnEdges, placeCells } from '../../../src/document/walk.js';
import { faceOf, type Input, leadingStyle, Names, stacked, widthsOf } from './input.js';

/** The tree as a flat OpenDocument text (one XML file), for LibreOffice: absolute columns, repeated heads, exact line pitch. */
export function asOpenDocument({ document, fonts }: Input): string {
  const [section] = document.sections;
  if (!section) throw new Error('a document without sections');
  const writer = new OpenDocumentWriter(fonts);
  const body = writer.section(section);
  const layout = writer.pageLayout(section);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
${layout.style}${writer.styles()}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${layout.footer}</style:master-page></office:master-styles>
<office:body><office:text>
${body}</office:text></office:body></office:document>
`;
}

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(' ');

class OpenDocumentWriter {
  readonly #fonts: Input['fonts'];
  readonly #looks = new Names<{ family: string; properties: string }>('s');
  #broken = false;

  constructor(fonts: Input['fonts']) {
    this.#fonts = fonts;
  }

  styles(): string {
    return this.#looks.entries
      .map(({ name, value }) => {
        const master = value.family === 'table' ? ' style:master-page-name=""' : '';
        return `<style:style style:name="${name}" style:family="${value.family}"${master}>${value.properties}</style:style>\n`;
      })
      .join('');
  }

  pageLayout({ page }: Section): { style: string; footer: string } {
    const { width, height, margin, footer } = page;
    const below = footer ? margin.bottom / 2 : margin.bottom;
    const sides = `fo:margin-top="${margin.top}pt" fo:margin-right="${margin.right}pt" fo:margin-bottom="${below}pt" fo:margin-left="${margin.left}pt"`;
    const properties = `<style:page-layout-properties fo:page-width="${width}pt" fo:page-height="${height}pt" ${sides}/>`;
    const foot = footer
      ? `<style:footer-style><style:header-footer-properties fo:min-height="${below}pt" fo:margin-top="0pt"/></style:footer-style>`
      : '';
    return {
      style: `<style:page-layout style:name="page">${properties}${foot}</style:page-layout>\n`,
      footer: footer ? `<style:footer>${this.#footer(footer)}</style:footer>` : '',
    };
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
    const look = this.#broken ? ' fo:break-before="page"' : '';
    this.#broken = false;
    return look;
  }

  #paragraph(block: Paragraph | Heading, extra = ''): string {
    const { align, before, after, indent, lineHeight } = block.style;
    const style = leadingStyle(block);
    const pitch = (style.size * lineHeight).toFixed(3);
    const properties = `<style:paragraph-properties${extra} fo:text-align="${align}" fo:line-height="${pitch}pt" fo:margin-top="${before}pt" fo:margin-bottom="${after}pt" fo:text-indent="${indent}pt"/>${this.#type(style)}`;
    const name = this.#looks.of({ family: 'paragraph', properties });
    const words = this.#words(block);
    return block.type === 'heading'
      ? `<text:h text:style-name="${name}" text:outline-level="${block.level}">${words}</text:h>\n`
      : `<text:p text:style-name="${name}">${words}</text:p>\n`;
  }

  #words(block: Paragraph | Heading): string {
    const base = JSON.stringify(leadingStyle(block));
    return block.inlines
      .map((inline) => {
        if (inline.type === 'lineBreak') return '<text:line-break/>';
        const text = block.style.vertical
          ? stacked(inline.text).map(escaped).join('<text:line-break/>')
          : escaped(inline.text);
        if (JSON.stringify(inline.style) === base) return text;
        const name = this.#looks.of({ family: 'text', properties: this.#type(inline.style) });
        return `<text:span text:style-name="${name}">${text}</text:span>`;
      })
      .join('');
  }

  #type(style: TextStyle): string {
    const { family, bold } = faceOf(style, this.#fonts);
    const weight = bold ? 'bold' : 'normal';
    const kinds = ['', '-asian'].map(
      (kind) =>
        `${kind ? 'style' : 'fo'}:font-size${kind}="${style.size}pt" ${kind ? 'style' : 'fo'}:font-weight${kind}="${weight}" ${kind ? 'style:font-family-asian' : 'fo:font-family'}="${family}"`,
    );
    return `<style:text-properties ${kinds.join(' ')} style:language-asian="zh" style:country-asian="CN"/>`;
  }

  #table(table: Table, textWidth: number): string {
    const widths = widthsOf(table, textWidth, this.#fonts);
    const width = (columnEdges(widths).at(-1) as number).toFixed(3);
    const properties = `<style:table-properties style:width="${width}pt" table:align="left" table:border-model="collapsing" fo:margin-top="${table.before}pt" fo:margin-bottom="${table.after}pt"${this.#breakLook()}/>`;
    const name = this.#looks.of({ family: 'table', properties });
    const columns = widths.map((column) => {
      const look = `<style:table-column-properties style:column-width="${column}pt"/>`;
      return `<table:table-column table:style-name="${this.#looks.of({ family: 'table-column', properties: look })}"/>`;
    });
    const rows = this.#rows(table);
    const head = rows.slice(0, table.head.length).join('');
    const header = head === '' ? '' : `<table:table-header-rows>${head}</table:table-header-rows>`;
    return `<table:table table:style-name="${name}">${columns.join('')}${header}${rows.slice(table.head.length).join('')}</table:table>\n`;
  }

  /** Rows with a covered cell in each place of the grid that a merged cell covers. */
  #rows(table: Table): string[] {
    const rows: readonly Row[] = [...table.head, ...table.body];
    const grid = rows.map(() => table.columns.map(() => '<table:covered-table-cell/>'));
    for (const { cell, row, column } of placeCells(table)) (grid[row] as string[])[column] = this.#cell(cell);
    return grid.map((cells) => `<table:table-row>${cells.join('')}</table:table-row>\n`);
  }

  #cell({ blocks, colspan, rowspan, style }: Cell): string {
    const { padding, border, verticalAlign } = style;
    const sides = (['top', 'right', 'bottom', 'left'] as const).map(
      (side) =>
        `fo:padding-${side}="${padding[side]}pt" fo:border-${side}="${border[side] > 0 ? `${border[side]}pt solid #000000` : 'none'}"`,
    );
    const properties = `<style:table-cell-properties ${sides.join(' ')} style:vertical-align="${verticalAlign}"/>`;
    const name = this.#looks.of({ family: 'table-cell', properties });
    const spans = `${colspan > 1 ? ` table:number-columns-spanned="${colspan}"` : ''}${rowspan > 1 ? ` table:number-rows-spanned="${rowspan}"` : ''}`;
    const words = blocks.map((block) => this.#paragraph(block)).join('') || '<text:p/>';
    return `<table:table-cell table:style-name="${name}"${spans}>${words}</table:table-cell>`;
  }

  #footer({ parts, style, align }: Footer): string {
    const properties = `<style:paragraph-properties fo:text-align="${align}"/>${this.#type(style)}`;
    const words = parts.map((part) => {
      if (part.type === 'text') return escaped(part.text);
      return part.type === 'pageNumber' ? '<text:page-number/>' : '<text:page-count/>';
    });
    return `<text:p text:style-name="${this.#looks.of({ family: 'paragraph', properties })}">${words.join('')}</text:p>`;
  }
}

/** Spaces in a row, which XML would fold, are written as OpenDocument counts them. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/ {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}
