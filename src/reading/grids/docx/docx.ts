import { type Element, find } from '../../../formats/office/element.js';
import type { Item, Place, SourceFile } from '../../items.js';
import { Beside } from '../beside.js';
import { OfficeFile } from '../officeFile.js';
import { CellCount, damaged } from '../refusals.js';
import { blocksIn } from './blocks.js';
import type { Referred } from './paragraph.js';
import { partTextOf, Remarks } from './remarks.js';
import { Styles } from './styles.js';
import { rowsOf, type Tell } from './table.js';

/**
 * A DOCX of any program (ISO/IEC 29500, transitional or strict) as items: the body in order, changes accepted. Throws Problems
 * `source-damaged`, `source-too-large`.
 */
export function readDocx(bytes: Uint8Array): SourceFile {
  const file = new OfficeFile(bytes);
  const main = file.main;
  const body = find(file.tree(main), 'body');
  if (!body) throw damaged(new Error('no body'));
  const beside = new Beside();
  const referred = { styles: new Styles(file, main), remarks: new Remarks(file, main) };
  const items = itemsOf(body, referred, (place, notes) => beside.tell(place, notes));
  for (const [type, zh, en] of edges) {
    const texts = file.trees(main, type).map(partTextOf);
    beside.tell(
      {},
      texts.filter(Boolean).map((text) => ({ zh: `${zh}未读入：${text}`, en: `${en} was not read: ${text}` })),
    );
  }
  return { kind: 'docx', items, beside: beside.all };
}

const edges = [
  ['header', '页眉', 'a header'],
  ['footer', '页脚', 'a footer'],
] as const;

/** Paragraphs without text are counted and left out. */
function itemsOf(body: Element, referred: Referred, tell: Tell): Item[] {
  const items: Item[] = [];
  const count = new CellCount();
  let [tables, paragraphs] = [0, 0];
  for (const block of blocksIn(body, referred)) {
    if (block.kind === 'table') {
      for (const row of rowsOf(block.table, tables, referred, tell)) {
        count.add(row.cells.length);
        items.push(row);
      }
      tables += 1;
      continue;
    }
    paragraphs += 1;
    const place: Place = { paragraph: paragraphs };
    tell(place, block.notes);
    if (block.text.trim() !== '') items.push({ kind: 'paragraph', text: block.text, place });
  }
  return items;
}
