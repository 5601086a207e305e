import { readCsv, type Separator } from '../formats/sheet/csv.js';
import { quoted } from '../json/pointer.js';
import { asWritten, type Bilingual, fault, type Problem, Problems } from '../problem.js';
import { keyOf, kindWords, stateWords, type TermEntry } from './entry.js';
import { headings } from './writeTerms.js';

type Column = keyof typeof headings;

/**
 * The entries of a CSV with commas, semicolons or tabs, whichever its first line has. Columns are found by their headings, in
 * any order; 中文 and 英文 must be there. A line without 位置 and 类别 is a term that holds everywhere. Lines without 中文 are
 * skipped. Throws Problems.
 */
export function readTermsCsv(text: string, file: string): TermEntry[] {
  const [head = [], ...rows] = cellsOf(text, file);
  const columnOf = columnsOf(head, file);
  const problems: Problem[] = [];
  const entries = rows.flatMap((cells, index): TermEntry[] => {
    const value = (column: Column): string => cells[columnOf(column)] ?? '';
    if (value('zh').trim() === '') return [];
    const [kind, state] = [keyOf(kindWords, value('kind')), keyOf(stateWords, value('state'))];
    const row = index + 2;
    if (kind === undefined)
      problems.push(unknownWord('terms-kind-unknown', '类别', value('kind'), kindWords, row, file));
    if (state === undefined)
      problems.push(unknownWord('terms-state-unknown', '状态', value('state'), stateWords, row, file));
    return [
      {
        pointer: value('pointer').trim(),
        kind: kind || 'any',
        context: value('context'),
        zh: value('zh'),
        en: value('en'),
        state: state || (value('en').trim() === '' ? 'missing' : 'translated'),
      },
    ];
  });
  if (problems.length > 0) throw new Problems(problems.slice(0, 1000));
  return entries;
}

/** Spreadsheet programs end lines in any way; inside a cell they are \n. Outside of quotes is every other piece. */
function cellsOf(text: string, file: string): string[][] {
  try {
    const [body, separator] = separated(text);
    const pieces = body.split('"').map((piece, index) => piece.replace(/\r\n?|\n/g, index % 2 === 0 ? '\r\n' : '\n'));
    return readCsv(new TextEncoder().encode(pieces.join('"')), separator);
  } catch (cause) {
    const at = /at character (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const where = at === undefined ? { zh: '', en: '' } : { zh: `（第 ${at} 个字符）`, en: ` (at character ${at})` };
    const message: Bilingual = { zh: `不是完整的 CSV${where.zh}`, en: `this is no whole CSV${where.en}` };
    const hint: Bilingual = {
      zh: '引号要成对；用表格软件另存为“CSV UTF-8（逗号分隔）”',
      en: 'quotes come in pairs; save it from a spreadsheet as “CSV UTF-8 (comma delimited)”',
    };
    throw new Problems([fault('terms-csv-broken', message, { file }, hint)]);
  }
}

/** What stands between the headings, and the text without the line `sep=;` that Excel may have before them. */
function separated(text: string): [string, Separator] {
  const body = text.replace(/^sep=[,;\t]\r?\n/i, '');
  const [first = ''] = body.slice(0, 1000).split(/[\r\n]/, 1);
  const parts = (separator: string): string[] => first.split(separator).map((name) => name.replaceAll('"', '').trim());
  const known = ([',', ';', '\t'] as const).find((each) => parts(each).includes(headings.zh));
  return [body, known ?? ','];
}

function columnsOf(head: readonly string[], file: string): (column: Column) => number {
  const names = head.map((name) => name.trim());
  const missing = [headings.zh, headings.en].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const message: Bilingual = {
      zh: `表头缺少 ${missing.join('、')}`,
      en: `the headings lack ${missing.join(', ')}`,
    };
    const hint: Bilingual = {
      zh: `第一行写：${Object.values(headings).join(',')}；至少要有中文、英文两列`,
      en: `the first line is ${Object.values(headings).join(',')}; 中文 and 英文 must be there`,
    };
    throw new Problems([fault('terms-columns-missing', message, { file, line: 1 }, hint)]);
  }
  return (column) => names.indexOf(headings[column]);
}

function unknownWord(
  code: string,
  column: string,
  written: string,
  words: Readonly<Record<string, string>>,
  row: number,
  file: string,
): Problem {
  const message: Bilingual = {
    zh: `第 ${row} 行的${column}不能是 ${quoted(written)}`,
    en: `row ${row}: ${column} cannot be ${quoted(written)}`,
  };
  const known = Object.values(words);
  const hint: Bilingual = {
    zh: `可写：${known.join('、')}，或留空`,
    en: `one of ${known.join(', ')}, or nothing`,
  };
  return fault(code, message, { file, cell: asWritten(`${column} ${row}`) }, hint);
}
