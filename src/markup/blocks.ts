import type { Block } from '../document/document.js';
import type { Problem } from '../problem.js';
import type { Cascade, Styled } from './cascade.js';
import type { MarkupElement, MarkupNode } from './element.js';
import { buildParagraph } from './paragraph.js';
import { buildTable } from './table.js';

/** The blocks of a run of pages, from elements that `readElements` let through. */
export function buildBlocks(nodes: readonly MarkupNode[], cascade: Cascade, problems: Problem[]): Block[] {
  const flow = new Flow(cascade, problems);
  flow.add(nodes, cascade.root);
  return flow.blocks;
}

class Flow {
  readonly blocks: Block[] = [];
  private breakDue = false;
  private tables = 0;

  constructor(
    private readonly cascade: Cascade,
    private readonly problems: Problem[],
  ) {}

  add(nodes: readonly MarkupNode[], parent: Styled): void {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      const styled = this.cascade.styleOf(node, parent);
      if (styled.style.breakBefore) this.breakDue = true;
      if (node.name === 'section') this.add(node.children, styled);
      else if (node.name === 'table') this.addTable(node, styled);
      else this.push(buildParagraph(node, styled, this.cascade));
    }
  }

  private addTable(element: MarkupElement, styled: Styled): void {
    for (const child of element.children) {
      if (typeof child === 'string' || child.name !== 'caption') continue;
      this.push(buildParagraph(child, this.cascade.styleOf(child, styled), this.cascade));
    }
    this.tables += 1;
    this.push(buildTable(element, styled, { cascade: this.cascade, problems: this.problems, number: this.tables }));
  }

  /** A break waits for a block to stand before, so that none is doubled, and none opens or ends the pages. */
  private push(block: Block): void {
    if (this.breakDue && this.blocks.length > 0) this.blocks.push({ type: 'pageBreak' });
    this.breakDue = false;
    this.blocks.push(block);
  }
}
