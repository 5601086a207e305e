import { fault, type Problem } from '../problem.js';
import type { Words } from './finding.js';
import { deepestNesting, longestText, mostFields, mostProblems } from './limits.js';
import { Lines, type Spot } from './lines.js';
import { pointerOf, quoted, visible } from './pointer.js';
import { kind, scannerOf } from './scanner.js';

/** The result of a scan. When `stopped`, the rest was not scanned, and nothing else should read the text. */
export interface Scan {
  readonly problems: readonly Problem[];
  readonly stopped: boolean;
}

/**
 * One pass over the tokens, not recursive, of a text that need not be well-formed. It finds keys that are written twice in one
 * object (JSON silently keeps the last), and stops where a limit (limits.ts) is exceeded: nesting, fields of an object, length of
 * a string.
 */
export function scan(text: string, file: string): Scan {
  const nest = new Nest(text, file);
  const scanner = scannerOf(text, true);
  let key: Key | undefined;
  for (let token = scanner.scan(); token !== kind.end && !nest.stopped; token = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (token === kind.colon && key !== undefined) nest.key(key);
    else if (token === kind.comma) nest.comma();
    else if (token === kind.openBrace) nest.open({ keys: new Map(), step: undefined, index: 0 }, offset);
    else if (token === kind.openBracket) nest.open({ keys: undefined, step: undefined, index: 0 }, offset);
    else if (token === kind.closeBrace || token === kind.closeBracket) nest.close();
    else if (scanner.getTokenLength() > longestText) nest.stop(offset, tooLong());
    key = token === kind.string ? { name: scanner.getTokenValue(), offset } : undefined;
  }
  return nest;
}

interface Key {
  readonly name: string;
  readonly offset: number;
}

/** An open { with the offsets of its keys and the last key, or an open [ with the index of its item. */
interface Level {
  readonly keys: Map<string, number> | undefined;
  step: string | undefined;
  index: number;
}

class Nest implements Scan {
  readonly problems: Problem[] = [];
  stopped = false;
  readonly #levels: Level[] = [];
  readonly #lines: Lines;
  readonly #file: string;

  constructor(text: string, file: string) {
    this.#lines = new Lines(text);
    this.#file = file;
  }

  key({ name, offset }: Key): void {
    const level = this.#levels.at(-1);
    if (level?.keys === undefined) return;
    level.step = name;
    const first = level.keys.get(name);
    if (first !== undefined) this.#tell(offset, duplicateKey(name, this.#lines.at(first)));
    else level.keys.set(name, offset);
    if (level.keys.size > mostFields) this.stop(offset, tooManyFields());
    if (this.problems.length >= mostProblems) this.stopped = true;
  }

  comma(): void {
    const level = this.#levels.at(-1);
    if (level !== undefined) level.index += 1;
  }

  open(level: Level, offset: number): void {
    if (this.#levels.length === deepestNesting) this.stop(offset, tooDeep());
    this.#levels.push(level);
  }

  close(): void {
    this.#levels.pop();
  }

  stop(offset: number, words: Words): void {
    this.#tell(offset, words);
    this.stopped = true;
  }

  #tell(offset: number, { code, message, hint }: Words): void {
    const steps = this.#levels.flatMap(({ keys, step, index }) => (keys === undefined ? String(index) : (step ?? [])));
    const place = { file: this.#file, ...this.#lines.at(offset), pointer: visible(pointerOf(steps)) };
    this.problems.push(fault(code, message, place, hint));
  }
}

function duplicateKey(name: string, first: Spot): Words {
  return {
    code: 'duplicate-key',
    message: {
      zh: `字段 ${quoted(name)} 写了两次，前一次在第 ${first.line} 行第 ${first.column} 列`,
      en: `the field ${quoted(name)} is written twice, first at line ${first.line}, column ${first.column}`,
    },
    hint: { zh: '只留一处', en: 'keep only one' },
  };
}

function tooDeep(): Words {
  return {
    code: 'nesting-too-deep',
    message: {
      zh: `{ 和 [ 嵌套超过 ${deepestNesting} 层`,
      en: `{ and [ are nested more than ${deepestNesting} levels deep`,
    },
    hint: { zh: '检查是否多写了括号', en: 'check for brackets too many' },
  };
}

function tooManyFields(): Words {
  return {
    code: 'too-many-fields',
    message: { zh: `一个对象里的字段超过 ${mostFields} 个`, en: `one object has more than ${mostFields} fields` },
    hint: { zh: '检查是否选错了文件', en: 'check that this is the right file' },
  };
}

function tooLong(): Words {
  return {
    code: 'text-too-long',
    message: {
      zh: `一段文字超过 ${longestText} 个字`,
      en: `one text has more than ${longestText} characters`,
    },
    hint: {
      zh: '检查是否漏写了引号，或把别的内容放了进来',
      en: 'check for a lost quotation mark or for other content',
    },
  };
}
