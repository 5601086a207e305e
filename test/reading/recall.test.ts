import { expect, it } from 'vitest';
import { readWith } from '../../src/reading/reading.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { compared, documentOf, leavesOf, printedLeaves, specimenOf } from './recall.js';
import { treeItems } from './treeItems.js';

it('reads each layout back', () => {
  const only = process.env.ONLY;
  const lines: string[] = [];
  for (const layout of shippedLayouts.layouts) {
    if (only && !layout.manifest.id.includes(only)) continue;
    const report = specimenOf(layout);
    const t = performance.now();
    let reading;
    try {
      reading = readWith(layout, treeItems(documentOf(layout, report)));
    } catch (e) {
      lines.push(`${layout.manifest.id} FAILED ${String((e as Error).stack).slice(0, 300)}`);
      continue;
    }
    const ms = Math.round(performance.now() - t);
    const { leaves, read, wrong, lost, extra } = compared(printedLeaves(layout, report), leavesOf(reading.report));
    lines.push(
      `${((100 * read) / leaves).toFixed(1).padStart(5)} ${layout.manifest.id} ${read}/${leaves} wrong ${wrong.length} lost ${lost.length} extra ${extra.length} left ${reading.left.length} cost ${reading.cost.toFixed(2)} ${ms}ms`,
    );
    if (only)
      lines.push(
        ...wrong.slice(0, 30).map((x) => `  W ${x}`),
        ...lost.slice(0, 30).map((x) => `  L ${x}`),
        ...extra.slice(0, 15).map((x) => `  X ${x}`),
        ...reading.left.slice(0, 15).map((x) => `  left ${x.why} ${JSON.stringify(x.place)} ${x.text}`),
        JSON.stringify(reading.notes.slice(0, 5)),
        JSON.stringify(reading.questions.map((q) => q.id)),
      );
  }
  console.log(lines.join('\n'));
  expect(lines.length).toBeGreaterThan(0);
});
