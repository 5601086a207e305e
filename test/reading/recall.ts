import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/document/document.js';
import { fillLayout } from '../../src/layouts/fill.js';
import type { Layout } from '../../src/layouts/find.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';

export function specimenOf({ manifest }: Layout): Report {
  const file = join('templates', manifest.id, 'specimen.json');
  return readReport(readFileSync(file), file).report;
}

const papers = { A3: [841.89, 1190.55], A4: [595.28, 841.89] } as const;

export function documentOf(layout: Layout, report: Report): Document {
  const { manifest, template, looks } = layout;
  const [short, long] = papers[manifest.paper];
  const page = manifest.direction === 'landscape' ? { width: long, height: short } : { width: short, height: long };
  const { markup, title } = fillLayout(layout, report);
  const meta = { title, author: '', subject: '', date: '2024-01-01', language: 'zh-CN' as const };
  return readMarkup({ markup, file: template.file, looks, page, meta });
}

/** Fields that no form prints, or that name things for the program only. */
const unprintable =
  /En$|^(?:\$schema|id|parent|publish|withheldReason|accepted|brief|group|goal|layout|date|approvalDate|moneyUnit|glossary)$/;

/** The leaves of a report that a layout prints, by pointer; money in 元, so that units may differ. */
export function printedLeaves(layout: Layout, report: Report): Map<string, string> {
  const { page } = fillLayout(layout, report);
  const lost = new Set(page.unprinted.map(({ path }) => `/${path.join('/')}`));
  const leaves = new Map<string, string>();
  const visit = (value: unknown, pointer: string, key: string, path: string): void => {
    if ((value as { amount?: unknown } | null)?.amount === '') return;
    if (unprintable.test(key) || lost.has(path)) return;
    if (Array.isArray(value))
      for (const [index, each] of value.entries())
        visit(each, `${pointer}/${nameOf(each, index, value, pointer)}`, '', `${path}/${index}`);
    else if (typeof value === 'object' && value !== null)
      for (const [field, inner] of Object.entries(value))
        visit(inner, `${pointer}/${field}`, field, `${path}/${field}`);
    else if (key === 'amount') leaves.set(pointer, money(String(value), report.moneyUnit));
    else if (value !== '' && value !== undefined) leaves.set(pointer, plain(String(value), key));
  };
  visit(report, '', '', '');
  for (const pointer of [...leaves.keys()]) if (/^\/(?:region|year)/.test(pointer)) leaves.delete(pointer);
  return leaves;
}

/** Members of lists of money, places and years go by what they are of, projects by their names; all others by their order. */
function nameOf(member: unknown, index: number, list: readonly unknown[], pointer: string): string {
  const { source, kind, period, place, target, year, amount } = (member ?? {}) as Record<string, unknown>;
  if (amount !== undefined && (source ?? kind) !== undefined) return `${source ?? kind}|${period}`;
  if (amount !== undefined && period !== undefined) return String(period);
  if (target !== undefined) return String(place ?? year);
  const { name } = (member ?? {}) as Record<string, unknown>;
  if (pointer.endsWith('/projects') && name !== undefined) return plain(String(name), 'name').replace(/\(.*号\)$/, '');
  if (typeof period === 'string')
    return `${period}${list.slice(0, index).filter((each) => (each as { period?: unknown }).period === period).length}`;
  return String(index);
}

/** 正向 and 正向指标, 成本目标 and 成本指标, 10 and 10分 are one word in forms that write their own endings. */
function plain(text: string, key: string): string {
  const bare = /^(?:direction|level[12]|executionWeight)$/.test(key) ? text.replace(/(?:指标|目标|分)$/, '') : text;
  return bare
    .replace(/[\s\u200b]/g, '')
    .normalize('NFKC')
    .replace(/。$/, '');
}

function money(text: string, unit: string): string {
  const value = Number(text.replace(/,/g, ''));
  return text.trim() === '' || Number.isNaN(value)
    ? text.trim()
    : String(Math.round(value * (unit === '万元' ? 10_000 : 1) * 100) / 100);
}

export interface Recall {
  readonly leaves: number;
  readonly read: number;
  readonly wrong: string[];
  readonly lost: string[];
  readonly extra: string[];
}

export function compared(wanted: ReadonlyMap<string, string>, got: ReadonlyMap<string, string>): Recall {
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const [pointer, value] of wanted) {
    const other = got.get(pointer);
    if (other === undefined) {
      if (value !== '') lost.push(`${pointer} ${value}`);
    } else if (other !== value) wrong.push(`${pointer} ${value} ≠ ${other}`);
  }
  const extra = [...got]
    .filter(([pointer]) => !wanted.has(pointer) && !/\/(?:funding|income|expenditure)\//.test(pointer))
    .map(([pointer, value]) => `${pointer} ${value}`);
  return { leaves: wanted.size, read: wanted.size - wrong.length - lost.length, wrong, lost, extra };
}

/** What a clerk who knows the report answers to the questions of its reading, by their ids. */
export function answersTo(questions: readonly { readonly id: string }[], report: Report): Record<string, string> {
  const projects = report.units.flatMap((unit) => unit.projects);
  return Object.fromEntries(
    questions.map(({ id }) => {
      const at = Number(/^project-(\d+)$/.exec(id)?.[1] ?? 1) - 1;
      const known: Record<string, string | undefined> = {
        year: String(report.year),
        region: report.region.name,
        department: report.department.name,
        unit: report.units[0]?.name,
      };
      return [id, (id.startsWith('project') ? projects[at]?.name : known[id]) ?? ''];
    }),
  );
}

/** All leaves of a report that was read, as `printedLeaves` names them. */
export function leavesOf(report: unknown): Map<string, string> {
  const unit = (report as Report).moneyUnit;
  const leaves = new Map<string, string>();
  const visit = (value: unknown, pointer: string, key: string): void => {
    if (unprintable.test(key)) return;
    if (Array.isArray(value))
      for (const [index, each] of value.entries()) visit(each, `${pointer}/${nameOf(each, index, value, pointer)}`, '');
    else if (typeof value === 'object' && value !== null)
      for (const [field, inner] of Object.entries(value)) visit(inner, `${pointer}/${field}`, field);
    else leaves.set(pointer, key === 'amount' ? money(String(value), unit) : plain(String(value), key));
  };
  visit(report, '', '');
  for (const pointer of [...leaves.keys()]) if (/^\/(?:region|year)/.test(pointer)) leaves.delete(pointer);
  return leaves;
}
