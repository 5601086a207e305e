import type { Booklet, BuildWish } from '../publish/build.js';
import { wantedFormats } from './formats.js';
import type { AppendixOptions, BuildOptions } from './options.js';

/** The options of each report's build. Throws Problems `unknown-format`. */
export function wishOf(options: BuildOptions): BuildWish {
  return {
    formats: wantedFormats(options.to),
    docxFonts: options['docx-fonts'],
    verify: options.verify,
    source: options.source,
    pdfa: options.pdfa,
    check: true,
    draft: options.draft,
    ...(options.internal && { internal: true }),
    force: options.force,
    overwrite: options.overwrite,
  };
}

/** The options of each booklet. */
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
