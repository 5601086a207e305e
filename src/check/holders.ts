import type { Path } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { isBlankAmount, sumAmounts } from '../report/money.js';
import type { FundingLine, Project } from '../report/schema.js';
import type { FundingSource, Period } from '../report/vocabulary.js';
import type { Subject } from './subject.js';

/** Whoever has a list of sources of money: the department, its income, a task, a unit, a project. */
export interface Holder {
  /** The list of its lines. */
  readonly list: Path;
  readonly lines: readonly FundingLine[];
  readonly kind: 'department' | 'income' | 'task' | 'unit' | 'project';
  readonly project?: Project;
}

/** What one period of a holder says: each source with its amount, '' for one that is stated blank. */
export interface Stated {
  readonly amount: string;
  readonly path: Path;
}

const known = new WeakMap<Subject, readonly Holder[]>();
const knownStated = new WeakMap<Holder, Sources>();

/** All holders of a report, walked once for all rules. */
export function holdersOf(subject: Subject): readonly Holder[] {
  const found = known.get(subject) ?? walked(subject);
  known.set(subject, found);
  return found;
}

function walked({ report, projects }: Subject): Holder[] {
  const { funding, overall } = report.department;
  const found: Holder[] = [];
  const add = (kind: Holder['kind'], list: Path, lines: readonly FundingLine[] | undefined, project?: Project) => {
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
export function statedByPeriod(holder: Holder): Sources {
  const found = knownStated.get(holder) ?? summed(holder);
  knownStated.set(holder, found);
  return found;
}

function summed({ lines, list }: Holder): Sources {
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

/** How a message calls the holder's money as a whole. */
export const totalWords: Readonly<Record<Holder['kind'], Bilingual>> = {
  department: { zh: '部门合计', en: 'the department total' },
  income: { zh: '收入合计', en: 'the total income' },
  task: { zh: '任务资金总额', en: 'the money of the task' },
  unit: { zh: '单位小计', en: 'the unit subtotal' },
  project: { zh: '资金总额', en: 'the total' },
};
