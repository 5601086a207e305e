import { cellOf } from '../check/cells.js';
import type {
  Cell,
  Heading,
  Inline,
  Language,
  Paragraph,
  Row,
  Source,
  Table,
  TextStyle,
} from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import { rounded } from '../formats/html/escape.js';
import { Looks } from '../formats/html/looks.js';
import { textWidth } from '../formats/html/page.js';
import { font, largest, shape } from '../formats/html/paragraph.js';
import { cellLook, isLines } from '../formats/html/table.js';
import type { ColumnWidths } from '../formats/html/write.js';
import { pathOf, valueAt } from '../json/pointer.js';
import { fieldAt } from '../report/fields.js';
import { level1Of } from '../report/taxonomy.js';
import { addressOf, choicesAt, kindAt, whyNot } from './address.js';
import { keyOf, moneyName, plainText, wasOf } from './fields.js';
import type { FormTree } from './forms.js';
import { grouped, sourcesIn, withoutRepeats } from './lines.js';
import type {
  Address,
  Field,
  PackedList,
  Piece,
  Sheet,
  SheetBlock,
  SheetCell,
  SheetParagraph,
  SheetRow,
} from './wire.js';

/** A sheet, and which field each place of the tree became. */
export interface DrawnSheet {
  readonly sheet: Sheet;
  readonly fieldOf: ReadonlyMap<Source, string>;
}

/** More fields than this in one run of words are filled in rows instead. */
const mostInLine = 4;

/** The lists whose rows a form may have more or fewer of. */
const rowLists = /\/(indicators|tasks|plan|costLines|procurement|allocations|authorities|duties)\/(\d+)(?:\/|$)/;

/** Draws a form: its tables with their looks, and in them the fields that can be filled. `whole` is the whole report. */
export function drawn(tree: FormTree, whole: unknown, widths: ColumnWidths, fonts: FontBook): DrawnSheet {
  return new Drawing(tree, whole, widths, fonts).drawn();
}

class Drawing {
  readonly #looks = new Looks();
  readonly #faces = new Set<string>();
  readonly #fields = new Map<string, Field>();
  readonly #fieldOf = new Map<Source, string>();
  readonly #packed = new Map<string, Map<string, Set<string>>>();

  constructor(
    readonly tree: FormTree,
    readonly whole: unknown,
    readonly widths: ColumnWidths,
    readonly fonts: FontBook,
  ) {}

