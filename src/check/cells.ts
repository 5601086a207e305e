import type { Path } from '../json/pointer.js';
import { asWritten, type Bilingual } from '../problem.js';
import { fieldAt, titleOf } from '../report/fields.js';
import type { Report } from '../report/schema.js';
import {
  bareWord,
  type FundingSource,
  fundingSources,
  fundingSourcesEn,
  type Period,
  periodName,
} from '../report/vocabulary.js';

/** The table that a value is printed in, in words: a project's, the department's, or none of them. */
export function tableOf(report: Report, path: Path): Bilingual {
  const [room, u, list, p] = path;
  if (room === 'department') return path[1] === 'overall' ? overallTable : departmentTable;
  if (room !== 'units' || u === undefined) return wholeFile;
  const unit = report.units[Number(u)];
  const project = list === 'projects' && p !== undefined ? unit?.projects[Number(p)] : undefined;
  if (project && project.name.trim() === '') return namelessProject(Number(p) + 1);
  if (project) return projectWords(project.name, project.code);
  return { zh: `单位“${unit?.name ?? ''}”`, en: `unit “${unit?.name ?? ''}”` };
}

/** A project's table, in words. */
export function projectWords(name: string, code: string | undefined): Bilingual {
  const [zh, en] = code === undefined ? ['', ''] : [`（${code}）`, ` (${code})`];
  return { zh: `项目“${name}”${zh}`, en: `project “${name}”${en}` };
}

/** The same where it has no name, by its place among those of its unit, from 1. */
export function namelessProject(order: number): Bilingual {
  return { zh: `第 ${order} 个项目（没有名称）`, en: `project number ${order}, without a name` };
}

export const overallTable: Bilingual = { zh: '部门整体', en: 'the department as a whole' };
const departmentTable: Bilingual = { zh: '部门', en: 'the department' };
/** Where no table is meant: the file itself, its head, its acceptances. */
export const wholeFile: Bilingual = { zh: '全文件', en: 'the whole file' };

/** The cell in words, inside its table: 第3个绩效指标“举办场次”·年度指标值·数值; indicator 3 “举办场次” · annual value · number. */
export function cellOf(report: Report, path: Path): Bilingual {
  const start = path[0] === 'units' ? (path[2] === 'projects' ? 4 : 2) : path[1] === 'overall' ? 2 : 1;
  let value: unknown = report;
  const words: Bilingual[] = [];
  path.forEach((step, index) => {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
    if (index < start) return;
    const isLast = index === path.length - 1;
    words.push(...stepWords(path.slice(0, index + 1), step, value, isLast));
  });
  return { zh: words.map(({ zh }) => zh).join('·'), en: words.map(({ en }) => en).join(' · ') };
}

/** A list is named by its items; by its own title only where the path ends at it. */
function stepWords(path: Path, step: string, value: unknown, isLast: boolean): Bilingual[] {
  const title = titleAt(/^\d+$/.test(step) ? path.slice(0, -1) : path) ?? asWritten(step);
  if (!/^\d+$/.test(step)) return Array.isArray(value) && !isLast ? [] : [title];
  const line = value as { source?: FundingSource; period?: Period; name?: unknown };
  const period = line?.period === undefined ? asWritten('') : periodName(line.period);
  if (line?.source !== undefined && line.period !== undefined) {
    const [zh, en] = [bareWord(fundingSources[line.source] ?? ''), fundingSourcesEn[line.source] ?? ''];
    return [{ zh: `${period.zh}${zh}`, en: [en, period.en].filter(Boolean).join(', ') }];
  }
  if (line?.period !== undefined)
    return [{ zh: `${period.zh}${title.zh}`, en: [title.en, period.en].filter(Boolean).join(', ') }];
  const name = typeof line?.name === 'string' ? `“${line.name}”` : '';
  const number = Number(step) + 1;
  return [{ zh: `第${number}个${title.zh}${name}`, en: `${title.en} ${number}${name && ` ${name}`}` }];
}

/** Titles by where they stand, whichever item of its list: a report of many findings asks for few of them. */
const titles = new Map<string, Bilingual | undefined>();

function titleAt(path: Path): Bilingual | undefined {
  const place = path.map((step) => (/^\d+$/.test(step) ? '0' : step)).join('/');
  if (!titles.has(place)) {
    const field = fieldAt(path);
    titles.set(place, field?.title === undefined ? undefined : titleOf(field, ''));
  }
  return titles.get(place);
}
