import { posix } from 'node:path';
import { type Element, elements, parseElement } from '../../formats/office/element.js';
import { type Parts, unpack } from '../../formats/office/parts.js';
import { damaged, reading, tooLarge } from './refusals.js';

/** In bytes; a part read as a tree takes some twenty times as much memory. */
const largestTree = 64 * 1024 * 1024;

/** A relationship of a part: what its type ends with (`comments`), and the path of its target. */
export interface Related {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** The parts of a DOCX or XLSX of any program, found by their relationships (ISO/IEC 29500-2 §9.3), transitional or strict. */
export class OfficeFile {
  readonly #parts: Parts;

  /** Throws Problems `source-damaged`. */
  constructor(bytes: Uint8Array) {
    this.#parts = reading(() => unpack(bytes));
  }

  /** The path of the main part. Throws Problems `source-damaged`. */
  get main(): string {
    const [main] = this.related('', 'officeDocument');
    if (main && this.#parts[main.path]) return main.path;
    throw damaged(new Error('no main part'));
  }

  has(path: string): boolean {
    return Object.hasOwn(this.#parts, path);
  }

  /** A part as text: UTF-16 by its byte order mark, else UTF-8. Throws Problems `source-damaged` where it is missing. */
  text(path: string): string {
    const part = this.#parts[path];
    if (!part) throw damaged(new Error(`no part ${path}`));
    const encoding = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8';
    return new TextDecoder(encoding).decode(part);
  }

  /** A part as a tree. Throws Problems `source-damaged`, `source-too-large`. */
  tree(path: string): Element {
    const xml = this.text(path);
    if (xml.length > largestTree) throw tooLarge(`${path} 超过 64 MB`, `${path} has more than 64 MB`);
    return reading(() => parseElement(xml));
  }

  /** The trees of the parts of one type that a part is related to. */
  trees(owner: string, type: string): Element[] {
    return this.related(owner, type)
      .filter(({ path }) => this.has(path))
      .map(({ path }) => this.tree(path));
  }

  /** The relationships of a part (`''` for the file's), or those of one type. */
  related(owner: string, type?: string): Related[] {
    const { dir, base } = posix.parse(owner);
    const path = posix.join(dir, '_rels', `${base}.rels`);
    if (!this.has(path)) return [];
    return elements(this.tree(path), 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id: id = '', Type = '', Target = '' } }) => {
        const target = Target.replace(/#.*$/, '');
        const from = target.startsWith('/') ? target.slice(1) : posix.join(dir, target);
        return { id, type: Type.slice(Type.lastIndexOf('/') + 1), path: from };
      })
      .filter((found) => type === undefined || found.type === type);
  }
}
