import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Format } from '../formats/formats.js';
import { carrierOf } from '../formats/rows.js';
import { jsonBytes } from '../json/bytes.js';
import type { Layout } from '../layouts/find.js';
import { type Bilingual, fault, Problems } from '../problem.js';
import { readColumns } from '../reading/columns/columns.js';
import { type Mapping, mappingFileName, readMapping, saysSame, writeMapping } from '../reading/columns/mapping.js';
import { reasons as columnReasons } from '../reading/columns/reading.js';
import { doubtsOf } from '../reading/doubts.js';
import { type FileReading, readAs, readByLayouts } from '../reading/file.js';
import { kindOf } from '../reading/grids/kind.js';
import { readSource } from '../reading/grids/source.js';
import type { Place, SourceFile } from '../reading/items.js';
import { type Difference, prove } from '../reading/prove.js';
import { regionIn } from '../reading/region.js';
import { type Note, type Question, reasons } from '../reading/told.js';
import { readJson, readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { readFileWithin } from './readFile.js';
import { writeWhole } from './writeWhole.js';

export interface ImportWish {
  readonly layouts: readonly Layout[];
  /** The id of a layout; undefined: found by the file's form. */
  readonly layout: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
  /** What the file is called, where it lies elsewhere under another name. */
  readonly name?: string | undefined;
  /** A mapping file: the file is read by the heads of its columns, as the mapping says. */
  readonly map?: string | undefined;
  /** The folder of earlier readings: a mapping of the same heads that is kept there is used again. */
  readonly folder?: string | undefined;
}

/** How the columns of a file were read. */
export interface ImportedColumns {
  readonly mapping: Mapping;
  /** The mapping file that said so; absent where heads and values did. */
  readonly given?: string;
}

/** What a file was read into, not yet written. */
export interface Imported {
  readonly file: string;
  /** Whether it was read by a layout's form, by the heads of its columns, or from the data that our own PDF or OFD carries. */
  readonly by: 'form' | 'heads' | 'data';
  /** The layout whose form it is; of several forms one after another, all of them, with 、 between. */
  readonly layout: string | undefined;
  readonly report: unknown;
  /** Its JSON, as it is written. */
  readonly bytes: Uint8Array;
  readonly fields: number;
  readonly questions: readonly Question[];
  readonly left: readonly { readonly place: Place; readonly text: string; readonly why: Bilingual }[];
  readonly notes: readonly Note[];
  readonly beside: SourceFile['beside'];
  readonly differences: readonly Difference[];
  /** Where it was read by heads. */
  readonly columns?: ImportedColumns;
  /** Why it is no valid report; empty if it is. */
  readonly problems: Problems['problems'];
}

const words = { ...columnReasons, ...reasons } as Readonly<Record<string, Bilingual>>;

/**
 * Reads a file of anybody into a report: from the data that a PDF or OFD of ours carries, by the layout whose form it is, else by the heads
 * of its columns. Throws Problems: cannot-read, those of `readSource`, source-damaged where it was changed, layout-unclear
 * when several layouts fit, unknown-layout.
 */
export async function importFile(file: string, wish: ImportWish): Promise<Imported> {
  const bytes = readFileWithin(file);
  const own =
    wish.map === undefined ? await carried(bytes, file, kindOf(bytes) === 'pdf' ? 'pdf' : carrierOf(file)) : undefined;
  if (own) return own;
  const source = await readSource(bytes, file);
  const first = readWhole(source, file, wish);
  const named = saidByName(wish.name ?? file, first.reading.questions);
  const answers = { ...wish.answers, ...Object.fromEntries(named.map(({ id, answer }) => [id, answer])) };
  const { reading, columns, parts } = named.length > 0 ? readWhole(source, file, { ...wish, answers }) : first;
  const left = reading.left.map(({ place, text, why }) => ({ place, text, why: words[why] as Bilingual }));
  const written = jsonBytes(reading.report);
  const { report: read, problems } = checked(written, file);
  const { report, at, questions } = reading;
  const notes = [...reading.notes, ...named.map(({ note }) => note)];
  // What is asked for lacks until it is answered.
  const isAsked = questions.some(({ proposed }) => proposed === undefined);
  const told = isAsked ? problems.filter(({ code }) => code !== 'missing-field') : problems;
  const differences = read
    ? parts.flatMap(({ layout, ...part }) => {
        const own = parts.length === 1 ? read : checked(jsonBytes(part.report), file).report;
        return layout && own ? prove(layout, own, part.source) : [];
      })
    : [];
  const ids = parts.flatMap(({ layout }) => layout?.manifest.id ?? []);
  return {
    file,
    by: parts.length > 0 ? 'form' : 'heads',
    ...(columns && { columns }),
    layout: ids.length > 0 ? ids.join('、') : undefined,
    report,
    bytes: written,
    fields: at.size,
    questions,
    left,
    notes: [...notes, ...doubtsOf(report, at, differences, source.items)],
    beside: source.beside,
    differences,
    problems: told,
  };
}

function readWhole(source: SourceFile, file: string, wish: ImportWish) {
  const byForm = wish.map === undefined ? readByForm(source, file, wish) : undefined;
  if (byForm) return { reading: byForm, columns: undefined, parts: byForm.parts };
  return { ...byColumns(source, wish), parts: [] };
}

/** The year and the region that the name of the file says where the file itself says none: 金寨县2023年项目绩效目标.docx. */
function saidByName(file: string, questions: readonly Question[]): { id: string; answer: string; note: Note }[] {
  const name = basename(file, extname(file));
  const isOpen = (id: string): boolean => questions.some((each) => each.id === id && each.proposed === undefined);
  const years = new Set(name.match(/(?<!\d)20\d\d(?!\d)/g));
  const [year] = years;
  const region = isOpen('region') ? regionIn(name)?.name : undefined;
  return [
    ...(isOpen('year') && year !== undefined && years.size === 1
      ? [
          {
            id: 'year',
            answer: year,
            note: { zh: `年度按文件名写作 ${year}`, en: `the year is that of the file’s name: ${year}` },
          },
        ]
      : []),
    ...(region !== undefined
      ? [
          {
            id: 'region',
            answer: region,
            note: { zh: `地区按文件名写作 ${region}`, en: `the region is that of the file’s name: ${region}` },
          },
        ]
      : []),
  ];
}

/** Reads a file by its heads: as the mapping says that is given, or that is kept for the same heads. */
function byColumns(source: SourceFile, { answers, map, folder }: ImportWish) {
  const mappingOf = (given: string) => readMapping(readFileWithin(given), given);
  const read = (given: string, mapping = mappingOf(given)) => {
    const reading = readColumns(source, { answers, mapping });
    return { reading, columns: { mapping: reading.mapping, given } };
  };
  if (map !== undefined) return read(map);
  const reading = readColumns(source, { answers });
  const kept = folder === undefined ? undefined : join(folder, mappingFileName(reading.mapping));
  const hasColumns = reading.mapping.tables.length > 0;
  if (hasColumns && kept !== undefined && existsSync(kept)) {
    const mapping = mappingOf(kept);
    const isOpen = reading.questions.some(({ id }) => id.startsWith('column-'));
    // A long list is not read once more to say the same.
    if (!isOpen && saysSame(mapping, reading.mapping))
      return { reading, columns: { mapping: reading.mapping, given: kept } };
    return read(kept, mapping);
  }
  return { reading, columns: hasColumns ? { mapping: reading.mapping } : undefined };
}

/** The report that a file of ours carries; undefined where it carries none. Throws Problems source-damaged. */
async function carried(own: Uint8Array, file: string, format: Format | undefined): Promise<Imported | undefined> {
  if (!format) return undefined;
  // With the reader of PDF, which other files do not need.
  const { sourceIn } = await import('./extract.js');
  const found = await sourceIn(own, file, format).catch((cause: unknown) => {
    // `readSource` tells what is wrong with it.
    if (cause instanceof Problems && cause.problems.every(({ code }) => code === 'file-unreadable')) return undefined;
    throw cause;
  });
  if (!found) return undefined;
  const { bytes } = found;
  const report = readJson(bytes, file);
  const nothing = { questions: [], left: [], notes: [], beside: [], differences: [] };
  const { problems } = checked(bytes, file);
  return { file, by: 'data', layout: undefined, report, bytes, fields: leavesIn(report), ...nothing, problems };
}

function leavesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + leavesIn(each), 0);
}

