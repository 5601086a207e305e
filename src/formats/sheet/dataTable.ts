import { fieldAt } from '../../report/fields.js';
import { paragraphsOf } from '../../report/paragraphs.js';
import type { Report, Target } from '../../report/schema.js';
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
  /** Which field a cell shows; absent where it is reckoned. */
  readonly from?: (entry: Entry) => FieldSource | undefined;
}

/** The field that a cell shows, or is to fill: JSON pointers, and how its text is made of it. It has the shape of the document's `Source`. */
export interface FieldSource {
  readonly pointers: readonly string[];
  readonly helpers?: readonly string[];
  readonly derived?: true;
  readonly member?: Readonly<Record<string, string>>;
}

/**
 * The published data of a report, in its own order: the department as a whole, its tasks, then each project, with a row for each
 * indicator and at least one. Unpublished projects are left out. Amounts and goals are in every row of their project, so that each
 * row is complete; to add up amounts, take the rows where 指标序号 is 1.
 */
export function dataTable(report: Report): DataTable {
  const { kept, entries } = tableOf(report);
  return {
    columns: kept.map(({ source: { heading, kind } }) => ({ heading, kind })),
    rows: entries.map((_, row) => kept.map(({ cells }) => cells[row] as string)),
  };
}

/** By row and column of the table, which field a cell shows. */
export function dataSources(report: Report): (FieldSource | undefined)[][] {
  const { kept, entries } = tableOf(report);
  return entries.map((entry) => kept.map(({ source }) => source.from?.(entry)));
}

function tableOf(report: Report) {
  const entries = entriesOf(report);
  const sources = [
    ...placeColumns(report),
    ...projectColumns,
    ...moneyColumns(entries, report.moneyUnit),
    ...goalColumns(entries),
    ...indicatorColumns,
    ...targetColumns('年度', 'annualTarget'),
    ...targetColumns('实施周期', 'wholeTarget', true),
    ...targetColumns('中期', 'mediumTarget', true),
    ...targetColumns('长期', 'longTarget', true),
    ...targetColumns('调整后', 'adjustedTarget', true),
  ];
  const columns = sources.map((source) => ({ source, cells: entries.map((entry) => lines(source.of(entry) ?? '')) }));
  const kept = columns.filter(({ source, cells }) => !source.optional || cells.some((cell) => cell !== ''));
  return { kept, entries };
}

/** The field's title in the schema. */
function titled(path: string): string {
  return fieldAt(path.split('/'))?.title ?? path;
}

function text(heading: string, of: Source['of'], from?: (entry: Entry) => string | undefined): Source {
  return { heading, kind: 'text', of, ...(from && { from: (entry: Entry) => sourceAt(from(entry)) }) };
}

function number(heading: string, of: Source['of'], from?: (entry: Entry) => string | undefined): Source {
  return { heading, kind: 'number', of, ...(from && { from: (entry: Entry) => sourceAt(from(entry)) }) };
}

function sourceAt(pointer: string | undefined): FieldSource | undefined {
  return pointer === undefined ? undefined : { pointers: [pointer] };
}

function inUnit(field: string) {
  return ({ at }: Entry) => at.unit && `${at.unit}/${field}`;
}

function inProject(field: string) {
  return ({ at, project }: Entry) => project && `${at.owner}/${field}`;
}

function inIndicator(field: string) {
  return ({ at, indicatorNumber, indicator }: Entry) =>
    at.indicators && `${at.indicators}/${indicator ? indicatorNumber - 1 : '-'}/${field}`;
}

function placeColumns({ year, region, department }: Report): Source[] {
  return [
    number(
      titled('year'),
      () => String(year),
      () => '/year',
    ),
    text(
      titled('region/code'),
      () => region.code,
      () => '/region/code',
    ),
    text(
      '地区',
      () => region.name,
      () => '/region/name',
    ),
    text(
      titled('department/code'),
      () => department.code,
      () => '/department/code',
    ),
    text(
      titled('department/name'),
      () => department.name,
      () => '/department/name',
    ),
    text(titled('units/0/code'), ({ unit }) => unit?.code, inUnit('code')),
    text(titled('units/0/name'), ({ unit }) => unit?.name, inUnit('name')),
  ];
}

