import { decode } from '../json/decode.js';
import { visible } from '../json/pointer.js';
import { type Bilingual, fault, type Problem, Problems } from '../problem.js';
import type { TermEntry } from './entry.js';
import { readTermsCsv } from './readTermsCsv.js';
import { readTmx } from './readTmx.js';
import { readXliff } from './readXliff.js';

/** The largest file of terms, in bytes: some 100,000 lines. */
const largestTerms = 16 * 1024 * 1024;

/**
 * Reads a translator's file: TMX or XLIFF 2 when it begins with <, else CSV. English that was filled in counts as translated,
 * whatever its state says, unless that is 待核 or 拼译待核. Throws Problems with all its faults: `terms-too-large`,
 * `terms-format`, `encoding-unknown`, `file-empty`, `terms-csv-broken`, `terms-columns-missing`, `terms-kind-unknown`,
 * `terms-state-unknown`, `terms-xml-broken`, `terms-doctype`, `terms-too-deep`, `terms-no-xliff`, `terms-no-tmx`,
 * `terms-not-english`, `terms-control-character`.
 */
export function readTerms(bytes: Uint8Array, file: string): readonly TermEntry[] {
  if (bytes.length > largestTerms) throw new Problems([fault('terms-too-large', tooLarge, { file }, splitIt)]);
  if (isPacked(bytes)) throw new Problems([fault('terms-format', packed, { file }, saveAsCsv)]);
  const { text } = decode(bytes, file);
  if (/^\s*[{[]/.test(text)) throw new Problems([fault('terms-format', json, { file }, listFirst)]);
  const entries = readerOf(text)(text, file);
  const problems = entries.flatMap((entry, index) => characterProblems(entry, index, file));
  if (problems.length > 0) throw new Problems(problems.slice(0, 1000));
  return entries.map((entry) =>
    entry.state === 'missing' && entry.en.trim() ? { ...entry, state: 'translated' } : entry,
  );
}

/** TMX by its first element, before which there may be a document type and remarks. */
function readerOf(text: string): (text: string, file: string) => TermEntry[] {
  if (!/^\s*</.test(text)) return readTermsCsv;
  return /<tmx[\s>]/.test(text.slice(0, 4096)) ? readTmx : readXliff;
}

/** Workbooks and documents are zip files (PK), or the older kind of Office. */
function isPacked([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

const packed: Bilingual = {
  zh: '这像是 Excel、Word 或压缩文件，不是 CSV、XLIFF 或 TMX',
  en: 'this looks like an Excel, Word or zip file, not like CSV, XLIFF or TMX',
};
const saveAsCsv: Bilingual = {
  zh: '用表格软件打开，另存为“CSV UTF-8（逗号分隔）”',
  en: 'open it in a spreadsheet and save it as “CSV UTF-8 (comma delimited)”',
};
const json: Bilingual = {
  zh: '这是 JSON（像是报告），不是 CSV、XLIFF 或 TMX',
  en: 'this is JSON (a report?), not CSV, XLIFF or TMX',
};
const listFirst: Bilingual = {
  zh: '用 jibiao terms 报告.json --out 译文.csv 列出，填好再给 --terms',
  en: 'list them with jibiao terms report.json --out terms.csv, fill it in and give that to --terms',
};

/** What could not be printed, or would show a text other than it reads (report/characters.ts). */
const unprintable = /[^\P{Cc}\n\r\t]|[\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u;

function characterProblems({ zh, en, context }: TermEntry, index: number, file: string): Problem[] {
  const found = unprintable.exec(`${zh}\n${en}\n${context}`);
  if (!found) return [];
  const message: Bilingual = {
    zh: `第 ${index + 1} 条里有不能印的字符 ${visible(found[0])}`,
    en: `entry ${index + 1} holds ${visible(found[0])}, which cannot be printed`,
  };
  const hint: Bilingual = { zh: '删去这个字符', en: 'delete the character' };
  return [fault('terms-control-character', message, { file }, hint)];
}

const tooLarge: Bilingual = { zh: '译文文件超过上限 16 MB', en: 'the file of terms is larger than 16 MB' };
const splitIt: Bilingual = {
  zh: '确认这是 jibiao terms 写出的 CSV、XLIFF 或 TMX；若是，分成几个文件',
  en: 'make sure that it is a CSV, XLIFF or TMX of jibiao terms; if it is, split it',
};
