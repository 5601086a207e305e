import { fillLayout, stripPlaces } from '../layouts/fill.js';
import type { Layout } from '../layouts/find.js';
import type { Report } from '../report/schema.js';
import type { Item, Place, SourceFile } from './items.js';
import { labelIn } from './labels.js';
import { withoutLeaks } from './plainText.js';
import { dayOf } from './values.js';

/** What the layout, filled with what was read, prints otherwise than the file. */
export interface Difference {
  /** Absent for what the file has not. */
  readonly place?: Place;
  readonly text: string;
  readonly isExtra: boolean;
}

/**
 * Fills the layout with the report that was read and compares the texts of cells and paragraphs with the file's, whatever their
 * white space, the ends of decimals and the money unit in labels. It finds what was lost, not what was cut at a wrong place.
 * Throws Problems as `fillLayout` does.
 */
export function prove(layout: Layout, report: Report, source: SourceFile): Difference[] {
  const filled = new Map<string, number>();
  for (const text of pieces(stripPlaces(fillLayout(layout, report).markup))) count(filled, plain(text), 1);
  const lost: Difference[] = [];
  for (const { text, place } of source.items.flatMap(textsOf)) {
    const key = plain(text);
    if (key === '') continue;
    if ((filled.get(key) ?? 0) > 0) count(filled, key, -1);
    else lost.push({ place, text, isExtra: false });
  }
  const extra = [...filled].flatMap(([text, times]) => (times > 0 && text !== '' ? [{ text, isExtra: true }] : []));
  return [...lost, ...extra];
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The texts that a file has of its own: those of its paragraphs, and of its cells but for what goes on from the row above. */
export function textsOf(item: Item): readonly { text: string; place: Place }[] {
  return item.kind === 'paragraph' ? [item] : item.cells.filter(({ isContinued }) => !isContinued);
}

/** The texts of markup: of a cell together, of a paragraph outside of cells. */
function pieces(markup: string): string[] {
  return markup.split(/<\/?(?:td|th)\b[^>]*>/).flatMap((part, index) => {
    const parts = index % 2 === 1 ? [part] : part.split(/<\/?(?:p|h\d|section|table|tr|thead|tbody)\b[^>]*>/);
    return parts.map((text) => unescaped(text.replace(/<[^>]*>/g, '')));
  });
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Dates in any writing, numbers with the same value, ticks and texts without what conversions leak are the same. */
function plain(text: string): string {
  const label = labelIn(withoutLeaks(text)).replace(/[√✓✔■]/g, '☑');
  const day = /^\d{4}.?\d{1,2}.?\d{1,2}日?$/.test(label) ? dayOf(label) : undefined;
  if (day !== undefined) return day;
  if (/^[-—–]+$/.test(label)) return '';
  return /^-?[\d,]+(?:\.\d+)?$/.test(label)
    ? label
        .replace(/,/g, '')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : label;
}
