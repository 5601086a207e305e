import type { Edges } from '../document/document.js';
import type { Style } from './style.js';
import type { ElementName } from './subset.js';
import {
  points,
  type Reading,
  readBorder,
  readColumn,
  readKeyword,
  readLength,
  readLengths,
  readNumber,
  readRole,
  refuse,
  type Unit,
  write,
} from './values.js';

/** What a declaration changes, from the style so far: `em` depends on its `size`, and one edge keeps the others. */
export type Change = (style: Style) => Partial<Style>;

/** A property: the elements on which it has an effect, and how its value is read. */
export interface Property {
  readonly on: readonly ElementName[];
  readonly read: (value: string) => Reading<Change>;
}

const cells: readonly ElementName[] = ['td', 'th'];
const paragraphs: readonly ElementName[] = ['h1', 'h2', 'h3', 'p'];
const tableParts: readonly ElementName[] = ['table', 'thead', 'tbody', 'tr', ...cells];
const blocks: readonly ElementName[] = [...paragraphs, 'section', 'caption', ...tableParts];
const alignable: readonly ElementName[] = [...blocks, 'figure'];
const apart: readonly ElementName[] = [...paragraphs, 'table', 'caption', 'figure'];
const texts: readonly ElementName[] = [...blocks, 'strong', 'span'];
const lengths: readonly Unit[] = ['pt', 'mm', 'em'];

/** The CSS subset, property by property. */
export const properties: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['font-family', { on: texts, read: (value) => set(readRole(value), (role) => () => ({ role })) }],
  ['font-size', { on: texts, read: fontSize }],
  ['font-weight', { on: texts, read: keyword(['normal', 'bold'], (weight) => ({ bold: weight === 'bold' })) }],
  [
    'line-height',
    { on: blocks, read: (value) => set(readNumber(value, '1.4'), (lineHeight) => () => ({ lineHeight })) },
  ],
  [
    'text-align',
    { on: alignable, read: keyword(['left', 'center', 'right', 'justify', 'decimal'], (align) => ({ align })) },
  ],
  ['text-indent', { on: blocks, read: length(['pt', 'em'], (indent) => ({ indent })) }],
  [
    'writing-mode',
    { on: blocks, read: keyword(['horizontal-tb', 'vertical-rl'], (mode) => ({ vertical: mode === 'vertical-rl' })) },
  ],
  [
    'text-autospace',
    { on: blocks, read: keyword(['normal', 'no-autospace'], (space) => ({ autospace: space === 'normal' })) },
  ],
  [
    'vertical-align',
    { on: tableParts, read: keyword(['top', 'middle', 'bottom'], (verticalAlign) => ({ verticalAlign })) },
  ],
  ['padding', { on: cells, read: padding }],
  ...sides('padding', cells, (side) =>
    length(lengths, (width, style) => ({ padding: { ...style.padding, [side]: width } })),
  ),
  ['margin-top', { on: apart, read: length(lengths, (marginTop) => ({ marginTop })) }],
  ['margin-bottom', { on: apart, read: length(lengths, (marginBottom) => ({ marginBottom })) }],
  [
    'border',
    {
      on: cells,
      read: (value) => set(readBorder(value), (width) => () => ({ border: edges(width, width, width, width) })),
    },
  ],
  ...sides(
    'border',
    cells,
    (side) => (value) =>
      set(readBorder(value), (width) => ({ border }) => ({ border: { ...border, [side]: width } })),
  ),
  [
    'break-before',
    {
      on: [...paragraphs, 'section', 'table', 'figure'],
      read: keyword(['auto', 'page'], (when) => ({ breakBefore: when === 'page' })),
    },
  ],
  [
    'break-after',
    { on: [...paragraphs, 'table'], read: keyword(['auto', 'avoid'], (when) => ({ keepNext: when === 'avoid' })) },
  ],
  [
    'continued',
    {
      on: [...paragraphs, 'table', 'caption'],
      read: keyword(['none', 'repeat'], (what) => ({ continued: what === 'repeat' })),
    },
  ],
  ['width', { on: ['col'], read: (value) => set(readColumn(value), (width) => () => ({ width })) }],
  [
    'min-width',
    {
      on: ['col'],
      read: (value) => set(readLength(value, ['pt', 'mm']), (least) => () => ({ minWidth: points(least, 0) })),
    },
  ],
]);

function set<T>(reading: Reading<T>, change: (value: T) => Change): Reading<Change> {
  return reading.ok ? { ok: true, value: change(reading.value) } : reading;
}

function keyword<K extends string>(allowed: readonly K[], change: (keyword: K) => Partial<Style>): Property['read'] {
  return (value) => set(readKeyword(value, allowed), (found) => () => change(found));
}

function length(units: readonly Unit[], change: (points: number, style: Style) => Partial<Style>): Property['read'] {
  return (value) => set(readLength(value, units), (found) => (style) => change(points(found, style.size), style));
}

function fontSize(value: string): Reading<Change> {
  const reading = readLength(value, ['pt']);
  // Nobody can read smaller type, and files with few decimals would round it to nothing.
  if (reading.ok && reading.value.number < 1) return refuse('css-value', write('10.5pt'));
  return set(reading, ({ number }) => () => ({ size: number }));
}

function padding(value: string): Reading<Change> {
  return set(readLengths(value, lengths), (four) => ({ size }) => {
    const [top, right, bottom, left] = four;
    return { padding: edges(points(top, size), points(right, size), points(bottom, size), points(left, size)) };
  });
}

function edges(top: number, right: number, bottom: number, left: number): Edges {
  return { top, right, bottom, left };
}

function sides(
  name: string,
  on: readonly ElementName[],
  read: (side: keyof Edges) => Property['read'],
): [string, Property][] {
  return (['top', 'right', 'bottom', 'left'] as const).map((side) => [`${name}-${side}`, { on, read: read(side) }]);
}
