import { type Element, elements, find, parseElement } from '../../../src/formats/office/element.js';
import { parts } from './open.js';

/** What a word processor shows of a DOCX: each property from where it is said last, the paragraph or the styles it is based on. */

type Properties = Readonly<Record<string, string>>;

/** The text of a run and its properties by element and attribute: `sz.val`, `rFonts.eastAsia`. */
export interface ShownRun {
  readonly text: string;
  readonly properties: Properties;
}

export interface ShownParagraph {
  readonly style: string;
  /** `jc.val`, `spacing.line`, `ind.firstLine` … */
  readonly properties: Properties;
  readonly runs: readonly ShownRun[];
}

export interface ShownCell {
  /** `top` … of the lines in eighths of a point, `own.top` where the cell says it; `margin.top`; `vAlign.val`. A continuation of a merged cell is left out. */
  readonly properties: Properties;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly paragraphs: readonly ShownParagraph[];
}

export interface ShownTable {
  readonly rows: number;
  readonly cells: readonly ShownCell[];
}

export interface Shown {
  readonly paragraphs: readonly ShownParagraph[];
  readonly tables: readonly ShownTable[];
}

const sides = ['top', 'left', 'bottom', 'right'] as const;

export function shown(bytes: Uint8Array): Shown {
  const files = parts(bytes);
  const styles = new Styles(parseElement(files['word/styles.xml'] as string));
  const body = find(parseElement(files['word/document.xml'] as string), 'body') as Element;
  const blocks = elements(body).flatMap((block) =>
    block.name === 'sdt' ? elements(find(block, 'sdtContent')) : [block],
  );
  return {
    paragraphs: blocks.filter(({ name }) => name === 'p').map((p) => paragraph(p, styles)),
    tables: blocks.filter(({ name }) => name === 'tbl').map((table) => shownTable(table, styles)),
  };
}

class Styles {
  readonly #styles: ReadonlyMap<string, Element>;
  readonly #defaults: Element | undefined;

  constructor(root: Element) {
    this.#styles = new Map(elements(root, 'style').map((style) => [style.attributes.styleId as string, style]));
    this.#defaults = find(root, 'docDefaults');
  }

  /** Of a style and what it is based on, the last word last. Throws where a style is missing. */
  said(id: string, part: 'pPr' | 'rPr'): Properties {
    const holder = part === 'pPr' ? find(this.#defaults, 'pPrDefault') : find(this.#defaults, 'rPrDefault');
    const base = propertiesOf(find(holder, part));
    return Object.assign({}, base, ...this.chain(id).map((style) => propertiesOf(find(style, part))));
  }

  chain(id: string): Element[] {
    const style = this.#styles.get(id);
    if (!style) throw new Error(`no style ${id}`);
    const based = find(style, 'basedOn')?.attributes.val;
    return [...(based === undefined ? [] : this.chain(based)), style];
  }
}

function propertiesOf(holder: Element | undefined): Properties {
  const said: Record<string, string> = {};
  for (const { name, attributes, children } of elements(holder)) {
    if (Object.keys(attributes).length === 0 && children.length === 0) said[`${name}.val`] = '1';
    for (const [key, value] of Object.entries(attributes)) said[`${name}.${key}`] = value;
  }
  return said;
}

function paragraph(element: Element, styles: Styles): ShownParagraph {
  const own = find(element, 'pPr');
  const style = find(own, 'pStyle')?.attributes.val ?? 'Normal';
  const base = styles.said(style, 'rPr');
  return {
    style,
    properties: { ...styles.said(style, 'pPr'), ...propertiesOf(own) },
    runs: elements(element, 'r').map((run) => ({
      text: elements(run, 't')
        .flatMap(({ children }) => children)
        .join(''),
      properties: { ...base, ...propertiesOf(find(run, 'rPr')) },
    })),
  };
}

function shownTable(table: Element, styles: Styles): ShownTable {
  const id = find(table, 'tblPr', 'tblStyle')?.attributes.val ?? 'TableNormal';
  const rows = elements(table, 'tr');
  const columns = elements(find(table, 'tblGrid'), 'gridCol').length;
  const cells = rows.flatMap((tr, row) => {
    let column = 0;
    return elements(tr, 'tc').flatMap((tc): ShownCell[] => {
      const own = find(tc, 'tcPr');
      const span = Number(find(own, 'gridSpan')?.attributes.val ?? 1);
      const first = column;
      column += span;
      const merge = find(own, 'vMerge');
      if (merge && merge.attributes.val !== 'restart') return [];
      const place = { row, last: lastRowOf(rows, row, first, merge !== undefined), column: first, span, columns };
      return [
        {
          row,
          column: first,
          columns: span,
          rows: place.last - row + 1,
          properties: cellProperties(own, styles.chain(id), { ...place, rows: rows.length }),
          paragraphs: elements(tc, 'p').map((p) => paragraph(p, styles)),
        },
      ];
    });
  });
  return { rows: rows.length, cells };
}

/** The row in which a merged cell ends. */
function lastRowOf(rows: readonly Element[], row: number, column: number, isMerged: boolean): number {
  let last = row;
  while (isMerged && continues(rows[last + 1], column)) last += 1;
  return last;
}

function continues(tr: Element | undefined, column: number): boolean {
  let at = 0;
  for (const tc of elements(tr, 'tc')) {
    const merge = find(tc, 'tcPr', 'vMerge');
    if (at === column) return merge !== undefined && merge.attributes.val !== 'restart';
    at += Number(find(tc, 'tcPr', 'gridSpan')?.attributes.val ?? 1);
  }
  return false;
}

interface Place {
  readonly row: number;
  readonly last: number;
  readonly rows: number;
  readonly column: number;
  readonly span: number;
  readonly columns: number;
}

/** A cell's own lines and margins before those of its table, whose inner lines hold where it ends at another cell. */
function cellProperties(own: Element | undefined, chain: readonly Element[], place: Place): Properties {
  const borders = Object.assign({}, ...chain.map((style) => nested(find(style, 'tblPr', 'tblBorders'))));
  const margins = Object.assign({}, ...chain.map((style) => nested(find(style, 'tblPr', 'tblCellMar'))));
  const vertical = Object.assign({}, ...chain.map((style) => propertiesOf(find(style, 'tcPr'))));
  const outer = {
    top: place.row === 0,
    left: place.column === 0,
    bottom: place.last === place.rows - 1,
    right: place.column + place.span === place.columns,
  };
  const inner = { top: 'insideH', bottom: 'insideH', left: 'insideV', right: 'insideV' } as const;
  const ownBorders = nested(find(own, 'tcBorders'));
  const ownMargins = nested(find(own, 'tcMar'));
  const all: Record<string, string> = { ...vertical, ...propertiesOf(own) };
  for (const side of sides) {
    const line = ownBorders[side] ?? borders[outer[side] ? side : inner[side]];
    all[side] = line === undefined || line.val === 'nil' ? '0' : (line.sz as string);
    if (ownBorders[side] !== undefined) all[`own.${side}`] = '1';
    all[`margin.${side}`] = ((ownMargins[side] ?? margins[side]) as Properties | undefined)?.w ?? '0';
  }
  return all;
}

function nested(holder: Element | undefined): Record<string, Properties> {
  return Object.fromEntries(elements(holder).map(({ name, attributes }) => [name, attributes]));
}
