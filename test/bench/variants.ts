import type { InputFile } from './inputs.js';

/** An engine in one of its ways of working, as it is measured. */
export interface Variant {
  readonly name: string;
  readonly engine: EngineName;
  /** What it starts from. */
  readonly input: InputFile;
  /** Whether it can be measured inside a warm process, and as a process of its own. */
  readonly inProcess: boolean;
  readonly whole: boolean;
}

export const engineNames = ['jibiao', 'typst', 'pdfmake', 'libreoffice', 'weasyprint', 'chromium'] as const;
export type EngineName = (typeof engineNames)[number];

/** Typst without tags is what untagged output is compared with: Typst tags by default. */
export const variants: readonly Variant[] = [
  { name: 'jibiao report', engine: 'jibiao', input: 'report.json', inProcess: true, whole: true },
  { name: 'jibiao markup', engine: 'jibiao', input: 'markup.json', inProcess: true, whole: false },
  { name: 'jibiao full', engine: 'jibiao', input: 'report.json', inProcess: true, whole: true },
  { name: 'typst untagged', engine: 'typst', input: 'table.typ', inProcess: true, whole: true },
  { name: 'typst tagged', engine: 'typst', input: 'table.typ', inProcess: true, whole: true },
  { name: 'pdfmake', engine: 'pdfmake', input: 'pdfmake.json', inProcess: true, whole: true },
  { name: 'libreoffice', engine: 'libreoffice', input: 'table.fodt', inProcess: false, whole: true },
  { name: 'weasyprint', engine: 'weasyprint', input: 'table.html', inProcess: false, whole: true },
  { name: 'chromium', engine: 'chromium', input: 'table.html', inProcess: false, whole: true },
];
