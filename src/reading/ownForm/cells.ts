import type { MoneyUnit } from '../../report/schema.js';
import { fieldOfLabel } from '../columns/heads.js';
import type { Paragraph, Place } from '../items.js';
import { bareText } from '../plainText.js';
import { placeIn } from '../region.js';
import { type GoalSpan, TextWriter } from './cellText.js';
import type { ReadFile } from './extent.js';
import { blankSlot, type Json, member, pathOf, type Slot, slotOf, textsIn, valueAt } from './fields.js';
import type { Box, Grid } from './grid.js';
import { lineWords, longestLabel, withoutBracket } from './heads.js';
import type { PointersOf } from './stretches.js';

/** What of the file its user has to look at: words that may be of that year, cells that print nothing, values without a slot, names of places. */
export interface Look {
  readonly place: Place;
  readonly text: string;
  readonly what: 'kept' | 'emptied' | 'lost' | 'place';
}

/** Writes cells and paragraphs of a file as the template has them: slots where values stood, and the words of the form. */
export class CellDrawer {
  readonly looks: Look[] = [];
  readonly isDepartment: boolean;
  /** Whether what is drawn is of one project: in a list `project` and `unit` are known only there. */
  isInProject = false;
  readonly #pointers = new Map<Place, string[]>();
  readonly #left: ReadonlySet<Place>;
  readonly #writer: TextWriter;
  /** All texts of the report: beside a goal that was reached stands the goal again. */
  readonly #values: ReadonlySet<string>;
  /** The places that values of the report are of. */
  readonly #places: ReadonlySet<string>;

