import type { MoneyUnit } from '../../report/schema.js';
import { fieldOfLabel } from '../columns/heads.js';
import type { Paragraph, Place } from '../items.js';
import { bareText, plainText } from '../plainText.js';
import { TextWriter } from './cellText.js';
import { eachOfUnit, eachUnit, endOfEach, firstForm, type ReadFile, type Segment, segmentOf } from './extent.js';
import { blankSlot, member, type Slot, slotOf, textsIn, valueAt } from './fields.js';
import { type Box, blocksOf, type Grid } from './grid.js';
import {
  headOf,
  isHeaded,
  isLine,
  isUnread,
  labelEnd,
  lineWords,
  longestLabel,
  range,
  sidesOf,
  withoutBracket,
} from './heads.js';
import { type Column, isSide, listsOf, type PointersOf, type Stretch, stretchesOf } from './stretches.js';

/** What of the file its user has to look at: words that may be of that year, cells that print nothing, values without a slot. */
export interface Look {
  readonly place: Place;
  readonly text: string;
  readonly what: 'kept' | 'emptied' | 'lost';
}

export interface OwnForm {
  /** The template, as Handlebars. */
  readonly template: string;
  readonly table: 'project' | 'department';
  /** A form for each project; a list with a row for each, or for each of its indicators. */
  readonly shape: 'form' | 'list' | 'longList';
  /** The most columns of its tables. */
  readonly columns: number;
  /** How amounts are written in the file. */
  readonly money: { readonly thousands: boolean; readonly withoutTrailingZeros: boolean };
  readonly looks: readonly Look[];
}

/**
 * The form of a file as a template: what was read is slots, rows of members are loops, all else is printed as it stands. Of a file with
 * a form for each of several projects it is that of the first. Undefined where no project and no department was read.
 */
export function ownForm(file: ReadFile): OwnForm | undefined {
  const first = firstForm(file);
  return first && new Drawer({ ...file, items: first.items }, first.isList).form();
}

class Drawer {
  readonly #pointers = new Map<Place, string[]>();
  readonly #left: ReadonlySet<Place>;
  readonly #writer: TextWriter;
  readonly #looks: Look[] = [];
  readonly #isDepartment: boolean;
  /** All texts of the report: beside a goal that was reached stands the goal again. */
  readonly #values: ReadonlySet<string>;
  readonly #stretches = new Map<Grid, readonly Stretch[]>();
  #lists: ReadonlyMap<Stretch, string> = new Map();
  readonly #pointersOf: PointersOf = ({ place }) => this.#pointers.get(place) ?? [];

  /** Where a list prints a project: `project` and `unit` are known there only. */
  #segment: Segment | undefined;

