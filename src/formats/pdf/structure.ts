import type { Cell, Contents, Document, Figure, Heading, Language, Paragraph, Table } from '../../document/document.js';
import { placeCells } from '../../document/walk.js';
import type { Box, Source } from '../../typeset/pages.js';

/** Marked content of an element: its number (MCID) on the page, and the page's object. */
interface Mark {
  readonly page: number;
  readonly mark: number;
}

/** An element of the logical structure, its marked content and its children. */
export class Element {
  readonly children: Element[] = [];
  readonly marks: Mark[] = [];
  /** The numbers of its annotations' objects and of their pages' objects. */
  readonly annotations: { readonly object: number; readonly page: number }[] = [];
  /** The elements of a cell's paragraphs; undefined for a single paragraph, whose text belongs to the cell itself. */
  paragraphs: readonly Element[] | undefined;
  /** Of a figure: its edges on the page, in points from the bottom left. */
  box: readonly number[] | undefined;

  constructor(
    readonly type: string,
    readonly attributes = '',
  ) {}

  add(type: string, attributes = ''): Element {
    const child = new Element(type, attributes);
    this.children.push(child);
    return child;
  }
}

/**
 * The logical structure of a document (PDF 32000-1 §14.7, §14.8; ISO 14289-1 §7): Document, H1–H3, P, Figure, Table with THead,
 * TBody, TR, TH, TD, each table once however many pages it takes. First `note` what the pages show, then write it with `objects`.
 */
export class Structure {
  readonly #root = new Element('Document');
  /** By section and block: its element, or the elements of its cells by row and column. */
  readonly #blocks: (Element | Element[][] | undefined)[][] = [];
  /** For each page, the elements of its marks in order. */
  readonly #pages: Element[][] = [];
  /** The elements of annotations, in the order of their keys in the parent tree, which follow those of the pages. */
  readonly #annotated: Element[] = [];
  #level = 0;
  readonly #language: Language;

  constructor(document: Document) {
    this.#language = document.language;
    for (const { blocks } of document.sections) {
      this.#blocks.push(
        blocks.map((block) => {
          if (block.type === 'table') return this.#table(block);
          if (block.type === 'contents') return this.#contents(block);
          if (block.type === 'figure') return this.#root.add('Figure', alternative(block));
          return block.type === 'pageBreak' ? undefined : this.#add(this.#root, block);
        }),
      );
    }
  }

  /** The element of a figure. Throws a plain Error for a place without one. */
  figureOf({ section, block }: Source): Element {
    const found = this.#blocks[section]?.[block];
    if (found instanceof Element && found.type === 'Figure') return found;
    throw new Error(`no figure in the document at ${section}/${block}`);
  }

  /** The element of the `paragraph`-th paragraph of a block or cell. Throws a plain Error for a place that does not exist. */
  elementOf(source: Source, paragraph: number): Element {
    const block = this.#blocks[source.section]?.[source.block];
    const found = Array.isArray(block) ? block[source.row ?? -1]?.[source.column ?? -1] : block;
    if (!found) throw new Error(`nothing in the document at ${JSON.stringify(source)}`);
    return found.paragraphs?.[paragraph] ?? found;
  }

  /** Notes marked content of an element: the page's index, the number of its object, the mark (MCID). */
  note(element: Element, page: number, object: number, mark: number): void {
    element.marks.push({ page: object, mark });
    this.#pages[page] ??= [];
    (this.#pages[page] as Element[])[mark] = element;
  }

  /** The objects of the tree, numbered from `first` on; the first is the root. */
  objects(first: number): string[] {
    const numbers = new Map<Element, number>();
    const order: { element: Element; parent: number }[] = [];
    const visit = (element: Element, parent: number): void => {
      const number = first + 1 + order.length;
      numbers.set(element, number);
      order.push({ element, parent });
      for (const child of element.children) visit(child, number);
    };
    visit(this.#root, first);
    const parents = this.#pages.map(
      (elements, page) => `${page}[${elements.map((element) => `${numbers.get(element)} 0 R`).join(' ')}]`,
    );
    const single = this.#annotated.map((element, index) => `${parents.length + index} ${numbers.get(element)} 0 R`);
    const keys = [...parents, ...single];
    const nums = `/ParentTree<</Nums[${keys.join('\n')}]>>/ParentTreeNextKey ${keys.length}`;
    const root = `<</Type/StructTreeRoot/K ${first + 1} 0 R${nums}>>\n`;
    return [root, ...order.map(({ element, parent }) => elementObject(element, parent, numbers))];
  }

  /** By entry the element of its title and of its page number, which is one link. */
  #contents({ entries }: Contents): Element[][] {
    const own = this.#root.add('TOC');
    return entries.map(() => {
      const link = own.add('TOCI').add('Link');
      return [link, link];
    });
  }

  /** Notes an annotation of an element; returns its key in the parent tree. */
  annotated(element: Element, object: number, page: number): number {
    element.annotations.push({ object, page });
    this.#annotated.push(element);
    return this.#pages.length + this.#annotated.length - 1;
  }

  #table(table: Table): Element[][] {
    const own = this.#root.add('Table');
    const cells: Element[][] = [...table.head, ...table.body].map(() => []);
    const head = table.head.length > 0 ? own.add('THead') : undefined;
    const body = table.body.length > 0 ? own.add('TBody') : undefined;
    const rows = [...table.head.map(() => head?.add('TR')), ...table.body.map(() => body?.add('TR'))];
    for (const { cell, row, column } of placeCells(table)) {
      const [only, ...more] = cell.blocks;
      const holdsItself = only?.type === 'paragraph' && more.length === 0;
      const spoken = holdsItself ? this.#spoken(only) : '';
      const element = rows[row]?.add(cell.header ? 'TH' : 'TD', cellAttributes(cell) + spoken);
      if (!element) continue;
      if (only && !holdsItself) element.paragraphs = cell.blocks.map((block) => this.#add(element, block));
      (cells[row] as Element[])[column] = element;
    }
    return cells;
  }

  #add(parent: Element, block: Paragraph | Heading): Element {
    return parent.add(this.#type(block), this.#spoken(block));
  }

  /** The language attribute of a block in another language than the document (PDF 32000-1 §14.9.2). */
  #spoken({ language }: Paragraph | Heading): string {
    return language === undefined || language === this.#language ? '' : `/Lang(${language})`;
  }

  /** Heading levels must go down one at a time (ISO 14289-1 §7.4.2), so a level that the document skips is left out. */
  #type(block: Paragraph | Heading): string {
    if (block.type === 'paragraph') return 'P';
    this.#level = Math.min(block.level, this.#level + 1);
    return `H${this.#level}`;
  }
}

