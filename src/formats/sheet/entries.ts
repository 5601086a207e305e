import { sumAmounts } from '../../report/money.js';
import type {
  ExpenditureLine,
  FundingLine,
  Goal,
  Indicator,
  Overall,
  Project,
  Report,
  Task,
  Unit,
} from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';

/** The data of one row. */
export interface Entry {
  readonly scope: '部门整体' | '重点工作任务' | '项目';
  readonly unit?: Unit;
  readonly project?: Project;
  /** Counted through all published projects, from 1. */
  readonly projectNumber?: number;
  /** Of the project or task. */
  readonly name?: string;
  /** The name of the parent project, if that is published. */
  readonly parent?: string | undefined;
  readonly content?: string | undefined;
  /** Amounts as stated, by `source/<source>/<period>` and `kind/<kind>/<period>`. */
  readonly money: ReadonlyMap<string, string>;
  readonly goals: ReadonlyMap<Period, string>;
  readonly indicator?: Indicator;
  /** From 1 within its project. */
  readonly indicatorNumber: number;
  /** JSON pointers to the unit; to the project, the task or the department's whole; to the list of indicators there. */
  readonly at: { readonly unit?: string; readonly owner: string; readonly indicators?: string };
  /** By key of `money` and `goals`, the fields that it is of. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

type Owner = Omit<Entry, 'indicator' | 'indicatorNumber'>;

/** The rows of a report in its own order: the department as a whole, its tasks, then project by project. */
export function entriesOf(report: Report): Entry[] {
  const { overall, funding } = report.department;
  return [
    ...(overall ? entries(wholeOf(overall, funding), overall.indicators) : []),
    ...(overall?.tasks ?? []).flatMap((task, index) => entries(taskOf(task, `/department/overall/tasks/${index}`), [])),
    ...projectEntries(report),
  ];
}

/** An entry for each indicator; without indicators one, so that nothing with money or goals is missing. */
function entries(owner: Owner, indicators: readonly Indicator[] = []): Entry[] {
  if (indicators.length === 0) return [{ ...owner, indicatorNumber: 1 }];
  return indicators.map((indicator, index) => ({ ...owner, indicator, indicatorNumber: index + 1 }));
}

function wholeOf(overall: Overall, funding: readonly FundingLine[] | undefined): Owner {
  const money = moneyOf([...(overall.income ?? funding ?? []), ...(overall.expenditure ?? [])]);
  const owner = '/department/overall';
  const fields = new Map([
    ...moneyFields(overall.income ?? funding, overall.income ? `${owner}/income` : '/department/funding'),
    ...moneyFields(overall.expenditure, `${owner}/expenditure`),
    ...goalFields(overall.goals, `${owner}/goals`),
  ]);
  return {
    scope: '部门整体',
    money,
    goals: goalsOf(overall.goals),
    fields,
    at: { owner, indicators: `${owner}/indicators` },
  };
}

function taskOf({ name, content, funding, expected }: Task, owner: string): Owner {
  const goals = new Map<Period, string>(expected === undefined ? [] : [['year', expected]]);
  const fields = new Map([...moneyFields(funding, `${owner}/funding`), ['year', [`${owner}/expected`]] as const]);
  return { scope: '重点工作任务', name, content, money: moneyOf(funding), goals, fields, at: { owner } };
}

function projectEntries({ units }: Report): Entry[] {
  const published = units.flatMap((unit, unitIndex) =>
    unit.projects.flatMap((project, index) =>
      project.publish === false ? [] : [{ unit, project, unitAt: `/units/${unitIndex}`, index }],
    ),
  );
  const names = new Map(published.flatMap(({ project: { id, code, name } }) => [id, code].map((key) => [key, name])));
  return published.flatMap(({ unit, project, unitAt, index: own }, index) => {
    const { name, funding, goals, indicators } = project;
    const owner = { scope: '项目', unit, project, projectNumber: index + 1, name } as const;
    const parent = project.parent === undefined ? undefined : names.get(project.parent);
    const projectAt = `${unitAt}/projects/${own}`;
    const fields = new Map([
      ...moneyFields(funding, `${projectAt}/funding`),
      ...goalFields(goals, `${projectAt}/goals`),
    ]);
    const at = { unit: unitAt, owner: projectAt, indicators: `${projectAt}/indicators` };
    return entries({ ...owner, parent, money: moneyOf(funding), goals: goalsOf(goals), fields, at }, indicators);
  });
}

function moneyFields(lines: readonly (FundingLine | ExpenditureLine)[] = [], list: string): [string, string[]][] {
  const fields = new Map<string, string[]>();
  lines.forEach((line, index) => {
    const key = moneyKey(line);
    fields.set(key, [...(fields.get(key) ?? []), `${list}/${index}/amount`]);
  });
  return [...fields];
}

function goalFields(goals: readonly Goal[] = [], list: string): [string, string[]][] {
  const fields = new Map<string, string[]>();
  goals.forEach(({ period }, index) => {
    fields.set(period, [...(fields.get(period) ?? []), `${list}/${index}/text`]);
  });
  return [...fields];
}

function moneyKey(line: FundingLine | ExpenditureLine): string {
  return `${'source' in line ? `source/${line.source}` : `kind/${line.kind}`}/${line.period}`;
}

/** Several lines of one source and period are added, exactly. */
function moneyOf(lines: readonly (FundingLine | ExpenditureLine)[] = []): Map<string, string> {
  const amounts = new Map<string, string[]>();
  for (const line of lines) {
    const key = moneyKey(line);
    amounts.set(key, [...(amounts.get(key) ?? []), line.amount]);
  }
  return new Map([...amounts].map(([key, list]) => [key, list.length === 1 ? (list[0] as string) : sumAmounts(list)]));
}

/** The goals of each period, a line each; one with a name begins with it. */
function goalsOf(goals: readonly Goal[] = []): Map<Period, string> {
  const texts = new Map<Period, string>();
  for (const { period, name, text } of goals) {
    const above = texts.get(period);
    const goal = name === undefined ? text : `${name}：${text}`;
    texts.set(period, above === undefined ? goal : `${above}\n${goal}`);
  }
  return texts;
}
