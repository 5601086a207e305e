import { entitiesIn } from './entities.js';
import { fieldCodesIn } from './fieldCodes.js';
import { formulasIn } from './formulas.js';
import { matches, type Slip } from './slip.js';
import { tagsIn } from './tags.js';

const escapes = /(?:\\[nrt])+(?![A-Za-z])|\\u[0-9a-f]{4}|_x000[0-9A-F]_/gi;

/** What another program left behind: tags, entities, TeX, field codes, escapes, the quotes round a CSV cell. */
export function* markupIn(text: string): Generator<Slip> {
  yield* tagsIn(text);
  yield* entitiesIn(text);
  yield* formulasIn(text);
  yield* fieldCodesIn(text);
  yield* matches(text, escapes, '残留转义符', 'an escape was left');
  if (isCsvCell(text)) {
    yield { start: 0, end: text.length, zh: '残留表格导出的引号', en: 'the quotes of a CSV cell were left' };
  }
}

/**
 * Whether a text still has the quotes that CSV puts round a cell with commas, quotes or line breaks. `"科普广州"` has none of
 * them inside: that is a name in straight quotes.
 */
export function isCsvCell(text: string): boolean {
  if (!text.startsWith('"') || text.length < 3) return false;
  const closed = text.endsWith('"');
  const inner = text.slice(1, closed ? -1 : undefined);
  if (inner.replaceAll('""', '').includes('"')) return false;
  return inner.includes('\n') || (closed && /""|,|[。；！？]$/.test(inner));
}