const projectColumns: readonly Source[] = [
  text('范围', ({ scope }) => scope),
  number('项目序号', ({ projectNumber }) => projectNumber?.toString()),
  text(titled('units/0/projects/0/code'), ({ project }) => project?.code, inProject('code')),
  text(
    titled('units/0/projects/0/name'),
    ({ name }) => name,
    ({ at, name }) => (name === undefined ? undefined : `${at.owner}/name`),
  ),
  { ...text(titled('units/0/projects/0/parent'), ({ parent }) => parent), optional: true },
  {
    ...text(
      titled('department/overall/tasks/0/content'),
      ({ content }) => content,
      ({ at, scope }) => (scope === '重点工作任务' ? `${at.owner}/content` : undefined),
    ),
    optional: true,
  },
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
        from: (entry: Entry) => moneySource(entry, key, period),
      })),
  );
}

function moneySource({ fields, at, scope }: Entry, key: string, period: Period): FieldSource | undefined {
  const [of = '', name = ''] = key.split('/');
  const helpers = ['money'];
  const pointers = fields.get(`${key}/${period}`);
  if (pointers) return { pointers, helpers, ...(pointers.length > 1 && { derived: true }) };
  // Where the department's money is kept, its lines say; without any it is not known.
  if (scope === '部门整体' || of === 'kind') return undefined;
  return { pointers: [`${at.owner}/funding/-/amount`], helpers, member: { source: name, period } };
}

function goalSource({ fields, at, scope }: Entry, period: Period): FieldSource | undefined {
  const pointers = fields.get(period);
  if (pointers) return { pointers, ...(pointers.length > 1 && { derived: true }) };
  return scope === '重点工作任务' ? undefined : { pointers: [`${at.owner}/goals/-/text`], member: { period } };
}

const periodNames = Object.keys(periods) as Period[];

function goalColumns(entries: readonly Entry[]): Source[] {
  return periodNames
    .filter((period) => entries.some(({ goals }) => goals.has(period)))
    .map((period) => ({
      ...text(`绩效目标·${periods[period]}`, ({ goals }) => goals.get(period)),
      from: (entry: Entry) => goalSource(entry, period),
    }));
}

const indicatorField = 'units/0/projects/0/indicators/0';
const indicatorColumns: readonly Source[] = [
  number('指标序号', (entry) => String(entry.indicatorNumber)),
  {
    ...number(titled(`${indicatorField}/group`), ({ indicator }) => indicator?.group?.toString(), inIndicator('group')),
    optional: true,
  },
  text(titled(`${indicatorField}/level1`), ({ indicator }) => indicator?.level1, inIndicator('level1')),
  text(titled(`${indicatorField}/level2`), ({ indicator }) => indicator?.level2, inIndicator('level2')),
  text(titled(`${indicatorField}/name`), ({ indicator }) => indicator?.name, inIndicator('name')),
  {
    ...text(
      titled(`${indicatorField}/description`),
      ({ indicator }) => indicator?.description,
      inIndicator('description'),
    ),
    optional: true,
  },
];

/** A target as one text, and in columns: sign, value, unit and note, or free text. */
function targetColumns(
  period: string,
  field: 'annualTarget' | 'wholeTarget' | 'mediumTarget' | 'longTarget' | 'adjustedTarget',
  optional?: true,
): Source[] {
  const target = ({ indicator }: Entry): Target | undefined => indicator?.[field];
  const part = (name: 'sign' | 'value' | 'unit' | 'note' | 'text') => (entry: Entry) => {
    const found = target(entry);
    return found && (found as Partial<Record<typeof name, string>>)[name];
  };
  /** Which part of the target a column shows; undefined for all of it. */
  const from = (helper: string | undefined, name?: string) => ({
    from: (entry: Entry): FieldSource | undefined => {
      const pointer = inIndicator(field)(entry);
      if (pointer === undefined) return undefined;
      return name ? { pointers: [`${pointer}/${name}`] } : { pointers: [pointer], helpers: [helper ?? 'target'] };
    },
  });
  const parts: Source[] = [
    { ...text(`${period}指标值`, (entry) => composeTarget(target(entry))), ...from('target') },
    { ...text(`${period}指标值·符号`, part('sign')), ...from('signOf') },
    { ...number(`${period}指标值·数值`, part('value')), ...from('figureOf') },
    { ...text(`${period}指标值·计量单位`, part('unit')), ...from('unitOf') },
    { ...text(`${period}指标值·补充说明`, part('note')), ...from(undefined, 'note'), optional: true as const },
    { ...text(`${period}指标值·文字`, part('text')), ...from(undefined, 'text') },
  ];
  return optional ? parts.map((column) => ({ ...column, optional })) : parts;
}

/** Lines end with \n, and blank ones are dropped, as in the other formats. */
function lines(value: string): string {
  return paragraphsOf(value).join('\n');
}
