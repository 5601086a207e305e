import type { Document } from '../document/document.js';
import { type Problem, Problems } from '../problem.js';
import { buildBlocks } from './blocks.js';
import { Cascade } from './cascade.js';
import { settle } from './codes.js';
import { type LookFile, readLooks } from './look.js';
import { type Paper, readPage } from './page.js';
import { readElements } from './readElements.js';

export interface MarkupInput {
  /** A filled template: a well-formed fragment of the markup subset, with `<?at FILE:LINE?>` before tags. */
  readonly markup: string;
  /** The name for places before the first `<?at?>`; lines there are those of `markup`. */
  readonly file: string;
  /** CSS of the subset, in the order in which it is applied. */
  readonly looks: readonly LookFile[];
  /** Points, as it lies: landscape paper is wider than high. */
  readonly page: Paper;
  readonly meta: Pick<Document, 'title' | 'author' | 'subject' | 'date' | 'language'>;
}

/**
 * Reads filled markup and its looks into a document tree of one section. Everything outside the two subsets is an error:
 * throws `Problems` with all faults of markup and CSS, each at its template line or CSS line and column
 * (codes: `markupCodes`). The tables of the tree are full grids: `placeCells` takes them.
 */
export function readMarkup({ markup, file, looks, page: paper, meta }: MarkupInput): Document {
  const elements = readElements(markup, file);
  const look = readLooks(looks);
  const problems: Problem[] = [...elements.problems, ...look.problems];
  const page = readPage(look.pages, paper, problems);
  const blocks = buildBlocks(elements.nodes, new Cascade(look.rules, problems), problems);
  if (problems.length > 0) throw new Problems(settle(problems));
  const { title, author, subject, language, date } = meta;
  return { type: 'document', title, author, subject, language, date, sections: [{ page, blocks }] };
}
