import { join } from 'node:path';
import { type Built, buildAppendix, buildReport, type Workshop } from '../../publish/build.js';
import type { AppendixOptions, BuildOptions } from '../options.js';
import type { ReportFile } from '../reports.js';
import { bookletOf, wishOf } from '../wish.js';

/** One report to build: plain data, so that it can be sent to another thread. */
export interface Task {
  readonly report: ReportFile;
  readonly options: BuildOptions | AppendixOptions;
  /** Make a booklet of all its tables. */
  readonly booklet: boolean;
}

/** Builds one report; its outputs go to `<out>/<folder>/<report>/`. Never throws for the report's faults: they are in the result. */
export async function runTask({ report, options, booklet }: Task, workshop: Workshop): Promise<Built> {
  const own = { ...workshop, out: join(workshop.out, report.folder) };
  const wish = wishOf(options);
  if (!booklet) return buildReport(report.path, own, wish);
  return buildAppendix(report.path, own, wish, bookletOf(options as AppendixOptions));
}
