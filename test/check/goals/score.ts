import { checkReport } from '../../../src/check/check.js';
import { targetIn } from '../../../src/reading/targets.js';
import { readReport } from '../../../src/report/read.js';

/** A goal with its rows, and what somebody judged to contradict: a row, or null for the goal in itself or against the money. */
export interface JudgedGoal {
  readonly trade: string;
  readonly goal: string;
  readonly indicators: readonly { readonly level2: string; readonly name: string; readonly value: string }[];
  /** 万元. */
  readonly money: string;
  readonly wrong: readonly Contradiction[];
  readonly doubtful: readonly Contradiction[];
}

export interface Contradiction {
  readonly goal: string;
  readonly row: number | null;
  readonly why: string;
}

/** What the rules of numbers said of one judged goal. */
export interface Told {
  readonly judged: JudgedGoal;
  readonly findings: readonly ToldFinding[];
}

interface ToldFinding {
  readonly code: string;
  readonly isHint: boolean;
  readonly row: number | null;
  readonly words: string;
}

export interface Score {
  readonly wrong: number;
  readonly found: number;
  /** Found by more than a hint. */
  readonly foundSurely: number;
  readonly warnings: number;
  readonly rightWarnings: number;
  readonly hints: number;
  readonly rightHints: number;
  readonly missed: readonly string[];
  readonly falseOnes: readonly string[];
}

/** The rules that hold numbers of one table against each other. */
const codes: ReadonlySet<string> = new Set(
  'goal-number-mismatch formula-result prose-amount cost-limit deadline-late'.split(' '),
);

const levels1: readonly (readonly [RegExp, string])[] = [
  [/数量|质量|时效/, '产出指标'],
  [/成本/, '成本指标'],
  [/满意/, '满意度指标'],
  [/./, '效益指标'],
];

/** Checks each goal as a project of its own, in a report of the year that it names. */
export function toldOf(goals: readonly JudgedGoal[]): Told[] {
  return goals.map((judged, nth) => ({ judged, findings: findingsOf(judged, nth) }));
}

function findingsOf({ goal, indicators, money }: JudgedGoal, nth: number): ToldFinding[] {
  const year = Number(/20\d\d(?=年)/.exec(`${goal}${indicators.map(({ value }) => value).join()}`)?.[0] ?? 2025);
  const amount = money.replace(/[^\d.]/g, '');
  const department = { name: '某县财政局' };
  const project = {
    name: `项目${nth}`,
    funding: [{ source: 'total', period: 'year', amount }],
    goals: [{ period: 'year', text: goal }],
    indicators: indicators.map(({ level2, name, value }) => ({
      level1: levels1.find(([pattern]) => pattern.test(level2))?.[1],
      level2: level2.endsWith('指标') ? level2 : `${level2}指标`,
      name,
      annualTarget: targetIn(value),
    })),
  };
  const report = {
    ...{ year, region: { name: '四川省' }, title: '项目支出绩效目标表', moneyUnit: '万元', department },
    units: [{ ...department, projects: [project] }],
  };
  const read = readReport(Buffer.from(JSON.stringify(report)), 'goals.json');
  return checkReport(read, []).findings.flatMap(({ problem }) => {
    const row = /\/indicators\/(\d+)/.exec(problem.place?.pointer ?? '')?.[1];
    if (!codes.has(problem.code)) return [];
    const isHint = problem.severity === 'hint';
    return [{ code: problem.code, isHint, row: row === undefined ? null : Number(row), words: problem.message.zh }];
  });
}

export function scoreOf(told: readonly Told[]): Score {
  const [missed, falseOnes]: [string[], string[]] = [[], []];
  const counts = { wrong: 0, found: 0, foundSurely: 0, warnings: 0, rightWarnings: 0, hints: 0, rightHints: 0 };
  for (const { judged, findings } of told) {
    for (const wrong of judged.wrong) {
      const own = findings.filter(({ row }) => row === wrong.row);
      counts.wrong += 1;
      if (own.length > 0) counts.found += 1;
      else missed.push(`${judged.trade} ${wrong.goal} / ${rowOf(judged, wrong.row)}  (${wrong.why})`);
      if (own.some(({ isHint }) => !isHint)) counts.foundSurely += 1;
    }
    const known = [...judged.wrong, ...judged.doubtful];
    for (const { isHint, row, code, words } of findings) {
      const isRight = known.some((each) => each.row === row);
      counts[isHint ? 'hints' : 'warnings'] += 1;
      if (isRight) counts[isHint ? 'rightHints' : 'rightWarnings'] += 1;
      else falseOnes.push(`${isHint ? '? ' : '! '}${code} ${words} — ${judged.trade} ${judged.goal}`);
    }
  }
  return { ...counts, missed, falseOnes };
}

function rowOf({ indicators }: JudgedGoal, row: number | null): string {
  const at = row === null ? undefined : indicators[row];
  return at ? `${at.name} ${at.value}` : 'goal';
}
