import { directed } from '../document/directed.js';
import type { Inline, Source, Text, TextStyle } from '../document/document.js';
import type { Cascade, Styled } from './cascade.js';
import type { MarkupNode } from './element.js';
import { hasMarks, replaced, unmarked } from './sourceMarks.js';

/** The inlines of a paragraph, and the sources of its blanks if it has no words that they could stand beside. */
export interface ReadInlines {
  readonly inlines: Inline[];
  readonly blanks: readonly Source[];
}

/**
 * The inlines of a paragraph. White space with a line break in it is the template's indentation and is dropped, or becomes one
 * space between two English words; every other space stays. U+2028, the line break within a report's text, is `<br/>`, and so is
 * U+2029. Neighbours of one style become one text, except for data with letters from right to left.
 */
export function readInlines(nodes: readonly MarkupNode[], styled: Styled, cascade: Cascade): ReadInlines {
  const writer = new Writer(cascade);
  writer.add(nodes, styled);
  const inlines = styled.language === 'en' ? withWordSpaces(writer.inlines) : writer.inlines;
  return { inlines, blanks: writer.blanks };
}

class Writer {
  readonly inlines: Inline[] = [];
  /** Blanks with no text before them yet. */
  blanks: Source[] = [];

  constructor(readonly cascade: Cascade) {}

  add(nodes: readonly MarkupNode[], styled: Styled): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.#addText(node, styled);
      else if (node.name === 'br') this.inlines.push({ type: 'lineBreak' });
      else this.add(node.children, this.cascade.styleOf(node, styled));
    }
  }

  #addText(raw: string, { text: style, language }: Styled): void {
    const instead = language === 'en' ? indentation : '';
    if (hasMarks(raw)) this.#addMarked(raw, style, instead);
    else
      withoutIndentation(raw, instead)
        .split(/[\u2028\u2029]/)
        .forEach((text, index) => {
          if (index > 0) this.inlines.push({ type: 'lineBreak' });
          if (text !== '') for (const piece of directed(text, style)) this.#addPiece(piece);
        });
  }

  /** The same for a text with marks: each range goes to the pieces in which its characters end up. */
  #addMarked(raw: string, style: TextStyle, instead: string): void {
    const { text: bare, ranges } = unmarked(raw);
    const moved = replaced(bare, whiteSpace, (run) => spaceFor(run, instead));
    const marked = ranges.map(({ start, end, source }) => {
      return { start: moved.to(start), end: moved.to(end), source: this.#sourceAt(source) };
    });
    let at = 0;
    for (const [index, line] of moved.text.split(/[\u2028\u2029]/).entries()) {
      if (index > 0) this.inlines.push({ type: 'lineBreak' });
      const start = at;
      at += line.length + 1;
      const straight = replaced(line, /[\u2068\u2069]/g, () => '');
      const inLine = marked.flatMap((range) => {
        if (range.end < start || range.start > start + line.length) return [];
        const [from, to] = [Math.max(0, range.start - start), Math.min(line.length, range.end - start)];
        // A break may be the first or last character of what is marked.
        if (from === to && range.start < range.end) return [];
        return [{ start: straight.to(from), end: straight.to(to), source: range.source }];
      });
      this.#addLine(line === '' ? [] : directed(line, style), inLine);
    }
  }

  #sourceAt(number: number): Source {
    const source = this.cascade.sources[number];
    if (!source) throw new Error(`markup names source ${number}, which was not given`);
    return source;
  }

  #addLine(pieces: readonly Text[], ranges: readonly Ranged[]): void {
    let at = 0;
    let left = ranges;
    for (const piece of pieces) {
      const end = at + piece.text.length;
      const within = (range: Ranged): boolean => range.start < end || (range.start === range.end && range.start <= end);
      const from = left.filter(within).map(({ source, ...range }) => ({
        start: Math.max(range.start, at) - at,
        end: Math.min(range.end, end) - at,
        ...source,
      }));
      left = left.filter((range) => !within(range) || range.end > end);
      this.#addPiece(from.length > 0 ? { ...piece, from } : piece);
      at = end;
    }
    for (const { source } of left) this.#addBlank(source);
  }

  /** A blank stands after the text before it, else before the text after it, else it is the paragraph's. */
  #addBlank(source: Source): void {
    const last = this.inlines.at(-1);
    if (last?.type !== 'text') this.blanks.push(source);
    else {
      const { length } = last.text;
      this.inlines[this.inlines.length - 1] = {
        ...last,
        from: [...(last.from ?? []), { start: length, end: length, ...source }],
      };
    }
  }

  #addPiece(given: Text): void {
    const before = this.blanks.splice(0).map((source) => ({ start: 0, end: 0, ...source }));
    const piece = before.length > 0 ? { ...given, from: [...before, ...(given.from ?? [])] } : given;
    const last = this.inlines.at(-1);
    const plain = last?.type === 'text' && last.direction === undefined && piece.direction === undefined;
    if (plain && sameStyle(last.style, piece.style)) this.inlines.push(joined(this.inlines.pop() as Text, piece));
    else this.inlines.push(piece);
  }
}

interface Ranged {
  readonly start: number;
  readonly end: number;
  readonly source: Source;
}

function joined(before: Text, { text, from }: Text): Text {
  const whole = { ...before, text: before.text + text };
  if (!from) return whole;
  const { length } = before.text;
  const moved = from.map((range) => ({ ...range, start: range.start + length, end: range.end + length }));
  return { ...whole, from: [...(before.from ?? []), ...moved] };
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return a === b || (a.role === b.role && a.size === b.size && a.bold === b.bold);
}

/** Stands for indentation until we know what is beside it. */
const indentation = '\n';

const whiteSpace = /[ \t\r\n]+/g;

function withoutIndentation(text: string, instead: string): string {
  return text.replace(whiteSpace, (run) => spaceFor(run, instead));
}

function spaceFor(run: string, instead: string): string {
  return /[\r\n]/.test(run) ? instead : run.replaceAll('\t', ' ');
}

/** Makes indentation between two words a space, and drops it at a line's start or end and beside a space. */
function withWordSpaces(inlines: readonly Inline[]): Inline[] {
  const last = inlines.findLastIndex(
    (inline) => inline.type === 'text' && inline.text.replaceAll(indentation, '') !== '',
  );
  let opens = true;
  return inlines.flatMap((inline, index): Inline[] => {
    if (inline.type === 'lineBreak') {
      opens = true;
      return [inline];
    }
    const ends = index >= last || inlines[index + 1]?.type === 'lineBreak';
    let text = '';
    const to: number[] | undefined = inline.from && [];
    for (const character of ends ? inline.text.replace(/\n+$/, '') : inline.text) {
      if (to) for (let unit = 0; unit < character.length; unit++) to.push(text.length + unit);
      if (character !== indentation) text += character;
      else if (!opens) text += ' ';
      opens = character === indentation || character === ' ';
    }
    const moved = (offset: number): number => to?.[offset] ?? text.length;
    const from = inline.from?.map((range) => ({ ...range, start: moved(range.start), end: moved(range.end) }));
    return text === '' ? [] : [{ ...inline, text, ...(from && { from }) }];
  });
}
