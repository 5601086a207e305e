import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Bilingual } from '../problem.js';
import { importFile } from '../publish/import.js';
import { readSource } from '../reading/grids/source.js';
import type { Item, Place } from '../reading/items.js';
import type { Report } from '../report/schema.js';
import type { Desk } from './desk.js';
import { type MadeForm, madeForm, withLayout } from './madeForm.js';
import { officersFindings } from './officers.js';
import { readValues } from './readValues.js';
import type { Dropped, ReadIn } from './wireReading.js';

const endings: ReadonlySet<string> = new Set([
  '.docx',
  '.xlsx',
  '.pdf',
  '.html',
  '.htm',
  '.csv',
  '.doc',
  '.xls',
  '.wps',
  '.et',
  '.odt',
  '.ods',
  '.rtf',
]);
const mostRows = 400;

/**
 * Reads a file of anybody into a report, by `jibiao import`'s own way; an officer's findings as they are. `keep` in the query puts it into the folder under `as`, if it is
 * a report; `answers` answers what was asked before. Throws Problems: those of `importFile`, of the name.
 */
export async function readIn(desk: Desk, query: URLSearchParams, bytes: Uint8Array): Promise<Dropped> {
  const given = query.get('file') ?? '';
  const ending = extname(given).toLowerCase();
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-desk-'));
  // Only the ending of the name counts, and only a known one.
  const path = join(folder, `file${endings.has(ending) ? ending : ''}`);
  try {
    writeFileSync(path, bytes);
    const officers = ending === '.xlsx' ? officersFindings(desk, (await readSource(bytes, path)).items) : undefined;
    if (officers) return { officers };
    const answers = answersIn(query.get('answers'));
    const imported = await importFile(path, {
      layouts: desk.workshop.layouts.layouts,
      layout: query.get('layout') || undefined,
      answers,
      name: given,
    });
    const items = imported.by === 'data' ? [] : (await readSource(bytes, path)).items;
    const left = imported.left.map(({ place, text, why }) => ({ place: placeWords(place), text, why }));
    const isOpen = imported.questions.some(({ proposed }) => proposed === undefined);
    const isSound = !isOpen && !imported.problems.some(({ severity }) => severity === 'error');
    const layout = desk.workshop.layouts.layouts.find(({ manifest }) => manifest.id === imported.layout)?.manifest.name;
    const mayMake = imported.by === 'heads' && desk.workshop.own !== undefined;
    const isKept = query.get('keep') === 'yes' && isSound;
    const form =
      isKept && mayMake && query.get('form') === 'yes'
        ? await madeForm(desk, path, given, imported.report as Report, answers)
        : undefined;
    const kept = form ? withLayout(imported.report, form.id) : imported.bytes;
    const name = isKept ? { name: desk.add(query.get('as') || nameIn(given), kept) } : {};
    return {
      by: imported.by,
      ...(layout !== undefined && { layout }),
      fields: imported.fields,
      questions: imported.questions,
      left,
      notes: [...imported.notes, ...imported.beside].map(({ zh, en }) => ({ zh, en })),
      lost: imported.differences
        .filter(({ isExtra }) => !isExtra)
        .map(({ place, text }) => ({ place: place ? placeWords(place) : { zh: '', en: '' }, text, why: notPrinted })),
      // What is asked is told there, in a clerk's words.
      problems: isOpen ? [] : imported.problems,
      values: readValues(imported.report as Partial<Report>),
      rows: rowsOf(items, new Set(left.map(({ text }) => text))),
      mayMake,
      ...(form && { made: madeWords(desk, form) }),
      ...name,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The layout's name, and what its user has to look at. */
function madeWords(desk: Desk, { id, looks, differences }: MadeForm): NonNullable<ReadIn['made']> {
  const name = desk.workshop.layouts.layouts.find(({ manifest }) => manifest.id === id)?.manifest.name;
  const told = looks.map(({ place, text, what }) => ({ place: placeWords(place), text, why: lookWords[what] }));
  const lost = differences.filter(({ isExtra }) => !isExtra);
  return {
    name: name ?? { zh: id, en: id },
    looks: [
      ...told,
      ...lost.map(({ place, text }) => ({
        place: place ? placeWords(place) : { zh: '', en: '' },
        text,
        why: notPrinted,
      })),
    ],
  };
}

const lookWords = {
  kept: { zh: '当作表样的字，照原样印', en: 'printed as words of the form' },
  place: { zh: '栏目名里的地名，照原样印', en: 'a place in a head, printed as it stands' },
  emptied: { zh: '当作那一年填的，没有放进版式', en: 'taken for that year’s and left out' },
  lost: { zh: '读出了，版式里没有位置印', en: 'read, but the layout does not print it' },
} as const;

const notPrinted = { zh: '照版式排出来没有这一处', en: 'the form does not print it' };

function answersIn(text: string | null): Record<string, string> {
  const value: unknown = JSON.parse(text ?? '{}');
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, answer]) => typeof answer === 'string'));
}

function nameIn(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}

function rowsOf(items: readonly Item[], left: ReadonlySet<string>): ReadIn['rows'] {
  return items.slice(0, mostRows).map((item) => {
    const cells =
      'cells' in item
        ? item.cells.map(({ isContinued, text, span }) => ({ text: isContinued ? '' : text, span }))
        : [{ text: item.text, span: 1 }];
    return { cells: cells.map((cell) => ({ ...cell, ...(left.has(cell.text) && { isLeft: true as const }) })) };
  });
}

function placeWords({ sheet, cell, page, table, row, column, paragraph }: Place): Bilingual {
  const numbered = (number: number | undefined, zh: string, en: string): Bilingual[] =>
    number === undefined ? [] : [{ zh: zh.replace('#', String(number)), en: `${en} ${number}` }];
  const named = [sheet, cell].flatMap((name): Bilingual[] => (name === undefined ? [] : [{ zh: name, en: name }]));
  const parts = [
    ...named,
    ...numbered(page, '第#页', 'page'),
    ...numbered(table, '表#', 'table'),
    ...(cell === undefined ? [...numbered(row, '第#行', 'row'), ...numbered(column, '第#列', 'column')] : []),
    ...numbered(paragraph, '第#段', 'paragraph'),
  ];
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(', ') };
}
