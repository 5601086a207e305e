import { hearXml } from '../../../formats/office/element.js';

/** The texts that cells refer to by number, without how 汉字 are to be pronounced. */
export function sharedStrings(xml: string): string[] {
  const texts: string[] = [];
  const inner = new InnerText();
  hearXml(xml, {
    open: (name) => {
      if (name === 'si') inner.start();
      inner.open(name);
    },
    text: (text) => inner.text(text),
    close: (name) => {
      inner.close(name);
      if (name === 'si') texts.push(inner.all);
    },
  });
  return texts;
}

/** The text of rich text (`si`, `is`, a comment's `text`): its `t` elements but those in `rPh`. */
export class InnerText {
  #parts = '';
  #isText = false;
  #phonetic = 0;

  start(): void {
    this.#parts = '';
    this.#isText = false;
    this.#phonetic = 0;
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    this.#isText = name === 't' && this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#isText) this.#parts += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    this.#isText = false;
  }

  get all(): string {
    return unmarked(this.#parts);
  }
}

/** Decodes _xHHHH_, which stands for the character with that code (ST_Xstring); a return before a line feed is none. */
export function unmarked(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  const decoded = text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return decoded.replace(/\r\n?/g, '\n');
}
