import { basename, dirname, join } from 'node:path';

/** The file's name without its ending; 报告 where that is no valid name for a folder ('...json' would lead out of it). */
export function reportName(path: string): string {
  const name = basename(path).replace(/\.json$/i, '');
  return /^\.*$/.test(name) ? '报告' : name;
}

/** `<out>/<report>/<report>.pdf`; `suffix` is added to the name, such as -附表 for a booklet. */
export function outputPath(out: string, report: string, ending: string, suffix = ''): string {
  const name = reportName(report);
  return join(out, name, `${name}${suffix}.${ending}`);
}

/** The manifest is beside the outputs. */
export function manifestPath(out: string, report: string, suffix = ''): string {
  return outputPath(out, report, 'manifest.json', suffix);
}

/** The hidden file with what is kept for the next process; it may be deleted at any time. */
export function cachePath(manifest: string): string {
  return join(dirname(manifest), `.${basename(manifest).replace(/\.manifest\.json$/, '')}.cache`);
}
