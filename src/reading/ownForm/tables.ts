import { plainText } from '../plainText.js';
import { anything, type CellDrawer, isTitle, sums } from './cells.js';
import { eachOfUnit, eachUnit, endOfEach, type Segment, segmentOf } from './extent.js';
import { type Json, member, pathOf, type Slot, slotOf, valueAt } from './fields.js';
import type { Box, Grid } from './grid.js';
import { headOf, isHeaded, isLine, isUnread, labelEnd, longestLabel, range, sidesOf } from './heads.js';
import { type Column, isSide, listsOf, type PointersOf, type Stretch, stretchesOf } from './stretches.js';

/** Writes the tables of a file as the template has them: rows of members as loops, the cells of all others by `cells`. */
export class TableDrawer {
  readonly #stretches: ReadonlyMap<Grid, readonly Stretch[]>;
  readonly #lists: ReadonlyMap<Stretch, string>;
  readonly #pointersOf: PointersOf;
  /** Where a list prints a project. */
  #segment: Segment | undefined;

  constructor(
    private readonly cells: CellDrawer,
    private readonly report: Json,
    grids: readonly Grid[],
  ) {
    this.#pointersOf = cells.pointersOf;
    this.#stretches = new Map(grids.map((grid) => [grid, stretchesOf(grid, cells.pointersOf, report)]));
    this.#lists = listsOf([...this.#stretches.values()].flat(), report);
  }

  /** Whether a table has a row for each indicator. */
  get hasIndicators(): boolean {
    return [...this.#stretches.values()].flat().some(({ list }) => list.endsWith('/indicators'));
  }

  table(grid: Grid): string {
    const pointersOf = this.#pointersOf;
    const stretches = this.#stretches.get(grid) ?? [];
    const widths = grid.widths.map((width) => `<col style="width: ${width}fr"/>`).join('');
    const firstRow = grid.rows.findIndex((boxes) => !isLine(boxes, grid));
    const lines = firstRow < 0 ? grid.rows.length : firstRow;
    const above = grid.rows.slice(0, lines).map(([box]) => this.cells.paragraph(box as Box));
    const tables: { head: string[]; body: string[] }[] = [{ head: [], body: [] }];
    const segment = this.cells.isList ? segmentOf(grid, lines, this.#pointersOf) : undefined;
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
      this.#enter(segment && first >= segment.unit && first < segment.to ? segment : undefined);
      const opened = `${this.#segment?.unit === first ? eachUnit : ''}${this.#segment?.from === first ? eachOfUnit : ''}`;
      const closed = this.#segment && next >= this.#segment.to ? endOfEach : '';
      const rows = isAgain ? '' : stretch ? this.#stretch(grid, stretch) : this.#row(grid, at);
      if (opened + rows + closed !== '') tables.at(-1)?.body.push(`${opened}${rows}${closed}`);
      at = this.#segment && next >= this.#segment.to ? this.#segment.end : next;
    }
    this.#enter(undefined);
    const drawn = tables
      .filter(({ body }) => body.length > 0)
      .map(({ head, body }) => {
        const heads = head.length > 0 ? `<thead>\n${head.join('')}</thead>\n` : '';
        return `<table>\n<colgroup>${widths}</colgroup>\n${heads}<tbody>\n${body.join('')}</tbody>\n</table>\n`;
      });
    return `${above.join('')}${drawn.join('')}`;
  }

  #enter(segment: Segment | undefined): void {
    this.#segment = segment;
    this.cells.isInProject = segment !== undefined;
  }

