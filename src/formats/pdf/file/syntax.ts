/** A PDF object (PDF 32000-1 §7.3). Strings are bytes, one a character. */
export type PdfObject = null | boolean | number | PdfName | PdfString | PdfReference | PdfObject[] | PdfDictionary;

export interface PdfName {
  readonly name: string;
}

export interface PdfString {
  readonly bytes: string;
}

export interface PdfReference {
  readonly number: number;
}

export type PdfDictionary = Map<string, PdfObject>;

const white = /[\0\t\n\f\r ]/;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/;
const mostNested = 100;

/** Reads objects one after the other from a text with one byte a character. Throws a plain Error where it is no PDF syntax. */
export class Syntax {
  #depth = 0;

  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** The next object. Throws at a word that is none (obj, stream, an operator). */
  object(): PdfObject {
    this.#skip();
    const character = this.text.charAt(this.at);
    switch (character) {
      case '/':
        return { name: this.#name() };
      case '(':
        return { bytes: this.#literal() };
      case '[':
        return this.#nested(() => this.#array());
      case '<':
        return this.text.charAt(this.at + 1) === '<' ? this.#nested(() => this.#dictionary()) : { bytes: this.#hex() };
      default:
        return this.#word();
    }
  }

  /** The next word, such as `obj`, `stream` or an operator. */
  word(): string {
    this.#skip();
    return this.#rest();
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > mostNested) throw new Error('PDF objects nested too deep');
    const value = read();
    this.#depth--;
    return value;
  }

  #skip(): void {
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === '%') {
        while (this.at < this.text.length && !/[\n\r]/.test(this.text.charAt(this.at))) this.at++;
      } else if (character !== '' && white.test(character)) this.at++;
      else return;
    }
  }

  #name(): string {
    this.at++;
    return this.#rest().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  /** The word that begins here; may be empty. */
  #rest(): string {
    const start = this.at;
    while (this.at < this.text.length && regular.test(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  #literal(): string {
    const start = ++this.at;
    let depth = 1;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text.charAt(this.at);
      if (character === '\\') this.at++;
      else if (character === '(') depth++;
      else if (character === ')' && --depth === 0) return unescaped(this.text.slice(start, this.at++));
    }
    throw new Error('a PDF string without end');
  }

  #hex(): string {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new Error('a PDF string without end');
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9a-fA-F]/g, '');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex').toString('latin1');
  }

  #array(): PdfObject[] {
    this.at++;
    const items: PdfObject[] = [];
    for (;;) {
      this.#skip();
      if (this.text.charAt(this.at) === ']') {
        this.at++;
        return items;
      }
      items.push(this.object());
    }
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries: PdfDictionary = new Map();
    for (;;) {
      this.#skip();
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        return entries;
      }
      if (this.text.charAt(this.at) !== '/') throw new Error('a PDF dictionary without a key');
      entries.set(this.#name(), this.object());
    }
  }

  #word(): PdfObject {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    const number = Number(word);
    if (word === '' || Number.isNaN(number)) throw new Error(`no PDF object: ${word.slice(0, 20) || 'nothing'}`);
    return Number.isInteger(number) ? (this.#reference(number) ?? number) : number;
  }

  #reference(number: number): PdfReference | undefined {
    const match = /^\s+\d+\s+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(this.text.slice(this.at, this.at + 24));
    if (!match) return undefined;
    this.at += match[0].length;
    return { number };
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string's bytes (PDF 32000-1 §7.3.4.2). */
export function unescaped(raw: string): string {
  if (!raw.includes('\\') && !raw.includes('\r')) return raw;
  return raw.replace(/\\(\r\n|[0-7]{1,3}|[\s\S])|\r\n?/g, (whole, code: string | undefined) => {
    if (code === undefined) return '\n';
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    if (/^[\r\n]/.test(code)) return '';
    return escapes[code] ?? code ?? whole;
  });
}

/** A text string: UTF-16 if it begins with a byte order mark, else one byte a character (PDF 32000-1 §7.9.2.2). */
export function textOf(value: PdfObject | undefined): string {
  const bytes = value && typeof value === 'object' && 'bytes' in value ? value.bytes : '';
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
