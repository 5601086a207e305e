import type { Document, Table } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import type { Kept } from '../kept/kept.js';
import type { Bilingual, Problem } from '../problem.js';
import type { Pages } from '../typeset/pages.js';
import type { DataTable } from './sheet/dataTable.js';

/** What a file is made of: the filled layouts, their document and its pages, and the data as one flat table. */
export interface Made {
  readonly markup: () => string;
  readonly document: Document;
  /** The same document, with the places in the data that its words come from (`from`); made when it is asked for. */
  readonly told: () => Document;
  readonly pages: Pages;
  readonly data: () => Promise<DataTable>;
}

/**
 * Which fonts a DOCX embeds. `used` embeds a subset with the characters that occur; `editable` adds the 3,755 level-1 汉字 of
 * GB/T 2312, its marks and ASCII, so that the text can be changed on any machine; `native` embeds nothing and names 宋体, 黑体,
 * 仿宋_GB2312 ….
 */
export const docxFonts = ['used', 'editable', 'native'] as const;
export type DocxFonts = (typeof docxFonts)[number];

/** PDF/A-3a and PDF/UA-1, or PDF/A-1b (PDF 1.4, no tags, no source) for archives that accept no later part. */
export const pdfaLevels = ['auto', '1b'] as const;
export type PdfaLevel = (typeof pdfaLevels)[number];

/** A file inside a file. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** How files are written; each format uses what it needs. */
export interface Writing {
  readonly fonts: FontBook;
  /** The widths in points of a table's columns, in a text that is `textWidth` points wide. */
  readonly widths: (table: Table, textWidth: number) => readonly number[];
  readonly docxFonts: DocxFonts;
  readonly pdfa?: PdfaLevel | undefined;
  /** The report's file, to be put inside the files that carry it. */
  readonly source?: Attachment | undefined;
  /** What earlier builds made and verified. */
  readonly kept: Kept;
}

/**
 * A row of the table of formats (formats.ts). A new format is a folder and a row: the command line, completion, build,
 * verification, summaries and tests read the table. Its functions load their code when called, because loading an engine takes
 * longer than writing a small table.
 */
export interface FormatRow {
  /** As `--to` names it, and the ending of its files. */
  readonly name: string;
  /** A publication is for people, data for programs; a stage is an intermediate step, printed and never written. */
  readonly kind: 'publication' | 'data' | 'stage';
  /** What it is, for help and README. */
  readonly words: Bilingual;
  /** Options of the command line that not all formats take: one that none of those asked for takes is told (cli/withoutEffect.ts). */
  readonly takes: readonly ('docx-fonts' | 'pdfa' | 'source')[];
  /** Why it cannot show a document, which is then not written; called when there are characters of a script that we cannot set. */
  readonly refuses?: (document: Document) => Promise<readonly Problem[]>;
  /** Warnings about a valid file. */
  readonly notices?: (document: Document, writing: Pick<Writing, 'fonts' | 'docxFonts'>) => Promise<readonly Problem[]>;
  readonly write: (made: Made, writing: Writing) => Promise<Uint8Array>;
  /** Reads a finished file back and returns the differences; without it the file is not verified. */
  readonly verify?: (
    bytes: Uint8Array,
    made: Made,
    writing?: Pick<Writing, 'docxFonts' | 'kept'>,
  ) => Promise<readonly Problem[]>;
  /** Throws (Problems, or an Error with the reason) for a file on the disk that other programs could not open. */
  readonly prove?: (bytes: Uint8Array) => Promise<void>;
  /**
   * The report's data inside a finished file, byte for byte; undefined where it carries none. Throws the reason that the file, or
   * the data in it, is damaged. For formats that take `source`.
   */
  readonly carried?: (bytes: Uint8Array) => Promise<Pick<Attachment, 'name' | 'bytes'> | undefined>;
  /** Whether a file with the right words would be written differently now. For formats without a checksum of themselves. */
  readonly outdated?: (bytes: Uint8Array, made: Made, writing: Pick<Writing, 'widths'>) => Promise<readonly Problem[]>;
}
