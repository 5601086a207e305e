import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Random edits of published files, made in their XML as Word and Excel make them, each with what it must change in the report. What
 * they must change is found by texts that are once in the report and once in the file, not by what the program says of its texts.
 */

export type Data = { [field: string]: unknown } | unknown[];

export interface Script {
  readonly bytes: Uint8Array;
  readonly edits: readonly string[];
  /** The report as it must be. */
  readonly expected: Data;
}

/** A small generator (mulberry32): the same number, the same script. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: string;
}

/** Fields that no form prints as they are, or that only some words fit. */
const otherwise =
  /En$|^(?:\$schema|id|parent|layout|brief|accepted|sign|unit|source|period|level1|level2|direction|moneyUnit|date|approvalDate|start|end|year|withheldReason|region|weight|value|amount|state|nature|attribute|transferDocument|goal|place)$/;

function leavesIn(data: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof data === 'string') return [{ path, value: data }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([step, inner]) => leavesIn(inner, [...path, step]));
}

function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], data);
}

function put(data: unknown, path: readonly string[], value: unknown): void {
  (at(data, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1) as string] = value;
}

/** A cell of a file: its XML is made anew with another text. */
interface Cell {
  text: string;
  readonly isSingle: boolean;
  /** Word: merged with those below (restart) or above. */
  readonly merge: 'restart' | 'goes-on' | undefined;
  readonly write: (text: string) => string;
  isEdited?: boolean;
}

interface Row {
  cells: Cell[];
  readonly write: (cells: readonly Cell[]) => string;
  isDeleted?: boolean;
  /** Rows put in after it. */
  readonly after: Cell[][];
  isTouched?: boolean;
}

interface File {
  readonly rows: readonly Row[];
  readonly write: () => Uint8Array;
  readonly isSheet: boolean;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

export function docxFile(bytes: Uint8Array): File {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  const pieces = xml.split(/(?=<w:tr>|<w:tr )|(?<=<\/w:tr>)/);
  const rows: Row[] = [];
  const made = pieces.map((piece) => {
    if (!/^<w:tr[ >]/.test(piece)) return piece;
    const inner = piece.split(/(?=<w:tc>)|(?<=<\/w:tc>)/);
    const cells = inner.filter((each) => each.startsWith('<w:tc>')).map(docxCell);
    const row: Row = {
      cells,
      after: [],
      write: (all) => {
        const own = [...all];
        return inner
          .map((each) => {
            if (!each.startsWith('<w:tc>')) return each;
            const cell = own.shift() as Cell;
            return cell.write(cell.text);
          })
          .join('');
      },
    };
    rows.push(row);
    return row;
  });
  const write = (): Uint8Array => {
    const text = made
      .map((each) => {
        if (typeof each === 'string') return each;
        const own = each.isDeleted ? '' : each.write(each.cells);
        return own + each.after.map((cells) => each.write(cells)).join('');
      })
      .join('');
    return zipSync({ ...parts, 'word/document.xml': strToU8(text) });
  };
  return { rows, write, isSheet: false };
}

function docxCell(xml: string): Cell {
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)];
  const text = texts.map(([, inner = '']) => unescaped(inner)).join('');
  const isSingle = texts.length === 1 && !xml.includes('<w:br/>');
  const merge = /<w:vMerge w:val="restart"\/>/.test(xml)
    ? 'restart'
    : xml.includes('<w:vMerge/>')
      ? 'goes-on'
      : undefined;
  const write = (now: string): string => {
    if (now === text) return xml;
    if (texts.length === 0) return xml;
    if (now === '\u0000') return xml.replace(' w:val="restart"', '').replace(/<w:r>.*<\/w:r>/s, '');
    return xml.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/, `<w:t xml:space="preserve">${escaped(now)}</w:t>`);
  };
  return { text, isSingle, merge, write };
}

