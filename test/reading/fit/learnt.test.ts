import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isLearnt, wholeReport } from '../../../src/reading/fit/fields.js';
import { learnt } from '../../../src/reading/fit/learnt.js';
import { shapeOf } from '../../../src/reading/fit/shape.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { specimenOf } from '../recall.js';
import { varied } from '../varied/varied.js';

/** Fields that fewer different texts stand in say nothing of what stands in them. */
const fewest = 5;

/** The texts of each field in the reports, each once a report. */
function textsOf(reports: readonly unknown[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const report of reports) {
    const seen = new Set<string>();
    const visit = (value: unknown, field: typeof wholeReport): void => {
      if (typeof value === 'string' || typeof value === 'number') {
        const key = `${field.name} ${value}`;
        if (value === '' || seen.has(key) || !isLearnt(field.name)) return;
        seen.add(key);
        found.set(field.name, [...(found.get(field.name) ?? []), String(value)]);
      } else if (Array.isArray(value)) for (const each of value) visit(each, field);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) visit(inner, field.inside(name));
    };
    visit(report, wholeReport);
  }
  return found;
}

function table(): string {
  // What the varied tables say, they say in many ways: together they count as one report.
  const reports = [...shippedLayouts.layouts.map(specimenOf), varied.map(({ gold }) => gold)];
  const lines = [...textsOf(reports)].flatMap(([name, texts]) => {
    if (texts.length < fewest) return [];
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(shapeOf(text), (counts.get(shapeOf(text)) ?? 0) + 1);
    const shapes = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    return [`${name} ${shapes.map(([shape, count]) => `${shape}:${count}`).join(' ')}`];
  });
  return lines.sort().join('\n');
}

it('has learnt what stands in each field from the specimens of the layouts and the varied tables (GOLDEN=1 learns anew)', () => {
  const file = 'src/reading/fit/learnt.ts';
  const written = readFileSync(file, 'utf8');
  if (process.env.GOLDEN)
    writeFileSync(
      file,
      written.replace(/(?<== )`[^`]*`/, () => `\`\n${table()}\n\``),
    );
  else expect(learnt.trim()).toBe(table());
}, 60_000);
