import type { Item, SourceFile } from '../../items.js';
import { Beside } from '../beside.js';
import { decoded } from '../decoded.js';
import { CellCount } from '../refusals.js';
import { type Block, cellsOf, contentOf, groupsOf } from './content.js';
import { Looks } from './looks.js';
import { captionOf, isLayout, rowsOf } from './table.js';
import { type Element, parseHtml } from './tree.js';

/**
 * A web page of any program as items, also what WPS, Word and Excel save as such under the names .xls and .doc. Tables that only lay
 * out the page are none. Throws Problems `source-too-large`.
 */
export function readHtml(bytes: Uint8Array): SourceFile {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const { text, notes } = decoded(bytes, /charset\s*=\s*["']?\s*([-\w]+)/i.exec(head)?.[1]);
  const root = parseHtml(text);
  const reader = new PageReader(new Looks(root));
  reader.beside.tell({}, notes);
  reader.read(root);
  return { kind: 'html', items: reader.items, beside: reader.beside.all };
}

class PageReader {
  readonly items: Item[] = [];
  readonly beside = new Beside();
  readonly #count = new CellCount();
  #tables = 0;
  #paragraphs = 0;

  constructor(readonly looks: Looks) {}

  read(parent: Parameters<typeof contentOf>[0]): void {
    for (const block of contentOf(parent, this.looks)) this.#block(block);
  }

  #block(block: Block): void {
    if (block.kind === 'note') this.beside.tell({ paragraph: this.#paragraphs + 1 }, [block.note]);
    else if (block.kind === 'paragraph') this.#paragraph(block.text);
    else if (isLayout(block.table)) this.#layout(block.table);
    else this.#table(block.table);
  }

  #layout(table: Element): void {
    this.#paragraph(captionOf(table, this.looks));
    for (const row of groupsOf(table).flat()) {
      if (!this.looks.isHidden(row)) for (const cell of cellsOf(row)) this.read({ childNodes: [cell] });
    }
  }

  #table(table: Element): void {
    this.#paragraph(captionOf(table, this.looks));
    for (const row of rowsOf(table, this.#tables, this.looks, (place, notes) => this.beside.tell(place, notes))) {
      this.#count.add(row.cells.length);
      this.items.push(row);
    }
    this.#tables += 1;
  }

  /** Of paragraphs without text there is no item. */
  #paragraph(text: string): void {
    if (text.trim() === '') return;
    this.#paragraphs += 1;
    this.items.push({ kind: 'paragraph', text, place: { paragraph: this.#paragraphs } });
  }
}
