import { checkReport } from '../../../src/check/check.js';
import { readReport } from '../../../src/report/read.js';
import { files, type JudgedRow, judgedRows } from './examples.js';

/**
 * `npm run rows [-- [--held-out] [CODE]]`: what the rules say of the judged rows, each in a project of its own. Prints, for each code (`?`: as a hint), of
 * how many rows that stand, that are sent back and that one may dispute it speaks; with a CODE, the rows that stand of which it speaks:
 * false alarms. Names and values that only `doubtful-…` tells were learned from these rows, so that their figures say something only of
 * those that were held out; those of the other rules do of all, which were not written with them.
 */
const levels1: readonly (readonly [RegExp, string])[] = [
  [/数量|质量|时效/, '产出指标'],
  [/成本/, '成本指标'],
  [/满意/, '满意度指标'],
  [/./, '效益指标'],
];

const words = process.argv.slice(2);
const rows = files.flatMap(judgedRows).filter(({ isHeldOut }) => isHeldOut || !words.includes('--held-out'));
const code = words.find((word) => !word.startsWith('--'));
const told = toldOf(rows);
if (code === undefined) console.log(table());
else
  for (const [nth, codes] of told)
    if (judged(rows[nth] as JudgedRow) === 0 && codes.has(code)) {
      const { level, name, value } = rows[nth] as JudgedRow;
      console.log([level, name, value].join('\t'));
    }

/** 0 for a row that stands, 1 for one that is sent back, 2 for one that one may dispute. */
function judged({ verdicts }: JudgedRow): 0 | 1 | 2 {
  if (verdicts.every((verdict) => verdict.startsWith('ok'))) return 0;
  return verdicts.some((verdict) => !verdict.endsWith('?')) ? 1 : 2;
}

function toldOf(all: readonly JudgedRow[]): ReadonlyMap<number, ReadonlySet<string>> {
  const projects = all.map(({ level, name, value }, nth) => {
    const level1 = levels1.find(([pattern]) => pattern.test(level))?.[1];
    const level2 = level === '满意度' ? '服务对象满意度指标' : `${level}指标`;
    const annualTarget = value === '' ? undefined : { text: value };
    return { name: `项目${nth}`, indicators: [{ level1, level2, name, annualTarget }] };
  });
  const department = { name: '某县财政局' };
  const report = {
    ...{ year: 2026, region: { name: '四川省' }, title: '项目支出绩效目标表', moneyUnit: '万元', department },
    units: [{ ...department, projects }],
  };
  const found = new Map<number, Set<string>>();
  for (const { problem } of checkReport(readReport(Buffer.from(JSON.stringify(report)), 'rows.json'), []).findings) {
    const nth = /^\/units\/0\/projects\/(\d+)\/indicators\/0/.exec(problem.place?.pointer ?? '')?.[1];
    if (nth === undefined) continue;
    const codes = found.get(Number(nth)) ?? new Set();
    found.set(Number(nth), codes.add(`${problem.code}${problem.severity === 'hint' ? '?' : ''}`));
  }
  return found;
}

function table(): string {
  const counts = new Map<string, [number, number, number]>();
  for (const [nth, codes] of told)
    for (const each of codes) {
      const count = counts.get(each) ?? [0, 0, 0];
      count[judged(rows[nth] as JudgedRow)] += 1;
      counts.set(each, count);
    }
  const sorted = [...counts].sort(([, [one]], [, [other]]) => other - one);
  const lines = sorted.map(([each, count]) => [each.padEnd(28), ...count.map((n) => String(n).padStart(8))].join(''));
  return [['code'.padEnd(28), '   stands', '    back', 'disputed'].join(''), ...lines].join('\n');
}
