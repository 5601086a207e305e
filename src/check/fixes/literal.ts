import type { Edit } from './fix.js';

/**
 * Edits of the text that a JSON string literal means, as edits of the literal. All that none touches stays as its author
 * wrote it, escapes too; `ascii` asks for new characters as \uXXXX.
 */
export function literalEdits(raw: string, edits: readonly Edit[], ascii: boolean): Edit[] {
  const offsets = unitOffsets(raw);
  const offset = (unit: number): number => offsets?.[unit] ?? unit + 1;
  return edits.map(({ start, end, text }) => ({
    start: offset(start),
    end: offset(end),
    text: escaped(text, ascii),
  }));
}

/** Where each unit of the meant text begins in the literal, and where the last one ends; undefined without escapes. */
function unitOffsets(raw: string): number[] | undefined {
  if (!raw.includes('\\')) return undefined;
  const offsets: number[] = [];
  let at = 1;
  while (at < raw.length - 1) {
    offsets.push(at);
    if (raw[at] !== '\\') at += 1;
    else at += raw[at + 1] === 'u' ? 6 : 2;
  }
  return [...offsets, at];
}

function escaped(text: string, ascii: boolean): string {
  const plain = JSON.stringify(text).slice(1, -1);
  if (!ascii) return plain;
  return plain.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
