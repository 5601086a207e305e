import type { Layout } from '../../../src/layouts/find.js';
import { Problems } from '../../../src/problem.js';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { doubtsOf } from '../../../src/reading/doubts.js';
import { type FileReading, readByLayouts } from '../../../src/reading/file.js';
import { readSource } from '../../../src/reading/grids/source.js';
import type { Place, SourceFile } from '../../../src/reading/items.js';
import { type Difference, prove } from '../../../src/reading/prove.js';
import type { Note } from '../../../src/reading/told.js';
import { readReport } from '../../../src/report/read.js';
import { makers } from './make.js';
import { type Said, type Score, score } from './score.js';
import { goldOf, strangers, type Table, tableOf } from './table.js';

export type Kind = keyof typeof makers;
export const kinds = Object.keys(makers) as Kind[];

export interface ReadCase {
  readonly score: Score;
  /** The layout's id, `heads` for a reading by columns, or why nothing was read. */
  readonly by: string;
  readonly milliseconds: number;
  readonly bytes: Uint8Array;
  readonly report: unknown;
  readonly said: Said;
}

/** Reads a typed table as `jibiao import` reads its file, without answers, and scores it. Every other page is in GB 18030. */
export async function readCase(
  name: string,
  kind: Kind,
  layouts: readonly Layout[],
  folder?: string,
): Promise<ReadCase> {
  const isGb18030 = strangers(folder).indexOf(name) % 2 === 1;
  return readTable(tableOf(name, folder), goldOf(name, folder), kind, layouts, name, isGb18030);
}

export async function readTable(
  table: Table,
  gold: unknown,
  kind: Kind,
  layouts: readonly Layout[],
  name: string,
  isGb18030 = false,
): Promise<ReadCase> {
  const bytes = makers[kind](table, isGb18030);
  const before = process.cpuUsage();
  const { by, report, said } = await read(bytes, `${name}.${kind}`, layouts);
  const { user, system } = process.cpuUsage(before);
  return {
    score: score(report, gold, said),
    milliseconds: Math.round((user + system) / 1000),
    ...{ by, bytes, report, said },
  };
}

interface Read {
  readonly by: string;
  readonly report: unknown;
  readonly said: Said;
}

async function read(bytes: Uint8Array, file: string, layouts: readonly Layout[]): Promise<Read> {
  try {
    return readItems(await readSource(bytes, file), layouts);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    const by = cause.problems.map(({ message }) => message.zh).join('; ');
    return { by, report: {}, said: { asked: [], left: [] } };
  }
}

/** Reads what a file holds, as `jibiao import` does. */
export function readItems(source: SourceFile, layouts: readonly Layout[]): Read {
  const byForm = readByLayouts(source, layouts);
  const reading = byForm ?? readColumns(source);
  const parts = byForm?.parts ?? [];
  const [only] = parts.length === 1 ? parts : [];
  const notes = [...reading.notes, ...doubts(reading, only?.layout, source)];
  const by = byForm ? parts.map(({ layout }) => layout?.manifest.id ?? 'heads').join('、') : 'heads';
  return { by, report: reading.report, said: saidOf({ ...reading, notes }, source) };
}

/** What the import says of the cells that may be misread. */
function doubts(
  { report, at }: Pick<FileReading, 'report' | 'at'>,
  layout: Layout | undefined,
  source: SourceFile,
): Note[] {
  return doubtsOf(report, at, layout ? differences(layout, report, source) : [], source.items);
}

function differences(layout: Layout, report: unknown, source: SourceFile): Difference[] {
  try {
    return prove(layout, readReport(new TextEncoder().encode(JSON.stringify(report)), 'read.json').report, source);
  } catch (cause) {
    if (cause instanceof Problems) return [];
    throw cause;
  }
}

/** What a user is told: fields (of money with its source and period) where a question or a note points at their cell, names that are asked, texts listed as left. */
function saidOf(
  {
    at,
    left,
    questions,
    notes,
  }: Pick<FileReading, 'at' | 'questions' | 'notes'> & {
    readonly left: readonly { readonly text: string }[];
  },
  { beside }: SourceFile,
): Said {
  const told = new Set([...questions, ...notes, ...beside].flatMap(({ place }) => (place ? [keyOf(place)] : [])));
  const asked = [...at].flatMap(([pointer, place]) =>
    told.has(keyOf(place)) ? [pointer.replace(/\/amount$/, '')] : [],
  );
  const named = questions.flatMap(({ id }) => pointers[id] ?? []);
  return { asked: [...asked, ...named], left: left.map(({ text }) => text) };
}

const pointers: Readonly<Record<string, readonly string[]>> = {
  year: ['/year'],
  region: ['/region'],
  department: ['/department/name'],
  unit: ['/units/0/name'],
  'money-unit': ['/moneyUnit'],
};

const keyOf = (place: Place): string => JSON.stringify(Object.entries(place).sort());
