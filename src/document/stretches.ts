import { shortDigest } from '../kept/digest.js';
import { canonicalText } from './digest.js';
import type { Block, PageStyle, Section } from './document.js';

/**
 * The blocks of a section between two page breaks, most often one form. How a stretch is set and written does not depend on
 * other stretches, so its pages can be kept while others are edited.
 */
export class Stretch {
  /** A shortened SHA-256 of its words and looks, the same wherever it stands. */
  readonly #digest: string;

  constructor(
    /** The index of its first block in the section. */
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

/** A table after one with a continued title repeats its own from its first page on. */
function endsTitled(before: Block | undefined): boolean {
  return before?.type === 'table' && before.continued !== undefined;
}

function blockDigest(block: Block): string {
  const known = digests.get(block);
  if (known !== undefined) return known;
  const digest = shortDigest(canonicalText(block));
  digests.set(block, digest);
  return digest;
}

/** Blocks do not change, so each is digested once. */
const digests = new WeakMap<Block, string>();

/** The stretches of a section; none is empty. */
export function stretches(section: Section): readonly Stretch[] {
  const known = found.get(section);
  if (known) return known;
  const made = split(section);
  found.set(section, made);
  return made;
}

/** Sections do not change, so each is split once. */
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
