import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dataSources, dataTable } from '../formats/sheet/dataTable.js';
import { toldTree } from '../generate.js';
import { type Json, type JsonChange, jsonEdits, type TextEdit, withTextEdits } from '../json/change.js';
import { pathOf, valueAt } from '../json/pointer.js';
import { sha256 } from '../kept/digest.js';
import { chooseLayouts } from '../layouts/choose.js';
import type { FoundLayouts, Layout } from '../layouts/find.js';
import { fault, type Problem, Problems, warning } from '../problem.js';
import type { Edited } from '../reading/edits/changedFields.js';
import { findEdits } from '../reading/edits/edits.js';
import { pairCells, pairItems, plain } from '../reading/edits/pairs.js';
import { type PrintedItem, printedItems, printedTable, tidy } from '../reading/edits/printed.js';
import type { Refused } from '../reading/edits/refusals.js';
import { kindOf } from '../reading/grids/kind.js';
import { readSource } from '../reading/grids/source.js';
import type { Item, Place, SourceFile } from '../reading/items.js';
import { fieldOrder } from '../report/fields.js';
import { publicCopy } from '../report/notPublic.js';
import { readJson, readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { readManifest } from './manifest.js';
import { readFileWithin } from './readFile.js';
import { writeReport } from './writeReport.js';

export interface IntoWish {
  readonly layouts: FoundLayouts;
  /** The id of a layout; undefined: the one that the report is published in. */
  readonly layout: string | undefined;
}

/** What an edited file changes in the report that it was made of; not yet written. */
export interface Into {
  readonly file: string;
  readonly report: string;
  /** The report's JSON before, without a byte order mark, and the edits that change it: in order and apart. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** The whole file after. */
  readonly bytes: Uint8Array;
  readonly edited: readonly Edited[];
  readonly refused: readonly Refused[];
  /** Texts of the file that the changed report will print otherwise, and are no edits: the same field elsewhere, sums. */
  readonly otherwise: readonly { readonly place: Place; readonly text: string; readonly printed: string }[];
  readonly beside: SourceFile['beside'];
  readonly problems: readonly Problem[];
}

/** What a report prints, and how it is printed again once it is changed. */
interface Printing {
  readonly items: readonly PrintedItem[];
  readonly again: (report: Report) => readonly PrintedItem[];
  readonly printedUnit: Layout['manifest']['moneyUnit'];
}

/** A file of which fewer texts than this share are those that the report prints is no copy of it. */
const leastShare = 0.3;

/**
 * Reads a file that was published of a report and then edited (DOCX, XLSX, and what LibreOffice makes DOCX or XLSX of), and finds
 * which fields of the report the edits are of. Nothing but edited texts is taken over. Throws Problems: those of `readSource`
 * and of the report, into-pdf, into-other-report, into-not-utf8.
 */
export async function intoReport(file: string, path: string, wish: IntoWish): Promise<Into> {
  const bytes = readFileWithin(path);
  const { text, scanned, warnings } = readJson(bytes, path);
  if (warnings.length > 0) throw new Problems([notUtf8(path)]);
  if (scanned.length > 0) throw new Problems(scanned);
  const { report } = readReport(bytes, path);
  const given = readFileWithin(file);
  if (kindOf(given) === 'pdf') throw new Problems([noPdf(file)]);
  const source = await readSource(given, file);
  const printing = bestPrinting(report, source, file, wish);
  if (!printing) throw new Problems([otherReport(file, path)]);
  const data = JSON.parse(text) as Json;
  const printedUnit = printing.printedUnit === 'report' ? report.moneyUnit : printing.printedUnit;
  const found = findEdits(printing.items, source.items, { report: data, printedUnit });
  const made = proven(found.edited, found.refused, { text, path, source, printing });
  const mark = bytes[0] === 0xef ? '\ufeff' : '';
  return {
    file,
    report: path,
    text,
    ...made,
    bytes: new TextEncoder().encode(mark + withTextEdits(text, made.edits)),
    beside: [
      ...englishBeside(made.edited, data),
      ...(found.front > 0 ? [frontNote(found.front)] : []),
      ...source.beside,
    ],
    problems: [...made.problems, ...changedSince(file, bytes)],
  };
}

/** The English of texts that were changed says what they were. */
function englishBeside(edited: readonly Edited[], data: Json): SourceFile['beside'][number][] {
  const english = edited.flatMap(({ place, changes }) =>
    changes.flatMap((change) => {
      const pointer = `${change.type === 'set' ? change.pointer : ''}En`;
      const text = valueAt(data, pathOf(pointer));
      return typeof text === 'string' && text !== '' ? [{ place: place ?? {}, pointer, text }] : [];
    }),
  );
  return english.map(({ place, pointer, text }) => ({
    place,
    zh: `中文改了，英文没有跟着改，请核对：${pointer} ${text}`,
    en: `the Chinese was changed, its English was not: ${pointer} ${text}`,
  }));
}

function frontNote(count: number): SourceFile['beside'][number] {
  const zh = `表前 ${count} 段（封面、目录、说明）不是表样，没有读`;
  return { place: {}, zh, en: `${count} paragraphs before the form (cover, contents, note) were not read` };
}

/** Writes the changed report, whole or not at all; it keeps its mode, and a link stays a link. */
export function writeInto({ report, bytes }: Into): void {
  writeReport(report, bytes);
}

interface Ground {
  readonly text: string;
  readonly path: string;
  readonly source: SourceFile;
  readonly printing: Printing;
}

/**
 * The edits that are proven: the report is changed and printed again, and the places of the edits must say what the file says. What
 * does not is refused, and what is reckoned and comes out as the file has it was no edit.
 */
function proven(edited: readonly Edited[], refused: readonly Refused[], ground: Ground) {
  const { printing, source } = ground;
  const first = applied(edited, ground);
  if (!first.report) return { edits: first.edits, edited, refused, otherwise: [], problems: first.problems };
  const before = otherwiseIn(printing.again(first.report), source.items);
  const at = new Map(before.map((each) => [keyOf(each.place), each]));
  const fails = edited.filter(({ place, after, changes }) => {
    const there = place && changes.every(({ type }) => type === 'set') ? at.get(keyOf(place)) : undefined;
    return there !== undefined && after !== '' && !isNear(there.printed, there.text);
  });
  const stay = edited.filter((each) => !fails.includes(each));
  const last = fails.length === 0 ? first : applied(stay, ground);
  const otherwise =
    fails.length === 0 || !last.report ? before : otherwiseIn(printing.again(last.report), source.items);
  const left = new Set(otherwise.map(({ place }) => keyOf(place)));
  const isSettled = ({ why, place }: Refused): boolean =>
    why === 'derived' && place !== undefined && !left.has(keyOf(place));
  const told: Refused[] = [
    ...refused.filter((each) => !isSettled(each)),
    ...fails.map(
      ({ place, before: was, after, changes }): Refused => ({
        why: 'not-printed',
        place,
        before: was,
        after,
        fields: changes.map(fieldOf),
      }),
    ),
  ];
  const said = new Set([...told, ...stay].flatMap(({ place }) => (place ? [keyOf(place)] : [])));
  return {
    edits: last.edits,
    edited: stay,
    refused: told,
    otherwise: otherwise.filter(({ place, text, printed }) => !said.has(keyOf(place)) && !isNear(text, printed)),
    problems: last.problems,
  };
}

function fieldOf(change: JsonChange): string {
  return change.type === 'insert' ? change.list : change.pointer;
}

/** The report with edits, or why it would be none. */
function applied(edited: readonly Edited[], { text, path }: Ground) {
  const edits = jsonEdits(
    text,
    edited.flatMap(({ changes }) => changes),
    fieldOrder,
  );
  try {
    const { report } = readReport(new TextEncoder().encode(withTextEdits(text, edits)), path);
    return { edits, report, problems: [] };
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    return { edits, report: undefined, problems: cause.problems };
  }
}

/** The cells of a file whose text a form prints otherwise. */
function otherwiseIn(printed: readonly PrintedItem[], now: readonly Item[]): Into['otherwise'][number][] {
  return pairItems(printed, now).flatMap(({ old, now: index }) => {
    const [item, other] = [printed[old ?? -1], now[index ?? -1]];
    if (!item || !other) return [];
    const cells =
      item.kind === 'paragraph' || other.kind === 'paragraph'
        ? item.kind === other.kind
          ? [[item, other] as const]
          : []
        : pairCells(item.cells, other.cells);
    return cells.flatMap(([cell, own]) => {
      if (!cell || !own || ('isContinued' in own && own.isContinued) || ('isContinued' in cell && cell.isContinued))
        return [];
      const text = tidy((own as { text: string }).text);
      const printedText = (cell as { text: string }).text;
      return text === printedText || plain(text) === plain(printedText)
        ? []
        : [{ place: (own as { place: Place }).place, text, printed: printedText }];
    });
  });
}

/** Whether two texts say the same in other figures: 20 and 20.00, 1700 and 1,700. */
function isNear(one: string, other: string): boolean {
  const canonical = (text: string): string =>
    plain(text).replace(/\d[\d,]*(?:\.\d+)?/g, (figure) => {
      const number = figure.replace(/,/g, '');
      return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
    });
  return canonical(one) === canonical(other);
}

function keyOf(place: Place): string {
  return JSON.stringify(place);
}

/** What of all that the report is published as the file has most texts of. */
function bestPrinting(report: Report, source: SourceFile, file: string, wish: IntoWish): Printing | undefined {
  const all = source.items.flatMap(textsOf);
  const texts = new Set(all);
  let best: { readonly printing: Printing; readonly share: number } | undefined;
  for (const make of printings(report, file, wish)) {
    let printing: Printing;
    try {
      printing = make();
    } catch (cause) {
      if (cause instanceof Problems) continue;
      throw cause;
    }
    const own = printing.items.flatMap(textsOf);
    const ours = new Set(own);
    const common = own.filter((text) => texts.has(text)).length + all.filter((text) => ours.has(text)).length;
    const share = common / Math.max(1, own.length + all.length);
    if (share > (best?.share ?? leastShare)) best = { printing, share };
    if (share === 1) break;
  }
  return best?.printing;
}

function textsOf(item: Item): string[] {
  const texts =
    item.kind === 'paragraph'
      ? [item.text]
      : item.cells.flatMap(({ text, isContinued }) => (isContinued ? [] : [text]));
  return texts.map(plain).filter((text) => text !== '');
}

/** What a report is published as, the likeliest first: its forms, with signers or without, each form alone, the table of its data. */
function* printings(report: Report, file: string, { layouts, layout }: IntoWish): Generator<() => Printing> {
  const copies = [publicCopy(report), report];
  const named = layout ?? manifestBeside(file)?.layout;
  const ids = named?.split('、') ?? [];
  const byName = ids.flatMap((id) => layouts.layouts.find(({ manifest }) => manifest.id === id) ?? []);
  const chosen = byName.length > 0 ? byName : chooseLayouts(layouts, report).layouts;
  const sets = [chosen, ...(chosen.length > 1 ? chosen.map((each) => [each]) : [])];
  for (const set of sets)
    for (const copy of new Set(copies))
      yield () => {
        const again = (changed: Report): readonly PrintedItem[] => {
          const shown = copy === report ? changed : publicCopy(changed);
          return printedItems(set.map((each) => toldTree(shown, each)));
        };
        return { items: again(copy), again, printedUnit: set[0]?.manifest.moneyUnit ?? 'report' };
      };
  yield () => {
    const again = (changed: Report): readonly PrintedItem[] => {
      const { columns, rows } = dataTable(changed);
      const heads = columns.map(({ heading }) => heading);
      return printedTable(heads, rows, dataSources(changed));
    };
    return { items: again(report), again, printedUnit: 'report' };
  };
}

/** The record of a build that names the file. */
function manifestBeside(file: string) {
  const folder = dirname(file);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.manifest.json'))) {
    const manifest = readManifest(join(folder, name));
    if (manifest?.files.some((made) => made.name === basename(file))) return manifest;
  }
  return undefined;
}

