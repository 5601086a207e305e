import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { closeBrowser, field, open, Running, violations, windowOn } from './browser.js';

let desk: Running | undefined;
afterEach(async () => {
  await desk?.kill();
  desk = undefined;
});
afterAll(closeBrowser);

/** Every view, as somebody comes to it. */
const views: readonly (readonly [name: string, steps: readonly string[], act?: (page: Page) => Promise<void>])[] = [
  ['start', []],
  ['begin', [], (page) => page.getByRole('button', { name: '新建' }).click()],
  [
    'next',
    [],
    (page) =>
      page
        .getByRole('button', { name: /起草下一年/ })
        .first()
        .click(),
  ],
  ['edit', ['tianjin-2023'], (page) => field(page, '/units/0/projects/0/indicators/0/level2').click()],
  ['edit-list', ['guangzhou-2025'], (page) => page.getByRole('button', { name: '逐行填写' }).first().click()],
  ['edit-department', ['nansha-2024']],
  ['publish', ['tianjin-2023', '!publish']],
  [
    'refused',
    ['empty-2026', '!publish'],
    async (page) => {
      await page.getByRole('button', { name: '生成' }).click();
      await page.locator('.d-problems').waitFor();
    },
  ],
  [
    'broken',
    [],
    async (page) => {
      await page.goto(page.url().replace(/#.*/, '#/broken'));
      await page.locator('.d-alone').waitFor();
    },
  ],
  ['large', ['tianjin-2023'], (page) => page.getByRole('button', { name: '放大' }).click()],
  ['accept', ['tianjin-2023'], (page) => page.getByRole('button', { name: '认可' }).first().click()],
];

it('has no barrier that axe-core knows, in any view, at a desk and on a telephone', async () => {
  desk = new Running('tianjin-2023', 'guangzhou-2025', 'nansha-2024', 'shanghai-2024');
  const { units, ...empty } = desk.report('tianjin-2023');
  const blank = { ...empty, units: [{ ...units[0], projects: [{ name: '' }] }] };
  writeFileSync(join(desk.folder, 'empty-2026.json'), JSON.stringify(blank));
  writeFileSync(join(desk.folder, 'broken.json'), '{');
  await desk.start();
  mkdirSync('out', { recursive: true });
  for (const width of [1280, 390]) {
    const { page, context, faults } = await windowOn(width, width === 390 ? 844 : 860);
    for (const [name, steps, act] of views) {
      await open(page, desk, ...steps);
      await act?.(page);
      // As a person sees it, with the faces and the printed pages.
      if (steps.length === 1) await page.locator('.d-pages svg').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `out/desk-${name}-${width}.png` });
      expect(await violations(page), `${name} ${width}`).toEqual([]);
      if (width !== 390) continue;
      // The page itself is not pushed sideways, and the title of a form that is stays in sight.
      const [broad, title] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.querySelector('.d-broad .sheet > :not(table)')?.getBoundingClientRect().right ?? 0,
      ]);
      expect(broad, name).toBeLessThanOrEqual(391);
      expect(title, name).toBeLessThanOrEqual(391);
    }
    expect(faults).toEqual([]);
    await context.close();
  }
});

it('shows hostile words as words, in every view', async () => {
  desk = new Running();
  const report = JSON.parse(readFileSync('data/tianjin-2023.json', 'utf8'));
  const evil =
    '<img src=x onerror="globalThis.hacked=1"><svg/onload=alert(2)>{{constructor}}</textarea><script>hacked=3</script>';
  const infect = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(infect);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        ['name', 'fundUse', 'text', 'description', 'unit'].includes(key) && typeof inner === 'string'
          ? `${evil}${inner}`
          : infect(inner),
      ]),
    );
  };
  const infected = infect(report) as { region: unknown };
  infected.region = report.region;
  writeFileSync(join(desk.folder, `a ' & <b> # % 名.json`), JSON.stringify(infected, undefined, 2));
  await desk.start();
  const { page, context, faults } = await windowOn();
  for (const steps of [[], [`a ' & <b> # % 名`], [`a ' & <b> # % 名`, '!publish']]) {
    await open(page, desk, ...steps);
    if (steps.length === 1) await page.locator('.d-pages svg').first().waitFor();
    const ran = await page.evaluate(() => [
      (globalThis as unknown as { hacked?: number }).hacked,
      document.querySelectorAll('img, main script').length,
    ]);
    expect(ran).toEqual([undefined, 0]);
  }
  await page.getByRole('button', { name: '生成' }).click();
  await page.locator('.d-publish [role=status]', { hasText: /完成|没有生成/ }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('speaks English where that is asked for: what is Chinese is of the report or its form', async () => {
  desk = new Running('tianjin-2023', 'guangzhou-2025');
  desk.options = ['--lang', 'en'];
  await desk.start();
  const { page, context, faults } = await windowOn();
  for (const [name, steps, act] of english) {
    await open(page, desk, ...steps);
    await act?.(page);
    const own = await page
      .locator('button:visible, legend, .d-desk h2, h1, label, .d-help, .d-notice, .d-list thead th, .d-packed th')
      .evaluateAll((all) =>
        all
          .filter(
            (each) => !each.closest('.sheet table:not(.d-packed table), .d-choices, .d-go, .d-tree section h2, h1'),
          )
          .map((each) => `${each.textContent} ${(each as HTMLElement).title}`),
      );
    expect(own.length, name).toBeGreaterThan(2);
    expect(
      own.filter((text) => /[\u4e00-\u9fff]/.test(text)),
      name,
    ).toEqual([]);
  }
  expect(faults).toEqual([]);
  await context.close();
});

/** The same views in English; in the last, something can be taken back. */
const english: typeof views = [
  ['start', [], (page) => page.locator('.d-list').waitFor()],
  ['begin', [], (page) => page.getByRole('button', { name: 'New', exact: true }).click()],
  ['publish', ['tianjin-2023', '!publish'], (page) => page.getByRole('button', { name: 'Make' }).waitFor()],
  ['edit-list', ['guangzhou-2025'], (page) => page.getByRole('button', { name: 'Fill in rows' }).first().click()],
  [
    'undo',
    ['tianjin-2023'],
    async (page) => {
      await field(page, '/units/0/projects/0/indicators/0/name').click();
      await page.keyboard.press('Control+Enter');
      await page.locator('button[title="a row added"]').waitFor();
    },
  ],
];

it('is small, and asks for nothing newer than Chrome 86', () => {
  const [script = '', style = ''] = ['desk.js', 'desk.css'].map((name) =>
    readFileSync(join('dist/app/desk', name), 'utf8'),
  );
  const size = gzipSync(script).length + gzipSync(style).length;
  expect(size).toBeLessThan(120_000);
  const newerStyle =
    /:has\(|:is\(|:where\(|\binset:|aspect-ratio|accent-color|color-mix|@container|@layer|field-sizing|\d(lh|dvh|svh|cqw)\b/g;
  expect(style.match(newerStyle)).toBeNull();
  const newerScript = /\.at\(|Object\.hasOwn\(|structuredClone|toSorted|toSpliced|findLast|randomUUID|replaceChildren/g;
  expect(script.match(newerScript)).toBeNull();
});
