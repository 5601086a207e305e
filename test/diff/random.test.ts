import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Change, codeOf } from '../../src/diff/change.js';
import { diffReports } from '../../src/diff/diff.js';
import { isBlankAmount } from '../../src/report/money.js';
import type { Indicator, Project, Report } from '../../src/report/schema.js';
import { runs } from '../runs.js';
import { seed } from './edits.js';

/** Random edits of a seed, one a project, and what must be told of each: that, once, and nothing else. */

/** Makes the edit and gives the code that tells it; undefined where the project has nothing to edit so. */
type Edit = (project: Project, dice: number) => string | undefined;

const pick = <T>(list: readonly T[] | undefined, dice: number): T | undefined =>
  list === undefined || list.length === 0 ? undefined : list[dice % list.length];

const quantities = (project: Project): Indicator[] =>
  (project.indicators ?? []).filter(({ annualTarget }) => annualTarget !== undefined && 'value' in annualTarget);

const edits: Record<string, Edit> = {
  amount: (project, dice) => {
    const line = pick(project.funding, dice);
    if (!line) return undefined;
    line.amount = new Big(isBlankAmount(line.amount) ? '0' : line.amount).plus(`${dice + 1}.25`).toFixed(2);
    return 'amount-changed';
  },
  goal: (project, dice) => {
    const goal = pick(project.goals, dice);
    if (!goal) return undefined;
    const at = dice % goal.text.length;
    goal.text = `${goal.text.slice(0, at)}（按审核意见调整${dice}）${goal.text.slice(at)}`;
    return 'text-changed';
  },
  target: (project, dice) => {
    const target = pick(quantities(project), dice)?.annualTarget;
    if (!target || !('value' in target)) return undefined;
    target.value = new Big(target.value).plus(dice + 1).toFixed();
    return 'target-raised';
  },
  rename: (project, dice) => {
    project.name = `${project.name}（调整${dice}）`;
    return 'project-renamed';
  },
  renameIndicator: (project, dice) => {
    const indicator = pick(project.indicators, dice);
    if (!indicator) return undefined;
    indicator.name = `${indicator.name}（含线上）`;
    return 'indicator-renamed';
  },
  removeIndicator: (project, dice) => {
    if (!project.indicators?.length) return undefined;
    project.indicators.splice(dice % project.indicators.length, 1);
    return 'indicator-removed';
  },
  addIndicator: (project, dice) => {
    const indicator = { level1: '满意度指标', name: `审核后补充的满意度${dice}`, annualTarget: { text: '满意' } };
    project.indicators = [...(project.indicators ?? []), indicator];
    return 'indicator-added';
  },
  field: (project, dice) => {
    project.investmentField = `领域${dice}`;
    return 'value-changed';
  },
  remove: () => 'project-removed',
};

const plan = fc.record({
  seed: fc.constantFrom('guangzhou-2023', 'guangzhou-2025', 'tianjin-2023', 'shanghai-2024'),
  steps: fc.uniqueArray(
    fc.record({
      project: fc.nat(60),
      kind: fc.constantFrom(...Object.keys(edits)),
      dice: fc.nat(30),
    }),
    { selector: (step) => step.project, maxLength: 12 },
  ),
  added: fc.nat(2),
});

function removed(report: Report, project: Project): void {
  for (const unit of report.units) unit.projects = unit.projects.filter((each) => each !== project);
}

function applied({ seed: name, steps, added }: typeof plan extends fc.Arbitrary<infer T> ? T : never) {
  const before = seed(name);
  const after = seed(name);
  const all = after.units.flatMap((unit) => unit.projects);
  const parents = new Set(all.map((project) => project.parent));
  const expected: string[] = [];
  const taken = new Set<Project>();
  for (const { project: at, kind, dice } of steps) {
    const project = all[at % all.length] as Project;
    // A parent that goes leaves its children pointing at nothing: not a report.
    const isParent = parents.has(project.id ?? project.code ?? '');
    if (taken.has(project) || (kind === 'remove' && isParent)) continue;
    taken.add(project);
    const code = edits[kind]?.(project, dice);
    if (kind === 'remove') removed(after, project);
    if (code !== undefined) expected.push(code);
  }
  for (let number = 0; number < added; number += 1) {
    const funding = [{ source: 'total', period: 'year', amount: `${number + 3}.00` } as const];
    after.units.at(-1)?.projects.push({ name: `年中追加的专项${number}`, funding });
    expected.push('project-added');
  }
  return { before, after, expected };
}

/** What was told of an amount adds up: before and the difference are after. */
function addsUp(change: Change): boolean {
  if (change.type !== 'amount') return true;
  const number = (text: string | undefined): Big => new Big(text === undefined || isBlankAmount(text) ? '0' : text);
  return number(change.before?.text.zh).plus(number(change.difference)).eq(number(change.after?.text.zh));
}

it('finds each random edit once and tells nothing else', () => {
  fc.assert(
    fc.property(plan, (wanted) => {
      const { before, after, expected } = applied(wanted);
      const changes = diffReports(before, after);
      expect(changes.map(codeOf).sort()).toEqual(expected.sort());
      expect(changes.every(addsUp)).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});

it('tells the same edits backwards', () => {
  fc.assert(
    fc.property(plan, (wanted) => {
      const { before, after } = applied(wanted);
      expect(diffReports(after, before)).toHaveLength(diffReports(before, after).length);
    }),
    { numRuns: runs(100) },
  );
});
