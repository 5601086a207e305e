import { decode } from '../json/decode.js';
import { placeFindings } from '../json/finding.js';
import { mostProblems } from '../json/limits.js';
import { scan } from '../json/scan.js';
import { syntaxProblems } from '../json/syntax.js';
import { fault, type Problem, Problems } from '../problem.js';
import { unprintableCharacters } from './characters.js';
import { meaning } from './meaning.js';
import type { Report } from './schema.js';
import { validate } from './validate.js';

/** A report: its values, its text (to find the places of later problems), and warnings. */
export interface ReadReport {
  readonly report: Report;
  readonly file: string;
  readonly text: string;
  readonly warnings: readonly Problem[];
}

/** A report in which all values have their shapes, with what they say that cannot be so (meaning.ts): it can be checked, not built. */
export interface ShapedReport extends ReadReport {
  readonly faults: readonly Problem[];
}

/**
 * Reads a report from the bytes of a file; `file` is its name in messages. Throws Problems with all faults of the file,
 * warnings included, in the order of its lines. A text that is not JSON has no values: then only its syntax errors are reported.
 */
export function readReport(bytes: Uint8Array, file: string): ReadReport {
  const { faults, ...read } = readShaped(bytes, file);
  if (faults.length > 0) throw inOrder([...read.warnings, ...faults], file);
  return read;
}

/** The same, but for faults of meaning, which are given beside the report. */
export function readShaped(bytes: Uint8Array, file: string): ShapedReport {
  const { text, value, scanned, warnings } = readJson(bytes, file);
  const shape = [...validate(value), ...unprintableCharacters(value)];
  const findings = [...shape, ...meaning(value)];
  const faults = [...scanned, ...placeFindings(findings.slice(0, mostProblems), text, file)];
  if (shape.length > 0 || scanned.length > 0) throw inOrder([...warnings, ...faults], file);
  return { report: withLineEnds(value, text) as Report, file, text, warnings, faults };
}

/** All line ends of Unicode (§5.8): \r\n, \r, U+2028 and U+2029 become \n. */
const lineEnds = /\r\n?|[\u2028\u2029]/g;

function withLineEnds(value: unknown, text: string): unknown {
  return /[\u2028\u2029]|\\r|\\u(?:000d|2028|2029)/i.test(text) ? ended(value) : value;
}

function ended(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(lineEnds, '\n');
  if (Array.isArray(value)) return value.map(ended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, ended(inner)]));
}

/** The text of a JSON file and its value, which need not be a report. */
export interface ReadJson {
  readonly text: string;
  readonly value: unknown;
  /** Fields that are written twice. */
  readonly scanned: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Reads JSON from the bytes of a file. Throws Problems for bytes that are no text, or text that is not JSON or nested too deep. */
export function readJson(bytes: Uint8Array, file: string): ReadJson {
  const { text, warnings } = decode(bytes, file);
  const { problems: scanned, stopped } = scan(text, file);
  // What follows (locating, the schema) is recursive, so text that is nested too deep stops here.
  if (stopped) throw inOrder([...warnings, ...scanned], file);
  const value = parse(text);
  if (value === undefined) throw inOrder([...warnings, ...scanned, ...syntaxProblems(text, file)], file);
  return { text, value, scanned, warnings };
}

/** The value of a JSON text; undefined if it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The problems in the order of the text, those of the whole file first; beyond the limit they are only counted. */
function inOrder(problems: readonly Problem[], file: string): Problems {
  const sorted = problems.toSorted((left, right) => lineOf(left) - lineOf(right) || columnOf(left) - columnOf(right));
  if (sorted.length < mostProblems) return new Problems(sorted);
  const message = {
    zh: `问题太多，只列出前 ${mostProblems} 处`,
    en: `too many problems: only the first ${mostProblems} are listed`,
  };
  const hint = { zh: '改好这些再检查一次', en: 'mend these and check again' };
  return new Problems([...sorted.slice(0, mostProblems), fault('too-many-problems', message, { file }, hint)]);
}

function lineOf(problem: Problem): number {
  return problem.place?.line ?? 0;
}

function columnOf(problem: Problem): number {
  return problem.place?.column ?? 0;
}
