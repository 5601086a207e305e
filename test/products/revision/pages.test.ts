import { expect, it } from 'vitest';
import { diffReports } from '../../../src/diff/diff.js';
import { pagesOf } from '../../../src/generate.js';
import type { Layout } from '../../../src/layouts/find.js';
import { pageFinder } from '../../../src/products/revision/pages.js';
import { edited, seed } from '../../diff/edits.js';
import { fonts } from '../../shippedFonts.js';
import { shippedLayouts } from '../../shippedLayouts.js';

const { layouts } = shippedLayouts;

it.each([
  ['guangzhou-2025', 'guangzhou/project-2025'],
  ['guangzhou-2023', 'guangzhou/project-2023'],
  ['tianjin-2023', 'tianjin/project-2023'],
  ['shanghai-2024', 'shanghai/project-2024'],
])('%s: each project’s page is the one that shows it, repeated names too', (name, id) => {
  const before = seed(name);
  let number = 0;
  const after = edited(before, (copy) => {
    for (const project of copy.units.flatMap((unit) => unit.projects)) {
      number += 1;
      for (const line of project.funding ?? []) line.amount = `${6000 + number}.5${number % 10}`;
    }
  });
  const layout = layouts.find(({ manifest }) => manifest.id === id) as Layout;
  const pages = pagesOf(after, [layout], fonts);
  const pageOf = pageFinder(after, pages);
  const texts = pages.pages.map((page) =>
    page.parts
      .flatMap((part) => part.lines)
      .map((line) => line.spans.map((span) => span.text).join(''))
      .join('\n')
      .replaceAll(',', ''),
  );
  const changes = diffReports(before, after).filter((change) => change.type === 'amount');
  expect(new Set(changes.map((change) => JSON.stringify(change.owner))).size).toBe(number);
  for (const change of changes) {
    const page = pageOf(change);
    expect(texts[(page ?? 0) - 1]).toContain(change.after?.text.zh);
  }
});
