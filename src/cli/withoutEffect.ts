import type { FormatRow } from '../formats/format.js';
import { type Format, formats } from '../formats/formats.js';
import { rowOf } from '../formats/rows.js';
import type { BuildOptions } from './options.js';
import type { Words } from './words.js';

type FormatOption = FormatRow['takes'][number];
type Options = Pick<BuildOptions, 'docx-fonts' | 'pdfa' | 'quiet'> & Partial<Pick<BuildOptions, 'source'>>;

/** How an option that not all formats take was given; undefined for what holds without it. */
const given: Readonly<Record<FormatOption, (options: Options) => string | undefined>> = {
  'docx-fonts': (options) => (options['docx-fonts'] === 'used' ? undefined : `--docx-fonts ${options['docx-fonts']}`),
  pdfa: ({ pdfa }) => (pdfa === 'auto' ? undefined : `--pdfa ${pdfa}`),
  source: ({ source }) => (source === false ? '--no-source' : undefined),
};

/** Warns, a line each, of options that none of the formats asked for takes. */
export function tellWithoutEffect(
  options: Options,
  wanted: readonly Format[],
  { severity, withoutEffect }: Words,
): void {
  if (options.quiet) return;
  for (const option of Object.keys(given) as FormatOption[]) {
    const words = given[option](options);
    const takers = formats.filter(({ takes }: FormatRow) => takes.includes(option)).map(({ name }) => name);
    if (words === undefined || wanted.some((format) => rowOf(format).takes.includes(option))) continue;
    const said = withoutEffect(words, takers, wanted);
    process.stderr.write(`${severity.warning} ${said} [option-without-effect]\n`);
  }
}
