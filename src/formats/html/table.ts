import type { Cell, CellStyle, Heading, Row, Table } from '../../document/document.js';
import { svgColor } from '../../document/drawingSvg.js';
import { blocksText } from '../../document/walk.js';
import { escaped, rem, rounded } from './escape.js';
import type { Looks } from './looks.js';
import { paragraph } from './paragraph.js';

/** The context of a table. */
export interface Setting {
  /** The columns' widths and the text's width, in points. */
  readonly widths: readonly number[];
  readonly textWidth: number;
  /** The table's name for screen readers. */
  readonly label: string;
  /** Whether the block above is a table directly above this one: they share a border. */
  readonly touches: boolean;
  readonly newPage: boolean;
  /** The id of a heading in a cell, for links. */
  readonly idOf: (heading: Heading) => string | undefined;
}

/** The least width of a column in points: on a narrower screen the table is scrolled sideways. */
const narrowest = 72;

/** A `<table>` in a region that scrolls when the screen is narrow, reachable by keyboard. Columns are shares of the width. */
export function table(block: Table, looks: Looks, setting: Setting): string {
  const { widths, textWidth, label } = setting;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const size = [
    `width:${rounded((100 * total) / textWidth)}%`,
    `min-width:${rem(Math.min(total, narrowest * widths.length))}`,
  ];
  const columns = widths.map((width) => `<col style="width:${rounded((100 * width) / total)}%"/>`).join('');
  const place = looks.named([`margin:${setting.touches ? '-1px' : rem(block.before)} 0 ${rem(block.after)}`]);
  const region = ['region', place, ...(setting.newPage ? ['new-page'] : [])].join(' ');
  const lines = isLines(block);
  const reach = lines ? '' : ` role="region" tabindex="0" aria-label="${escaped(label)}"`;
  return [
    `<div class="${region}"${reach}>`,
    `<table class="${looks.named(size)}"${lines ? ' role="presentation"' : ''}>`,
    `<colgroup>${columns}</colgroup>`,
    ...(block.head.length > 0 ? ['<thead>', ...rows(block.head, looks, setting), '</thead>'] : []),
    ...(block.body.length > 0 ? ['<tbody>', ...rows(block.body, looks, setting), '</tbody>'] : []),
    '</table>',
    '</div>',
  ].join('\n');
}

/** Whether a table has no borders or headings and only puts words side by side, such as 单位 and 金额单位 above a form. */
export function isLines({ head, body }: Table): boolean {
  const cells = body.flatMap((row) => row.cells);
  return head.length === 0 && cells.every((cell) => cell.header === undefined && !hasBorder(cell.style));
}

function hasBorder({ border }: CellStyle): boolean {
  return border.top + border.right + border.bottom + border.left > 0;
}

/** The rows. Those with a cell of several rows may be broken: browsers would otherwise keep all of these rows together. */
function rows(list: readonly Row[], looks: Looks, setting: Setting): string[] {
  return list.map(({ cells }) => {
    const open = cells.some((cell) => cell.rowspan > 1) ? ' class="open"' : '';
    return `<tr${open}>${cells.map((cell) => tableCell(cell, looks, setting)).join('')}</tr>`;
  });
}

function tableCell(cell: Cell, looks: Looks, { idOf }: Setting): string {
  // Screen readers would announce an empty heading.
  const header = blocksText(cell.blocks).trim() === '' ? undefined : cell.header;
  const name = header ? 'th' : 'td';
  const scope = header ? ` scope="${header === 'column' ? 'col' : 'row'}"` : '';
  const spans = `${span('rowspan', cell.rowspan)}${span('colspan', cell.colspan)}`;
  const last = cell.blocks.length - 1;
  const content = cell.blocks.map((block, index) =>
    paragraph(block, looks, {
      before: index === 0 ? 0 : block.style.before,
      after: index === last ? 0 : block.style.after,
      id: block.type === 'heading' ? idOf(block) : undefined,
    }),
  );
  return `<${name} class="${looks.named(cellLook(cell))}"${scope}${spans}>${content.join('')}</${name}>`;
}

function span(name: string, count: number): string {
  return count === 1 ? '' : ` ${name}="${count}"`;
}

/** Borders are in points, not rem, so that they stay thin when the text grows. */
export function cellLook({ style: { padding, border, verticalAlign }, shade }: Cell): string[] {
  const edges = [border.top, border.right, border.bottom, border.left];
  return [
    `padding:${[padding.top, padding.right, padding.bottom, padding.left].map(rem).join(' ')}`,
    `border-width:${edges.map((width) => (width === 0 ? '0' : `${rounded(width)}pt`)).join(' ')}`,
    `border-style:${edges.map((width) => (width === 0 ? 'none' : 'solid')).join(' ')}`,
    `vertical-align:${verticalAlign}`,
    ...(shade ? [`background:${svgColor(shade)}`] : []),
  ];
}
