import { readFileSync } from 'node:fs';
import { candidatesOf } from '../../../src/check/indicators/sameThing.js';
import { type Asked, askedBy, type Statement, statementsIn } from '../../../src/check/indicators/statements.js';
import { subjectOf } from '../../../src/check/subject.js';
import { targetIn } from '../../../src/reading/targets.js';
import type { Example } from '../learn/linear.js';
import { tablesIn } from '../wild/tables.js';
import type { JudgedGoal } from './score.js';

/** A goal and the rows of its period, with what is known to contradict. */
interface Instance {
  readonly statements: readonly Statement[];
  readonly asked: readonly Row[];
}

interface Row extends Asked {
  /** Whether the row contradicts its goal; undefined where one may dispute it. */
  readonly isWrong: boolean | undefined;
  /** The words of the goal that it contradicts, as far as somebody wrote them down. */
  readonly quote?: string;
}

export function judgedGoals(file = 'test/check/goals/goals.jsonl'): JudgedGoal[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JudgedGoal);
}

/** The candidates of judged goals and of published tables, with whether they are of one thing. */
export function examplesOf(goals: readonly JudgedGoal[]): Example[] {
  return [...goals.map(instanceOf), ...tablesIn('test/check/published').flatMap(instancesOf)].flatMap(examplesIn);
}

function instanceOf({ goal, indicators, wrong, doubtful }: JudgedGoal): Instance {
  const asked = indicators.flatMap(({ name, value }, nth): Row[] => {
    const target = targetIn(value);
    const row = target && askedBy({ name }, target);
    const quote = wrong.find((each) => each.row === nth)?.goal;
    const isDoubtful = doubtful.some((each) => each.row === nth);
    if (!row) return [];
    return [{ ...row, isWrong: isDoubtful ? undefined : quote !== undefined, ...(quote !== undefined && { quote }) }];
  });
  return { statements: statementsIn(goal, undefined), asked };
}

function instancesOf({ report, faults }: ReturnType<typeof tablesIn>[number]): Instance[] {
  return subjectOf(report, []).owners.flatMap((owner) =>
    owner.goals.map(({ goal }) => ({
      statements: statementsIn(goal.text, goal.period === 'year' ? report.year : undefined),
      asked: owner.indicators.flatMap(({ path, indicator, targets }): Row[] => {
        const target = targets.find(({ period }) => period === goal.period)?.target;
        const row = target && askedBy(indicator, target);
        const own = faults.filter(({ at }) => at.some((each) => `${each}/`.startsWith(`/${path.join('/')}/`)));
        const isGoal = own.some(({ kind }) => /goal-number|same-halves|annual-over-whole|sign-lost|unit/.test(kind));
        return row ? [{ ...row, isWrong: isGoal ? undefined : false }] : [];
      }),
    })),
  );
}

function examplesIn(instance: Instance): Example[] {
  return [...naturalIn(instance), ...slipsIn(instance), ...othersIn(instance)];
}

const naturalWeight = 2;

function naturalIn({ asked, statements }: Instance): Example[] {
  return candidatesOf(asked, statements).flatMap(({ asked: { isWrong, quote = '' }, statement, parts }) => {
    if (isWrong === undefined) return [];
    const isIt = isWrong && (quote.includes(numberOf(statement)) || statement.written.includes(quote));
    return [{ parts, holds: [isIt], weight: naturalWeight }];
  });
}

function numberOf({ written }: Statement): string {
  return /\d[\d.,]*/.exec(written)?.[0] ?? written;
}

/** The statement that has a row's number, where just one has. */
function toldOf({ statements }: Instance, row: Row): Statement | undefined {
  const told = statements.filter(
    ({ value, unit, isElsewhere }) => value === row.value && unit === row.unit && !isElsewhere,
  );
  return told.length === 1 ? told[0] : undefined;
}

/** One thing of a goal without its row, and another row that the goal does not speak of: numbers of two things. */
function othersIn(instance: Instance): Example[] {
  const known = instance.asked.flatMap((row) => {
    const told = toldOf(instance, row);
    return told ? [{ row, told }] : [];
  });
  return known.flatMap(({ row, told }) =>
    known
      .filter((other) => other.row !== row && other.told !== told)
      .flatMap((other) => {
        const asked = instance.asked.filter((each) => each !== other.row);
        const statements = instance.statements.filter((each) => each !== told);
        return candidatesOf(asked, statements).flatMap(({ asked: each, statement, parts }) =>
          each === row && statement === other.told ? [{ parts, holds: [false], weight: 1 }] : [],
        );
      }),
  );
}

const least = 4;

/** What a slip of the pen makes of numbers that agree. */
const slips: readonly ((value: number) => number)[] = [
  (value) => Math.round(value * 1.2) || value + 1,
  (value) => Math.round(value * 0.85),
  turned,
  (value) => value * 1.5,
  (value) => value - 5,
  (value) => value / 10,
  (value) => Math.round(value * 0.75),
  (value) => (value >= 10_000 ? value / 10_000 : value * 1.1),
];

function turned(value: number): number {
  const digits = String(value);
  const other = Number([...digits].reverse().join(''));
  return other === value ? value * 2 : other;
}

function slipsIn(instance: Instance): Example[] {
  const { asked, statements } = instance;
  return asked.flatMap((row, nth) => {
    const only = toldOf(instance, row);
    const slip = slips[(nth + row.value.length + row.name.length) % slips.length];
    if (!only || row.isWrong !== false || Number(row.value) < least || !slip) return [];
    const value = slip(Number(row.value));
    if (!(value > 0) || (row.unit === '%' && value > 100)) return [];
    const wrong: Row = { ...row, value: String(Math.round(value * 100) / 100) };
    const altered = asked.map((each, at) => (at === nth ? wrong : each));
    return candidatesOf(altered, statements).flatMap(({ asked: each, statement, parts, likeness }) => {
      if (each !== wrong || (statement === only && likeness === 0)) return [];
      return [{ parts, holds: [statement === only], weight: 1 }];
    });
  });
}