function readByForm(
  source: SourceFile,
  file: string,
  { layouts, layout: id, answers }: ImportWish,
): FileReading | undefined {
  if (id !== undefined) {
    const named = layouts.find(({ manifest }) => manifest.id === id);
    if (named) return readAs(named, source, answers);
    throw new Problems([
      fault(
        'unknown-layout',
        { zh: `没有版式 ${id}`, en: `there is no layout ${id}` },
        { file },
        { zh: 'jibiao layouts 列出全部版式', en: 'jibiao layouts lists all' },
      ),
    ]);
  }
  try {
    return readByLayouts(source, layouts, answers);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    throw new Problems(cause.problems.map((problem) => ({ ...problem, place: { file } })));
  }
}

/** The report as `check` reads it, or why it cannot. */
function checked(bytes: Uint8Array, file: string): { report?: Report; problems: Problems['problems'] } {
  try {
    return { report: readReport(bytes, file).report, problems: [] };
  } catch (cause) {
    if (cause instanceof Problems) return { problems: cause.problems };
    throw cause;
  }
}

function mappingIn({ mapping }: ImportedColumns, folder: string): { path: string; bytes: Uint8Array } {
  return { path: join(folder, mappingFileName(mapping)), bytes: new TextEncoder().encode(writeMapping(mapping)) };
}

/** Where a file's report goes. */
export function importPath(file: string, folder: string): string {
  return join(folder, `${basename(file, extname(file))}.json`);
}

/**
 * Writes the report, and how columns were read where no mapping file said it, both whole or none. Throws Problems file-exists
 * unless `force`, cannot-write.
 */
export function writeImported({ file, bytes, columns }: Imported, folder: string, force: boolean): string {
  const path = importPath(file, folder);
  if (existsSync(path) && !force) {
    throw new Problems([
      fault(
        'file-exists',
        { zh: '已有这个文件，没有改动', en: 'this file exists and was left alone' },
        { file: path },
        {
          zh: '要覆盖请加 --force，或用 --out 写到别处',
          en: 'add --force to replace it, or write elsewhere with --out',
        },
      ),
    ]);
  }
  const mapping = columns && columns.given === undefined ? [mappingIn(columns, folder)] : [];
  writeWhole([{ path, bytes }, ...mapping]);
  return path;
}
