import type { Goal, Indicator, Project, Report } from '../report/schema.js';
import { composeTarget, targetsIn } from '../report/target.js';
import { fundingSources, periods } from '../report/vocabulary.js';
import type { ReadTable } from './wireReading.js';

/** So many tables and rows are shown to whoever looks whether a file was read rightly; the rest is in the report. */
const most = { tables: 20, rows: 60 } as const;

/**
 * What was read of a file, table by table, in the words of the form: amounts, goals, indicators with their values. What the file does
 * not say (a year, a region) may be missing.
 */
export function readValues({ department, units = [], year, region }: Partial<Report>): readonly ReadTable[] {
  const overall = department?.overall;
  const head = row(['部门名称', department?.name], ['年度', year?.toString()], ['地区', region?.name]);
  const whole = overall
    ? [{ title: '部门整体', rows: [...goals(overall.goals), ...indicators(overall.indicators)] }]
    : [];
  const projects = units.flatMap((unit) =>
    (unit.projects ?? []).map((project) => ({ title: project.name ?? '', rows: ofProject(project) })),
  );
  return [{ title: '', rows: head }, ...whole, ...projects]
    .slice(0, most.tables)
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ value }) => value !== '').slice(0, most.rows) }));
}

type Rows = ReadTable['rows'];

function row(...all: readonly (readonly [label: string, value: string | undefined])[]): Rows {
  return all.map(([label, value = '']) => ({ label, value }));
}

function ofProject({ funding = [], implementingUnit = '', goals: aims, indicators: rows }: Project): Rows {
  const amounts = funding.map(({ source, period, amount }) => {
    return [`${periods[period]} ${fundingSources[source]}`, amount] as const;
  });
  return [...row(['实施单位', implementingUnit], ...amounts), ...goals(aims), ...indicators(rows)];
}

function goals(all: readonly Goal[] = []): Rows {
  return row(...all.map(({ period, text }) => [`${periods[period]}目标`, text] as const));
}

function indicators(all: readonly Indicator[] = []): Rows {
  return row(
    ...all.map((indicator) => {
      const values = targetsIn(indicator).map(({ target }) => composeTarget(target));
      return [indicator.name, values.join('；')] as const;
    }),
  );
}