  /** `sides` are labels along the rows below a head of `heads` rows, which they follow. */
  #row(grid: Grid, at: number, sides: readonly Box[] = [], heads = 1): string {
    const boxes = [...(grid.rows[at] ?? []), ...this.#fromStretches(grid, at)].sort(
      (left, right) => left.column - right.column,
    );
    const isHead = boxes.some((box) => this.cells.isLabel(box)) && boxes.every((box) => this.#mayBeHead(box));
    const isListed = isUnread(boxes, (box) => this.cells.isValue(box) || this.cells.isLabel(box));
    let isAnswer = false;
    const cells = boxes.map((box, nth) => {
      if (sides.includes(box))
        return `<th class="open-below"${across(box)}${heads > 1 ? ` rowspan="${heads}"` : ''}></th>`;
      const given = this.#pointersOf(box).filter((pointer) => !member(pointer));
      const slots =
        box.text.trim() === ''
          ? this.cells.blank(grid, box, boxes[nth - 1])
          : (this.#weights(grid, box) ?? given.flatMap((pointer) => slotOf(this.report, pointer) ?? []));
      const markup = given.some(isTitle)
        ? this.cells.title(box.text)
        : this.cells.cell(
            box.text,
            box.place,
            slots,
            isListed && box.down === 1 ? sums : isAnswer && !isHead ? labelEnd : anything,
          );
      const isLabel = markup !== '' && (isHead || !this.cells.isValue(box));
      isAnswer = isLabel && box.down === 1;
      return cell(box, markup, slots, this.#span(grid, box), isLabel);
    });
    return `<tr>${cells.join('')}</tr>\n`;
  }

  /** 合计 100 below the points of indicators. */
  #weights(grid: Grid, { row, column, text, place }: Box): Slot[] | undefined {
    const written = text.trim();
    const above = (this.#stretches.get(grid) ?? []).filter(({ to, columns }) => {
      return to <= row && columns.some((each) => each.column === column && each.code === '{{row.weight}}');
    });
    const list = above.at(-1)?.list;
    const path = list === undefined ? undefined : pathOf(list);
    if (path === undefined || !/^\d+(?:\.\d+)?$/.test(written) || this.#pointersOf({ place }).length > 0)
      return undefined;
    const all = valueAt(this.report, list as string) as readonly { readonly weight?: string }[];
    const sum = all.reduce((total, { weight = '0' }) => total + Number(weight), 0);
    return sum === Number(written) ? [{ code: `{{weights ${path}}}`, look: 'text', value: written }] : undefined;
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
      !this.cells.isValue(box) &&
      plainText(box.text).length <= longestLabel &&
      !/[。；]\s*$/.test(box.text) &&
      !/\d/.test(box.text.replace(/20\d\d年?/g, ''))
    );
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
        // The number of a project in a list.
        const text =
          this.#segment && /^1[.、]?$/.test(box.text.trim())
            ? '{{add at 1}}'
            : this.cells.cell(box.text, box.place, []);
        const look = `side${box.row < from ? ' open-above' : ''}${isFree(box, text) ? ' free' : ''}`;
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
    if (!owner) return `<td${across(column)}${column.isFree ? ' class="center free"' : looks[kind]}>${code}</td>`;
    const slots = this.#pointersOf(owner).flatMap((pointer) => slotOf(this.report, pointer) ?? []);
    const text = this.cells.cell(owner.text, owner.place, slots);
    // A body of several projects stands beside all of them.
    if (this.#segment && slots.length > 0 && slots.every(({ code }) => /\{\{(?:unit|@root\.department)\b/.test(code)))
      return `{{#if (and @first (not at))}}<td${across(column)} rowspan="{{rowCount unit.projects}}">${text}</td>{{/if}}`;
    const cell = slots.length === 0 && text !== '' ? 'th' : 'td';
    const scope = cell === 'th' ? ' scope="row"' : '';
    return `{{#if @first}}<${cell}${scope}${across(column)} rowspan="{{count ${each}}}">${text}</${cell}>{{/if}}`;
  }
}

const looks = {
  text: '',
  centre: ' class="center"',
  amount: ' class="amount"',
  owner: '',
  level1: ' class="center"',
  level2: ' class="center"',
};

/** The file has words there that the layout does not print: other files of the form have others. */
function isFree({ text }: Box, markup: string): boolean {
  return markup === '' && text.trim() !== '';
}

function across(box: Pick<Box, 'across'>): string {
  return box.across > 1 ? ` colspan="${box.across}"` : '';
}

function cell(box: Box, markup: string, slots: readonly Slot[], rows: string, isLabel: boolean): string {
  const columns = across(box);
  if (isLabel && slots.length === 0) return `<th scope="row"${columns}${rows}>${markup}</th>`;
  const isNumber = slots.length === 1 && slots[0]?.look === 'text' && /^\d{1,4}$/.test(box.text.trim());
  const [look] = isNumber ? [] : slots.map((slot) => slot.look);
  const name =
    look === 'amount'
      ? ' class="amount"'
      : look === 'prose'
        ? ' class="prose"'
        : look === undefined
          ? ` class="center${isFree(box, markup) ? ' free' : ''}"`
          : '';
  return `<td${columns}${rows}${name}>${markup}</td>`;
}