  constructor(
    private readonly file: ReadFile,
    readonly isList: boolean,
  ) {
    const { report, at, left } = file;
    for (const [pointer, place] of at) this.#pointers.set(place, [...(this.#pointers.get(place) ?? []), pointer]);
    this.#left = new Set(left.map(({ place }) => place));
    this.#places = new Set(placesIn(report).map((name) => bareText(name)));
    this.#values = new Set(textsIn(report).map((text) => bareText(text)));
    this.isDepartment = valueAt(report, '/units/0/projects/0') === undefined;
    const ofUnit = (field: string): string =>
      isList ? `{{#each @root.units}}{{#if @first}}{{${field}}}{{/if}}{{/each}}` : `{{unit.${field}}}`;
    this.#writer = new TextWriter(
      valueAt(report, '/year') as number,
      valueAt(report, '/moneyUnit') as MoneyUnit,
      {
        '{{@root.department.name}}': valueAt(report, '/department/name'),
        '{{@root.department.code}}': valueAt(report, '/department/code'),
        ...(!this.isDepartment && {
          [ofUnit('name')]: valueAt(report, '/units/0/name'),
          [ofUnit('code')]: valueAt(report, '/units/0/code'),
        }),
        ...(!this.isDepartment && !isList && { '{{project.name}}': valueAt(report, '/units/0/projects/0/name') }),
      },
      isList ? [] : spansOf(report),
    );
  }

  readonly pointersOf: PointersOf = ({ place }) => this.#pointers.get(place) ?? [];

  paragraph({ text, place }: Pick<Paragraph, 'text' | 'place'>): string {
    if (text.trim() === '') return '';
    const pointers = this.#pointers.get(place) ?? [];
    if (pointers.some(isTitle)) return `<p class="form-title">${this.title(text)}</p>\n`;
    const slots = pointers.flatMap((pointer) => {
      const slot = slotOf(this.file.report, pointer);
      return slot ? [{ ...slot, look: slot.look === 'heading' ? ('text' as const) : slot.look }] : [];
    });
    const [note] = slots.filter(({ each }) => each !== undefined);
    if (note) {
      const isFirst = pointers.includes('/notes/0');
      const { markup } = this.#writer.withSlots(text.trim(), [note]);
      return isFirst ? `{{#each ${note.each}}}<p class="note">${markup}</p>{{/each}}\n` : '';
    }
    const isYear = /^[（(]?\s*\d{4}\s*年度?\s*[）)]?$/.test(text.trim());
    const markup = this.cell(text, place, slots, lineWords);
    return markup === '' ? '' : `<p class="${isYear ? 'form-year' : 'note'}">${markup}</p>\n`;
  }

  /** A report's own title comes first. */
  title(text: string): string {
    const isOne = this.isDepartment || this.isList;
    const given = isOne ? '@root.title' : 'or project.title @root.title';
    return `{{#if ${isOne ? given : `(${given})`}}}{{${given}}}{{else}}${this.#writer.words(text.trim())}{{/if}}`;
  }

  /** What a blank cell is for: an amount among amounts, or what the label beside it says. */
  blank(grid: Grid, box: Box, before: Box | undefined): Slot[] {
    const owner = this.isDepartment ? '@root.department.overall' : 'project';
    const label = (grid.rows[box.row] ?? []).find(
      ({ column, text }) => column < box.column && text.trim() !== '' && fieldOfLabel(text)?.startsWith('funding/'),
    );
    if (label) {
      const amounts = grid.rows.flat().filter(({ column, across }) => column === box.column && across === box.across);
      const [line] = amounts.flatMap(({ place }) =>
        (this.#pointers.get(place) ?? []).filter(
          (pointer) => !member(pointer) && /\/funding\/\d+\/amount$/.test(pointer),
        ),
      );
      const { period } = (line === undefined ? {} : valueAt(this.file.report, line.replace(/\/amount$/, ''))) as {
        period?: string;
      };
      if (period === undefined && label !== before) return [];
      return [blankSlot(label.text, owner, period)].filter((slot) => slot !== undefined);
    }
    if (!before || before.text.trim() === '' || this.isValue(before)) return [];
    return [blankSlot(before.text, owner)].filter((slot) => slot !== undefined);
  }

  /** It holds a value of the report. */
  isValue({ place }: Box): boolean {
    return this.#pointers.has(place);
  }

  /** The reader took it for a label. */
  isLabel(box: Box): boolean {
    return box.text.trim() !== '' && !this.isValue(box) && !this.#left.has(box.place);
  }

  /** 桃源县资金: the words of the form name a place, one of the report or a listed region. */
  #namesPlace(bare: string): boolean {
    return [...this.#places].some((name) => bare.includes(name)) || placeIn(bare) !== undefined;
  }

  #isAgain({ code }: Slot, place: Place): boolean {
    if (!code.startsWith('{{> goal-prose')) return false;
    const first = this.#goals.get(code) ?? place;
    this.#goals.set(code, first);
    return first !== place;
  }
  /** Where each text of several goals stands first. */
  readonly #goals = new Map<string, Place>();

  /** A cell or paragraph with its slots. What no field holds is printed where it looks like a label, and is left out where it does not. */
  cell(text: string, place: Place, given: readonly Slot[], labels = anything): string {
    const isKnown = ({ code }: Slot): boolean =>
      (!this.isDepartment && !this.isList) ||
      this.isInProject ||
      !/\b(?:project|unit)\b/.test(code.replace(/"[^"]*"/g, ''));
    // Goals of a period that stand in several cells are printed in the first, all of them.
    const slots = given.filter((slot) => isKnown(slot) && !this.#isAgain(slot, place));
    if (slots.length === 0 && given.some((slot) => isKnown(slot))) return '';
    if (slots.length > 0) {
      const { markup: whole, lost } = this.#writer.withSlots(text.trim(), slots);
      const [note] = slots.flatMap(({ each }) => each ?? []);
      const markup = note === undefined ? whole : `{{#each ${note}}}<p>${whole}</p>{{/each}}`;
      for (const { value } of lost) this.looks.push({ place, text: value, what: 'lost' });
      return slots.length === 1 && slots[0]?.look === 'heading' ? `<h2>${markup}</h2>` : markup;
    }
    // A value that no slot prints is not printed as a word of the form.
    if (this.#pointers.get(place)?.some((pointer) => !isOfForm(pointer))) {
      this.looks.push({ place, text: text.trim(), what: 'lost' });
      return '';
    }
    const markup = this.#writer.words(text.trim());
    const bare = bareText(markup.replace(/\{\{[^}]*\}\}|<br\/>/g, ''));
    // A line that neither numbers, asks nor ends as labels do may be a person's name.
    if (labels === lineWords && bare !== '' && !/[：:（(、\d]/.test(bare) && !lineWords.test(bare)) {
      this.looks.push({ place, text: text.trim(), what: 'emptied' });
      return '';
    }
    if (!this.#left.has(place)) {
      // What repeats a sentence or an amount of the report was read as that, and is no label.
      const isSaid = bare.length > longestWord && [...this.#values].some((value) => value.includes(bare));
      if (!isSaid && !/^-?(?:\d[\d,]*\.\d+|\d[\d,]{2,})$/.test(bare)) {
        if (labels !== lineWords && this.#namesPlace(bare))
          this.looks.push({ place, text: text.trim(), what: 'place' });
        return markup;
      }
      this.looks.push({ place, text: text.trim(), what: 'lost' });
      return '';
    }
    if (bare === '' && markup !== '') return markup;
    const mayBe = !/\d/.test(bare) && bare.length <= longestLabel && !this.#values.has(bare) && !results.test(bare);
    const isKept = mayBe && labels.test(withoutBracket(bare));
    const what = !isKept ? 'emptied' : this.#namesPlace(bare) ? 'place' : 'kept';
    this.looks.push({ place, text: text.trim(), what });
    return isKept ? markup : '';
  }
}

function placesIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'place' in value && typeof value.place === 'string' ? [value.place] : [];
  return [...own, ...Object.values(value).flatMap((each: Json) => placesIn(each))];
}

function spansOf(report: Json): GoalSpan[] {
  return ['/units/0/projects/0/goals', '/department/overall/goals'].flatMap((pointer) => {
    const goals = (valueAt(report, pointer) ?? []) as readonly Record<string, Json>[];
    return goals.flatMap(({ period, from, to }): GoalSpan[] =>
      from === undefined || to === undefined
        ? []
        : [{ list: pathOf(pointer) as string, period: String(period), from: String(from), to: String(to) }],
    );
  });
}

/** Labels of this length may be words of a sentence. */
const longestWord = 12;

/** What of words that were not understood may be a label: no sentence, among entries only sums, behind a label what ends as labels do. */
export const anything = /[^。；]$/;
export const sums = /^(?:合计|小计|总计|共计|总分)/;

/** What stands in cells of results, and is no label. */
const results = /^(?:已?完成|未完成|达标|达成|合格|良好?|优秀?|是|否|有|无)$/;

/** The region, the money unit and what bodies are called are the form's own. */
const isOfForm = (pointer: string): boolean =>
  /^\/(?:region|moneyUnit)(?:\/|$)|\/authorities\/\d+\/title$/.test(pointer);
export const isTitle = (pointer: string): boolean => /^(?:\/units\/0\/projects\/0)?\/title$/.test(pointer);