  constructor(
    private readonly file: ReadFile,
    private readonly isList: boolean,
  ) {
    const { report, at, left } = file;
    for (const [pointer, place] of at) this.#pointers.set(place, [...(this.#pointers.get(place) ?? []), pointer]);
    this.#left = new Set(left.map(({ place }) => place));
    this.#values = new Set(textsIn(report).map((text) => bareText(text)));
    this.#isDepartment = valueAt(report, '/units/0/projects/0') === undefined;
    const ofUnit = (field: string): string =>
      isList ? `{{#each @root.units}}{{#if @first}}{{${field}}}{{/if}}{{/each}}` : `{{unit.${field}}}`;
    this.#writer = new TextWriter(valueAt(report, '/year') as number, valueAt(report, '/moneyUnit') as MoneyUnit, {
      '{{@root.department.name}}': valueAt(report, '/department/name'),
      '{{@root.department.code}}': valueAt(report, '/department/code'),
      ...(!this.#isDepartment && {
        [ofUnit('name')]: valueAt(report, '/units/0/name'),
        [ofUnit('code')]: valueAt(report, '/units/0/code'),
      }),
      ...(!this.#isDepartment && !isList && { '{{project.name}}': valueAt(report, '/units/0/projects/0/name') }),
    });
  }

  form(): OwnForm {
    const blocks = blocksOf(this.file.items);
    for (const grid of blocks) {
      if (grid.kind === 'grid') this.#stretches.set(grid, stretchesOf(grid, this.#pointersOf, this.file.report));
    }
    this.#lists = listsOf([...this.#stretches.values()].flat(), this.file.report);
    const body = blocks.map((block) => (block.kind === 'grid' ? this.#grid(block) : this.#paragraph(block))).join('');
    const section = `<section class="form">\n${body}</section>\n`;
    const template = this.#isDepartment || this.isList ? section : `${eachUnit}${eachOfUnit}${section}${endOfEach}`;
    const columns = Math.max(0, ...blocks.flatMap((block) => (block.kind === 'grid' ? [block.widths.length] : [])));
    const table = this.#isDepartment ? 'department' : 'project';
    const isLong = [...this.#stretches.values()].flat().some(({ list }) => list.endsWith('/indicators'));
    const shape = !this.isList ? 'form' : isLong ? 'longList' : 'list';
    return { template, table, shape, columns, money: this.#money(), looks: this.#looks };
  }

  #money(): OwnForm['money'] {
    const written = this.file.items
      .flatMap((item) => (item.kind === 'row' ? item.cells : []))
      .filter(({ place }) => this.#pointers.get(place)?.some((pointer) => pointer.endsWith('/amount')))
      .flatMap(({ text }) => text.match(/-?\d[\d,]*(?:\.\d+)?/g) ?? []);
    const decimals = new Set(written.map((amount) => amount.split('.')[1]?.length ?? 0));
    return { thousands: written.some((amount) => amount.includes(',')), withoutTrailingZeros: decimals.size > 1 };
  }

  #paragraph({ text, place }: Pick<Paragraph, 'text' | 'place'>): string {
    if (text.trim() === '') return '';
    const pointers = this.#pointers.get(place) ?? [];
    if (pointers.some(isTitle)) return `<p class="form-title">${this.#title(text)}</p>\n`;
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
    const markup = this.#cell(text, place, slots, lineWords);
    return markup === '' ? '' : `<p class="${isYear ? 'form-year' : 'note'}">${markup}</p>\n`;
  }

  /** A report's own title comes first. */
  #title(text: string): string {
    const isOne = this.#isDepartment || this.isList;
    const given = isOne ? '@root.title' : 'or project.title @root.title';
    return `{{#if ${isOne ? given : `(${given})`}}}{{${given}}}{{else}}${this.#writer.words(text.trim())}{{/if}}`;
  }

  #grid(grid: Grid): string {
    const pointersOf = this.#pointersOf;
    const stretches = this.#stretches.get(grid) ?? [];
    const widths = grid.widths.map((width) => `<col style="width: ${width}fr"/>`).join('');
    const firstRow = grid.rows.findIndex((boxes) => !isLine(boxes, grid));
    const lines = firstRow < 0 ? grid.rows.length : firstRow;
    const above = grid.rows.slice(0, lines).map(([box]) => this.#paragraph(box as Box));
    const tables: { head: string[]; body: string[] }[] = [{ head: [], body: [] }];
    const segment = this.isList ? segmentOf(grid, lines, this.#pointersOf) : undefined;
    for (let at = lines; at < grid.rows.length; ) {
      const headed = stretches.find(({ from }) => headOf(grid, at, from, pointersOf));
      const stretch = headed ?? stretches.find(({ from }) => from === at);
      const isAgain = stretch !== undefined && !this.#lists.has(stretch);
      if (headed && !isAgain) {
        const sides = sidesOf(grid, headed, pointersOf);
        tables.push({
          head: range(at, headed.from).map((row) => this.#row(grid, row, sides, headed.from - at)),
          body: [],
        });
      }
      const first = stretch?.from ?? at;
      const next = stretch?.to ?? at + 1;
      this.#segment = segment && first >= segment.unit && first < segment.to ? segment : undefined;
      const opened = `${this.#segment?.unit === first ? eachUnit : ''}${this.#segment?.from === first ? eachOfUnit : ''}`;
      const closed = this.#segment && next >= this.#segment.to ? endOfEach : '';
      const rows = isAgain ? '' : stretch ? this.#stretch(grid, stretch) : this.#row(grid, at);
      if (opened + rows + closed !== '') tables.at(-1)?.body.push(`${opened}${rows}${closed}`);
      at = this.#segment && next >= this.#segment.to ? this.#segment.end : next;
    }
    this.#segment = undefined;
    const drawn = tables
      .filter(({ body }) => body.length > 0)
      .map(({ head, body }) => {
        const heads = head.length > 0 ? `<thead>\n${head.join('')}</thead>\n` : '';
        return `<table>\n<colgroup>${widths}</colgroup>\n${heads}<tbody>\n${body.join('')}</tbody>\n</table>\n`;
      });
    return `${above.join('')}${drawn.join('')}`;
  }

  /** `sides` are labels along the rows below a head of `heads` rows, which they follow. */
  #row(grid: Grid, at: number, sides: readonly Box[] = [], heads = 1): string {
    const boxes = [...(grid.rows[at] ?? []), ...this.#fromStretches(grid, at)].sort(
      (left, right) => left.column - right.column,
    );
    const isHead = boxes.some((box) => this.#isLabel(box)) && boxes.every((box) => this.#mayBeHead(box));
    const isListed = isUnread(boxes, (box) => this.#isValue(box) || this.#isLabel(box));
    let isAnswer = false;
    const cells = boxes.map((box, nth) => {
      if (sides.includes(box))
        return `<th class="open-below"${across(box)}${heads > 1 ? ` rowspan="${heads}"` : ''}></th>`;
      const given = (this.#pointers.get(box.place) ?? []).filter((pointer) => !member(pointer));
      const slots =
        box.text.trim() === ''
          ? this.#blank(grid, box, boxes[nth - 1])
          : given.flatMap((pointer) => slotOf(this.file.report, pointer) ?? []);
      const markup = given.some(isTitle)
        ? this.#title(box.text)
        : this.#cell(
            box.text,
            box.place,
            slots,
            isListed && box.down === 1 ? sums : isAnswer && !isHead ? labelEnd : anything,
          );
      const isLabel = markup !== '' && (isHead || !this.#isValue(box));
      isAnswer = isLabel && box.down === 1;
      return cell(box, markup, slots, this.#span(grid, box), isLabel);
    });
    return `<tr>${cells.join('')}</tr>\n`;
  }

  /** What a blank cell is for: an amount among amounts, or what the label beside it says. */
  #blank(grid: Grid, box: Box, before: Box | undefined): Slot[] {
    const owner = this.#isDepartment ? '@root.department.overall' : 'project';
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
    if (!before || before.text.trim() === '' || this.#isValue(before)) return [];
    return [blankSlot(before.text, owner)].filter((slot) => slot !== undefined);
  }

  /** Blank boxes for those that begin among members and end below them: members have rows of their own. */
  #fromStretches(grid: Grid, at: number): Box[] {
    const stretches = this.#stretches.get(grid) ?? [];
    const isWithin = ({ row }: Box): boolean => stretches.some(({ from, to }) => row >= from && row < to && at >= to);
    const isWhole = (box: Box): boolean =>
      stretches.some(({ from, to }) => box.row === from && isSide([box], from, to, this.#pointersOf));
    return grid.rows
      .slice(0, at)
      .flat()
      .filter((box) => box.row + box.down > at && isWithin(box) && !isWhole(box))
      .map((box) => ({ ...box, row: at, down: 1, text: '', place: { ...box.place } }));
  }

  #mayBeHead(box: Box): boolean {
    return (
      !this.#isValue(box) &&
      plainText(box.text).length <= longestLabel &&
      !/[。；]\s*$/.test(box.text) &&
      !/\d/.test(box.text.replace(/20\d\d年?/g, ''))
    );
  }

  /** It holds a value of the report. */
  #isValue({ place }: Box): boolean {
    return this.#pointers.has(place);
  }

  /** The reader took it for a label. */
  #isLabel(box: Box): boolean {
    return box.text.trim() !== '' && !this.#isValue(box) && !this.#left.has(box.place);
  }

  /** A cell or paragraph with its slots. What no field holds is printed where it looks like a label, and is left out where it does not. */
  #cell(text: string, place: Place, given: readonly Slot[], labels = anything): string {
    const isKnown = ({ code }: Slot): boolean =>
      (!this.#isDepartment && !this.isList) || this.#segment !== undefined || !/\b(?:project|unit)\b/.test(code);
    const slots = given.filter(isKnown);
    if (slots.length > 0) {
      const { markup: whole, lost } = this.#writer.withSlots(text.trim(), slots);
      const [note] = slots.flatMap(({ each }) => each ?? []);
      const markup = note === undefined ? whole : `{{#each ${note}}}<p>${whole}</p>{{/each}}`;
      for (const { value } of lost) this.#looks.push({ place, text: value, what: 'lost' });
      return slots.length === 1 && slots[0]?.look === 'heading' ? `<h2>${markup}</h2>` : markup;
    }
    // A value that no slot prints is not printed as a word of the form.
    if (this.#pointers.get(place)?.some((pointer) => !isOfForm(pointer))) {
      this.#looks.push({ place, text: text.trim(), what: 'lost' });
      return '';
    }
    const markup = this.#writer.words(text.trim());
    const bare = bareText(markup.replace(/\{\{[^}]*\}\}|<br\/>/g, ''));
    if (!this.#left.has(place)) {
      // What repeats a sentence or an amount of the report was read as that, and is no label.
      const isSaid = bare.length > longestWord && [...this.#values].some((value) => value.includes(bare));
      if (!isSaid && !/^-?(?:\d[\d,]*\.\d+|\d[\d,]{2,})$/.test(bare)) return markup;
      this.#looks.push({ place, text: text.trim(), what: 'lost' });
      return '';
    }
    if (bare === '' && markup !== '') return markup;
    const mayBe = !/\d/.test(bare) && bare.length <= longestLabel && !this.#values.has(bare);
    const isKept = mayBe && labels.test(withoutBracket(bare));
    this.#looks.push({ place, text: text.trim(), what: isKept ? 'kept' : 'emptied' });
    return isKept ? markup : '';
  }

  #stretch(grid: Grid, stretch: Stretch): string {
    const { from, columns } = stretch;
    const each = this.#lists.get(stretch) ?? '';
    const pointersOf = this.#pointersOf;
    const sides = sidesOf(grid, stretch, pointersOf).filter(
      ({ row }) => row === from || isHeaded(grid, stretch, pointersOf),
    );
    const placed = [
      ...sides.map((box) => {
        const rows = this.#span(grid, { row: from, down: box.row + box.down - from });
        const look = box.row < from ? 'side open-above' : 'side';
        // The number of a project in a list.
        const text =
          this.#segment && /^1[.、]?$/.test(box.text.trim()) ? '{{add at 1}}' : this.#cell(box.text, box.place, []);
        return {
          column: box.column,
          markup: `{{#if @first}}<td class="${look}"${across(box)}${rows}>${text}</td>{{/if}}`,
        };
      }),
      ...columns
        .filter(({ column }) => !sides.some((box) => box.column === column))
        .map((column) => ({ column: column.column, markup: this.#column(column, each) })),
    ].sort((left, right) => left.column - right.column);
    return `{{#each ${each} as |row|}}\n<tr>${placed.map(({ markup }) => markup).join('')}</tr>\n{{/each}}\n`;
  }

  /** How many rows a box covers: those of stretches are counted when the form is filled. */
  #span(grid: Grid, box: Pick<Box, 'row' | 'down'>): string {
    const { row } = box;
    const inSegment = this.#segment ? Math.min(box.down, this.#segment.to - row) : box.down;
    // What ends among members, whose rows are as many as there are, ends above them.
    const across = (this.#stretches.get(grid) ?? []).find(
      ({ from, to }) => from > row && from < row + inSegment && to > row + inSegment,
    );
    const down = across ? across.from - row : inSegment;
    const inside = (this.#stretches.get(grid) ?? []).filter(({ from }) => from >= row && from < row + down);
    if (inside.length === 0) return down > 1 ? ` rowspan="${down}"` : '';
    const fixed = inside.reduce((sum, { from, to }) => sum - (Math.min(to, row + down) - from), down);
    const counts = inside.flatMap((stretch) => this.#lists.get(stretch) ?? []).map((each) => `(count ${each})`);
    const [first = String(fixed), ...more] = fixed === 0 ? counts : [String(fixed), ...counts];
    const sum = more.reduce((total, each) => `(add ${total} ${each})`, first);
    return ` rowspan="${/^\d/.test(sum) ? sum : `{{${sum.slice(1, -1)}}}`}"`;
  }

  #column(column: Column, each: string): string {
    const { code, kind, isMerged, owner } = column;
    if (isMerged) {
      const span = `${kind}Span`;
      return `{{#if row.${span}}}<th scope="row"${across(column)} rowspan="{{row.${span}}}">${code}</th>{{/if}}`;
    }
    if (!owner) return `<td${across(column)}${looks[kind]}>${code}</td>`;
    const slots = (this.#pointers.get(owner.place) ?? []).flatMap((pointer) => slotOf(this.file.report, pointer) ?? []);
    const text = this.#cell(owner.text, owner.place, slots);
    // A body of several projects stands beside all of them.
    if (this.#segment && slots.length > 0 && slots.every(({ code }) => /\{\{(?:unit|@root\.department)\b/.test(code)))
      return `{{#if (and @first (not at))}}<td${across(column)} rowspan="{{rowCount unit.projects}}">${text}</td>{{/if}}`;
    return `{{#if @first}}<td${across(column)} rowspan="{{count ${each}}}">${text}</td>{{/if}}`;
  }
}

/** Labels of this length may be words of a sentence. */
const longestWord = 12;

/** What of words that were not understood may be a label: no sentence, among entries only sums, behind a label what ends as labels do. */
const anything = /[^。；]$/;
const sums = /^(?:合计|小计|总计|共计)/;

/** The region, the money unit and what bodies are called are the form's own. */
const isOfForm = (pointer: string): boolean =>
  /^\/(?:region|moneyUnit)(?:\/|$)|\/authorities\/\d+\/title$/.test(pointer);
const looks = {
  text: '',
  centre: ' class="center"',
  amount: ' class="amount"',
  owner: '',
  level1: ' class="center"',
  level2: ' class="center"',
};

const isTitle = (pointer: string): boolean => /^(?:\/units\/0\/projects\/0)?\/title$/.test(pointer);

function across(box: Pick<Box, 'across'>): string {
  return box.across > 1 ? ` colspan="${box.across}"` : '';
}

function cell(box: Box, markup: string, slots: readonly Slot[], rows: string, isLabel: boolean): string {
  const columns = across(box);
  if (isLabel && slots.length === 0) return `<th scope="row"${columns}${rows}>${markup}</th>`;
  const [look] = slots.map((slot) => slot.look);
  const name =
    look === 'amount'
      ? ' class="amount"'
      : look === 'prose'
        ? ' class="prose"'
        : look === undefined
          ? ' class="center"'
          : '';
  return `<td${columns}${rows}${name}>${markup}</td>`;
}
