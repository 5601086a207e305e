import type { Block, Document, Figure, Heading, Inline, Paragraph } from '../../document/document.js';
import { contentsLines } from '../../document/walk.js';

/** The standards that a file claims: the part of PDF/A (ISO 19005) and its level, and whether it is PDF/UA-1 (ISO 14289-1). */
export interface Conformance {
  readonly part: 1 | 2 | 3;
  readonly level: 'A' | 'B' | 'U';
  readonly accessible: boolean;
}

/**
 * The most that a file can claim: level A and PDF/UA with tags, U without; part 3 with an attached file, else 2. A document with
 * characters of the private use areas claims level B, because nobody can know what they mean (ISO 19005-2 §6.2.11.7.3).
 */
export function conformanceOf(document: Document, tagged: boolean, attached: boolean): Conformance {
  const part = attached ? 3 : 2;
  if (hasPrivateCharacters(document)) return { part, level: 'B', accessible: false };
  return { part, level: tagged ? 'A' : 'U', accessible: tagged };
}

function hasPrivateCharacters({ sections }: Document): boolean {
  return sections.some(({ blocks }) => blocks.some(isPrivateBlock));
}

function isPrivateBlock(block: Block): boolean {
  if (plain.has(block)) return false;
  const found =
    block.type === 'figure'
      ? block.drawing.some((shape) => shape.type === 'text' && privateUse.test(shape.text))
      : wordsOf(block).some(({ inlines }) => inlines.some(isPrivate));
  if (!found) plain.add(block);
  return found;
}

function wordsOf(block: Exclude<Block, Figure>): readonly (Paragraph | Heading)[] {
  switch (block.type) {
    case 'table':
      return [...block.head, ...block.body].flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
    case 'contents':
      return contentsLines(block).map(({ title }) => title);
    case 'pageBreak':
      return [];
    default:
      return [block];
  }
}

function isPrivate(inline: Inline): boolean {
  return inline.type === 'text' && privateUse.test(inline.text);
}

/** UTF-16 units: those of the basic plane, or the high surrogates of planes 15 and 16. */
const privateUse = /[\ue000-\uf8ff\udb80-\udbff]/;

/** Blocks known to have none: `watch` writes the same blocks after every save. */
const plain = new WeakSet<object>();
