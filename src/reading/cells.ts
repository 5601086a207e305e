import { type Expression, fieldOf } from '../layouts/expression.js';
import { levelOf } from '../report/taxonomy.js';
import { Pattern, type ReadText, targetHelpers } from './characters.js';
import { fieldOfLabel } from './columns/heads.js';
import { labelIn, labelOf, likeness } from './labels.js';
import { type Cell, insideOf, type Node } from './nodes.js';
import { bareText } from './plainText.js';
import { misfit } from './values.js';

/** What it costs that a cell of the file is a cell of the form, and what it says then. */
export interface ReadCell {
  readonly cost: number;
  readonly read: ReadText | undefined;
  /** The cell is a label of the form; it says nothing. */
  readonly isLabel: boolean;
  /** Its words are in no field, as the form says. */
  readonly isFree?: true;
}

/** A cell of the form that is not the file's: what was tried there is listed. */
const mostLabelCost = 4;

/** Rows repeat their texts; those of a long list must not fill the memory. */
const mostKnown = 5_000;

/** A pattern of a cell or paragraph with the labels of its whole form. */
export class CellReader {
  readonly #label: string | undefined;
  readonly #only: Expression | undefined;
  readonly #pattern: Pattern;
  readonly #known = new Map<string, ReadCell>();

  constructor(
    body: readonly Node[],
    readonly labels: ReadonlySet<string>,
    private readonly isFree = false,
  ) {
    this.#label = labelOf(body);
    const shown = body.filter(({ type }) => type !== 'break');
    this.#only = shown.length === 1 && shown[0]?.type === 'hole' ? shown[0].shows : undefined;
    this.#pattern = new Pattern(body);
  }

  /** Whether it prints words of its own unless the report has others. */
  get isUsual(): boolean {
    return this.#only !== undefined && usually(this.#only) !== undefined;
  }

  /** Whether it may print words of the form beside what is read. */
  get hasWords(): boolean {
    return this.#pattern.hasWords;
  }

  get label(): string | undefined {
    return this.#label;
  }

  read(text: string): ReadCell {
    const known = this.#known.get(text);
    if (known) return known;
    const read = this.#read(text);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(text, read);
    return read;
  }

  #read(text: string): ReadCell {
    const plain = bareText(text);
    if (this.isFree && this.#label === '') {
      const cost = plain === '' ? 0.05 : this.labels.has(labelIn(text)) ? 0.6 : 0.1;
      return { cost, read: undefined, isLabel: true, isFree: true };
    }
    if (this.#label !== undefined) {
      return {
        cost: this.#label === '' ? this.#blankCost(text, plain) : labelCost(this.#label, text, plain),
        read: undefined,
        isLabel: true,
      };
    }
    if (plain === '') {
      const blank = this.#pattern.read('');
      return { cost: this.#only ? 0.15 : blank && blank.cost < 0.2 ? 0.2 : 0.5, read: blank, isLabel: false };
    }
    const read = this.#pattern.read(text);
    const isLabel =
      this.labels.has(labelIn(text)) && !/^level[12]$/.test(fieldOf(this.#only ?? { type: 'constant', value: '' }));
    if (isLabel && !(read && read.cost === 0 && this.#only === undefined)) return { cost: 2.5, read, isLabel: false };
    if (!read) return { cost: 2.6, read, isLabel: false };
    return { cost: this.#priceOf(plain, read), read, isLabel: false };
  }

  /** Where the form prints nothing, another label of it may stand: a cell at the side that begins a row earlier or later. */
  #blankCost(text: string, plain: string): number {
    return plain === '' ? 0 : this.labels.has(labelIn(text)) ? 0.3 : 2.5;
  }

  #priceOf(plain: string, read: ReadText): number {
    const typed = 0.05;
    const usual = this.#only && usually(this.#only);
    if (usual !== undefined) return 0.1 + 1 - likeness(bareText(usual), plain);
    if (!this.#only) {
      const isOdd = /^[≥≤<>=≧≦]\d/.test(plain) && !this.#pattern.hasTarget;
      return Math.min(2, typed + read.cost * 0.3 + (isOdd ? 0.4 : 0));
    }
    const isAmount = /^-?[\d,]*\d\.\d\d$/.test(plain);
    if (misfit(this.#only, plain) > 0) return 1.6;
    if (!isFree(this.#only)) return 0;
    const isLevel = levelOf(plain, 1) !== undefined || levelOf(plain, 2) !== undefined;
    const isOtherLabel = plain.length > 2 && fieldOfLabel(plain) !== undefined;
    return isLevel ? 1.2 : isAmount ? 0.8 : isValue(this.#only, plain) || isOtherLabel ? 0.4 : 0.1;
  }
}

/** `(or title "项目支出绩效目标表")`: what is printed unless the report says otherwise. */
function usually(shows: Expression): string | undefined {
  const last = shows.type === 'call' && shows.helper === 'or' ? shows.given.at(-1) : undefined;
  return last?.type === 'constant' && typeof last.value === 'string' ? last.value : undefined;
}

/** Whether a text looks like an indicator's value where no value is printed. */
function isValue(shows: Expression, plain: string): boolean {
  return /^[≥≤<>=≧≦]\d/.test(plain) && !(shows.type === 'call' && targetHelpers.test(shows.helper));
}

function isFree(expression: Expression): boolean {
  if (expression.type === 'path')
    return !/^(?:level[12]|number|year|from|to|moneyUnit|transferDocument|weight|actual|approved)$/.test(
      fieldOf(expression),
    );
  return expression.type === 'call' && !/^(?:money|date|code|add|signOf|tick|percent|weights)$/.test(expression.helper);
}

function labelCost(label: string, text: string, plain: string): number {
  if (plain === '') return 1.2;
  const alike = likeness(label, labelIn(text));
  return alike === 1 ? 0 : alike > 0.55 ? 4 * (1 - alike) : mostLabelCost;
}

/** All labels of a form; a number is none, nor is what stands in place of an empty list. */
export function labelsIn(nodes: readonly Node[]): Set<string> {
  const labels = new Set<string>();
  const visit = (inner: readonly Node[]): void => {
    for (const node of inner) {
      if (node.type === 'cell') {
        const label = labelOf(node.body);
        if (label && !/^\d+$/.test(label)) labels.add(label);
      } else if (node.type === 'row') visit(node.cells);
      else if (node.type === 'loop') visit([...node.body, ...(node.rest ?? [])]);
      else if (node.type === 'option') visit(insideOf(node));
    }
  };
  visit(nodes);
  return labels;
}

export type { Cell };
