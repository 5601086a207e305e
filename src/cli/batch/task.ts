import { join } from 'node:path';
import type { Cover } from '../../appendix/front.js';
import { type Built, buildAppendix, buildReport, type Workshop } from '../../build/build.js';
import { wantedFormats } from '../formats.js';
import type { AppendixOptions, BuildOptions } from '../options.js';
import type { ReportFile } from '../reports.js';

/** One report to build: plain data, so that it can be sent to another thread. */
export interface Task {
  readonly report: ReportFile;
  readonly options: BuildOptions | AppendixOptions;
  /** A booklet of all its tables, or a file for each format. */
  readonly booklet: boolean;
}

/** Builds one report; its outputs go to `<out>/<folder>/<report>/`. Throws nothing of the report's: it is in the result. */
export async function runTask({ report, options, booklet }: Task, workshop: Workshop): Promise<Built> {
  const own = { ...workshop, out: join(workshop.out, report.folder) };
  const wish = {
    formats: wantedFormats(options.to),
    docxFonts: options['docx-fonts'],
    verify: options.verify,
    source: options.source,
    pdfa: options.pdfa,
  };
  if (!booklet) return buildReport(report.path, own, wish);
  const { split } = options as AppendixOptions;
  return buildAppendix(report.path, own, wish, { cover: coverOf(options as AppendixOptions), split });
}

function coverOf(options: AppendixOptions): Cover {
  return {
    pageStyle: options['page-style'],
    ...(options.number !== undefined && { number: options.number }),
    ...(options.title !== undefined && { title: options.title }),
  };
}