export function xlsxFile(bytes: Uint8Array): File {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[name] as Uint8Array);
  const shared = [...strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = '']) => unescaped([...si.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, inner]) => inner).join('')),
  );
  const pieces = xml.split(/(?=<row )|(?<=<\/row>)/);
  const rows: Row[] = [];
  const made = pieces.map((piece) => {
    if (!piece.startsWith('<row ')) return piece;
    const inner = piece.split(/(?=<c )/);
    const [head = ''] = inner;
    const cells = inner.slice(1).map((cell): Cell => {
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1];
      const isShared = cell.includes('t="s"');
      const text = value === undefined ? '' : isShared ? (shared[Number(value)] as string) : value;
      const tail = /<\/row>.*$/s.exec(cell)?.[0] ?? '';
      const [, column = '', style = ''] = /r="([A-Z]+)\d+"(?: s="(\d+)")?/.exec(cell) ?? [];
      const attributes = `r="${column}#"${style ? ` s="${style}"` : ''}`;
      const write = (now: string): string => {
        if (now === text) return cell.replace(/r="([A-Z]+)\d+"/, 'r="$1#"');
        const isNumber = !isShared && value !== undefined;
        return isNumber
          ? `<c ${attributes}><v>${now}</v></c>${tail}`
          : `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(now)}</t></is></c>${tail}`;
      };
      return { text, isSingle: true, merge: undefined, write };
    });
    const row: Row = {
      cells,
      after: [],
      write: (all) => head.replace(/r="\d+"/, 'r="#"') + all.map((cell) => cell.write(cell.text)).join(''),
    };
    rows.push(row);
    return row;
  });
  const write = (): Uint8Array => {
    let number = 0;
    const text = made
      .flatMap((each) => {
        if (typeof each === 'string') return [each];
        return [...(each.isDeleted ? [] : [each.cells]), ...each.after].map((cells) => {
          number += 1;
          return each.write(cells).replace(/(r="[A-Z]*)#"/g, `$1${number}"`);
        });
      })
      .join('');
    return zipSync({ ...parts, [name]: strToU8(text) });
  };
  return { rows, write, isSheet: true };
}

/** A file with a number of random edits, and the report that they must make. Undefined where nothing of it can be edited. */
export function script(file: File, data: Data, labels: readonly string[], seed: number): Script | undefined {
  const next = random(seed);
  const maker = new Maker(file, data, labels, next);
  const count = 1 + Math.floor(next() * 6);
  for (let tries = 0; maker.edits.length < count && tries < 60; tries += 1) maker.edit();
  if (maker.edits.length === 0) return undefined;
  return { bytes: file.write(), edits: maker.edits, expected: maker.finished() };
}

const kinds = [
  'text',
  'text',
  'text',
  'amount',
  'amount',
  'target',
  'target',
  'delete',
  'copy',
  'swap',
  'packed',
  'sum',
  'label',
] as const;

