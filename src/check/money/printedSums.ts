import type { Path } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { amountOf } from '../../report/amounts.js';
import type { MoneyPrint } from '../../report/money.js';
import { type FundingSource, type Period, periods } from '../../report/vocabulary.js';
import { expectedOf } from '../expectations.js';
import type { Subject } from '../subject.js';
import { parentsOf } from '../subprojects.js';
import { expenditureOf, splitOf } from './expenditure.js';
import { fundingListsOf, statedByPeriod, totalWords } from './fundingLists.js';
import { lineOf } from './money.js';
import { printed } from './printed.js';
import { nearestReading, partsOf } from './sources.js';

/** A printed total, and the printed amounts that make it. */
export interface PrintedSum {
  readonly words: Bilingual;
  readonly path: Path;
  readonly total: string;
  readonly parts: readonly string[];
  readonly print: MoneyPrint;
}

/** The totals that tables print together with what they are the sum of, as far as both are known. */
export function* printedSums(subject: Subject): Generator<PrintedSum> {
  const [project, department] = [printed(subject, 'project'), printed(subject, 'department')];
  const isForm = expectedOf(subject.expectations, 'project')?.shape === 'form';
  yield* sourceSums(subject, project, department, isForm);
  // A form a project has no rows for the department and its units.
  if (!isForm) yield* totalSums(subject, project);
  yield* subprojectSums(subject, project);
  yield* expenditureSums(subject, department);
}

function* sourceSums(
  subject: Subject,
  project: MoneyPrint,
  department: MoneyPrint,
  isForm: boolean,
): Generator<PrintedSum> {
  for (const list of fundingListsOf(subject)) {
    const { kind } = list;
    if (isForm && (kind === 'department' || kind === 'unit')) continue;
    const print = kind === 'income' || kind === 'task' ? department : project;
    for (const [period, sources] of statedByPeriod(list)) {
      const total = sources.get('total');
      const amounts = new Map([...sources].map(([source, { amount }]) => [source, amount]));
      amounts.delete('total');
      const parts = total && total.amount !== '' ? partsOf(amounts) : undefined;
      if (!total || !parts) continue;
      const reading = nearestReading(total.amount, parts, amounts).sources;
      const words = during(totalWords[kind], period);
      const said = reading.map((source) => amounts.get(source) ?? '');
      yield { words, path: total.path, total: total.amount, parts: said, print };
    }
  }
}

/** The department and its units, stated or summed. */
function* totalSums({ report }: Subject, print: MoneyPrint): Generator<PrintedSum> {
  const columns: readonly (readonly [FundingSource, Period])[] = [
    ['total', 'year'],
    ['fiscal', 'year'],
    ['other', 'year'],
    ['total', 'whole'],
  ];
  for (const [source, period] of columns) {
    const amountIn = (owner: Parameters<typeof amountOf>[0]): string => amountOf(owner, source, period);
    const words = during(totalWords.department, period);
    const parts = report.units.map(amountIn);
    yield { words, path: ['department'], total: amountIn(report), parts, print };
    for (const [index, unit] of report.units.entries()) {
      const names = new Set(unit.projects.flatMap(({ id, code }) => [id, code]));
      const top = unit.projects.filter(({ parent }) => parent === undefined || !names.has(parent));
      const path = ['units', String(index)];
      yield { words: during(totalWords.unit, period), path, total: amountIn(unit), parts: top.map(amountIn), print };
    }
  }
}

function* subprojectSums({ projects }: Subject, print: MoneyPrint): Generator<PrintedSum> {
  for (const { parent, children } of parentsOf(projects)) {
    const total = lineOf(parent.project.funding, parent.path, 'total', 'year');
    const parts = children.map(({ path, project }) => lineOf(project.funding, path, 'total', 'year')?.amount ?? '');
    if (total)
      yield { words: { zh: '上级项目', en: 'the parent project' }, ...total, total: total.amount, parts, print };
  }
}

function* expenditureSums({ report }: Subject, print: MoneyPrint): Generator<PrintedSum> {
  const { overall } = report.department;
  const total = expenditureOf(overall, 'total');
  const split = overall && splitOf(overall, ['basic', 'project'], 'year');
  if (!total || !split) return;
  const words = { zh: '支出合计', en: 'the total expenditure' };
  yield { words, path: total.path, total: total.amount, parts: split.lines.map(({ amount }) => amount), print };
}

function during({ zh, en }: Bilingual, period: Period): Bilingual {
  return { zh: `${zh}（${periods[period]}）`, en: `${en} (${period})` };
}
