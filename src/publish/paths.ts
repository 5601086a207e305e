import { basename, dirname, join } from 'node:path';

/** The file's name without its ending. What is no name for a folder ('...json' would lead out of it) is called 报告. */
export function reportName(path: string): string {
  const name = basename(path).replace(/\.json$/i, '');
  return /^\.*$/.test(name) ? '报告' : name;
}

/** `<out>/<report>/<report>.pdf`; a booklet's name has 附表 behind it. */
export function outputPath(out: string, report: string, ending: string, suffix = ''): string {
  const name = reportName(report);
  return join(out, name, `${name}${suffix}.${ending}`);
}

/** What outputs were made of stands beside them. */
export function manifestPath(out: string, report: string, suffix = ''): string {
  return outputPath(out, report, 'manifest.json', suffix);
}

/** What was made of a manifest's outputs, for the next process; hidden, and no loss when it is deleted. */
export function cachePath(manifest: string): string {
  return join(dirname(manifest), `.${basename(manifest).replace(/\.manifest\.json$/, '')}.cache`);
}
