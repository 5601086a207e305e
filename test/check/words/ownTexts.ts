import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setWords } from '../../../src/check/text/setWords.js';
import { files, judgedRows } from '../rows/examples.js';
import { slips } from './slips.js';

/** Terms of the trades, names of indicators and set words: what is written in this repository to be counted. */
export function terms(): string[] {
  const list = readFileSync('test/check/words/terms.txt', 'utf8').split('\n');
  const names = readFileSync('test/check/names/names.txt', 'utf8').split('\n');
  return [
    ...list.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' ')),
    ...names.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' ').slice(3)),
    ...Object.values(setWords).flatMap((words) => words.split(' ')),
  ].filter((term) => term !== '');
}

/** A wrong word in a cell of a table. */
interface Fault {
  readonly report: string;
  readonly kind: string;
  readonly at: readonly string[];
}

const wrongWords = new Set(['typo', 'lost-characters', 'doubled', 'stray-latin', 'name-awkward']);
/** What stands wrong in tables that nobody reviewed for words. */
const wrongThere = /函养|知哓|控缀|破环|应急物质|防疫物质|破防|冈位/;

/** The cells of published tables that have no wrong word. */
export function cells(isWanted: (table: string) => boolean = () => true): string[] {
  const faults = (JSON.parse(readFileSync('test/check/published/expected.json', 'utf8')) as Fault[]).filter(
    ({ kind }) => wrongWords.has(kind),
  );
  const wrong = new Set<string>();
  const found: string[] = [];
  for (const file of readdirSync('test/check/published')) {
    const report = file.replace('.json', '');
    if (report === 'expected' || report === 'sources' || !isWanted(report)) continue;
    const places = faults.filter((fault) => fault.report === report).flatMap(({ at }) => at);
    for (const [place, text] of texts(JSON.parse(readFileSync(`test/check/published/${file}`, 'utf8')), ''))
      if (places.some((each) => place === each || place.startsWith(`${each}/`))) wrong.add(text);
      else found.push(text);
  }
  for (const folder of ['test/reading/published', 'test/reading/strangers'])
    for (const table of readdirSync(folder)) {
      const gold = join(folder, table, 'gold.json');
      if (existsSync(gold) && isWanted(table))
        for (const [, text] of texts(JSON.parse(readFileSync(gold, 'utf8')), '')) found.push(text);
    }
  return found.filter((text) => !wrong.has(text) && !wrongThere.test(text));
}

function* texts(value: unknown, place: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [place, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* texts(inner, `${place}/${name}`);
}

/**
 * Names and values of the judged rows, and every other text of slips.tsv as it should be, each once: written for this repository, and
 * counted after the rest.
 */
export function judgedTexts(): string[] {
  const rows = files.flatMap(judgedRows).flatMap(({ name, value }) => [name, value]);
  const mended = slips()
    .filter(({ kind }, index) => index % 2 === 0 && kind !== 'clash')
    .map(({ text, wrong, right }) => (wrong === '' ? text : text.replace(wrong, right)));
  return [...new Set([...rows, ...mended])].filter((text) => /[\u4e00-\u9fff]{2}/.test(text));
}
