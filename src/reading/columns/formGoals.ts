import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { isBlank, plain } from './cellText.js';
import { isHeadOf, isLabel, isRowNumber } from './formCells.js';
import { fieldOfLabel, periodIn } from './heads.js';
import type { Ledger } from './ledger.js';
import type { Said } from './said.js';

/** Reads goals that do not stand beside a label of their own: below heads, in rows beside one label, after the word of a period. */
export class FormGoals {
  constructor(
    private readonly ledger: Ledger,
    private readonly say: (said: Said, label: string) => void,
  ) {}

  /** A row that is nothing but a goal that goes on, or that of a period. */
  reads(row: Row, cells: readonly Cell[]): boolean {
    return this.#named(row, cells) || this.#goesOn(row, cells) || this.#ofPeriod(row, cells);
  }

  /** Finds the heads of goals in a row, and what stands beside them. */
  heads(cells: readonly Cell[], below: Row | undefined): void {
    cells.forEach((cell, at) => {
      const field = fieldOfLabel(cell.text);
      const next = cells[at + 1];
      if (!field?.startsWith('goal/') || cells.length < 2) return;
      const isHead = next && !isLabel(next) && isHeadOf(cell, next, below);
      if (isHead) this.#unknownHeads.add(next);
      if (!next || isLabel(next) || isHead) this.#heads.push({ field, cell });
    });
  }

  /** Two heads are those of the halves of a form. */
  halve(): void {
    const halves = this.#heads.map(({ cell }) => plain(cell.text)).filter((head) => !/^总体(?:绩效)?目标$/.test(head));
    if (halves.length === 2) this.halves = halves.map((head) => periodIn(head));
  }

  useHeads(): void {
    for (const { cell } of this.#heads) this.ledger.use(cell);
  }

  isBelowHead(cell: Cell): boolean {
    return this.#below.has(cell);
  }

  isUnknownHead(cell: Cell): boolean {
    return this.#unknownHeads.has(cell);
  }

  /** Nothing more stands below the heads or goes on. */
  end(): void {
    this.#heads.length = 0;
    this.last = undefined;
  }

  /** A goal in several rows beside one merged label. */
  #goesOn(row: Row, cells: readonly Cell[]): boolean {
    const said = cells.filter(({ text }) => text.trim() !== '');
    const [only, ...others] = said.filter((cell) => said.length === 1 || !isRowNumber(cell));
    const [label] = row.cells;
    if (!only || others.length > 0 || !label?.isContinued || this.last?.label !== plain(label.text)) return false;
    if (isLabel(only)) return false;
    for (const cell of said) this.ledger.use(cell);
    const { field, label: name } = this.last;
    this.say({ field, text: only.text, piece: only, moneyUnit: undefined }, name);
    return true;
  }

  /** 目标1：河道管护 and its text, several below each other beside one label. */
  #named(row: Row, cells: readonly Cell[]): boolean {
    const [side] = row.cells;
    const [name, text, ...others] = cells.filter((cell) => cell !== side && cell.text.trim() !== '');
    const field = side && fieldOfLabel(side.text);
    if (!side || !name || !text || others.length > 0 || !field?.startsWith('goal/')) return false;
    const [whole, words] =
      /^(?:子|分)?目标\s*[一二三四五六七八九十\d]{1,2}\s*(?:[：:、.．]\s*([^。；]{2,30}))?$/su.exec(name.text.trim()) ??
      [];
    if (whole === undefined || isLabel(text)) return false;
    for (const cell of [side, name]) this.ledger.use(cell);
    const goal = { field, text: text.text, piece: text, moneyUnit: undefined };
    this.say(words === undefined ? goal : { ...goal, name }, side.text);
    return true;
  }

  /** 实施期 and 本年度 with their goals, beside one label. */
  #ofPeriod(row: Row, cells: readonly Cell[]): boolean {
    const [side] = row.cells;
    const [word, text, ...others] = cells.filter((cell) => cell !== side && cell.text.trim() !== '');
    if (!side || !word || !text || others.length > 0 || !fieldOfLabel(side.text)?.startsWith('goal/')) return false;
    const isPeriod = /^(?:实施期|实施周期|全周期|总周期|本?年度|当年|中期|长期|总体)$/.test(plain(word.text));
    if (!isPeriod || isLabel(text)) return false;
    for (const cell of [side, word]) this.ledger.use(cell);
    const field = `goal/${periodIn(plain(word.text)) ?? 'year'}`;
    this.say({ field, text: text.text, piece: text, moneyUnit: undefined }, word.text);
    return true;
  }

  /** The last goal whose label stood at the row's beginning. */
  last: { readonly field: string; readonly label: string } | undefined;

  /** Goals below their heads, side by side: 长期目标, 年度目标. */
  below({ cells: all }: Row, cells: readonly Cell[]): void {
    const heads = this.#heads.splice(0);
    if (heads.length === 0) return;
    for (const { field, cell: head } of heads) {
      const value = cells.find(({ column }) => column === head.column);
      if (!value || isBlank(value.text) || isLabel(value)) continue;
      this.#below.add(value);
      // Beside one label merged over them, more rows of the goal may follow.
      if (head.column > 0 && all[0]?.isContinued) this.#heads.push({ field, cell: head });
      this.say({ field: field, text: value.text, piece: value, moneyUnit: undefined }, head.text);
    }
  }

  /** The periods of the halves of a form that has 中期目标 and 年度目标 side by side. */
  halves: readonly (Period | undefined)[] = [];

  #heads: { readonly field: string; readonly cell: Cell }[] = [];

  readonly #below = new WeakSet<Cell>();

  /** What stands beside a head of goals and is no label that is known: 具体完成情况. */
  readonly #unknownHeads = new WeakSet<Cell>();
}
