import { directed } from '../document/directed.js';
import type { Inline, Text, TextStyle } from '../document/document.js';
import type { Cascade, Styled } from './cascade.js';
import type { MarkupNode } from './element.js';

/**
 * The inlines of a paragraph. White space with a line break in it is the template's indentation and is dropped, or becomes one
 * space between two English words; every other space stays. U+2028, the line break within a report's text, is `<br/>`, and so is
 * U+2029. Neighbours of one style become one text, except for data with letters from right to left.
 */
export function readInlines(nodes: readonly MarkupNode[], styled: Styled, cascade: Cascade): Inline[] {
  const inlines: Inline[] = [];
  addInlines(inlines, nodes, styled, cascade);
  return styled.language === 'en' ? withWordSpaces(inlines) : inlines;
}

function addInlines(inlines: Inline[], nodes: readonly MarkupNode[], styled: Styled, cascade: Cascade): void {
  for (const node of nodes) {
    if (typeof node === 'string') addText(inlines, node, styled);
    else if (node.name === 'br') inlines.push({ type: 'lineBreak' });
    else addInlines(inlines, node.children, cascade.styleOf(node, styled), cascade);
  }
}

function addText(inlines: Inline[], raw: string, { text: style, language }: Styled): void {
  withoutIndentation(raw, language === 'en' ? indentation : '')
    .split(/[\u2028\u2029]/)
    .forEach((text, index) => {
      if (index > 0) inlines.push({ type: 'lineBreak' });
      if (text !== '') for (const piece of directed(text, style)) addPiece(inlines, piece);
    });
}

function addPiece(inlines: Inline[], piece: Text): void {
  const last = inlines.at(-1);
  const plain = last?.type === 'text' && last.direction === undefined && piece.direction === undefined;
  if (plain && sameStyle(last.style, piece.style)) inlines.push(joined(inlines.pop() as Text, piece.text));
  else inlines.push(piece);
}

function joined(before: Text, text: string): Text {
  return { ...before, text: before.text + text };
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return a === b || (a.role === b.role && a.size === b.size && a.bold === b.bold);
}

/** Stands for indentation until we know what is beside it. */
const indentation = '\n';

function withoutIndentation(text: string, instead: string): string {
  return text.replace(/[ \t\r\n]+/g, (run) => (/[\r\n]/.test(run) ? instead : run.replaceAll('\t', ' ')));
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
    for (const character of ends ? inline.text.replace(/\n+$/, '') : inline.text) {
      if (character !== indentation) text += character;
      else if (!opens) text += ' ';
      opens = character === indentation || character === ' ';
    }
    return text === '' ? [] : [{ ...inline, text }];
  });
}
