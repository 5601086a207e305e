import type { SaxesTagNS } from 'saxes';
import { type Bilingual, fault, Problems } from '../problem.js';
import { kindOf, type TermEntry, type TermState } from './entry.js';
import { readXml, type XmlFormat } from './xml.js';

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
}

/**
 * The entries of an XLIFF 2 document: a unit is an entry, its segments read in a row, inline elements by their text. Throws
 * Problems `terms-no-xliff`, `terms-not-english` and those of `readXml`.
 */
export function readXliff(text: string, file: string): TermEntry[] {
  const reading: Reading = { file, entries: [], unit: undefined, into: undefined, isXliff: false };
  readXml(text, file, xliff, {
    opened: (tag) => opened(reading, tag),
    closed: (tag) => closed(reading, tag),
    said: (piece) => said(reading, piece),
  });
  if (!reading.isXliff) throw new Problems([fault('terms-no-xliff', noXliff, { file }, saveAsXliff)]);
  return reading.entries;
}

function opened(reading: Reading, { local, uri, attributes }: SaxesTagNS): void {
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

function stateOf(states: readonly string[], en: string): TermState {
  if (states.includes('initial jibiao:stale')) return 'stale';
  if (en.trim() === '') return 'missing';
  if (states.includes('initial jibiao:composed')) return 'composed';
  return states.includes('initial jibiao:proposed') ? 'proposed' : 'translated';
}

const noXliff: Bilingual = { zh: '不是 XLIFF 2 文件', en: 'this is no XLIFF 2 file' };
const saveAsXliff: Bilingual = {
  zh: '在翻译软件里另存为 XLIFF 2.0；XLIFF 1.2 不能读',
  en: 'save it as XLIFF 2.0 from the translation tool; XLIFF 1.2 is not read',
};
const notEnglish: Bilingual = { zh: 'XLIFF 的译文语言不是英文', en: 'the target language of the XLIFF is not English' };
const setEnglish: Bilingual = { zh: '根元素写 trgLang="en"', en: 'write trgLang="en" on the root element' };
const xliff: XmlFormat = { name: 'XLIFF', hint: saveAsXliff, mayNameType: false };
