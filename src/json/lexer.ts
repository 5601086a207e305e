import type { Faults } from './faults.js';
import { endOfString } from './quotes.js';
import { kind, type Scanner, scanError, scannerOf } from './scanner.js';
import * as words from './syntaxWords.js';

/** The kinds of tokens. A word is text without quotation marks; `end` is the end of the file, with a string that it cuts off. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'constant' | 'word' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Signs that people type for those of JSON: their full-width forms, and Chinese list marks. */
const meantFor: Record<string, TokenKind> = {
  '，': ',',
  '、': ',',
  '；': ',',
  ';': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};
const quoteMarks = "“”„‟＂‘’'`";
const wordEnd = /[\s{}[\]:,"，、；：｛｝［］【】“”＂\ufeff]|$/g;

const plainEnd = /['`](?=[ \t]*(?:[:,：，}\]]|$))/;
const fullWidthEnd = /[“”„‟＂‘’"](?=[ \t]*(?:[:,：，}\]]|$))/;

/** Tokens that are always valid. */
const kinds: Readonly<Record<number, TokenKind>> = {
  [kind.openBrace]: '{',
  [kind.closeBrace]: '}',
  [kind.openBracket]: '[',
  [kind.closeBracket]: ']',
  [kind.comma]: ',',
  [kind.colon]: ':',
  [kind.null]: 'constant',
  [kind.true]: 'constant',
  [kind.false]: 'constant',
  [kind.end]: 'end',
};

/** The tokens of a JSON text that may be broken. Wrong signs are reported and read as what they were meant for. */
export class Lexer {
  readonly text: string;
  readonly #faults: Faults;
  readonly #scanner: Scanner;

  constructor(text: string, faults: Faults) {
    this.text = text;
    this.#faults = faults;
    this.#scanner = scannerOf(text, false);
  }

  /** The next token; undefined for blanks and comments. */
  next(): Token | undefined {
    const scanned = this.#scanner.scan();
    const start = this.#scanner.getTokenOffset();
    const end = start + this.#scanner.getTokenLength();
    const simple = kinds[scanned];
    if (simple) return { kind: simple, start, end };
    if (scanned === kind.string) return this.#string(start, end);
    if (scanned === kind.number) return this.#number(start, end);
    if (scanned === kind.unknown) return this.#unknown(start);
    if (scanned === kind.lineComment || scanned === kind.blockComment)
      this.#faults.tell(start, words.comment(this.#scanner.getTokenError() !== scanError.unclosedComment));
    return undefined;
  }

  /** Whether a colon, half or full width, follows at this offset after spaces. */
  colonFollows(offset: number): boolean {
    const colon = /[ \t]*[:：]/y;
    colon.lastIndex = offset;
    return colon.test(this.text);
  }

  #token(read: TokenKind, start: number, end: number): Token {
    this.#scanner.setPosition(end);
    return { kind: read, start, end };
  }

  #string(start: number, scannedEnd: number): Token {
    const unclosed = this.#scanner.getTokenError() === scanError.unclosedString;
    const { end, fault } = endOfString(this.text, start, scannedEnd, unclosed);
    if (fault) this.#faults.tell(fault.at, fault.words);
    else if (unclosed && end === this.text.length) return this.#token('end', start, end);
    this.#checkCharacters(start + 1, Math.min(end, scannedEnd));
    return this.#token('string', start, end);
  }

  /** Reports unknown escapes and unescaped control characters in a string. */
  #checkCharacters(from: number, to: number): void {
    for (const { 0: found, index } of this.text.slice(from, to).matchAll(/\\(u[0-9a-fA-F]{4}|u|.)|\p{Cc}/gsu)) {
      if (found < ' ') this.#faults.tell(from + index, words.rawControl(found));
      else if (found.startsWith('\\') && !/^\\(["\\/bfnrt]|u.)/.test(found))
        this.#faults.tell(from + index, words.badEscape(found));
    }
  }

  #number(start: number, scannedEnd: number): Token {
    const end = this.#wordEnd(scannedEnd);
    const broken = end > scannedEnd || this.#scanner.getTokenError() === scanError.unfinishedNumber;
    if (broken) this.#faults.tell(start, words.badNumber(this.text.slice(start, end)));
    return this.#token('number', start, end);
  }

  #unknown(start: number): Token | undefined {
    const char = this.text.charAt(start);
    const meant = meantFor[char];
    if (meant !== undefined) {
      this.#faults.tell(start, words.wrongPunctuation(char, meant));
      return this.#token(meant, start, start + 1);
    }
    if (quoteMarks.includes(char)) return this.#wrongQuotes(start, char);
    if (!/[\p{Cc}\p{Cf}\p{Z}]/u.test(char)) return this.#token('word', start, this.#wordEnd(start + 1));
    const wrongSpaces = /[\p{Cc}\p{Cf}\p{Z}]{1,1000}/uy;
    this.#faults.tell(start, words.wrongSpace(char));
    wrongSpaces.lastIndex = start;
    this.#scanner.setPosition(start + (wrongSpaces.exec(this.text)?.[0].length ?? 1));
    return undefined;
  }

  /** A string in wrong quotation marks: up to the last mark of its line after which JSON can go on. */
  #wrongQuotes(start: number, mark: string): Token {
    this.#faults.tell(start, words.wrongQuote(mark));
    const line = /^[^\r\n]*/.exec(this.text.slice(start + 1, start + 4001))?.[0] ?? '';
    const closing = mark === "'" || mark === '`' ? plainEnd : fullWidthEnd;
    const length = line.search(closing);
    return this.#token('string', start, length < 0 ? this.#wordEnd(start + 1) : start + 1 + length + 1);
  }

  #wordEnd(from: number): number {
    wordEnd.lastIndex = from;
    return wordEnd.exec(this.text)?.index ?? this.text.length;
  }
}
