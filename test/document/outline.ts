import type { Block, Cell, Document, Edges, Heading, Inline, Paragraph, Table } from '../../src/document/document.js';
import { placeCells } from '../../src/document/walk.js';

/**
 * A document as lines that a person reads in a diff: a block, a row or a cell each. A cell has no row number, so that a new row
 * is a new line and no other changes; a table says once how most of its cells look, and a cell only what it has otherwise, so
 * that a changed rule is a changed line a table. Lengths are points.
 */
export function outline(document: Document): string {
  const { title, author, subject, language, date } = document;
  const lines = [`document ${date} ${language}`, `title ${title}`, `author ${author}`, `subject ${subject}`];
  for (const { page, blocks } of document.sections) {
    const { width, height, margin, ...more } = page;
    lines.push('', `section ${length(width)} × ${length(height)} margin ${edges(margin)} ${JSON.stringify(more)}`);
    for (const block of blocks) lines.push(...blockLines(block));
  }
  return `${lines.join('\n')}\n`;
}

/** How something looks, a word for each property that it has. */
type Look = ReadonlyMap<string, string>;

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return ['', textLine(block.type, block, new Map())];
    case 'table':
      return ['', ...tableLines(block)];
    case 'pageBreak':
      return ['', 'page break'];
    case 'contents':
      return ['', `contents ${JSON.stringify(block)}`];
    case 'figure':
      return ['', `figure ${JSON.stringify(block)}`];
  }
}

function textLine(name: string, block: Paragraph | Heading, usual: Look): string {
  const level = block.type === 'heading' ? ` ${block.level}` : '';
  return `${name}${level}${shown(textLook(block), usual)} ${words(block)}`;
}

function tableLines(table: Table): string[] {
  const { columns, head, before, after, keepNext, continued = [] } = table;
  const widths = columns.map(({ kind, value }) => (kind === 'share' ? `${value}fr` : `${kind} ${length(value)}`));
  const cells = placeCells(table);
  const usual = mostUsual(cells.map(({ cell }) => cellLook(cell)));
  const lines = [
    `table ${widths.join(' | ')}${shown(
      new Map([
        ['before', length(before)],
        ['after', length(after)],
      ]),
      new Map(),
    )}${keepNext ? ' keep' : ''}`,
    ` cells${shown(usual, new Map())}`,
    ...continued.flatMap((line) => blockLines(line).map((each) => ` continued ${each}`)),
  ];
  let last = -1;
  for (const { cell, row, column } of cells) {
    if (row !== last) lines.push(row < head.length ? ' head' : ' row');
    last = row;
    lines.push(cellLine(cell, column, usual));
  }
  return lines;
}

function cellLine(cell: Cell, column: number, usual: Look): string {
  const { colspan, rowspan, header = '', blocks } = cell;
  const spans = `${colspan > 1 ? ` →${colspan}` : ''}${rowspan > 1 ? ` ↓${rowspan}` : ''}`;
  const [first, ...others] = blocks;
  const own = cellLook(cell);
  const texts = others.map((block) => textLine(' ¶', block, first ? textLook(first) : new Map()));
  const head = header && ` ${header} head`;
  return `  ${column + 1}${spans}${head}${shown(own, usual)} ${first ? words(first) : ''}${texts.join('')}`.trimEnd();
}

function cellLook({ style, blocks }: Cell): Look {
  const look = blocks[0] ? textLook(blocks[0]) : [];
  return new Map([
    ...look,
    ['stands', style.verticalAlign],
    ['padding', edges(style.padding)],
    ['border', edges(style.border)],
  ]);
}

function textLook({ style, inlines, language, ...more }: Paragraph | Heading): Look {
  const { lineHeight, before, after, indent, align, ...flags } = style;
  const text = inlines.find((inline) => inline.type === 'text');
  const given: [string, string][] = [
    ['font', text ? font(text) : 'none'],
    ['align', align],
    ['line', length(lineHeight)],
    ['before', length(before)],
    ['after', length(after)],
    ['indent', length(indent)],
    [
      'flags',
      Object.entries({ ...flags, ...more })
        .flatMap(([name, is]) => (is === true ? [name] : []))
        .join('+') || 'none',
    ],
    ['language', language ?? 'own'],
  ];
  return new Map(given);
}

function words({ inlines }: Paragraph | Heading): string {
  let before = '';
  return inlines
    .map((inline) => {
      if (inline.type === 'lineBreak') return '⏎';
      const face = font(inline);
      const changed = before !== '' && face !== before;
      before = face;
      return `${changed ? `{${face}}` : ''}${inline.direction ?? ''}${inline.text}`;
    })
    .join('');
}

function font({ style }: Extract<Inline, { type: 'text' }>): string {
  return `${style.role} ${length(style.size)}${style.bold ? ' bold' : ''}`;
}

/** Of each property what most have; of equally many what comes first. A cell without text has no say in its text's look. */
function mostUsual(looks: readonly Look[]): Look {
  const names = [...new Set(looks.flatMap((look) => [...look.keys()]))];
  return new Map(
    names.map((name): [string, string] => {
      const counts = new Map<string, number>();
      for (const look of looks) {
        const value = look.get(name);
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [name, [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0]];
    }),
  );
}

/** What differs from the usual, in brackets: `[align center, padding 2 4 2 4]`. */
function shown(look: Look, usual: Look): string {
  const own = [...look].filter(([name, value]) => usual.get(name) !== value);
  return own.length === 0 ? '' : ` [${own.map(([name, value]) => `${name} ${value}`).join(', ')}]`;
}

function edges({ top, right, bottom, left }: Edges): string {
  return new Set([top, right, bottom, left]).size === 1
    ? length(top)
    : [top, right, bottom, left].map(length).join(' ');
}

/** To a hundredth of a point: what is nearer no eye sees. */
function length(points: number): string {
  return String(Math.round(points * 100) / 100);
}
