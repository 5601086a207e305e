import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fault, type Problem, Problems } from '../problem.js';
import { isReportFile } from '../publish/reportFile.js';

/** A report file, and the folder below `--out` for its outputs. */
export interface ReportFile {
  readonly path: string;
  /** For a file that a glob found, its folder below the glob's fixed part; else ''. */
  readonly folder: string;
}

/**
 * The report files for names of files, folders (the reports directly in it) and globs (the files and folders that it finds). A
 * name that exists is not a glob. Each file once, in the order of the names, then of the paths. `command` is for the hint.
 * Throws Problems `no-report` when a name leads to nothing.
 */
export async function findReports(names: readonly string[], command = 'build'): Promise<ReportFile[]> {
  const problems: Problem[] = names.length === 0 ? [noName(command)] : [];
  const found = new Map<string, ReportFile>();
  for (const name of names) {
    const reports = existsSync(name) ? reportsAt(name, '') : await matching(name);
    if (reports.length === 0) problems.push(noReport(name));
    for (const report of reports) if (!found.has(report.path)) found.set(report.path, report);
  }
  if (problems.length > 0) throw new Problems(problems);
  return [...found.values()];
}

function reportsAt(path: string, folder: string): ReportFile[] {
  if (!statSync(path).isDirectory()) return [{ path, folder }];
  return readdirSync(path)
    .filter(isReportFile)
    .sort()
    .map((file) => ({ path: join(path, file), folder }));
}

async function matching(name: string): Promise<ReportFile[]> {
  const { base, pattern } = globParts(name);
  // Only loaded for a name that is neither file nor folder.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return [];
  // Stars in braces also find hidden files.
  const ignore = ['**/node_modules/**', '**/.*', '**/.*/**'];
  const found = await glob(pattern, { cwd: base, onlyFiles: false, expandDirectories: false, ignore });
  return found
    .flatMap((match) => {
      const path = join(base, match);
      if (match.endsWith('/')) return reportsAt(path, inside(match));
      return isReportFile(basename(path)) ? [{ path, folder: inside(dirname(match)) }] : [];
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/**
 * Splits a glob into its fixed part and the rest. The longest leading part that is a folder is fixed, even if its name has glob
 * characters. `\` separates names under Windows and escapes a character elsewhere.
 */
function globParts(name: string): { base: string; pattern: string } {
  const parts = (process.platform === 'win32' ? name.replaceAll('\\', '/') : name).split('/');
  for (let length = parts.length - 1; length > 0; length--) {
    const base = parts.slice(0, length).join('/') || '/';
    if (statSync(base, { throwIfNoEntry: false })?.isDirectory())
      return { base, pattern: parts.slice(length).join('/') };
  }
  return { base: '.', pattern: parts.join('/') };
}

/** A path below `--out`, never above it; '' for the fixed part itself. */
function inside(folder: string): string {
  return folder
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/** Throws Problems `same-report-name` for reports whose outputs would overwrite each other. */
export function refuseSameNames(reports: readonly ReportFile[], nameOf: (path: string) => string): void {
  const groups = new Map<string, string[]>();
  for (const { path, folder } of reports) {
    const place = join(folder, nameOf(path));
    const same = groups.get(place);
    if (same) same.push(path);
    else groups.set(place, [path]);
  }
  const clashes = [...groups].filter(([, same]) => same.length > 1);
  if (clashes.length > 0) throw new Problems(clashes.map(([place, same]) => sameName(place, same)));
}

function sameName(place: string, paths: readonly string[]): Problem {
  const shown = paths.slice(0, 3);
  return fault(
    'same-report-name',
    {
      zh: `有 ${paths.length} 份报告都叫 ${place}，输出会互相覆盖：${shown.join('、')}`,
      en: `${paths.length} reports are called ${place} and would overwrite each other: ${shown.join(', ')}`,
    },
    { file: paths[1] as string },
    {
      zh: '各部门一个文件夹时，请用带引号的通配符，如 "全省/*/2025.json"：输出会保留部门的文件夹。否则请改文件名，或分次生成到不同的 --out',
      en: 'with a folder for each department, name them by a quoted glob such as "province/*/2025.json": the outputs keep those folders. Else rename one, or build them into different --out folders',
    },
  );
}

function noName(command: string): Problem {
  return fault('no-report', { zh: '没有写明报告文件', en: 'no report is named' }, undefined, {
    zh: `例如：jibiao ${command} 报告.json`,
    en: `for example: jibiao ${command} report.json`,
  });
}

function noReport(name: string): Problem {
  return fault(
    'no-report',
    { zh: `找不到报告：${name}`, en: `no report at ${name}` },
    { file: name },
    {
      zh: '请写报告的 .json 文件、含有这些文件的文件夹，或带引号的通配符，如 "全省/*/2025.json"（** 指各级文件夹）',
      en: 'name a report .json file, a folder of them, or a quoted glob such as "province/*/2025.json" (** is folders at any depth)',
    },
  );
}
