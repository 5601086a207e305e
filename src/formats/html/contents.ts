import { isDirected } from '../../document/directed.js';
import type { Document, Heading } from '../../document/document.js';
import { blocks, inlineText } from '../../document/walk.js';
import { escaped } from './escape.js';

/** Every heading of a document in reading order, also those in cells, with its id for links. */
export function headingIds(document: Document): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>();
  for (const block of blocks(document)) {
    const cells = block.type === 'table' ? [...block.head, ...block.body].flatMap((row) => row.cells) : [];
    for (const inner of [block, ...cells.flatMap((cell) => cell.blocks)]) {
      if (inner.type === 'heading' && name(inner) !== '') ids.set(inner, `h${ids.size + 1}`);
    }
  }
  return ids;
}

/** Links to the headings, folded; nothing if there are fewer than two. */
export function contents(ids: ReadonlyMap<Heading, string>, label: string): string[] {
  if (ids.size < 2) return [];
  const items = [...ids].map(
    ([heading, id]) => `<li class="level${heading.level}"><a href="#${id}">${linked(heading)}</a></li>`,
  );
  return [
    `<nav aria-label="${label}">`,
    '<details>',
    `<summary>${label}</summary>`,
    '<ul>',
    ...items,
    '</ul>',
    '</details>',
    '</nav>',
  ];
}

function linked(heading: Heading): string {
  const text = escaped(name(heading));
  return heading.inlines.some(isDirected) ? `<bdi>${text}</bdi>` : text;
}

/** A heading's text on one line. */
export function name(heading: Heading): string {
  return inlineText(heading.inlines).replace(/\s+/g, ' ').trim();
}
