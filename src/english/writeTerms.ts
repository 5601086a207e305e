import { writeCsv } from '../formats/sheet/csv.js';
import { kindWords, stateWords, type TermEntry } from './entry.js';

/** The headings of a translator's table, in this order. */
export const headings = {
  pointer: '位置',
  kind: '类别',
  context: '上下文',
  zh: '中文',
  en: '英文',
  state: '状态',
  terms: '已知术语',
} as const;

/** A table for translators: UTF-8 with byte order mark, texts that look like formulas guarded (sheet/csv.ts). */
export function writeTermsCsv(entries: readonly TermEntry[]): Uint8Array {
  const columns = Object.values(headings).map((heading) => ({ heading, kind: 'text' as const }));
  const rows = entries.map(({ pointer, kind, context, zh, en, state, terms = '' }) => [
    pointer,
    kindWords[kind],
    context,
    zh,
    en,
    stateWords[state],
    terms,
  ]);
  return writeCsv({ columns, rows: rows.map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n'))) });
}

/** XLIFF 2.0 (OASIS, 2014): a unit a text, its pointer as name; kind, context and known terms as notes. `original` is the report's name. */
export function writeXliff(entries: readonly TermEntry[], original: string): Uint8Array {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en">',
    `  <file id="report" original="${escaped(original)}">`,
    ...entries.flatMap(unitLines),
    '  </file>',
    '</xliff>',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function unitLines({ pointer, kind, context, zh, en, state, terms = '' }: TermEntry, index: number): string[] {
  const target = en === '' ? '' : `<target xml:space="preserve">${escaped(en)}</target>`;
  return [
    `    <unit id="t${index + 1}"${pointer === '' ? '' : ` name="${escaped(pointer)}"`}>`,
    '      <notes>',
    `        <note category="kind">${kindWords[kind]}</note>`,
    ...(context === '' ? [] : [`        <note category="context">${escaped(context)}</note>`]),
    ...(terms === '' ? [] : [`        <note category="terms">${escaped(terms)}</note>`]),
    '      </notes>',
    `      <segment ${segmentState[state]}><source xml:space="preserve">${escaped(zh)}</source>${target}</segment>`,
    '    </unit>',
  ];
}

const segmentState: Readonly<Record<TermEntry['state'], string>> = {
  missing: 'state="initial"',
  proposed: 'state="initial" subState="jibiao:proposed"',
  composed: 'state="initial" subState="jibiao:composed"',
  translated: 'state="translated"',
  stale: 'state="initial" subState="jibiao:stale"',
};

/**
 * TMX 1.4b (LISA OSCAR, 2005): a unit a text, with place, kind, state and known terms as properties and the context as note. A
 * text without English has its Chinese alone.
 */
export function writeTmx(entries: readonly TermEntry[]): Uint8Array {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    '  <header creationtool="jibiao" creationtoolversion="1" segtype="block" o-tmf="jibiao" adminlang="en" srclang="zh-CN" datatype="plaintext"/>',
    '  <body>',
    ...entries.flatMap(tmxLines),
    '  </body>',
    '</tmx>',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function tmxLines({ pointer, kind, context, zh, en, state, terms = '' }: TermEntry, index: number): string[] {
  const written = (tag: string, value: string): string[] =>
    value === '' ? [] : [`      <${tag}>${escaped(value)}</${tag.split(' ', 1)[0]}>`];
  const said = (language: string, text: string): string =>
    `      <tuv xml:lang="${language}"><seg>${escaped(text)}</seg></tuv>`;
  return [
    `    <tu tuid="t${index + 1}">`,
    ...written('note', context),
    ...written('prop type="x-pointer"', pointer),
    ...written('prop type="x-kind"', kindWords[kind]),
    ...written('prop type="x-state"', stateWords[state]),
    ...written('prop type="x-terms"', terms),
    said('zh-CN', zh),
    ...(en === '' ? [] : [said('en', en)]),
    '    </tu>',
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/** A report has no other control character, and no half of one (report/characters.ts). */
function escaped(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (char) => entities[char] as string);
}
