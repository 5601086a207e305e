import type { Options } from 'yargs';
import type { Words } from './words.js';

/** The options that say what a report is built with. */
export interface WorkshopOptions {
  readonly out: string;
  readonly layout?: string | undefined;
  readonly layouts: readonly string[];
  readonly fonts: readonly string[];
}

export interface BuildOptions extends WorkshopOptions {
  readonly reports: readonly string[];
  readonly to: string;
  readonly 'docx-fonts': 'used' | 'editable' | 'native';
  readonly verify: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface VerifyOptions extends WorkshopOptions {
  readonly reports: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface LayoutsOptions {
  readonly region?: string | undefined;
  readonly layouts: readonly string[];
  readonly json: boolean;
}

export function workshopOptions(text: Words) {
  return {
    out: { type: 'string', alias: 'o', default: 'out', describe: text.out, requiresArg: true },
    layout: { type: 'string', describe: text.layout, requiresArg: true },
    layouts: folders(text.layouts),
    fonts: folders(text.fonts),
    json: { type: 'boolean', default: false, describe: text.json },
    quiet: { type: 'boolean', alias: 'q', default: false, describe: text.quiet },
  } as const satisfies Record<string, Options>;
}

/** A repeatable option that takes one folder each time, so that it never swallows the reports after it. */
export function folders(describe: string) {
  return { type: 'string', array: true, nargs: 1, default: [] as string[], describe, requiresArg: true } as const;
}
