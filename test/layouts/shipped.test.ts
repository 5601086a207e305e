import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkLayout } from '../../src/layouts/checker/checkLayout.js';
import { findLayouts } from '../../src/layouts/find.js';

const { layouts, broken } = findLayouts(['templates']);

test('every shipped layout can be used', () => {
  expect(broken).toEqual([]);
  expect(layouts.map(({ manifest }) => manifest.id)).toContain('generic/project');
});

test.each(layouts.map((layout) => [layout.manifest.id, layout] as const))('%s passes the checker', (_id, layout) => {
  expect(checkLayout(layout).problems).toEqual([]);
});

test('every shipped partial is called, so that every one is checked', () => {
  const called = new Set(layouts.flatMap((layout) => checkLayout(layout).partials));
  const shipped = readdirSync('templates/partials').filter((name) => name.endsWith('.hbs'));
  expect(shipped.filter((name) => !called.has(name.replace('.hbs', '')))).toEqual([]);
});
