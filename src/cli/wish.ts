import type { Booklet, BuildWish } from '../publish/build.js';
import { wantedFormats } from './formats.js';
import type { AppendixOptions, BuildOptions } from './options.js';

/** What the options ask of each report. Throws Problems `unknown-format`. */
export function wishOf(options: BuildOptions): BuildWish {
  return {
    formats: wantedFormats(options.to),
    docxFonts: options['docx-fonts'],
    verify: options.verify,
    source: options.source,
    pdfa: options.pdfa,
    check: true,
    draft: options.draft,
    force: options.force,
    overwrite: options.overwrite,
  };
}

/** What the options ask of each booklet. */
export function bookletOf(options: AppendixOptions): Booklet {
  return {
    cover: {
      pageStyle: options['page-style'],
      ...(options.number !== undefined && { number: options.number }),
      ...(options.title !== undefined && { title: options.title }),
    },
    split: options.split,
  };
}
