import type { Options } from 'yargs';
import { type DocxFonts, docxFonts, type PdfaLevel, pdfaLevels } from '../formats/format.js';
import { fault, Problems } from '../problem.js';
import type { Words } from './words.js';

/** The options for layouts, fonts and outputs. */
export interface WorkshopOptions {
  readonly out: string;
  readonly layout?: string | undefined;
  readonly layouts: readonly string[];
  readonly fonts: readonly string[];
}

export interface BuildOptions extends WorkshopOptions {
  readonly reports: readonly string[];
  readonly to: string;
  readonly 'docx-fonts': DocxFonts;
  readonly verify: boolean;
  readonly source: boolean;
  readonly pdfa: PdfaLevel;
  readonly draft: boolean;
  readonly internal: boolean;
  readonly force: boolean;
  readonly overwrite: boolean;
  /** Threads; undefined for the default. */
  readonly workers?: number | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface AppendixOptions extends BuildOptions {
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly 'page-style': 'plain' | '9704';
  readonly split: boolean;
}

/** The options of every command that speaks with a queue. */
export interface QueueOptions {
  readonly redis?: string | undefined;
  readonly json: boolean;
}

export interface QueueAddOptions
  extends QueueOptions,
    Omit<AppendixOptions, 'out' | 'force' | 'overwrite' | 'workers'> {
  readonly appendix: boolean;
  readonly store: string;
  readonly batch: string;
}

export interface QueueBatchOptions extends QueueOptions {
  readonly batch: string;
}

export interface QueueStatusOptions extends QueueOptions {
  readonly batch?: string | undefined;
  readonly watch: boolean;
}

export interface QueueFetchOptions extends QueueBatchOptions {
  readonly store?: string | undefined;
  readonly out: string;
  readonly overwrite: boolean;
  readonly quiet: boolean;
}

export interface WorkerOptions {
  readonly redis?: string | undefined;
  readonly store?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly memory?: number | undefined;
  readonly 'time-limit'?: number | undefined;
  readonly lock?: number | undefined;
  readonly listen?: string | undefined;
  readonly drain: boolean;
}

export interface WatchOptions extends AppendixOptions {
  readonly appendix: boolean;
}

export interface ExtractOptions {
  readonly file: string;
  readonly out?: string | undefined;
}

export interface ImportOptions {
  readonly files: readonly string[];
  readonly out: string;
  readonly layout?: string | undefined;
  readonly layouts: readonly string[];
  /** `id=value` each. */
  readonly answer: readonly string[];
  readonly yes: boolean;
  readonly force: boolean;
  /** A mapping file. */
  readonly map?: string | undefined;
  /** The report that the file was made of. */
  readonly into?: string | undefined;
  readonly write: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface DeskOptions extends WorkshopOptions {
  readonly folder: string;
  readonly port: string;
  readonly host: string;
  /** Names that a reverse proxy hands on. */
  readonly name: readonly string[];
  readonly 'token-file'?: string | undefined;
  readonly open: boolean;
}

export interface NextOptions {
  readonly report: string;
  readonly year?: string | undefined;
  readonly out?: string | undefined;
  readonly money: boolean;
  readonly values: boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface VerifyOptions extends WorkshopOptions {
  readonly reports: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface CheckOptions extends WorkshopOptions {
  readonly reports: readonly string[];
  readonly to: string;
  readonly 'docx-fonts': DocxFonts;
  readonly pdfa: PdfaLevel;
  readonly verify: boolean;
  /** Write the forms with the findings in their cells, instead of the report of findings. */
  readonly mark: boolean;
  readonly templates: readonly string[];
  readonly hints: boolean;
  readonly strict: boolean;
  readonly sarif?: string | undefined;
  /** A rule's code or number, or `all`. */
  readonly explain?: string | undefined;
  readonly rules: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface DiffOptions extends WorkshopOptions {
  readonly old: string;
  readonly new: string;
  readonly to: string;
  readonly 'docx-fonts': DocxFonts;
  readonly pdfa: PdfaLevel;
  readonly verify: boolean;
  readonly internal: boolean;
  readonly templates: readonly string[];
  readonly 'exit-code': boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface FixOptions {
  readonly reports: readonly string[];
  readonly write: boolean;
  readonly only: string;
  readonly 'exit-code': boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface TermsOptions {
  readonly report: string;
  readonly to: 'csv' | 'xliff' | 'tmx';
  /** A file of terms that a translator has filled in. */
  readonly terms?: string | undefined;
  readonly out?: string | undefined;
  readonly quiet: boolean;
}

export interface SummaryOptions {
  readonly reports: readonly string[];
  /** The languages of the summary; messages are English for `en`, else Chinese. */
  readonly lang?: 'zh-en' | 'zh' | 'en' | undefined;
  readonly arrange: 'columns' | 'interleaved';
  readonly to: string;
  readonly terms?: string | undefined;
  readonly templates: readonly string[];
  readonly fonts: readonly string[];
  readonly out: string;
  readonly 'docx-fonts': DocxFonts;
  readonly pdfa: PdfaLevel;
  readonly verify: boolean;
  readonly draft: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface LayoutsOptions {
  readonly region?: string | undefined;
  readonly gallery?: string | undefined;
  readonly new?: string | undefined;
  /** generic/project when absent. */
  readonly like?: string | undefined;
  readonly from?: string | undefined;
  readonly out: string;
  readonly layouts: readonly string[];
  readonly json: boolean;
}

export function workshopOptions(text: Words) {
  return {
    out: { ...single(text.out), alias: 'o', default: 'out' },
    layout: single(text.layout),
    layouts: folders(text.layouts),
    fonts: folders(text.fonts),
    json: { type: 'boolean', default: false, describe: text.json },
    quiet: { type: 'boolean', alias: 'q', default: false, describe: text.quiet },
  } as const satisfies Record<string, Options>;
}

/** An option with one value; if given twice, the last counts. */
export function single(describe: string) {
  return { type: 'string', describe, requiresArg: true, coerce: lastOf } as const;
}

export function lastOf(value: string | string[]): string {
  return Array.isArray(value) ? (value.at(-1) ?? '') : value;
}

/** An option for one folder, which may be repeated. Only one each time, so that it does not take the reports after it. */
export function folders(describe: string) {
  return { type: 'string', array: true, nargs: 1, default: [] as string[], describe, requiresArg: true } as const;
}

/** Where layouts of one's own are made, and found where no other folder is named. */
export const ownLayouts = '我的版式';

/** An option whose value is a whole number. Throws Problems `option-not-number`, for threads `workers-not-number`. */
export function numberOption(name: string, describe: string, most: number, code = 'option-not-number') {
  const coerce = (value: string | string[]): number => {
    const text = lastOf(value);
    if (/^[1-9]\d{0,8}$/.test(text) && Number(text) <= most) return Number(text);
    const message = {
      zh: `--${name} 不是 1 到 ${most} 的整数：${text}`,
      en: `--${name} is no number from 1 to ${most}: ${text}`,
    };
    const hint = { zh: `例如 --${name} 2；不写则由程序决定`, en: `such as --${name} 2; without it jibiao decides` };
    throw new Problems([fault(code, message, undefined, hint)]);
  };
  return { type: 'string', describe, requiresArg: true, coerce } as const;
}

/** The number of threads. */
export function workersOption(describe: string) {
  return numberOption('workers', describe, 999, 'workers-not-number');
}

/** Options for writing files: the fonts of a DOCX, the archival level of a PDF, whether to verify. */
export function writingOptions(text: Words) {
  return {
    'docx-fonts': {
      choices: docxFonts,
      default: 'used' as const,
      describe: text.docxFonts,
      requiresArg: true,
    },
    pdfa: {
      choices: pdfaLevels,
      default: 'auto' as const,
      describe: text.pdfa,
      requiresArg: true,
    },
    verify: { type: 'boolean', default: true, describe: text.verify },
  } as const satisfies Record<string, Options>;
}

/** Options for the cover and the single tables of a booklet. */
export function bookletOptions(text: Words) {
  return {
    number: single(text.number),
    title: single(text.title),
    split: { type: 'boolean', default: false, describe: text.split },
    'page-style': {
      type: 'string',
      choices: ['plain', '9704'] as const,
      default: 'plain' as const,
      describe: text.pageStyle,
      requiresArg: true,
    },
  } as const satisfies Record<string, Options>;
}

/** Joins repeated options: `--to pdf --to docx` means both. */
export function joined(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(',');
}
