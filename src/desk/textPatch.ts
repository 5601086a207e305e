import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { oneLine } from '../json/change.js';
import { locate } from '../json/locate.js';
import { type Path, pointerOf } from '../json/pointer.js';
import type { Patch } from './patch.js';

/**
 * The text of a JSON file with changes made in it. All else stays as its author wrote it: line ends, indentation, records on one line
 * or on several, the order of fields, escapes. What is new is written like its neighbours. The text is well-formed, and has what the
 * patches name.
 */
export function patchedText(text: string, patches: readonly Patch[], taken: Taken = new Map()): string {
  return patches.reduce((before, patch) => patchedOnce(before, patch, taken), text);
}

/** How what was taken out stood in the text, by its data: put in again, as by undo, it looks as before. */
export type Taken = Map<string, { readonly raw: string; readonly indent: string }>;

const mostTaken = 500;

function patchedOnce(text: string, patch: Patch, taken: Taken): string {
  const scalar = patch.op === 'set' ? scalarAt(text, patch.path) : undefined;
  if (scalar && patch.op === 'set' && (typeof patch.value !== 'object' || patch.value === null))
    return spliced(text, scalar.start, scalar.end, JSON.stringify(patch.value));
  const root = parseTree(text);
  if (!root) throw new Error('no JSON');
  return new Editing(text, root, taken).with(patch);
}

/** Where a text or number stands: most changes are of one, and no tree is built for them. */
function scalarAt(text: string, path: Path): { start: number; end: number } | undefined {
  const located = locate(text, [path]).get(pointerOf(path));
  return located && located.raw !== '' ? { start: located.value, end: located.value + located.raw.length } : undefined;
}

function spliced(text: string, start: number, end: number, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** One change in a parsed text. */
class Editing {
  readonly #unit: string;
  readonly #end: string;

  constructor(
    readonly text: string,
    readonly root: Node,
    readonly taken: Taken,
  ) {
    const indent = /\n([ \t]+)\S/.exec(text)?.[1];
    this.#unit = indent ?? '';
    this.#end = text.includes('\r\n') ? '\r\n' : '\n';
  }

  with(patch: Patch): string {
    const owner = this.#nodeAt(patch.path.slice(0, -1));
    const step = patch.path.at(-1) as string;
    if (patch.op === 'remove') return this.#without(this.#memberOf(patch.path));
    if (!owner) return this.#withParents(patch.path, patch.value);
    if (owner.type === 'array') {
      const there = owner.children?.[Number(step)];
      if (patch.op === 'set' && there) return this.#replaced(there, patch.value);
      return this.#inserted(owner, Number(step), (indent) =>
        this.#written(patch.value, indent, this.#isOnLines(owner.children?.[0])),
      );
    }
    const there = this.#nodeAt(patch.path);
    if (there) return this.#replaced(there, patch.value);
    const last = owner.children?.length ?? 0;
    return this.#inserted(
      owner,
      last,
      (indent) => `${JSON.stringify(step)}: ${this.#written(patch.value, indent, this.#isOnLines(owner))}`,
    );
  }

  /** The nearest record that is there gets the records between as one new field. */
  #withParents(path: Path, value: unknown): string {
    const depth = path.findIndex((_, index) => !this.#nodeAt(path.slice(0, index + 1)));
    const made = path
      .slice(depth + 1)
      .reduceRight<unknown>((inner, step) => (step === '0' ? [inner] : { [step]: inner }), value);
    return this.with({ op: 'set', path: path.slice(0, depth + 1), value: made });
  }

  #nodeAt(path: Path): Node | undefined {
    let node: Node | undefined = this.root;
    for (const step of path) node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step]);
    return node;
  }

  /** The node that holds a value: of a field, that with its name. */
  #memberOf(path: Path): Node {
    const node = this.#nodeAt(path);
    if (!node) throw new Error(`nothing at ${path.join('/')}`);
    return node.parent?.type === 'property' ? node.parent : node;
  }

  #replaced(node: Node, value: unknown): string {
    this.#keep(node);
    const put = this.#written(value, this.#indentAt(node.offset), this.#isOnLines(node) || node.type !== typeOf(value));
    return spliced(this.text, node.offset, node.offset + node.length, put);
  }

  #inserted(owner: Node, index: number, write: (indent: string) => string): string {
    const members = owner.children ?? [];
    const isOnLines = members.length > 0 ? this.#isOnLines(owner) : this.#unit !== '';
    const outer = this.#indentAt(owner.offset);
    const [first] = members;
    const indent = isOnLines ? (first ? this.#indentAt(first.offset) : outer + this.#unit) : outer;
    const gap = isOnLines ? this.#end + indent : first ? ' ' : '';
    const put = write(indent);
    const before = members[index - 1];
    if (before)
      return spliced(this.text, before.offset + before.length, before.offset + before.length, `,${gap}${put}`);
    if (first) return spliced(this.text, first.offset, first.offset, `${put},${gap}`);
    const inside = isOnLines ? `${gap}${put}${this.#end}${outer}` : put;
    return spliced(this.text, owner.offset + 1, owner.offset + owner.length - 1, inside);
  }

  /** With the comma before it, or that after it if it is the first. */
  #without(member: Node): string {
    this.#keep(member.type === 'property' ? (member.children?.[1] as Node) : member);
    const members = member.parent?.children ?? [];
    const at = members.indexOf(member);
    const [before, after] = [members[at - 1], members[at + 1]];
    if (before) return spliced(this.text, before.offset + before.length, member.offset + member.length, '');
    if (after) return spliced(this.text, member.offset, after.offset, '');
    const owner = member.parent as Node;
    return spliced(this.text, owner.offset + 1, owner.offset + owner.length - 1, '');
  }

  #keep(node: Node): void {
    const raw = this.text.slice(node.offset, node.offset + node.length);
    if (this.taken.size > mostTaken) this.taken.clear();
    this.taken.set(JSON.stringify(JSON.parse(raw)), { raw, indent: this.#indentAt(node.offset) });
  }

  #written(value: unknown, indent: string, isOnLines: boolean): string {
    const before = this.taken.get(JSON.stringify(value));
    if (before?.indent === indent) return before.raw;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (!isOnLines || this.#unit === '') return oneLine(value, true);
    return JSON.stringify(value, undefined, this.#unit).replaceAll('\n', this.#end + indent);
  }

  /** Whether the members of a list or record stand on lines of their own. */
  #isOnLines(node: Node | undefined): boolean {
    if (!node) return true;
    const first = node.children?.[0];
    return first ? this.text.slice(node.offset, first.offset).includes('\n') : this.#unit !== '';
  }

  #indentAt(offset: number): string {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? '';
  }
}

function typeOf(value: unknown): Node['type'] {
  return Array.isArray(value) ? 'array' : typeof value === 'object' && value !== null ? 'object' : 'string';
}
