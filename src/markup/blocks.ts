import type { Block, Table, TitleLine } from '../document/document.js';
import type { Problem } from '../problem.js';
import type { Cascade, Styled } from './cascade.js';
import { continuedLines } from './continued.js';
import type { MarkupElement, MarkupNode } from './element.js';
import { buildFigure, type Figures } from './figure.js';
import { buildParagraph } from './paragraph.js';
import { buildTable } from './table.js';

/** Blocks, and whether a page break is due before the first or after the last. */
export interface BuiltBlocks {
  readonly blocks: readonly Block[];
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
}

/** Builds blocks from elements that `readElements` accepted. */
export function buildBlocks(
  nodes: readonly MarkupNode[],
  cascade: Cascade,
  figures: Figures,
  problems: Problem[],
): BuiltBlocks {
  const flow = new Flow(cascade, figures, problems);
  flow.add(nodes, cascade.root);
  return flow.built;
}

/** Joins blocks. A page break is only put between blocks, never at the beginning or end. */
export function joinBlocks(parts: readonly BuiltBlocks[]): Block[] {
  const joined: Block[] = [];
  let due = false;
  for (const { blocks, breakBefore, breakAfter } of parts) {
    due ||= breakBefore;
    if (blocks.length === 0) continue;
    if (due && joined.length > 0) joined.push({ type: 'pageBreak' });
    for (const block of blocks) joined.push(block);
    due = breakAfter;
  }
  return joined;
}

class Flow {
  private readonly blocks: Block[] = [];
  private breakDue = false;
  private breakBefore = false;
  private tables = 0;
  /** The title that the next tables repeat; after such a table, the next line begins another title. */
  private title: readonly TitleLine[] = [];
  private titleUsed = false;

  constructor(
    private readonly cascade: Cascade,
    private readonly figures: Figures,
    private readonly problems: Problem[],
  ) {}

  get built(): BuiltBlocks {
    const { blocks, breakDue } = this;
    if (blocks.length === 0) return { blocks, breakBefore: breakDue, breakAfter: false };
    return { blocks, breakBefore: this.breakBefore, breakAfter: breakDue };
  }

  add(nodes: readonly MarkupNode[], parent: Styled): void {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      const styled = this.cascade.styleOf(node, parent);
      if (styled.style.breakBefore) this.breakDue = true;
      if (node.name === 'section') this.addSection(node, styled);
      else if (node.name === 'table') this.addTable(node, styled);
      else if (node.name === 'figure') this.addFigure(node, styled);
      else this.addLine(kept(buildParagraph(node, styled, this.cascade), styled), styled);
    }
  }

  /** A title applies to the end of its section. */
  private addSection(element: MarkupElement, styled: Styled): void {
    const { title, titleUsed } = this;
    this.add(element.children, styled);
    this.title = title;
    this.titleUsed = titleUsed;
  }

  private addTable(element: MarkupElement, styled: Styled): void {
    for (const child of element.children) {
      if (typeof child === 'string' || child.name !== 'caption') continue;
      const own = this.cascade.styleOf(child, styled);
      this.addLine(kept(buildParagraph(child, own, this.cascade), own), own);
    }
    this.tables += 1;
    const context = { cascade: this.cascade, problems: this.problems, number: this.tables };
    const table = kept(buildTable(element, styled, context), styled);
    if (styled.style.continued) this.addLine(table, styled);
    else this.addTitled(table);
  }

  private addFigure(element: MarkupElement, styled: Styled): void {
    for (const figure of buildFigure(element, styled, this.figures, this.problems)) this.push(figure);
  }

  private addTitled(table: Table): void {
    this.titleUsed = true;
    this.push(this.title.length === 0 ? table : { ...table, continued: continuedLines(this.title) });
  }

  private addLine(line: TitleLine, { style }: Styled): void {
    if (style.continued) {
      this.title = this.titleUsed ? [line] : [...this.title, line];
      this.titleUsed = false;
    }
    this.push(line);
  }

  /** Adds a block, with the page break that is due before it. */
  private push(block: Block): void {
    if (this.blocks.length === 0) this.breakBefore = this.breakDue;
    else if (this.breakDue) this.blocks.push({ type: 'pageBreak' });
    this.breakDue = false;
    this.blocks.push(block);
  }
}

/** Marks a block to be kept with its next; headings always are. */
function kept<T extends TitleLine>(block: T, { style }: Styled): T {
  return style.keepNext && block.type !== 'heading' ? { ...block, keepNext: true } : block;
}
