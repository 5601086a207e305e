import type { Block, Document, Source } from '../document/document.js';
import { sha256 } from '../kept/digest.js';
import type { Kept, Shelf } from '../kept/kept.js';
import { type Problem, Problems } from '../problem.js';
import { type BuiltBlocks, buildBlocks, joinBlocks } from './blocks.js';
import { Cascade } from './cascade.js';
import { chunksOf } from './chunks.js';
import { settle } from './codes.js';
import type { Figures } from './figure.js';
import { type LookFile, readLooks, type StyleRule } from './look.js';
import { type Paper, readPage } from './page.js';
import { readElements } from './readElements.js';

export interface MarkupInput {
  /** A filled template: a well-formed fragment of the markup subset, with `<?at FILE:LINE?>` before tags. */
  readonly markup: string;
  /** The name for places before the first `<?at?>`; lines there are those of `markup`. */
  readonly file: string;
  /** CSS of the subset, in the order in which it is applied. */
  readonly looks: readonly LookFile[];
  /** In points; landscape paper is wider than high. */
  readonly page: Paper;
  /** The charts that `<img src="chart:NAME"/>` may name. */
  readonly figures?: Figures;
  /**
   * The sources that marks in the markup name by their numbers (sourceMarks.ts): the tree's texts and blank cells then tell where
   * they come from. Nothing is kept of such markup.
   */
  readonly sources?: readonly Source[];
  readonly meta: Pick<Document, 'title' | 'author' | 'subject' | 'date' | 'language'>;
}

/** The kept blocks of chunks of markup, by the chunk's text and style sheets. */
const builtIn = (kept: Kept): Shelf<BuiltBlocks> => kept.shelf('markup');

/**
 * Reads filled markup and its style sheets into a document of one section. Everything outside the two subsets is an error:
 * throws `Problems` with all faults of markup and CSS, each at its template line or CSS line and column (codes: `markupCodes`).
 * `placeCells` never throws for the tables of the tree. The tree is the same whatever is `kept` of earlier builds.
 */
export function readMarkup(input: MarkupInput, kept?: Kept): Document {
  const { looks, page: paper, meta } = input;
  const look = readLooks(looks);
  const problems: Problem[] = [...look.problems];
  const page = readPage(look.pages, paper, problems);
  const blocks =
    (problems.length === 0 && kept && !input.sources && chunkBlocks(input, look.rules, builtIn(kept))) ||
    wholeBlocks(input, look.rules, problems);
  if (problems.length > 0) throw new Problems(settle(problems));
  const { title, author, subject, language, date } = meta;
  return { type: 'document', title, author, subject, language, date, sections: [{ page, blocks }] };
}

const noFigures: Figures = new Map();

function wholeBlocks(
  { markup, file, meta, figures = noFigures, sources = [] }: MarkupInput,
  rules: readonly StyleRule[],
  problems: Problem[],
): Block[] {
  const elements = readElements(markup, file);
  const found: Problem[] = [];
  const cascade = new Cascade(rules, found, meta.language, sources);
  const blocks = joinBlocks([buildBlocks(elements.nodes, cascade, figures, found)]);
  // Those of markup first. There may be more than a call takes arguments.
  for (const problem of [...elements.problems, ...problems.splice(0), ...found]) problems.push(problem);
  return blocks;
}

/** The blocks of markup, read chunk by chunk; undefined without chunks, or with a fault, whose place only the whole gives. */
function chunkBlocks(
  { markup, file, looks, meta, figures = noFigures }: MarkupInput,
  rules: readonly StyleRule[],
  known: Shelf<BuiltBlocks>,
) {
  const problems: Problem[] = [];
  const cascade = new Cascade(rules, problems, meta.language);
  const style = sha256(JSON.stringify([meta.language, looks, [...figures]]));
  const parts: BuiltBlocks[] = [];
  for (const chunk of chunksOf(markup) ?? []) {
    const key = `${style} ${chunk}`;
    let built = known.get(key);
    if (!built) {
      const elements = readElements(chunk, file);
      built = buildBlocks(elements.nodes, cascade, figures, problems);
      if (elements.problems.length + problems.length > 0) return undefined;
      known.put(key, built);
    }
    parts.push(built);
  }
  return parts.length > 0 ? joinBlocks(parts) : undefined;
}
