import { fieldAt } from '../../report/fields.js';
import { paragraphsOf } from '../../report/paragraphs.js';
import type { Indicator, Report, Target } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { expenditureKinds, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { type Entry, entriesOf } from './entries.js';

/** `amount` and `number` hold a decimal as written, or '' or '—' for none. */
export type Kind = 'text' | 'number' | 'amount';

export interface DataColumn {
  readonly heading: string;
  readonly kind: Kind;
  /** Whether long texts are wrapped. */
  readonly wrap?: boolean;
}

/** A report as one flat table for open data: a row for each indicator. A cell without a value is ''. */
export interface DataTable {
  /** The name of a workbook's sheet. */
  readonly name?: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly string[])[];
  /** All sheets of a workbook, in order, where it has more than this table; a CSV has this table only. */
  readonly sheets?: readonly Sheet[];
}

export type Sheet = Omit<DataTable, 'sheets'>;

/** The sheets of a table's workbook. */
export function sheetsOf(table: DataTable): readonly Sheet[] {
  return table.sheets ?? [table];
}

interface Source extends DataColumn {
  /** Left out when no row has a value. */
  readonly optional?: true;
  readonly of: (entry: Entry) => string | undefined;
}

/**
 * The published data of a report, in its own order: the department as a whole, its tasks, then each project, with a row for each
 * indicator and at least one. Unpublished projects are left out. Amounts and goals are in every row of their project, so that each
 * row is complete; to add up amounts, take the rows where 指标序号 is 1.
 */
export function dataTable(report: Report): DataTable {
  const entries = entriesOf(report);
  const sources = [
    ...placeColumns(report),
    ...projectColumns,
    ...moneyColumns(entries, report.moneyUnit),
    ...goalColumns(entries),
    ...indicatorColumns,
    ...targetColumns('年度', ({ annualTarget }) => annualTarget),
    ...targetColumns('实施周期', ({ wholeTarget }) => wholeTarget, true),
    ...targetColumns('中期', ({ mediumTarget }) => mediumTarget, true),
    ...targetColumns('长期', ({ longTarget }) => longTarget, true),
    ...targetColumns('调整后', ({ adjustedTarget }) => adjustedTarget, true),
  ];
  const columns = sources.map((source) => ({ source, cells: entries.map((entry) => lines(source.of(entry) ?? '')) }));
  const kept = columns.filter(({ source, cells }) => !source.optional || cells.some((cell) => cell !== ''));
  return {
    columns: kept.map(({ source: { heading, kind } }) => ({ heading, kind })),
    rows: entries.map((_, row) => kept.map(({ cells }) => cells[row] as string)),
  };
}

/** The field's title in the schema. */
function titled(path: string): string {
  return fieldAt(path.split('/'))?.title ?? path;
}

function text(heading: string, of: Source['of']): Source {
  return { heading, kind: 'text', of };
}

function number(heading: string, of: Source['of']): Source {
  return { heading, kind: 'number', of };
}

function placeColumns({ year, region, department }: Report): Source[] {
  return [
    number(titled('year'), () => String(year)),
    text(titled('region/code'), () => region.code),
    text('地区', () => region.name),
    text(titled('department/code'), () => department.code),
    text(titled('department/name'), () => department.name),
    text(titled('units/0/code'), ({ unit }) => unit?.code),
    text(titled('units/0/name'), ({ unit }) => unit?.name),
  ];
}

const projectColumns: readonly Source[] = [
  text('范围', ({ scope }) => scope),
  number('项目序号', ({ projectNumber }) => projectNumber?.toString()),
  text(titled('units/0/projects/0/code'), ({ project }) => project?.code),
  text(titled('units/0/projects/0/name'), ({ name }) => name),
  { ...text(titled('units/0/projects/0/parent'), ({ parent }) => parent), optional: true },
  { ...text(titled('department/overall/tasks/0/content'), ({ content }) => content), optional: true },
];

/** A column for each source and period in the report, in the order of the vocabulary. */
function moneyColumns(entries: readonly Entry[], unit: string): Source[] {
  const names = [
    ...Object.entries(fundingSources).map(([source, word]) => ({ key: `source/${source}`, word })),
    ...Object.entries(expenditureKinds).map(([kind, word]) => ({ key: `kind/${kind}`, word })),
  ];
  return names.flatMap(({ key, word }) =>
    periodNames
      .filter((period) => entries.some((entry) => entry.money.has(`${key}/${period}`)))
      .map((period) => ({
        heading: `${word}·${periods[period]}（${unit}）`,
        kind: 'amount' as const,
        of: ({ money }: Entry) => money.get(`${key}/${period}`),
      })),
  );
}

const periodNames = Object.keys(periods) as Period[];

function goalColumns(entries: readonly Entry[]): Source[] {
  return periodNames
    .filter((period) => entries.some(({ goals }) => goals.has(period)))
    .map((period) => text(`绩效目标·${periods[period]}`, ({ goals }) => goals.get(period)));
}

const indicatorField = 'units/0/projects/0/indicators/0';
const indicatorColumns: readonly Source[] = [
  number('指标序号', (entry) => String(entry.indicatorNumber)),
  { ...number(titled(`${indicatorField}/group`), ({ indicator }) => indicator?.group?.toString()), optional: true },
  text(titled(`${indicatorField}/level1`), ({ indicator }) => indicator?.level1),
  text(titled(`${indicatorField}/level2`), ({ indicator }) => indicator?.level2),
  text(titled(`${indicatorField}/name`), ({ indicator }) => indicator?.name),
  { ...text(titled(`${indicatorField}/description`), ({ indicator }) => indicator?.description), optional: true },
];

/** A target as one text, and in columns: sign, value, unit and note, or free text. */
function targetColumns(
  period: string,
  targetOf: (indicator: Indicator) => Target | undefined,
  optional?: true,
): Source[] {
  const target = ({ indicator }: Entry) => indicator && targetOf(indicator);
  const part = (name: 'sign' | 'value' | 'unit' | 'note' | 'text') => (entry: Entry) => {
    const found = target(entry);
    return found && (found as Partial<Record<typeof name, string>>)[name];
  };
  const parts = [
    text(`${period}指标值`, (entry) => composeTarget(target(entry))),
    text(`${period}指标值·符号`, part('sign')),
    number(`${period}指标值·数值`, part('value')),
    text(`${period}指标值·计量单位`, part('unit')),
    { ...text(`${period}指标值·补充说明`, part('note')), optional: true as const },
    text(`${period}指标值·文字`, part('text')),
  ];
  return optional ? parts.map((column) => ({ ...column, optional })) : parts;
}

/** Lines end with \n, and blank ones are dropped, as in the other formats. */
function lines(value: string): string {
  return paragraphsOf(value).join('\n');
}
