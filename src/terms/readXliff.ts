import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Bilingual, fault, Problems } from '../problem.js';
import { kindWords, type TermEntry, type TermState } from './entry.js';
import type { TermKind } from './term.js';

/** The deepest nesting that is read; real files have some ten levels. */
const deepest = 64;
const namespace = /^urn:oasis:names:tc:xliff:document:2\./;

interface Unit {
  pointer: string;
  kind: string;
  context: string;
  zh: string;
  en: string;
  /** Of its segments. */
  states: string[];
}

interface Reading {
  readonly file: string;
  readonly entries: TermEntry[];
  unit: Unit | undefined;
  /** What the text inside goes to. */
  into: 'kind' | 'context' | 'zh' | 'en' | undefined;
  isXliff: boolean;
  depth: number;
}

/**
 * The entries of an XLIFF 2 document: a unit is an entry, its segments read in a row, inline elements by their text. The XML is
 * read as it comes: no document type, no entities but those of XML itself. Throws Problems.
 */
export function readXliff(text: string, file: string): TermEntry[] {
  const reading: Reading = { file, entries: [], unit: undefined, into: undefined, isXliff: false, depth: 0 };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw broken(error, file);
  });
  parser.on('doctype', () => {
    throw new Problems([fault('terms-doctype', doctype, { file, line: parser.line }, takeOut)]);
  });
  parser.on('opentag', (tag) => opened(reading, tag));
  parser.on('closetag', (tag) => closed(reading, tag));
  parser.on('text', (piece) => said(reading, piece));
  parser.on('cdata', (piece) => said(reading, piece));
  parser.write(text).close();
  if (!reading.isXliff) throw new Problems([fault('terms-no-xliff', noXliff, { file }, saveAsXliff)]);
  return reading.entries;
}

function opened(reading: Reading, { local, uri, attributes }: SaxesTagNS): void {
  reading.depth += 1;
  // The namespace of an element is looked for in all that are open.
  if (reading.depth > deepest)
    throw new Problems([fault('terms-too-deep', tooDeep, { file: reading.file }, saveAsXliff)]);
  const attribute = (name: string): string => attributes[name]?.value ?? '';
  if (!reading.isXliff) {
    // The root comes first.
    if (local !== 'xliff' || !namespace.test(uri))
      throw new Problems([fault('terms-no-xliff', noXliff, { file: reading.file }, saveAsXliff)]);
    if (!/^en\b/i.test(attribute('trgLang')))
      throw new Problems([fault('terms-not-english', notEnglish, { file: reading.file }, setEnglish)]);
    reading.isXliff = true;
  }
  if (!namespace.test(uri)) return;
  const { unit } = reading;
  if (local === 'unit')
    reading.unit = { pointer: attribute('name'), kind: '', context: '', zh: '', en: '', states: [] };
  else if (unit === undefined) return;
  else if (local === 'segment') unit.states.push(`${attribute('state') || 'initial'} ${attribute('subState')}`);
  else if (local === 'source') reading.into = 'zh';
  else if (local === 'target') reading.into = 'en';
  else if (local === 'note') reading.into = noteField(attribute('category'));
}

function noteField(category: string): Reading['into'] {
  return category === 'kind' || category === 'context' ? category : undefined;
}

function closed(reading: Reading, { local, uri }: SaxesTagNS): void {
  reading.depth -= 1;
  if (!namespace.test(uri)) return;
  if (['source', 'target', 'note'].includes(local)) reading.into = undefined;
  if (local !== 'unit' || reading.unit === undefined) return;
  const { pointer, kind, context, zh, en, states } = reading.unit;
  if (zh.trim() !== '')
    reading.entries.push({ pointer, kind: kindOf(kind), context, zh, en, state: stateOf(states, en) });
  reading.unit = undefined;
}

function said({ unit, into }: Reading, piece: string): void {
  if (unit !== undefined && into !== undefined) unit[into] += piece;
}

/** Tools may drop notes; then the text is looked up as any kind. */
function kindOf(word: string): TermKind {
  const known = Object.entries(kindWords).find(([, name]) => name === word.trim());
  return (known?.[0] as TermKind | undefined) ?? 'any';
}

function stateOf(states: readonly string[], en: string): TermState {
  if (states.includes('initial jibiao:stale')) return 'stale';
  if (en.trim() === '') return 'missing';
  if (states.includes('initial jibiao:composed')) return 'composed';
  return states.includes('initial jibiao:proposed') ? 'proposed' : 'translated';
}

function broken(error: Error, file: string): Problems {
  const [, line, column, reason = error.message] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
  const message: Bilingual = { zh: `XLIFF 不是完整的 XML：${reason}`, en: `the XLIFF is no whole XML: ${reason}` };
  const place = { file, ...(line !== undefined && { line: Number(line), column: Number(column) }) };
  return new Problems([fault('terms-xml-broken', message, place, saveAsXliff)]);
}

const tooDeep: Bilingual = {
  zh: `XLIFF 的元素嵌套超过 ${deepest} 层`,
  en: `the elements of the XLIFF nest deeper than ${deepest}`,
};
const doctype: Bilingual = { zh: 'XLIFF 里不能有 DOCTYPE', en: 'an XLIFF cannot have a DOCTYPE' };
const takeOut: Bilingual = { zh: '删去 <!DOCTYPE …>', en: 'delete <!DOCTYPE …>' };
const noXliff: Bilingual = { zh: '不是 XLIFF 2 文件', en: 'this is no XLIFF 2 file' };
const saveAsXliff: Bilingual = {
  zh: '在翻译软件里另存为 XLIFF 2.0；XLIFF 1.2 与 TMX 不能读',
  en: 'save it as XLIFF 2.0 from the translation tool; XLIFF 1.2 and TMX are not read',
};
const notEnglish: Bilingual = { zh: 'XLIFF 的译文语言不是英文', en: 'the target language of the XLIFF is not English' };
const setEnglish: Bilingual = { zh: '根元素写 trgLang="en"', en: 'write trgLang="en" on the root element' };
