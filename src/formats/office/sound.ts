import { posix } from 'node:path';
import { reasonOf, Unsound } from '../../problem.js';
import { elements, type NamedAttribute, parseElement, walkXml } from './element.js';
import { type Parts, unpack } from './parts.js';

const typesPart = '[Content_Types].xml';
/** The namespaces of attributes that name a relationship: as Word writes them, and in ISO/IEC 29500 strict. */
const references = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

/**
 * Checks that Office can open a DOCX or XLSX (ISO/IEC 29500-2): a valid zip, a declared type for every part, well-formed XML, every
 * relationship leads to a part, every reference to a relationship. Throws Unsound.
 */
export function proveOffice(bytes: Uint8Array): void {
  const parts = unpack(bytes);
  const types = contentTypes(parts);
  const related = new Map<string, ReadonlySet<string>>();
  for (const path of Object.keys(parts)) {
    if (path !== typesPart && typeOf(path, types) === undefined) throw lacks(path, '类型', 'type');
    if (isRelationships(path)) related.set(ownerOf(path), relationships(path, parts));
  }
  if (!related.has('')) throw lacks('_rels/.rels', '部件', 'part');
  for (const [path, part] of Object.entries(parts)) {
    if (!isXml(path, types)) continue;
    for (const { space, name, value } of attributesOf(path, part)) {
      if (value === '' || !references.includes(space) || related.get(path)?.has(value)) continue;
      throw lacks(path, `${name} ${value} 的关系`, `relationship ${name} ${value}`);
    }
  }
}

interface Types {
  /** By ending, in lower case. */
  readonly endings: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
}

function contentTypes(parts: Parts): Types {
  const root = parsed(typesPart, parts);
  const listed = (element: string, key: string): Map<string, string> =>
    new Map(elements(root, element).map(({ attributes }) => [attributes[key] ?? '', attributes.ContentType ?? '']));
  const overrides = [...listed('Override', 'PartName')].map(([name, type]) => [name.replace(/^\//, ''), type] as const);
  for (const [name] of overrides) if (!parts[name]) throw lacks(name, '部件', 'part');
  const endings = [...listed('Default', 'Extension')].map(([ending, type]) => [ending.toLowerCase(), type] as const);
  return { endings: new Map(endings), parts: new Map(overrides) };
}

function typeOf(path: string, { endings, parts }: Types): string | undefined {
  return parts.get(path) ?? endings.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

function isXml(path: string, types: Types): boolean {
  return path === typesPart || /[+/]xml$/.test(typeOf(path, types) ?? '');
}

const ofRelationships = /^(.*?)_rels\/([^/]*)\.rels$/;

function isRelationships(path: string): boolean {
  return ofRelationships.test(path);
}

/** The part to which a part of relationships belongs; '' for those of the whole file. */
function ownerOf(path: string): string {
  const [, folder = '', name = ''] = ofRelationships.exec(path) ?? [];
  return folder + name;
}

/** The ids of a part's relationships, all of which lead to a part. */
function relationships(path: string, parts: Parts): ReadonlySet<string> {
  const owner = ownerOf(path);
  if (owner !== '' && !parts[owner]) throw lacks(owner, '部件', 'part');
  const ids = new Set<string>();
  for (const { attributes } of elements(parsed(path, parts), 'Relationship')) {
    const { Id: id = '', Target: target = '', TargetMode: mode } = attributes;
    if (id === '' || ids.has(id)) throw broken(path, { zh: `关系 ${id}`, en: `relationship ${id}` });
    ids.add(id);
    if (mode === 'External') continue;
    const to = posix.join(posix.dirname(`/${owner}`), decodeURI(target.replace(/#.*$/, '')));
    const found = target.startsWith('/') ? target.slice(1) : to.slice(1);
    if (!parts[found]) throw lacks(found, '部件', 'part');
  }
  return ids;
}

function parsed(path: string, parts: Parts) {
  const part = parts[path];
  if (!part) throw lacks(path, '部件', 'part');
  return reading(path, () => parseElement(decoded(part)));
}

function attributesOf(path: string, part: Uint8Array): NamedAttribute[] {
  const found: NamedAttribute[] = [];
  reading(path, () =>
    walkXml(decoded(part), (attributes) => {
      for (const attribute of attributes) if (references.includes(attribute.space)) found.push(attribute);
    }),
  );
  return found;
}

/** UTF-16 if there is a byte order mark, else UTF-8. */
function decoded(part: Uint8Array): string {
  const encoding = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(part);
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw broken(path, reasonOf(cause), cause);
  }
}

function broken(path: string, { zh, en }: { readonly zh: string; readonly en: string }, cause?: unknown): Unsound {
  return new Unsound({ zh: `${path} 已损坏（${zh}）`, en: `${path} is damaged (${en})` }, { cause });
}

function lacks(path: string, zh: string, en: string): Unsound {
  return new Unsound({ zh: `${path} 缺${zh}`, en: `${path}: no ${en}` });
}
