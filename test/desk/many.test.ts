import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Act } from '../../src/desk/wire.js';
import { runs } from '../runs.js';
import { deskIn, deskOn, reportIn, sample, Tab } from './desk.js';

const step = fc.record({
  what: fc.integer({ min: 0, max: 11 }),
  at: fc.nat(1_000),
  text: fc.constantFrom('≥3个', '新的名称', '1,200.5', '2026-05-06', '', '第一段\n第二段', '90%以上'),
});

/** Two projects of a sample: enough for everything to move about. */
const small = JSON.parse(sample('tianjin-2023'));
small.units = [
  {
    ...small.units[0],
    projects: small.units[0].projects.map((project: { indicators: object[] }) => ({
      ...project,
      indicators: project.indicators.slice(0, 4),
    })),
  },
];

/** What a person might do next, by numbers. */
function actOf(tab: Tab, { what, at, text }: { what: number; at: number; text: string }): Act | undefined {
  const fields = Object.values(tab.view.sheet?.fields ?? {});
  const field = fields[at % fields.length];
  const rows = [
    ...new Set(fields.flatMap(({ pointers: [first = ''] }) => /^(.*\/indicators\/\d+)\//.exec(first)?.[1] ?? [])),
  ];
  const record = rows[at % Math.max(1, rows.length)];
  if (what === 0) return { type: 'undo' };
  if (what === 1) return { type: 'redo' };
  const how = (['add', 'remove', 'copy', 'up', 'down'] as const)[at % 5] ?? 'add';
  if (what === 2 && record) return { type: 'row', how, record };
  if (what === 3) return { type: 'project', how, at: tab.view.sheet?.form ?? '' };
  if (!field || what === 4) return undefined;
  const { kind, pointers, member, unit, was } = field;
  return {
    type: 'set',
    kind,
    pointers,
    text,
    was,
    visit: String(at % 3),
    ...(member && { member }),
    ...(unit && { unit }),
  };
}

it('has the data in the file that it says it has, after whatever was done, and after a restart', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      const { desk, folder } = deskOn({ r: small });
      const tab = new Tab(desk, 'r');
      for (const [index, each] of steps.entries()) {
        const act = actOf(tab, each);
        if (!act) continue;
        const { go, sheet } = tab.act(act);
        tab.form = go?.form || sheet?.form || tab.form;
        if (index % 7 === 3) desk.saveAll();
      }
      const expected = desk.open('r').desk.report;
      if (steps.length % 2 === 0) desk.saveAll();
      // As after a power failure: what was acknowledged is in the journal or in the file.
      const after = deskIn(folder);
      expect(after.open('r').desk.report).toEqual(expected);
      after.saveAll();
      expect(reportIn(folder, 'r')).toEqual(JSON.parse(JSON.stringify(expected)));
      const again = new Tab(after, 'r');
      for (let times = 0; times < steps.length && again.view.canUndo !== undefined; times += 1)
        again.act({ type: 'undo' });
      expect(after.open('r').desk.report).toEqual(small);
    }),
    { numRuns: runs(40) },
  );
});