  drawn(): DrawnSheet {
    const { document, layout, form } = this.tree;
    const [section] = document.sections;
    if (!section) throw new Error('a form without pages');
    const width = textWidth(section.page);
    const blocks = document.sections
      .flatMap((each) => each.blocks)
      .flatMap((block): SheetBlock[] => {
        this.#isInTable = block.type === 'table';
        if (block.type === 'table') return [this.#table(block, width)];
        if (block.type !== 'paragraph' && block.type !== 'heading') return [];
        return [{ type: 'paragraph', paragraph: this.#paragraph([block], block.style.before, block.style.after) }];
      });
    const packed = [...this.#packed].map(([list, rows]) => this.#packedList(list, rows));
    const sheet: Sheet = {
      form,
      title: document.title,
      layout: layout.manifest.name,
      css: this.#looks.css.replace(/^\./gm, '.sheet .'),
      width: rounded(width),
      blocks,
      faces: [...this.#faces],
      beside: this.#beside(),
      fields: Object.fromEntries(this.#fields),
      packed,
      lists: this.#lists(),
    };
    return { sheet, fieldOf: this.#fieldOf };
  }

  /** In the face that prints it, which the page has from here; without it, in the faces of a web page. */
  #font(style: TextStyle, language?: Language): string[] {
    const { postscriptName } = this.fonts.face(style.role, style.bold);
    this.#faces.add(postscriptName);
    return font(style, language).map((each) => each.replace(/^font-family:/, `font-family:"desk-${postscriptName}",`));
  }

  #isInTable = false;

  get #hasTables(): boolean {
    return this.tree.document.sections.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));
  }

  #table(table: Table, width: number): SheetBlock {
    const widths = this.widths(table, width);
    const total = widths.reduce((sum, each) => sum + each, 0);
    return {
      type: 'table',
      look: this.#looks.named([
        `width:${rounded((100 * total) / width)}%`,
        `margin:${rounded(table.before / 12)}rem 0 ${rounded(table.after / 12)}rem`,
      ]),
      label: this.tree.document.title,
      lines: isLines(table),
      columns: widths.map((each) => rounded((100 * each) / total)),
      head: table.head.map((row) => this.#row(row)),
      body: table.body.map((row) => this.#row(row)),
    };
  }

  #row(row: Row): SheetRow {
    const cells = row.cells.map((cell) => this.#cell(cell));
    const record = this.#recordOf(row);
    return { cells, ...(record && { record }) };
  }

  /** The member of a list that the cells of this row alone show. */
  #recordOf(row: Row): string | undefined {
    const own = row.cells.filter(({ rowspan }) => rowspan === 1).flatMap(sourcesIn);
    const records = own.flatMap(({ pointers }) => {
      const found = rowLists.exec(pointers[0] ?? '');
      return found && pointers.length === 1
        ? [(pointers[0] as string).slice(0, found.index + found[0].length).replace(/\/$/, '')]
        : [];
    });
    const [first] = records;
    return first !== undefined && records.every((each) => each === first) ? this.tree.outward(first) : undefined;
  }

  #cell(cell: Cell): SheetCell {
    const words = cell.blocks.some(({ inlines }) =>
      inlines.some((inline) => inline.type === 'text' && inline.text.trim() !== ''),
    );
    this.#more = [];
    const groups = grouped(cell.blocks);
    const last = groups.length - 1;
    const paragraphs = groups.map((group, index) => {
      const [first] = group as [Paragraph | Heading];
      const bottom = group.at(-1) as Paragraph | Heading;
      return this.#paragraph(
        group,
        index === 0 ? 0 : first.style.before,
        index === last ? 0 : bottom.style.after,
        index === last ? cell.from : undefined,
      );
    });
    const more = this.#moreOf([...this.#more, ...(cell.from ?? [])]);
    return {
      ...(words && cell.header && { header: cell.header }),
      colspan: cell.colspan,
      rowspan: cell.rowspan,
      look: this.#looks.named(cellLook(cell)),
      paragraphs,
      ...(more.length > 0 && { more }),
    };
  }

  /** A paragraph, or neighbours that print the lines of one text; `blanks` are those of its cell. */
  #paragraph(
    group: readonly (Paragraph | Heading)[],
    before: number,
    after: number,
    blanks: readonly Source[] = [],
  ): SheetParagraph {
    const [block] = group as [Paragraph | Heading];
    const base = largest(block.inlines);
    const pieces: Piece[] = [];
    for (const inline of block.inlines) for (const piece of this.#pieces(inline, base)) pieces.push(piece);
    const joined = withoutRepeats(pieces);
    for (const source of joined.some((piece) => 'field' in piece) ? [] : blanks.slice(0, 1)) {
      const key = this.#fieldFor(source, '');
      if (key !== undefined) joined.push({ field: key });
    }
    const fields = joined.filter((piece) => 'field' in piece);
    const isAlone =
      fields.length === 1 && joined.every((piece) => 'field' in piece || ('text' in piece && piece.text.trim() === ''));
    const list = fields.length > mostInLine ? this.#packedIn(block) : undefined;
    return {
      tag: block.type === 'heading' ? `h${block.level}` : 'p',
      look: this.#looks.named([...shape(block, { before, after }), ...this.#font(base, block.language)]),
      pieces: isAlone ? fields : joined,
      ...(isAlone && { alone: true as const }),
      ...(list !== undefined && { packed: list }),
    };
  }

  #pieces(inline: Inline, base: ReturnType<typeof largest>): Piece[] {
    if (inline.type === 'lineBreak') return [{ lineBreak: true }];
    const { text, style, from = [] } = inline;
    const own = style.role === base.role && style.size === base.size && style.bold === base.bold;
    const look = own ? {} : { look: this.#looks.named(this.#font(style)) };
    const pieces: Piece[] = [];
    let at = 0;
    const fixed = (end: number): void => {
      if (end > at) pieces.push({ text: text.slice(at, end), ...look });
      at = Math.max(at, end);
    };
    for (const range of from) {
      const own = text.slice(range.start, range.end);
      if (own === '' && this.#isBeside(range)) {
        this.#more.push(range);
        continue;
      }
      const key = this.#fieldFor(range, own);
      if (key === undefined) {
        fixed(range.start);
        if (own !== '') pieces.push({ text: own, why: whyNot(range), ...look });
        at = Math.max(at, range.end);
        continue;
      }
      fixed(range.start);
      pieces.push({ field: key, ...look });
      at = Math.max(at, range.end);
    }
    fixed(text.length);
    return pieces;
  }

  /** Blanks of the cell in hand that have no place among its words. */
  #more: Source[] = [];

  /** A mark or a note that is not there: a blank for it among the words would part them. */
  #isBeside(source: Source): boolean {
    const kind = addressOf(source, '', this.tree)?.kind;
    return (
      kind === 'flag' || (source.helpers ?? []).some((helper) => ['fundNote', 'and', 'not', 'eq'].includes(helper))
    );
  }

  /** The fields of the blanks of a cell that nothing else of the form shows. */
  #moreOf(sources: readonly Source[]): readonly string[] {
    const keys = sources.flatMap((source) => {
      const address = addressOf(source, '', this.tree);
      const isKnown = address && this.#fields.has(keyOf(address));
      const key = this.#fieldFor(source, '');
      return key === undefined || isKnown ? [] : [key];
    });
    return [...new Set(keys)];
  }

  /** The key of the field of a source; undefined for what is printed there but not filled in there. */
  #fieldFor(source: Source, text: string): string | undefined {
    const address = addressOf(source, text, this.tree);
    // Money in a sentence may be printed in another unit than the form's: it is filled in its cell, where there is one.
    if (!address || (address.kind === 'money' && this.#hasTables && !this.#isInTable)) return undefined;
    const key = keyOf(address);
    this.#fieldOf.set(source, key);
    if (!this.#fields.has(key)) this.#fields.set(key, this.#field(key, address, text, source.derived));
    return key;
  }

  #field(key: string, address: Address, text: string, derived?: true): Field {
    const pointer = address.pointers[0] as string;
    const choices = this.#choicesAt(pointer, address);
    const was = wasOf(this.whole, address);
    return {
      ...address,
      key,
      text: address.kind === 'prose' ? was : text,
      was,
      label: this.#label(pointer, address),
      ...(choices && { choices }),
      // A sum; other words that the form has for a value are typed over.
      ...(derived && address.kind === 'money' && { derived }),
    };
  }

  /** What is usual there; of second levels those of the row's first. */
  #choicesAt(pointer: string, { kind, member }: Address): readonly string[] | undefined {
    const offered = choicesAt(pointer, kind);
    if (!offered || !pointer.endsWith('/level2')) return offered;
    const level1 = member?.level1 ?? valueAt(this.whole, [...pathOf(pointer).slice(0, -1), 'level1']);
    const own = offered.filter((level2) => level1Of(level2) === level1);
    return own.length > 0 ? own : offered;
  }

  #label(pointer: string, { member }: Address): string {
    const inner = this.tree.inward(pointer) ?? pointer;
    if (member?.source !== undefined) return moneyName(member);
    const { zh } = cellOf(
      this.tree.report,
      pathOf(inner).map((step) => (step === '-' ? '99999' : step)),
    );
    return zh.replace(/第100000个/g, '新增的') || '内容';
  }

  /** The list that a run of many fields shows the members of. */
  #packedIn({ inlines }: Paragraph | Heading): string | undefined {
    const pointers = inlines.flatMap((inline) =>
      inline.type === 'text' ? (inline.from ?? []).flatMap((each) => each.pointers) : [],
    );
    const lists = pointers.flatMap((pointer) => {
      const found = /^(.*\/indicators)\/(\d+)\/(\w+)$/.exec(this.tree.outward(pointer));
      return found ? [found] : [];
    });
    const [first] = lists;
    const list = first?.[1];
    if (list === undefined) return undefined;
    const rows = this.#packed.get(list) ?? new Map<string, Set<string>>();
    for (const [, own, index, field] of lists) {
      if (own !== list || index === undefined || field === undefined) continue;
      rows.set(index, (rows.get(index) ?? new Set<string>()).add(field));
    }
    this.#packed.set(list, rows);
    return list;
  }

  /** Every member of the list in rows, with the columns that its run of words prints. */
  #packedList(list: string, rows: ReadonlyMap<string, ReadonlySet<string>>): PackedList {
    const printed = new Set([...rows.values()].flatMap((fields) => [...fields]));
    const names = Object.keys(fieldAt(pathOf(`${list}/0`))?.properties ?? {}).filter((name) => printed.has(name));
    const members = (valueAt(this.whole, pathOf(list)) ?? []) as readonly unknown[];
    const columns = names.map((name) => {
      const { title = name, titleEn = title } = fieldAt(pathOf(`${list}/0/${name}`)) ?? {};
      return { zh: title, en: titleEn };
    });
    return {
      list,
      columns,
      rows: members.map((_, index) => names.map((name) => this.#keyAt(`${list}/${index}/${name}`))),
    };
  }

  /** A field for a value, as it is where no cell prints it by itself. */
  #keyAt(pointer: string): string {
    const address: Address = { kind: kindAt(pointer, []), pointers: [pointer] };
    const key = keyOf(address);
    if (!this.#fields.has(key))
      this.#fields.set(key, this.#field(key, address, plainText(valueAt(this.whole, pathOf(pointer)))));
    return key;
  }

  /** Fields of the project that its form does not print: what is filled, and what one may want to. */
  #beside(): string[] {
    const { form } = this.tree;
    const owner = form.startsWith('/') ? form : '/department/overall';
    const record = valueAt(this.whole, pathOf(owner));
    const properties = fieldAt(pathOf(owner))?.properties ?? {};
    const printed = new Set([...this.#fields.values()].flatMap(({ pointers }) => pointers));
    return Object.entries(properties).flatMap(([name, field]) => {
      const pointer = `${owner}/${name}`;
      const isFilled = typeof record === 'object' && record !== null && Object.hasOwn(record, name);
      const isOffered = ['code', 'kind', 'nature', 'attribute', 'basis', 'summary', 'implementingUnit'].includes(name);
      if (field.type !== 'string' || printed.has(pointer) || (!isFilled && !isOffered) || name.endsWith('En'))
        return [];
      return [this.#keyAt(pointer)];
    });
  }

  #lists(): Sheet['lists'] {
    const { form } = this.tree;
    const owner = form.startsWith('/') ? form : '/department/overall';
    return [{ list: `${owner}/indicators`, name: '指标' }];
  }
}
