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
}

type Owner = Omit<Entry, 'indicator' | 'indicatorNumber'>;

/** The rows of a report in its own order: the department as a whole, its tasks, then project by project. */
export function entriesOf(report: Report): Entry[] {
  const { overall, funding } = report.department;
  return [
    ...(overall ? entries(wholeOf(overall, funding), overall.indicators) : []),
    ...(overall?.tasks ?? []).flatMap((task) => entries(taskOf(task), [])),
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
  return { scope: '部门整体', money, goals: goalsOf(overall.goals) };
}

function taskOf({ name, content, funding, expected }: Task): Owner {
  const goals = new Map<Period, string>(expected === undefined ? [] : [['year', expected]]);
  return { scope: '重点工作任务', name, content, money: moneyOf(funding), goals };
}

function projectEntries({ units }: Report): Entry[] {
  const published = units.flatMap((unit) =>
    unit.projects.filter((project) => project.publish !== false).map((project) => ({ unit, project })),
  );
  const names = new Map(published.flatMap(({ project: { id, code, name } }) => [id, code].map((key) => [key, name])));
  return published.flatMap(({ unit, project }, index) => {
    const { name, funding, goals, indicators } = project;
    const owner = { scope: '项目', unit, project, projectNumber: index + 1, name } as const;
    const parent = project.parent === undefined ? undefined : names.get(project.parent);
    return entries({ ...owner, parent, money: moneyOf(funding), goals: goalsOf(goals) }, indicators);
  });
}

/** Several lines of one source and period are added, exactly. */
function moneyOf(lines: readonly (FundingLine | ExpenditureLine)[] = []): Map<string, string> {
  const amounts = new Map<string, string[]>();
  for (const line of lines) {
    const key = `${'source' in line ? `source/${line.source}` : `kind/${line.kind}`}/${line.period}`;
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
