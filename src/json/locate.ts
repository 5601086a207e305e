import type { Path } from './pointer.js';
import { pointerOf } from './pointer.js';

/** The offsets of a value and, in an object, of its key; `raw` is a scalar as written (71.10, not 71.1), else ''. */
export interface Located {
  readonly value: number;
  readonly key: number;
  readonly raw: string;
}

/** The wanted paths as a tree, so that one pass over the text finds them all. */
interface Wanted {
  readonly pointer: string;
  readonly children: Map<string, Wanted>;
}

/**
 * Finds values in a well-formed JSON text, in one pass that builds no tree and skips what is not wanted: a parser's visitor took a
 * seventh of the time of a check. Returns a map by JSON pointer; of a key that is written twice the last, whose value JSON keeps.
 * Recursive: the text must not be nested deeper than `deepestNesting`.
 */
export function locate(text: string, paths: Iterable<Path>): Map<string, Located> {
  const found = new Map<string, Located>();
  const start = afterSpace(text, 0);
  meet(text, start, start, wantedTree(paths), found);
  return found;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/** Notes a wanted value and what is wanted inside it; returns the offset after it. */
function meet(text: string, start: number, key: number, wanted: Wanted, found: Map<string, Located>): number {
  const first = text.charCodeAt(start);
  const isOpen = first === openBrace || first === openBracket;
  if (!isOpen || wanted.children.size === 0) {
    const end = endOf(text, start);
    found.set(wanted.pointer, { value: start, key, raw: isOpen ? '' : text.slice(start, end) });
    return end;
  }
  found.set(wanted.pointer, { value: start, key, raw: '' });
  return meetChildren(text, start, wanted, found);
}

function meetChildren(text: string, start: number, { children }: Wanted, found: Map<string, Located>): number {
  const isArray = text.charCodeAt(start) === openBracket;
  let at = afterSpace(text, start + 1);
  for (let index = 0; !closes(text.charCodeAt(at)); index += 1) {
    const key = at;
    let name = String(index);
    if (!isArray) {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end));
      at = afterSpace(text, afterSpace(text, end) + 1);
    }
    const child = children.get(name);
    at = afterSpace(text, child ? meet(text, at, key, child, found) : endOf(text, at));
    if (text.charCodeAt(at) === comma) at = afterSpace(text, at + 1);
  }
  return at + 1;
}

function closes(code: number): boolean {
  return code === closeBrace || code === closeBracket;
}

function afterSpace(text: string, at: number): number {
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** The offset after the value that starts here. */
function endOf(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return endOfString(text, start);
  if (first === openBrace || first === openBracket) return endOfOpen(text, start);
  let at = start;
  while (at < text.length && !endsWord(text.charCodeAt(at))) at += 1;
  return at;
}

function endsWord(code: number): boolean {
  return code <= 0x20 || code === comma || closes(code);
}

function endOfOpen(text: string, start: number): number {
  let at = start;
  let depth = 0;
  do {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      continue;
    }
    if (code === openBrace || code === openBracket) depth += 1;
    else if (closes(code)) depth -= 1;
    at += 1;
  } while (depth > 0 && at < text.length);
  return at;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

function wantedTree(paths: Iterable<Path>): Wanted {
  const root: Wanted = { pointer: '', children: new Map() };
  for (const path of paths) {
    let wanted = root;
    for (const [depth, step] of path.entries()) {
      const next = wanted.children.get(step) ?? { pointer: pointerOf(path.slice(0, depth + 1)), children: new Map() };
      wanted.children.set(step, next);
      wanted = next;
    }
  }
  return root;
}
