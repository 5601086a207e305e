import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { exampleReport, patched } from '../../src/check/example.js';
import { judge } from '../../src/check/judge.js';
import type { Sound } from '../../src/check/sound.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { type Case, casesOf } from './cases.js';

const read = (report: Report) => readReport(Buffer.from(JSON.stringify(report)), 'example.json');
const codes = readdirSync('test/cases/check').map((file) => file.replace('.json', ''));
const verdict = (report: Report, { expects }: Pick<Case, 'expects'>, known?: Sound) => {
  const { errors, warnings, sound } = judge(read(report), expects ? [expects] : [], known);
  return { errors, warnings, sound };
};

/** What was sound before an edit is not looked through again: the verdict must not know the difference. */
describe.each(codes)('%s', (code) => {
  const { fails, passes } = casesOf(code);

  it('counts as a whole check does', () => {
    for (const each of [...fails, ...passes]) {
      const report = patched(each.patch);
      const all = checkReport(read(report), each.expects ? [each.expects] : []).findings.map(({ problem }) => problem);
      const { errors, warnings } = verdict(report, each);
      expect(errors, each.why).toEqual(all.filter(({ severity }) => severity === 'error'));
      expect(warnings, each.why).toBe(all.filter(({ severity }) => severity === 'warning').length);
    }
  });

  it('is the same after an edit, whatever was known before it, and after the edit is taken back', () => {
    for (const each of [...fails, ...passes]) {
      const report = patched(each.patch);
      const [before, after] = [verdict(exampleReport, each), verdict(report, each)];
      expect(verdict(report, each, before.sound), each.why).toEqual(after);
      expect(verdict(exampleReport, each, after.sound), each.why).toEqual(before);
      expect(verdict(report, each, after.sound), each.why).toEqual(after);
    }
  });
});

it('is the same for the published tables after any one project has been taken out', () => {
  for (const name of ['guangzhou-2023', 'guangzhou-2025', 'tianjin-2023', 'shanghai-2024']) {
    const { accepted: _, ...report } = JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as Report;
    const { sound } = verdict(report, {});
    expect(verdict(report, {}, sound)).toEqual(verdict(report, {}));
    report.units.forEach((unit, u) => {
      unit.projects.forEach(({ id }, p) => {
        if (unit.projects.some(({ parent }) => parent !== undefined && parent === id)) return;
        const without = patched({ [`/units/${u}/projects/${p}`]: null }, report);
        expect(verdict(without, {}, sound), `${name} ${u}/${p}`).toEqual(verdict(without, {}));
      });
    });
  }
});

it('looks again at a project in which something is accepted', () => {
  const accepted = [
    { code: 'unit-missing', at: '/units/0/projects/0/indicators/0/annualTarget/value', reason: '如此' },
  ];
  const { sound } = verdict({ ...exampleReport, accepted }, {});
  expect(Object.keys(sound)).toHaveLength(1);
});