/** Warns where the report was changed after the file was made of it: the file's old texts would undo that. */
function changedSince(file: string, report: Uint8Array): Problem[] {
  const manifest = manifestBeside(file);
  if (!manifest || manifest.origin.report === sha256(report)) return [];
  const message = {
    zh: '报告数据在生成这个文件之后改过：文件里没有跟着改的地方会改回旧值，请逐项看清',
    en: 'the report was changed after this file was made of it: what the file still says would be put back; look at each change',
  };
  const hint = {
    zh: '只想写回一部分时，先在文件里改成报告现在的值',
    en: 'to keep what the report says now, write it into the file first',
  };
  return [warning('into-report-changed', message, { file }, hint)];
}

function noPdf(file: string): Problem {
  return fault(
    'into-pdf',
    { zh: 'PDF 里的改动不能写回报告', en: 'edits in a PDF cannot be taken into the report' },
    { file },
    { zh: '改同名的 DOCX 或 XLSX，再运行一次', en: 'edit the DOCX or XLSX of the same name instead' },
  );
}

function otherReport(file: string, path: string): Problem {
  return fault(
    'into-other-report',
    { zh: `这不是由 ${path} 生成的文件`, en: `this file was not made of ${path}` },
    { file },
    {
      zh: '核对报告路径；用别的版式生成的，加 --layout；要另读成一份新报告，不写 --into',
      en: 'check the path of the report, or name the layout with --layout; without --into it is read as a report of its own',
    },
  );
}

function notUtf8(file: string): Problem {
  return fault(
    'into-not-utf8',
    { zh: '报告不是 UTF-8 编码，没有改', en: 'the report is not UTF-8 and was left alone' },
    { file },
    { zh: '用编辑器打开，另存为 UTF-8 编码，再运行一次', en: 'save it as UTF-8 with an editor and run this again' },
  );
}
