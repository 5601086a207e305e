import type { Path } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { isBlankAmount, sumAmounts } from '../../report/money.js';
import type { FundingLine, Project } from '../../report/schema.js';
import type { FundingSource, Period } from '../../report/vocabulary.js';
import type { Subject } from '../subject.js';

/** The funding lines of one owner: of the department, its income, a task, a unit or a project. */
export interface FundingList {
  /** Where the list stands. */
  readonly list: Path;
  readonly lines: readonly FundingLine[];
  readonly kind: 'department' | 'income' | 'task' | 'unit' | 'project';
  readonly project?: Project;
}

/** The amount of a source in one period, with its place; '' for one that is stated blank. */
export interface Stated {
  readonly amount: string;
  readonly path: Path;
}

const listsKnown = new WeakMap<Subject, readonly FundingList[]>();
const statedKnown = new WeakMap<FundingList, Sources>();

/** All funding lists of a report, gathered once for all rules. */
export function fundingListsOf(subject: Subject): readonly FundingList[] {
  const found = listsKnown.get(subject) ?? gathered(subject);
  listsKnown.set(subject, found);
  return found;
}

function gathered({ report, projects }: Subject): FundingList[] {
  const { funding, overall } = report.department;
  const found: FundingList[] = [];
  const add = (kind: FundingList['kind'], list: Path, lines: readonly FundingLine[] | undefined, project?: Project) => {
    if (lines && lines.length > 0) found.push({ kind, list, lines, ...(project && { project }) });
  };
  add('department', ['department', 'funding'], funding);
  add('income', ['department', 'overall', 'income'], overall?.income);
  (overall?.tasks ?? []).forEach((task, index) => {
    add('task', ['department', 'overall', 'tasks', String(index), 'funding'], task.funding);
  });
  report.units.forEach((unit, index) => {
    add('unit', ['units', String(index), 'funding'], unit.funding);
  });
  for (const { path, project } of projects) add('project', [...path, 'funding'], project.funding, project);
  return found;
}

/** What is stated, by period and source. */
export type Sources = ReadonlyMap<Period, ReadonlyMap<FundingSource, Stated>>;

/** The sources by period; several lines of one source are added and stand at the first. */
export function statedByPeriod(list: FundingList): Sources {
  const found = statedKnown.get(list) ?? summed(list);
  statedKnown.set(list, found);
  return found;
}

function summed({ lines, list }: FundingList): Sources {
  const periods = new Map<Period, Map<FundingSource, Stated>>();
  lines.forEach(({ source, period, amount }, index) => {
    const sources = periods.get(period) ?? new Map<FundingSource, Stated>();
    periods.set(period, sources);
    const before = sources.get(source);
    const said = isBlankAmount(amount) ? '' : amount;
    if (before) sources.set(source, { ...before, amount: sumAmounts([before.amount, said]) });
    else sources.set(source, { amount: said, path: [...list, String(index), 'amount'] });
  });
  return periods;
}

/** How a message calls all the money of a list. */
export const totalWords: Readonly<Record<FundingList['kind'], Bilingual>> = {
  department: { zh: '部门合计', en: 'the department total' },
  income: { zh: '收入合计', en: 'the total income' },
  task: { zh: '任务资金总额', en: 'the money of the task' },
  unit: { zh: '单位小计', en: 'the unit subtotal' },
  project: { zh: '资金总额', en: 'the total' },
};
