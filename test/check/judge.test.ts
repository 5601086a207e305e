import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { exampleReport, patched } from '../../src/check/example.js';
import { judge } from '../../src/check/judge.js';
import type { PassedProjects } from '../../src/check/passed.js';
import { type ReadReport, readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { share } from '../runs.js';
import { type Case, casesOf, heldTo } from './cases.js';

const reading = (report: Report) => readReport(Buffer.from(JSON.stringify(report)), 'example.json');
/** Read once: the tests ask for the same reports again and again. */
const readings = new WeakMap<Report, ReadReport>();
const read = (report: Report): ReadReport => {
  const known = readings.get(report) ?? reading(report);
  readings.set(report, known);
  return known;
};
const codes = readdirSync('test/cases/check').map((file) => file.replace('.json', ''));
const verdict = (report: Report, held: Pick<Case, 'expects' | 'layout'>, known?: PassedProjects) => {
  const whole = read(report);
  const { expectations, pages } = heldTo(whole.report, held);
  return judge(whole, expectations, known, pages);
};

/** What passed before an edit is not looked through again: the verdict must not know the difference. */
describe.each(codes)('%s', (code) => {
  const { fails, passes } = casesOf(code);

  const reports = share([...fails, ...passes]).map((each) => ({ each, report: patched(each.patch) }));

  it('counts as a whole check does', () => {
    for (const { each, report } of reports) {
      const whole = read(report);
      const { expectations, pages } = heldTo(whole.report, each);
      const all = checkReport(whole, expectations, pages).findings.map(({ problem }) => problem);
      const { errors, warnings, listed } = verdict(report, each);
      expect(errors, each.why).toEqual(all.filter(({ severity }) => severity === 'error'));
      expect(listed, each.why).toEqual(all.filter((problem) => problem.code === 'field-not-printed'));
      const others = all.filter(({ severity, code }) => severity === 'warning' && code !== 'field-not-printed');
      expect(warnings, each.why).toBe(others.length);
    }
  });

  it('is the same after an edit, whatever was known before it, and after the edit is taken back', () => {
    for (const { each, report } of reports) {
      const [before, after] = [verdict(exampleReport, each), verdict(report, each)];
      expect(verdict(report, each, before.passed), each.why).toEqual(after);
      expect(verdict(exampleReport, each, after.passed), each.why).toEqual(before);
      expect(verdict(report, each, after.passed), each.why).toEqual(after);
    }
  });
});

it('is the same for the published tables after any one project has been taken out', () => {
  for (const name of ['guangzhou-2023', 'guangzhou-2025', 'tianjin-2023', 'shanghai-2024']) {
    const { accepted: _, ...report } = JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as Report;
    const { passed } = verdict(report, {});
    expect(verdict(report, {}, passed)).toEqual(verdict(report, {}));
    const alone = report.units.flatMap(({ projects }, u) =>
      projects.flatMap(({ id }, p) =>
        projects.some(({ parent }) => parent !== undefined && parent === id) ? [] : [`/units/${u}/projects/${p}`],
      ),
    );
    for (const at of share(alone)) {
      const without = patched({ [at]: null }, report);
      expect(verdict(without, {}, passed), `${name} ${at}`).toEqual(verdict(without, {}));
    }
  }
});

describe('what is accepted in a project', () => {
  const fault = { '/units/0/projects/0/indicators/0/annualTarget': { sign: '≥', value: '20', unit: '≥场' } };
  const faulty = patched(fault);
  const at = '/units/0/projects/0/indicators/0/annualTarget/unit';
  const accepting = (named: string, where = at): Report => ({
    ...faulty,
    accepted: [{ code: named, at: where, reason: '如此' }],
  });

  const [rule] = checkReport(read(faulty), []).findings.filter(({ problem }) => problem.severity === 'error');
  const code = rule?.problem.code as string;

  it('lets it pass, and counts as met when it is not looked at again', () => {
    const first = verdict(accepting(code), {});
    expect(first.errors).toEqual([]);
    expect(Object.keys(first.passed)).toHaveLength(2);
    expect(verdict(accepting(code), {}, first.passed)).toEqual(first);
  });

  it('is looked at again when it is taken back, moved, or written elsewhere', () => {
    const { passed } = verdict(accepting(code), {});
    for (const report of [faulty, accepting(code, '/units/0/projects/1/name'), accepting('no-such-rule')])
      expect(verdict(report, {}, passed)).toEqual(verdict(report, {}));
    expect(verdict(accepting(code), {}, verdict(faulty, {}).passed)).toEqual(verdict(accepting(code), {}));
  });

  it('is looked at each time where it meets nothing, so that it is said each time', () => {
    const first = verdict(accepting('quote-pairs', '/units/0/projects/1/name'), {});
    expect(Object.keys(first.passed)).toHaveLength(0);
    expect(verdict(accepting('quote-pairs', '/units/0/projects/1/name'), {}, first.passed)).toEqual(first);
  });
});

it('is the same for the published tables with what is accepted in them, before and after', () => {
  for (const name of ['guangzhou-2023', 'guangzhou-2025', 'nansha-2024', 'tianjin-2023', 'shanghai-2024']) {
    const report = JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as Report;
    const first = verdict(report, {});
    const projects = report.units.reduce((sum, unit) => sum + unit.projects.length, 0);
    expect(Object.keys(first.passed)).toHaveLength(projects);
    expect(verdict(report, {}, first.passed)).toEqual(first);
    const accepted = report.accepted ?? [];
    for (const [index] of accepted.entries()) {
      const fewer = { ...report, accepted: accepted.filter((_, other) => other !== index) };
      expect(verdict(fewer, {}, first.passed), `${name} without ${index}`).toEqual(verdict(fewer, {}));
    }
  }
});
