import type { Faults } from './faults.js';
import * as words from './grammarWords.js';
import { Lexer, type Token } from './lexer.js';
import { unquoted } from './syntaxWords.js';

/** What may come next. `firstKey` and `firstItem` may also be the closing bracket; `next` is after a value. */
type Expected = 'firstKey' | 'key' | 'colon' | 'value' | 'firstItem' | 'item' | 'next' | 'nothing';

/**
 * Reads tokens and reports where JSON does not allow them; after each fault it goes on as if the text were right. It is not
 * recursive, so that no depth overflows.
 */
export class Grammar {
  readonly #faults: Faults;
  readonly #lexer: Lexer;
  readonly #open: { mark: '{' | '['; offset: number }[] = [];
  #expected: Expected = 'value';
  #last: Token = { kind: ',', start: 0, end: 0 };
  #key: Token = this.#last;

  constructor(text: string, faults: Faults) {
    this.#faults = faults;
    this.#lexer = new Lexer(text, faults);
  }

  /** Reads one token; false at the end. */
  step(): boolean {
    const token = this.#lexer.next();
    if (token === undefined) return true;
    if (this.#open.length === 0 && this.#expected === 'value' && '}],:word'.includes(token.kind)) {
      this.#faults.tell(token.start, words.notJson());
      return false;
    }
    const more = token.kind === 'end' ? this.#end(token) : this.#take(token);
    this.#last = token;
    return more;
  }

  #take(token: Token): boolean {
    switch (this.#expected) {
      case 'nothing':
        this.#faults.tell(token.start, words.textAfterEnd());
        return false;
      case 'firstKey':
      case 'key':
        this.#takeKey(token);
        return true;
      case 'colon':
        this.#takeColon(token);
        return true;
      case 'value':
      case 'firstItem':
      case 'item':
        this.#takeValue(token);
        return true;
      case 'next':
        this.#takeNext(token);
        return true;
    }
  }

  #takeKey(token: Token): void {
    if (this.#isKey(token)) {
      if (token.kind !== 'string') this.#faults.tell(token.start, unquoted(this.#text(token), true));
      this.#key = token;
      this.#expected = 'colon';
    } else if (token.kind === '}' || token.kind === ']') {
      if (this.#expected === 'key') this.#faults.tell(this.#last.start, words.trailingComma());
      this.#close(token);
    } else if (token.kind === ',') {
      this.#faults.tell(token.start, words.extraComma());
    } else if (token.kind === '{' && this.#open.at(-2)?.mark === '[') {
      this.#tellOpen(token.start);
      this.#open.pop();
      this.#takeValue(token);
    } else {
      this.#faults.tell(token.start, words.keyExpected(this.#text(token), token.kind === 'number'));
      if (token.kind === '{' || token.kind === '[') this.#push(token.kind, token.start);
      else this.#expected = token.kind === ':' ? 'value' : 'next';
    }
  }

  #isKey(token: Token): boolean {
    if (token.kind === 'string' || token.kind === 'word') return true;
    return (token.kind === 'number' || token.kind === 'constant') && this.#lexer.colonFollows(token.end);
  }

  #takeColon(token: Token): void {
    if (token.kind === ':') {
      this.#expected = 'value';
    } else if (token.kind === 'word' && /^=>?$/.test(this.#text(token))) {
      this.#faults.tell(token.start, words.missingColon());
      this.#expected = 'value';
    } else {
      this.#faults.tell(this.#last.end, words.missingColon());
      if (token.kind === ',' || token.kind === '}' || token.kind === ']') this.#takeNext(token);
      else this.#takeValue(token);
    }
  }

  #takeValue(token: Token): void {
    const { kind } = token;
    if (kind === '{' || kind === '[') {
      this.#push(kind, token.start);
    } else if (kind === '}' || kind === ']' || kind === ',' || kind === ':') {
      this.#takeNoValue(token);
    } else if (this.#expected !== 'value' && this.#lexer.colonFollows(token.end) && this.#open.at(-2)?.mark === '{') {
      this.#tellOpen(token.start);
      this.#open.pop();
      this.#takeKey(token);
    } else {
      if (kind === 'word') this.#faults.tell(token.start, unquoted(this.#text(token), false));
      this.#expected = this.#open.length === 0 ? 'nothing' : 'next';
    }
  }

  /** A sign where a value should be: after a colon, after a comma, or at the start of an array. */
  #takeNoValue(token: Token): void {
    const isClose = token.kind === '}' || token.kind === ']';
    if (token.kind === ':') {
      this.#faults.tell(token.start, words.extraColon());
    } else if (this.#expected === 'value') {
      this.#faults.tell(this.#last.end, words.missingValue(this.#text(this.#key)));
      this.#takeNext(token);
    } else if (isClose) {
      if (this.#expected === 'item') this.#faults.tell(this.#last.start, words.trailingComma());
      this.#close(token);
    } else {
      this.#faults.tell(token.start, words.extraComma());
    }
  }

  #takeNext(token: Token): void {
    const inObject = this.#open.at(-1)?.mark === '{';
    if (token.kind === ',') {
      this.#expected = inObject ? 'key' : 'item';
    } else if (token.kind === '}' || token.kind === ']') {
      this.#close(token);
    } else if (token.kind === ':') {
      this.#faults.tell(token.start, words.extraColon());
      if (inObject) this.#expected = 'value';
    } else if (token.kind === 'word' && !this.#lexer.colonFollows(token.end)) {
      this.#faults.tell(token.start, words.unexpected(this.#text(token)));
    } else {
      this.#faults.tell(this.#last.end, words.missingComma());
      this.#expected = inObject ? 'key' : 'item';
      this.#take(token);
    }
  }

  #push(mark: '{' | '[', offset: number): void {
    this.#open.push({ mark, offset });
    this.#expected = mark === '{' ? 'firstKey' : 'firstItem';
  }

  /** Closes the innermost bracket of this kind; unclosed ones inside it, or a bracket that closes nothing, are reported. */
  #close(token: Token): void {
    const mark = token.kind === '}' ? '{' : '[';
    const inner = this.#open.at(-1);
    if (inner?.mark !== mark && !this.#open.some((open) => open.mark === mark)) {
      this.#faults.tell(token.start, words.extraClose(this.#text(token)));
      if (inner) this.#expected = 'next';
      return;
    }
    while (this.#open.at(-1)?.mark !== mark) {
      this.#tellOpen(token.start);
      this.#open.pop();
    }
    this.#open.pop();
    this.#expected = this.#open.length === 0 ? 'nothing' : 'next';
  }

  #end(token: Token): false {
    const inner = this.#open.at(-1);
    const count = this.#open.length;
    if (inner)
      this.#faults.tellWithLines(token.end, (lines) => words.cutOff(inner.mark, lines.at(inner.offset).line, count));
    else if (this.#expected !== 'nothing') this.#faults.tell(token.end, words.cutOff(undefined, 0, 0));
    else if (token.start < token.end) this.#faults.tell(token.start, words.textAfterEnd());
    return false;
  }

  #tellOpen(offset: number): void {
    const inner = this.#open.at(-1);
    if (!inner) return;
    this.#faults.tellWithLines(offset, (lines) => {
      const { line, column } = lines.at(inner.offset);
      return words.notClosed(inner.mark, line, column);
    });
  }

  #text(token: Token): string {
    return this.#lexer.text.slice(token.start, token.end);
  }
}