class Maker {
  readonly edits: string[] = [];
  readonly #expected: Data;
  readonly #leaves: readonly Leaf[];
  readonly #cells: Map<string, Cell[]>;
  readonly #taken = new Set<string>();
  /** What happens to members of lists, done last so that pointers stay. */
  readonly #lists: {
    readonly list: string;
    readonly index: number;
    readonly what: 'delete' | 'copy' | 'swap';
    readonly made?: unknown;
  }[] = [];

  constructor(
    readonly file: File,
    readonly data: Data,
    readonly labels: readonly string[],
    readonly next: () => number,
  ) {
    this.#expected = structuredClone(data) as Data;
    this.#leaves = leavesIn(data);
    this.#cells = new Map();
    for (const { cells } of file.rows)
      for (const cell of cells) this.#cells.set(cell.text, [...(this.#cells.get(cell.text) ?? []), cell]);
  }

  pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.next() * all.length)];
  }

  edit(): void {
    const kind = this.pick(kinds) as (typeof kinds)[number];
    if (kind === 'text') this.#text();
    else if (kind === 'amount') this.#amount();
    else if (kind === 'target') this.#target();
    else if (kind === 'packed') this.#packed();
    else if (kind === 'sum') this.#sum();
    else if (kind === 'label') this.#label();
    else this.#row(kind);
  }

  finished(): Data {
    for (const list of new Set(this.#lists.map((each) => each.list))) {
      const path = list.split('/');
      const own = this.#lists.filter((each) => each.list === list);
      const before = at(this.#expected, path) as unknown[];
      const order = before.flatMap((member, index) => {
        const here = own.filter((each) => each.index === index);
        const stays = here.some(({ what }) => what === 'delete') ? [] : [member];
        return [...stays, ...here.flatMap(({ what, made }) => (what === 'copy' ? [made] : []))];
      });
      for (const { what, index } of own)
        if (what === 'swap') {
          const [one, other] = [order.indexOf(before[index]), order.indexOf(before[index + 1])];
          [order[one], order[other]] = [before[index + 1], before[index]];
        }
      put(this.#expected, path, order);
    }
    return this.#expected;
  }

  /** A value that is once in the report and whole in one cell. */
  #alone(leaf: Leaf): Cell | undefined {
    const cells = this.#cells.get(leaf.value) ?? [];
    const isOnce = this.#leaves.filter(({ value }) => value === leaf.value).length === 1;
    // A unit's name is also part of a line above the table: which of both is meant is not known.
    const isElsewhere = [...this.#cells.keys()].some((text) => text !== leaf.value && text.includes(leaf.value));
    if (!this.file.isSheet && isElsewhere && leaf.value.length > 3) return undefined;
    return isOnce && cells.length === 1 && cells[0]?.isSingle && !cells[0].isEdited ? cells[0] : undefined;
  }

  /** The same, or all cells of a sheet, where what is said of a project stands in each of its rows. */
  #all(leaf: Leaf): readonly Cell[] | undefined {
    const alone = this.#alone(leaf);
    if (alone) return [alone];
    const cells = this.#cells.get(leaf.value) ?? [];
    const isOnce = this.#leaves.filter(({ value }) => value === leaf.value).length === 1;
    return this.file.isSheet && isOnce && cells.length > 0 && cells.every(({ isEdited }) => !isEdited)
      ? cells
      : undefined;
  }

  #rowOf(cell: Cell): Row | undefined {
    return this.file.rows.find(({ cells }) => cells.includes(cell));
  }

  #text(): void {
    const leaf = this.pick(
      this.#leaves.filter(
        ({ path, value }) => value.length >= 2 && !otherwise.test(path.at(-1) as string) && !/[\n\d]/.test(value),
      ),
    );
    const all = leaf && this.#all(leaf);
    if (!leaf || !all || all.some((cell) => this.#rowOf(cell)?.isTouched)) return;
    const middle = Math.floor(this.next() * leaf.value.length);
    const now = this.pick([
      `${leaf.value}（试行）`,
      `${leaf.value.slice(0, middle)}新增${leaf.value.slice(middle)}`,
      `${leaf.value.slice(0, middle)}${leaf.value.slice(middle + 1)}`,
      `重新填写的内容${Math.floor(this.next() * 100)}`,
    ]) as string;
    if (now.trim() === '' || this.#cells.has(now)) return;
    for (const cell of all) this.#change(cell, now);
    put(this.#expected, leaf.path, now);
    this.edits.push(`text /${leaf.path.join('/')} ${leaf.value} → ${now}`);
  }

  #change(cell: Cell, now: string): void {
    cell.text = now;
    cell.isEdited = true;
  }

  #amount(): void {
    const amounts = this.#leaves.filter(({ path, value }) => path.at(-1) === 'amount' && Number(value) > 0);
    const leaf = this.pick(amounts);
    if (!leaf) return;
    const isAlike = (text: string): boolean =>
      [1, 10_000, 0.0001].some(
        (factor) => Math.abs(Number(text.replace(/,/g, '')) / (Number(leaf.value) * factor) - 1) < 1e-9,
      );
    const cells = [...this.#cells].flatMap(([text, all]) =>
      /^[\d,]+(?:\.\d+)?$/.test(text) && isAlike(text) ? all : [],
    );
    // The same figure as a target would be the same text.
    if (this.#leaves.filter(({ value }) => /^[\d,.]+$/.test(value) && isAlike(value)).length !== 1) return;
    const [cell] = cells;
    if (!cell || cells.length !== 1 || !cell.isSingle || cell.isEdited || this.#rowOf(cell)?.isTouched) return;
    const figure = Number(cell.text.replace(/,/g, ''));
    const places = cell.text.split('.')[1]?.length ?? 0;
    const more = Number((figure + 1 + Math.floor(this.next() * 9)).toFixed(places));
    const printed = cell.text.includes(',')
      ? more.toLocaleString('en-US', { minimumFractionDigits: places })
      : more.toFixed(places);
    const factor = figure / Number(leaf.value);
    this.#change(cell, printed);
    put(this.#expected, leaf.path, { amount: more / factor });
    this.edits.push(`amount /${leaf.path.join('/')} ${leaf.value} → ${printed}`);
  }

  /** The row of an indicator whose name is once there. */
  #indicator(): { readonly path: readonly string[]; readonly row: Row; readonly cell: Cell } | undefined {
    const names = this.#leaves.filter(({ path }) => path.at(-1) === 'name' && path.at(-3) === 'indicators');
    const leaf = this.pick(names);
    const cell = leaf && this.#alone(leaf);
    const row = cell && this.#rowOf(cell);
    if (!leaf || !cell || !row || row.isTouched) return undefined;
    const path = leaf.path.slice(0, -1);
    return { path, row, cell };
  }

  #target(): void {
    const found = this.#indicator();
    if (!found) return;
    const { path, row } = found;
    const indicator = at(this.data, path) as Record<string, { value?: string; sign?: string; unit?: string }>;
    const fields = ['annualTarget', 'wholeTarget', 'mediumTarget', 'longTarget', 'adjustedTarget'].filter(
      (field) => indicator[field]?.value !== undefined,
    );
    const [field] = fields;
    if (field === undefined || fields.length > 1) return;
    const value = indicator[field]?.value as string;
    const behind = row.cells.slice(row.cells.indexOf(found.cell) + 1);
    const cells = (this.file.isSheet ? behind : row.cells).filter(({ text }) => {
      const figures = text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
      return figures.length === 1 && Number((figures[0] as string).replace(/,/g, '')) === Number(value);
    });
    const cell = this.pick(cells);
    if (!cell || (!this.file.isSheet && cells.length !== 1) || !cell.isSingle || !/^[^\d]{0,5}\d/.test(cell.text))
      return;
    const whole = indicator[field] as { unit?: string };
    if (whole.unit && /\d/.test(whole.unit)) return;
    const more = String(Number(value) + 7);
    const places = /\.(\d+)/.exec(cell.text)?.[1]?.length ?? 0;
    const shown = places > 0 ? Number(more).toFixed(places) : more;
    const now = cell.text.replace(/\d[\d,]*(?:\.\d+)?/, shown);
    this.#change(cell, now);
    put(this.#expected, [...path, field, 'value'], { amount: Number(shown) });
    this.edits.push(`target /${path.join('/')}/${field} ${value} → ${now}`);
  }

  #row(what: 'delete' | 'copy' | 'swap'): void {
    const found = this.#indicator();
    if (!found) return;
    const { path, row, cell } = found;
    const list = path.slice(0, -1).join('/');
    const index = Number(path.at(-1));
    const members = at(this.data, path.slice(0, -1)) as { name: string }[];
    if (this.#taken.has(list) || members.length < 3 || this.#othersIn(row, path)) return;
    if (row.cells.some(({ isEdited }) => isEdited)) return;
    if (what === 'swap') {
      const below = this.file.rows[this.file.rows.indexOf(row) + 1];
      const nextName = members[index + 1]?.name;
      const isNext = below?.cells.some(({ text }) => text === nextName) && !below.isTouched;
      if (below?.cells.some(({ isEdited }) => isEdited)) return;
      const isPlain = [row, below].every((each) => each?.cells.every(({ merge }) => merge !== 'restart'));
      if (
        !below ||
        !isNext ||
        !isPlain ||
        below.cells.length !== row.cells.length ||
        this.#othersIn(below, [...path.slice(0, -1), String(index + 1)])
      )
        return;
      // Only where both stand under the same merged cells, or have none.
      if (!this.file.isSheet && row.cells.some(({ merge }, place) => merge !== below.cells[place]?.merge)) return;
      [row.cells, below.cells] = [below.cells, row.cells];
      row.isTouched = true;
      below.isTouched = true;
    } else if (what === 'delete') {
      row.isDeleted = true;
      row.isTouched = true;
    } else {
      const name = `${cell.text}甲`;
      row.after.push(
        row.cells.map((each) => ({
          ...each,
          text: each === cell ? name : each.merge === 'restart' ? '\u0000' : each.text,
        })),
      );
      row.isTouched = true;
    }
    this.#taken.add(list);
    const made = { ...(members[index] as object), name: `${members[index]?.name}甲` };
    this.#lists.push({ list, index, what, ...(what === 'copy' && { made }) });
    this.edits.push(`${what} /${path.join('/')} ${members[index]?.name}`);
  }

  /** Whether a row says something of other members or of the project itself. */
  #othersIn(row: Row, path: readonly string[]): boolean {
    if (this.file.isSheet) return false;
    const own = `${path.join('/')}/`;
    return row.cells.some(({ text, merge }) => {
      if (text === '' || merge !== undefined || /^(?:\d+|.{0,2})$/.test(text)) return false;
      const of = this.#leaves.filter(
        ({ value, path: there }) => value === text && !/^level/.test(there.at(-1) as string),
      );
      return of.length > 0 && of.every(({ path: there }) => !`${there.join('/')}/`.startsWith(own));
    });
  }

  /** A cell of several numbered indicators: one is taken away, put in, or named otherwise; nothing is numbered anew. */
  #packed(): void {
    const names = this.#leaves.filter(
      ({ path, value }) => path.at(-1) === 'name' && path.at(-3) === 'indicators' && value.length > 3,
    );
    const leaf = this.pick(names);
    if (!leaf || names.filter(({ value }) => value === leaf.value).length > 1) return;
    const holders = this.file.rows.flatMap(({ cells }) => cells.filter(({ text }) => text.includes(leaf.value)));
    const [cell] = holders;
    const path = leaf.path.slice(0, -1);
    const list = path.slice(0, -1).join('/');
    const members = at(this.data, path.slice(0, -1)) as { name: string }[];
    if (
      !cell ||
      holders.length > 1 ||
      cell.text === leaf.value ||
      !cell.isSingle ||
      cell.isEdited ||
      members.length < 3
    )
      return;
    if (cell.text.split(leaf.value).length !== 2 || this.#taken.has(list)) return;
    const items = cell.text.split(/(?=(?<=^|[。；;])\d+、)/);
    const index = Number(path.at(-1));
    if (items.length !== members.length || !items[index]?.includes(leaf.value)) return;
    const what = this.pick(['delete', 'copy', 'name'] as const) as 'delete' | 'copy' | 'name';
    const own = items[index] as string;
    if (what === 'name') {
      const now = `${leaf.value.slice(0, 2)}新${leaf.value.slice(2)}`;
      this.#change(cell, cell.text.replace(leaf.value, now));
      put(this.#expected, leaf.path, now);
    } else if (what === 'delete') {
      this.#change(cell, items.filter((_, place) => place !== index).join(''));
      this.#lists.push({ list, index, what });
    } else {
      const made = own.replace(leaf.value, `${leaf.value}甲`);
      this.#change(cell, [...items.slice(0, index + 1), made, ...items.slice(index + 1)].join(''));
      this.#lists.push({ list, index, what, made: { ...(members[index] as object), name: `${leaf.value}甲` } });
    }
    this.#taken.add(list);
    this.edits.push(`packed ${what} /${path.join('/')} ${leaf.value}`);
  }

  /** A figure that is no amount of the report: a sum. */
  #sum(): void {
    if (this.file.isSheet) return;
    const figures = this.#leaves.flatMap(({ value }) =>
      /^-?[\d,]+(?:\.\d+)?$/.test(value) ? [Number(value.replace(/,/g, ''))] : [],
    );
    const sums = [...this.#cells.values()]
      .flat()
      .filter(
        ({ text, isSingle, isEdited }) =>
          isSingle &&
          !isEdited &&
          /^[\d,]+\.\d\d$/.test(text) &&
          figures.every((figure) =>
            [1, 10_000, 0.0001].every((factor) => Math.abs(Number(text.replace(/,/g, '')) - figure * factor) > 0.006),
          ),
      );
    const cell = this.pick(sums);
    if (!cell || this.#rowOf(cell)?.isTouched) return;
    const was = cell.text;
    this.#change(cell, (Number(cell.text.replace(/,/g, '')) + 1).toFixed(2));
    this.edits.push(`sum ${was} → ${cell.text}`);
  }

  #label(): void {
    const label = this.pick(this.labels.filter((each) => each.length >= 3));
    const cells = this.#cells.get(label ?? '') ?? [];
    const [cell] = cells;
    if (
      !cell ||
      cells.length !== 1 ||
      !cell.isSingle ||
      cell.isEdited ||
      this.#leaves.some(({ value }) => value === label)
    )
      return;
    if (this.#rowOf(cell)?.isTouched) return;
    cell.text = `${label}（新）`;
    cell.isEdited = true;
    this.edits.push(`label ${label}`);
  }
}

/** How a report differs from the expected one; amounts by their figures, new members by what a form prints of them. Empty if it does not. */
export function differencesFrom(expected: unknown, got: unknown, path = '', isNew = false): string[] {
  const wrong = [`${path}: ${JSON.stringify(got)} for ${JSON.stringify(expected)}`];
  if (typeof expected !== 'object' || expected === null) return expected === got ? [] : wrong;
  const { amount, name } = expected as { amount?: unknown; name?: unknown };
  if (typeof amount === 'number') return Math.abs(Number(String(got).replace(/,/g, '')) - amount) < 1e-6 ? [] : wrong;
  if (typeof got !== 'object' || got === null) return wrong;
  if (Array.isArray(expected) && Array.isArray(got) && expected.length !== got.length)
    return [`${path}: ${got.length} members for ${expected.length}`];
  const isMade = isNew || String(name).endsWith('甲');
  return [...new Set([...Object.keys(expected), ...Object.keys(got)])].flatMap((field) => {
    const [one, other] = [(expected as Record<string, unknown>)[field], (got as Record<string, unknown>)[field]];
    // Of a new member only what is printed can be known.
    if (isMade && other === undefined) return [];
    return differencesFrom(one, other, `${path}/${field}`, isMade);
  });
}
