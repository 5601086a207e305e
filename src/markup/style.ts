import type { Align, CellStyle, Column, Edges, ParagraphStyle, Role, TextStyle } from '../document/document.js';
import type { ElementName } from './subset.js';

/** The computed style of an element, with exactly the properties of the CSS subset; lengths in points. */
export interface Style {
  readonly role: Role;
  readonly size: number;
  readonly bold: boolean;
  readonly lineHeight: number;
  readonly align: Align;
  readonly indent: number;
  readonly vertical: boolean;
  readonly autospace: boolean;
  readonly verticalAlign: CellStyle['verticalAlign'];
  readonly padding: Edges;
  readonly border: Edges;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly breakBefore: boolean;
  /** Kept on the page of the next block. */
  readonly keepNext: boolean;
  /** Repeated on the later pages of the tables that follow. */
  readonly continued: boolean;
  readonly width: Column;
  readonly minWidth: number;
}

const noEdges: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

export const initialStyle: Style = {
  role: '宋体',
  size: 10.5,
  bold: false,
  lineHeight: 1.4,
  align: 'left',
  indent: 0,
  vertical: false,
  autospace: false,
  verticalAlign: 'middle',
  padding: noEdges,
  border: noEdges,
  marginTop: 0,
  marginBottom: 0,
  breakBefore: false,
  keepNext: false,
  continued: false,
  width: { kind: 'share', value: 1 },
  minWidth: 0,
};

/** The elements' own styles, as in a browser's style sheet: after inheritance, before any rule. */
const ownStyles: Partial<Record<ElementName, Partial<Style>>> = {
  h1: { bold: true },
  h2: { bold: true },
  h3: { bold: true },
  strong: { bold: true },
  th: { bold: true, align: 'center' },
  caption: { align: 'center' },
  figure: { align: 'center' },
};

/** An element's style before any rule: initial values, inherited values, its own style. */
export function startingStyle(parent: Style, name: ElementName): Style {
  const { role, size, bold, lineHeight, align, indent, vertical, autospace, verticalAlign } = parent;
  const inherited = { role, size, bold, lineHeight, align, indent, vertical, autospace, verticalAlign };
  return { ...initialStyle, ...inherited, ...ownStyles[name] };
}

export function textStyle({ role, size, bold }: Style): TextStyle {
  return { role, size, bold };
}

export function paragraphStyle(style: Style): ParagraphStyle {
  const { align, lineHeight, marginTop, marginBottom, indent, vertical, autospace } = style;
  const space = autospace ? ({ autospace } as const) : {};
  return { align, lineHeight, before: marginTop, after: marginBottom, indent, vertical, ...space };
}

export function cellStyle({ padding, border, verticalAlign }: Style): CellStyle {
  return { padding, border, verticalAlign };
}

/** The column of a `col`: its width; for `fit-content` its minimum width. */
export function columnOf({ width, minWidth }: Style): Column {
  return width.kind === 'fit' ? { kind: 'fit', value: minWidth } : width;
}
