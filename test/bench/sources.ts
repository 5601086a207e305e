import { fillLayout, fillWithSources } from '../../src/layouts/fill.js';
import type { Report } from '../../src/report/schema.js';
import { type BenchLayout, generateReport } from './generateReport.js';
import { inTurn, median } from './repeat.js';
import type { Filling } from './result.js';
import { shippedLayout } from './stages.js';

const projects = 200;
const warmUp = 3;

/** CPU of filling a layout, and of filling it so that every text tells its field, in turn; each of a report not seen before. */
export function measureFilling({
  layout: id,
  repeat,
}: {
  readonly layout: BenchLayout;
  readonly repeat: number;
}): Filling {
  const text = JSON.stringify(generateReport({ seed: 1, projects, layout: id }));
  const layout = shippedLayout(id);
  const fills = { plain: fillLayout, told: fillWithSources };
  const times = { plain: [] as number[], told: [] as number[] };
  for (let round = -warmUp; round < repeat; round++) {
    for (const kind of inTurn(['plain', 'told'] as const, Math.abs(round))) {
      const report = JSON.parse(text) as Report;
      const before = process.cpuUsage();
      fills[kind](layout, report);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[kind].push((user + system) / 1000);
    }
  }
  return { projects, plain: median(times.plain), told: median(times.told) };
}
