import type { Block, Contents, Document, Heading, Section, Table } from '../../document/document.js';
import { contentsLines } from '../../document/walk.js';
import { contents, headingIds, name } from './contents.js';
import { escaped } from './escape.js';
import { figure } from './figure.js';
import { Looks } from './looks.js';
import { sectionName, style, textWidth } from './page.js';
import { paragraph } from './paragraph.js';
import { table } from './table.js';

/** The widths of a table's columns in a text of `textWidth` points, as `typeset` decides them for all formats. */
export type ColumnWidths = (table: Table, textWidth: number) => readonly number[];

const words = {
  'zh-CN': { skip: '跳到正文', contents: '目录', table: '表' },
  en: { skip: 'Skip to the text', contents: 'Contents', table: 'Table' },
} as const satisfies Record<Document['language'], object>;

/**
 * Writes a document as one web page: HTML5 that is also well-formed XML, with its style sheet inside, without scripts and external
 * files. The same tree and widths give the same text.
 */
export function writeHtml(document: Document, widths: ColumnWidths): string {
  const looks = new Looks();
  const ids = headingIds(document);
  const names = new TableNames(document);
  const sections = document.sections.flatMap((section, index) => [
    `<section class="${sectionName(index)}">`,
    ...flow(section, { looks, ids, names, widths }),
    '</section>',
  ]);
  const { skip, contents: label } = words[document.language];
  return `${[
    '<!DOCTYPE html>',
    `<html lang="${document.language}">`,
    ...head(document, looks),
    '<body>',
    `<a class="skip" href="#text">${skip}</a>`,
    ...title(document, ids),
    ...contents(ids, label),
    '<main id="text">',
    ...sections,
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function head(document: Document, looks: Looks): string[] {
  const meta = (key: string, value: string): string => `<meta name="${key}" content="${escaped(value)}"/>`;
  return [
    '<head>',
    '<meta charset="utf-8"/>',
    meta('viewport', 'width=device-width, initial-scale=1'),
    `<title>${escaped(document.title)}</title>`,
    meta('author', document.author),
    meta('description', document.subject),
    meta('date', document.date),
    `<style>\n${style(
      document.sections.map((section) => section.page),
      looks.css,
    )}\n</style>`,
    '</head>',
  ];
}

/** A first heading on the screen for a document without one, such as only forms; it is not printed, as in the PDF. */
function title(document: Document, ids: ReadonlyMap<Heading, string>): string[] {
  if ([...ids.keys()].some((heading) => heading.level === 1)) return [];
  return [`<header><h1 class="title">${escaped(document.title)}</h1></header>`];
}

interface HtmlContext {
  readonly looks: Looks;
  readonly ids: ReadonlyMap<Heading, string>;
  readonly names: TableNames;
  readonly widths: ColumnWidths;
}

function flow(section: Section, context: HtmlContext): string[] {
  const width = textWidth(section.page);
  return section.blocks.flatMap((block, index) => flowed(block, section.blocks[index - 1], width, context));
}

function flowed(block: Block, previous: Block | undefined, width: number, context: HtmlContext): string[] {
  const { looks, ids, names, widths } = context;
  const newPage = previous?.type === 'pageBreak';
  switch (block.type) {
    case 'heading':
    case 'paragraph': {
      if (block.type === 'heading') names.under(block);
      const id = block.type === 'heading' ? ids.get(block) : undefined;
      return [paragraph(block, looks, { before: block.style.before, after: block.style.after, newPage, id })];
    }
    case 'table': {
      const around = { label: names.next(), touches: touches(previous, block), newPage };
      const idOf = (heading: Heading) => ids.get(heading);
      return [table(block, looks, { widths: widths(block, width), textWidth: width, ...around, idOf })];
    }
    case 'contents':
      return contentsList(block, looks);
    case 'figure':
      return [figure(block, looks, { id: names.nextFigure(), newPage })];
    case 'pageBreak':
      // The next block begins the page.
      return [];
  }
}

/** A table of contents, only for print; the screen has the list of links. */
function contentsList(block: Contents, looks: Looks): string[] {
  return contentsLines(block).map(({ title, page }) => {
    const gap = { type: 'text', text: '　　', style: block.style } as const;
    const line = { ...title, inlines: [...title.inlines, gap, ...page.inlines] };
    return paragraph(line, looks, { before: 0, after: 0, newPage: false, id: undefined });
  });
}

function touches(previous: Block | undefined, below: Table): boolean {
  return previous?.type === 'table' && previous.after + below.before <= 1;
}

/** The tables' names for screen readers: the number, and the heading above a table, else the title. */
class TableNames {
  readonly #table: string;
  #heading: string;
  #count = 0;
  #figures = 0;

  constructor(document: Document) {
    this.#table = words[document.language].table;
    this.#heading = document.title;
  }

  under(heading: Heading): void {
    this.#heading = name(heading) || this.#heading;
  }

  /** The id of a figure's alternative text. */
  nextFigure(): string {
    this.#figures += 1;
    return `figure${this.#figures}`;
  }

  next(): string {
    this.#count += 1;
    return `${this.#table} ${this.#count} ${this.#heading}`;
  }
}
