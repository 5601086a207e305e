import type { Finding } from '../json/finding.js';
import type { Path } from '../json/pointer.js';
import { daysOf, isDay, lastDayOf } from './day.js';
import { labelOf } from './fields.js';
import { goalFindings } from './goalLinks.js';
import { parentFindings } from './parents.js';
import { fieldOf, type LooseProject, projectsOf } from './projects.js';

/**
 * Checks what the schema cannot express: real calendar days, periods that end after they begin, unique project names, parents that
 * exist, goals that indicators name, reasons for what is withheld. Values of a wrong shape are skipped, so that it can run together with `validate`.
 */
export function meaning(report: unknown): Finding[] {
  const projects = projectsOf(report);
  return [
    ...['date', 'approvalDate'].flatMap((name) => dayFindings([name], fieldOf(report, name))),
    ...projects.flatMap(periodFindings),
    ...projects.flatMap(withheldFindings),
    ...parentFindings(projects),
    ...goalFindings(report, projects),
  ];
}

function periodFindings({ path, fields }: LooseProject): Finding[] {
  const [start, end] = [fieldOf(fields.period, 'start'), fieldOf(fields.period, 'end')];
  const findings = [
    ...dayFindings([...path, 'period', 'start'], start),
    ...dayFindings([...path, 'period', 'end'], end),
  ];
  if (findings.length > 0 || !isReversed(start, end)) return findings;
  const words = {
    code: 'period-reversed',
    message: { zh: `项目期倒置：${start} 开始，${end} 完成`, en: `the period runs backwards, from ${start} to ${end}` },
    hint: { zh: '检查起止日期，可能写反了', en: 'check both dates: they may be swapped' },
  };
  return [{ path: [...path, 'period', 'end'], at: 'value', say: () => words }];
}

/** Whether a period ends before it begins. */
export function isReversed(start: unknown, end: unknown): boolean {
  return isIsoDate(start) && isIsoDate(end) && start > lastDayOf(end);
}

function dayFindings(path: Path, value: unknown): Finding[] {
  if (!isIsoDay(value)) return [];
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  if (isDay(year, month, day) || month < 1 || month > 12 || day < 1 || day > 31) return [];
  const label = labelOf(path);
  const days = daysOf(year, month);
  const words = {
    code: 'date-invalid',
    message: {
      zh: `${label.zh}的日期不存在：${year} 年 ${month} 月没有 ${day} 日`,
      en: `${label.en} is not a day: ${value} is not in the calendar`,
    },
    hint: { zh: `${year} 年 ${month} 月有 ${days} 天`, en: `that month has ${days} days` },
  };
  return [{ path, at: 'value', say: () => words }];
}

/** A day, or the month or year that a form asks for. */
function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value);
}

/** Only the form: a month of 13 is reported by the schema. */
function isIsoDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function withheldFindings({ path, fields }: LooseProject): Finding[] {
  const reason = fields.withheldReason;
  if (fields.publish !== false || (reason !== undefined && (typeof reason !== 'string' || reason.trim() !== '')))
    return [];
  const words = {
    code: 'withheld-without-reason',
    message: {
      zh: '项目不公开（publish 为 false），但没有写不公开原因',
      en: 'the project is withheld (publish is false) without a reason',
    },
    hint: { zh: '补上 "withheldReason": "…"，或改为公开', en: 'add "withheldReason": "…", or publish the project' },
  };
  return [{ path: [...path, 'publish'], at: 'value', say: () => words }];
}
