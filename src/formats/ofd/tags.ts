import type { Block, Cell, Document, Table } from '../../document/document.js';
import { placeCells, sourceKey } from '../../document/walk.js';
import type { Source } from '../../typeset/pages.js';
import { xml } from '../office/parts.js';
import type { Shown } from './content.js';
import { declaration, namespace } from './xml.js';

/** The namespace of our tags: the standard has the way to tag, and no names of tags (GB/T 33190-2016 §16). */
export const tagSpace = 'urn:jibiao:structure';

/**
 * What the objects of the pages are, as a file of custom tags (GB/T 33190-2016 §16): H1–H3, P, Figure, TOC, and Table with TR, TH,
 * TD, each once however many pages it takes. First `note` what each page shows. What is repeated on pages is not tagged.
 */
export class Tags {
  readonly #references = new Map<string, string>();

  constructor(private readonly document: Document) {}

  note(page: number, shown: readonly Shown[]): void {
    for (const { part, objects } of shown) {
      if (part.kind !== 'content') continue;
      const key = sourceKey(part.source);
      const references = objects.map((object) => `<ofd:ObjectRef PageRef="${page}">${object}</ofd:ObjectRef>`);
      this.#references.set(key, (this.#references.get(key) ?? '') + references.join(''));
    }
  }

  file(): string {
    const blocks = this.document.sections.flatMap(({ blocks }, section) =>
      blocks.map((block, index) => this.#block(block, { section, block: index })),
    );
    return `${declaration}<Document xmlns="${tagSpace}" xmlns:ofd="${namespace}">${blocks.join('')}</Document>`;
  }

  #block(block: Block, source: Source): string {
    switch (block.type) {
      case 'heading':
        return this.#element(`H${block.level}`, '', source);
      case 'paragraph':
        return this.#element('P', '', source);
      case 'figure':
        return this.#element('Figure', ` Alt="${xml(block.alt)}"`, source);
      case 'table':
        return this.#table(block, source);
      case 'contents':
        return `<TOC>${block.entries
          .map((_, row) => `<TOCI>${[0, 1].map((column) => this.#shown({ ...source, row, column })).join('')}</TOCI>`)
          .join('')}</TOC>`;
      case 'pageBreak':
        return '';
    }
  }

  #table(table: Table, source: Source): string {
    const rows = [...table.head, ...table.body].map(() => '');
    for (const { cell, row, column } of placeCells(table)) {
      rows[row] += this.#element(cell.header ? 'TH' : 'TD', cellAttributes(cell), { ...source, row, column });
    }
    return `<Table>${rows.map((row) => `<TR>${row}</TR>`).join('')}</Table>`;
  }

  #element(name: string, attributes: string, source: Source): string {
    const shown = this.#shown(source);
    return shown === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${shown}</${name}>`;
  }

  #shown(source: Source): string {
    return this.#references.get(sourceKey(source)) ?? '';
  }
}

function cellAttributes({ header, rowspan, colspan }: Cell): string {
  const scope = header ? ` Scope="${header === 'column' ? 'Column' : 'Row'}"` : '';
  const rows = rowspan > 1 ? ` RowSpan="${rowspan}"` : '';
  return `${scope}${rows}${colspan > 1 ? ` ColSpan="${colspan}"` : ''}`;
}
