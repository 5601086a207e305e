import { expect, it } from 'vitest';
import { checkReport } from '../../../src/check/check.js';
import { exampleReport } from '../../../src/check/example.js';
import { slips } from './slips.js';

/** Texts of a report at a time. */
const most = 100;

/** Which texts have a finding, as the overview of a project each; hints too. */
function toldOf(texts: readonly string[]): boolean[] {
  const told = texts.map(() => false);
  for (let from = 0; from < texts.length; from += most) {
    const part = texts.slice(from, from + most);
    const [unit] = exampleReport.units;
    const [project] = unit?.projects ?? [];
    if (!unit || !project) throw new Error('the example has no project');
    const projects = part.map((summary, index) => ({ ...project, name: `项目${index}`, summary }));
    const report = { ...exampleReport, units: [{ ...unit, projects }] };
    const { findings } = checkReport({ report, text: JSON.stringify(report), file: 'slips.json', warnings: [] }, []);
    for (const { problem } of findings) {
      const [, index] = /^\/units\/0\/projects\/(\d+)\/summary/.exec(problem.place?.pointer ?? '') ?? [];
      if (index !== undefined) told[from + Number(index)] = true;
    }
  }
  return told;
}

it('slips of typing are found in texts that were never counted, and right texts are left alone', () => {
  const held = slips().filter((_, index) => index % 2 === 1);
  const told = toldOf(held.map(({ text }) => text));
  const share = (...kinds: readonly string[]): number => {
    const of = told.filter((_, index) => kinds.includes(held[index]?.kind ?? ''));
    return of.filter(Boolean).length / of.length;
  };
  expect(held.length).toBeGreaterThan(1000);
  expect(share('homophone')).toBeGreaterThan(0.58);
  expect(share('shape', 'swapped', 'doubled')).toBeGreaterThan(0.42);
  expect(share('lost')).toBeGreaterThan(0.25);
  expect(share('ok')).toBeLessThan(0.02);
});
