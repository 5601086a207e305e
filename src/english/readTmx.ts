import type { SaxesTagNS } from 'saxes';
import { fault, Problems } from '../problem.js';
import { keyOf, kindOf, stateWords, type TermEntry, type TermState } from './entry.js';
import { readXml, type XmlFormat } from './xml.js';

interface Unit {
  readonly fields: Record<'pointer' | 'kind' | 'state' | 'context' | 'zh' | 'en', string>;
  /** The languages that were read: of several English ones the first holds. */
  readonly done: Set<string>;
}

/** Native codes of another format inside a segment: no words. */
const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
const properties: ReadonlyMap<string, 'pointer' | 'kind' | 'state'> = new Map([
  ['x-pointer', 'pointer'],
  ['x-kind', 'kind'],
  ['x-state', 'state'],
]);

/**
 * The entries of a TMX 1.4b (or an older one): a unit is an entry, its Chinese and its English by their languages, inline
 * markup by its text. Without our properties, as other tools write it, a unit holds wherever its Chinese is a whole text.
 * Throws Problems `terms-no-tmx` and those of `readXml`.
 */
export function readTmx(text: string, file: string): TermEntry[] {
  const entries: TermEntry[] = [];
  let unit: Unit | undefined;
  let language: 'zh' | 'en' | undefined;
  let into: keyof Unit['fields'] | undefined;
  let coded = 0;
  let isTmx = false;
  const opened = (tag: SaxesTagNS): void => {
    const { local } = tag;
    if (!isTmx && local !== 'tmx') throw new Problems([fault('terms-no-tmx', noTmx, { file }, tmx.hint)]);
    isTmx = true;
    if (local === 'tu') unit = newUnit();
    if (unit === undefined) return;
    if (local === 'prop') into = properties.get(tag.attributes.type?.value ?? '');
    if (local === 'note' && language === undefined) into = 'context';
    if (local === 'tuv') language = languageOf(tag, unit);
    if (local === 'seg') into = language;
    if (codes.has(local)) coded += 1;
  };
  const closed = ({ local }: SaxesTagNS): void => {
    if (codes.has(local)) coded -= 1;
    if (['prop', 'note', 'seg'].includes(local)) into = undefined;
    if (local === 'tuv') language = undefined;
    if (local !== 'tu' || unit === undefined) return;
    entries.push(...entryOf(unit));
    unit = undefined;
  };
  const said = (piece: string): void => {
    if (unit !== undefined && into !== undefined && coded === 0) unit.fields[into] += piece;
  };
  readXml(text, file, tmx, { opened, closed, said });
  return entries;
}

function newUnit(): Unit {
  return { fields: { pointer: '', kind: '', state: '', context: '', zh: '', en: '' }, done: new Set() };
}

function languageOf({ attributes }: SaxesTagNS, { done }: Unit): 'zh' | 'en' | undefined {
  const [, found] = /^(zh|en)\b/i.exec((attributes['xml:lang'] ?? attributes.lang)?.value ?? '') ?? [];
  const language = found?.toLowerCase() as 'zh' | 'en' | undefined;
  if (language === undefined || done.has(language)) return undefined;
  done.add(language);
  return language;
}

function entryOf({ fields }: Unit): TermEntry[] {
  const { pointer, kind, context, zh, en } = fields;
  if (zh.trim() === '') return [];
  return [{ pointer: pointer.trim(), kind: kindOf(kind), context, zh, en, state: stateOf(fields) }];
}

function stateOf({ state, en }: Unit['fields']): TermState {
  const known = keyOf(stateWords, state) || undefined;
  if (known === 'stale') return known;
  return en.trim() === '' ? 'missing' : known === undefined || known === 'missing' ? 'translated' : known;
}

const noTmx = { zh: '不是 TMX 文件', en: 'this is no TMX file' };
const tmx: XmlFormat = {
  name: 'TMX',
  hint: { zh: '在翻译软件里导出 TMX 1.4', en: 'export TMX 1.4 from the translation tool' },
  mayNameType: true,
};
