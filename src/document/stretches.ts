import { shortDigest } from '../kept/digest.js';
import { toldOf } from './digest.js';
import type { Block, PageStyle, Section } from './document.js';

/**
 * Blocks that begin on a page of their own: what stands in a section between its page breaks, most often one form. No other
 * stretch changes how it is set and written, so that it can be kept while others are edited.
 */
export class Stretch {
  /** What the words and looks of the stretch are, apart from where it stands: a SHA-256, begun. */
  readonly #digest: string;

  constructor(
    /** The place of its first block in the section. */
    readonly block: number,
    readonly blocks: readonly Block[],
    /** The last block before the page break; undefined at the section's start. */
    readonly before: Block | undefined,
    page: PageStyle,
  ) {
    const { width, height, margin } = page;
    this.#digest = shortDigest(JSON.stringify([blocks.map(blockDigest), width, height, margin, endsTitled(before)]));
  }

  get digest(): string {
    return this.#digest;
  }

  /** Whether the stretch begins its section, and so needs no page break of its own. */
  get opens(): boolean {
    return this.before === undefined;
  }
}

/** A table that follows one of its kind shows its title from its first page on. */
function endsTitled(before: Block | undefined): boolean {
  return before?.type === 'table' && before.continued !== undefined;
}

function blockDigest(block: Block): string {
  const known = digests.get(block);
  if (known !== undefined) return known;
  const digest = shortDigest(toldOf(block));
  digests.set(block, digest);
  return digest;
}

/** Blocks do not change: each is looked through once. */
const digests = new WeakMap<Block, string>();

/** The stretches of a section, none of them empty. */
export function stretches(section: Section): readonly Stretch[] {
  const known = found.get(section);
  if (known) return known;
  const made = split(section);
  found.set(section, made);
  return made;
}

/** Sections do not change: each is split once. */
const found = new WeakMap<Section, readonly Stretch[]>();

function split({ page, blocks }: Section): Stretch[] {
  const made: Stretch[] = [];
  let from = 0;
  let before: Block | undefined;
  for (let index = 0; index <= blocks.length; index++) {
    if (index < blocks.length && blocks[index]?.type !== 'pageBreak') continue;
    if (index > from) {
      made.push(new Stretch(from, blocks.slice(from, index), before, page));
      before = blocks[index - 1];
    }
    from = index + 1;
  }
  return made;
}