/** The alternative text of a figure (PDF 32000-1 §14.9.3; ISO 14289-1 §7.3), in UTF-16. */
function alternative({ alt }: Figure): string {
  const utf16 = Buffer.from(`\ufeff${alt}`, 'utf16le').swap16();
  return `/Alt<${utf16.toString('hex')}>`;
}

/** The edges of a figure on its page, in points from the bottom left (PDF 32000-1 §14.8.5.4.3). */
export function figureBox({ x, y, width, height }: Box, pageHeight: number): number[] {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map((edge) => Math.round(edge * 100) / 100);
}

function layout(box: readonly number[] | undefined): string {
  return box ? `/A<</O/Layout/Placement/Block/BBox[${box.join(' ')}]>>` : '';
}

function cellAttributes(cell: Cell): string {
  const scope = cell.header ? `/Scope/${cell.header === 'column' ? 'Column' : 'Row'}` : '';
  const rows = cell.rowspan > 1 ? `/RowSpan ${cell.rowspan}` : '';
  const columns = cell.colspan > 1 ? `/ColSpan ${cell.colspan}` : '';
  return scope || rows || columns ? `/A<</O/Table${scope}${rows}${columns}>>` : '';
}

function elementObject(element: Element, parent: number, numbers: ReadonlyMap<Element, number>): string {
  const page = element.marks[0]?.page;
  const kids = [
    ...element.children.map((child) => `${numbers.get(child)} 0 R`),
    ...element.marks.map((mark) =>
      mark.page === page ? String(mark.mark) : `<</Type/MCR/Pg ${mark.page} 0 R/MCID ${mark.mark}>>`,
    ),
    ...element.annotations.map(({ object, page: own }) => `<</Type/OBJR/Obj ${object} 0 R/Pg ${own} 0 R>>`),
  ];
  const at = page === undefined ? '' : `/Pg ${page} 0 R`;
  const own = kids.length === 0 ? '' : `/K[${kids.join(' ')}]`;
  return `<</S/${element.type}/P ${parent} 0 R${at}${own}${element.attributes}${layout(element.box)}>>\n`;
}
