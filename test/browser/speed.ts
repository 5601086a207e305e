import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, field, open, Running, saved, windowOn } from './browser.js';

/**
 * How fast the desk is with a report of 200 projects: `npm run bench:desk`. Milliseconds by this machine's clock, of 60 keys: to the
 * painted cell, to the findings of the form, to the printed pages; opening; the server's memory over 5,000 acts.
 */
const first = '/units/0/projects/0';
const keys = 60;

async function measure(projects: number): Promise<void> {
  const desk = new Running();
  const report = JSON.parse(readFileSync('data/tianjin-2023.json', 'utf8'));
  const all = report.units.flatMap((unit: { projects: object[] }) => unit.projects);
  report.units = [
    {
      ...report.units[0],
      projects: Array.from({ length: projects }, (_, n) => ({
        ...all[n % all.length],
        name: `${all[n % all.length].name}${n}`,
      })),
    },
  ];
  writeFileSync(join(desk.folder, 'r.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await desk.start();
  const { page, context } = await windowOn();
  await open(page, desk, 'r');
  await page.locator('.d-pages svg').first().waitFor();
  const opening = await timed(async () => {
    await page.reload();
    await page.locator('.sheet').waitFor();
  });
  await field(page, `${first}/indicators/0/name`).click();
  await page.keyboard.press('End');
  const taken: Record<'paint' | 'findings' | 'pages', number[]> = { paint: [], findings: [], pages: [] };
  for (let key = 0; key < keys; key += 1) {
    const answers = page.waitForResponse((response) => response.url().endsWith('/acts'));
    const pages = page.waitForResponse((response) => response.url().includes('/pages?'));
    await page.evaluate(() => {
      const own = globalThis as unknown as { painted: Promise<number> };
      own.painted = new Promise((done) => {
        addEventListener(
          'keydown',
          (event) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp), 0)),
          { once: true },
        );
      });
    });
    const start = performance.now();
    await page.keyboard.press(key % 2 === 0 ? 'a' : 'Backspace');
    taken.paint.push(await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted));
    await (await answers).finished();
    taken.findings.push(performance.now() - start);
    await (await pages).finished();
    taken.pages.push(performance.now() - start);
    await page.waitForTimeout(60);
  }
  await saved(page);
  const [at50, at95] = [0.5, 0.95].map(
    (share) => (list: readonly number[]) =>
      Math.round([...list].sort((left, right) => left - right)[Math.floor(list.length * share)] as number),
  ) as [(list: readonly number[]) => number, (list: readonly number[]) => number];
  const row = (name: string, list: readonly number[]): string => `${name} ${at50(list)} / ${at95(list)}`;
  console.log(
    `${projects} projects, ms, 50 % / 95 %: ${Object.entries(taken)
      .map(([name, list]) => row(name, list))
      .join(', ')}; opening ${Math.round(opening)}`,
  );
  if (projects > 100) await memory(desk);
  await context.close();
  await desk.kill();
}

/** The server's memory while one field is changed again and again. */
async function memory(desk: Running): Promise<void> {
  const [root = '', token = ''] = desk.address.split('#');
  const headers = { 'x-desk-token': token };
  const view = (await (await fetch(`${root}reports/r`, { headers })).json()) as {
    version: number;
    sheet: { fields: Record<string, { was: string }> };
  };
  const pointer = `${first}/fundUse`;
  let { version } = view;
  let was = view.sheet.fields[`text ${pointer}`]?.was ?? '';
  const sizes: number[] = [];
  for (let edit = 0; edit <= 5_000; edit += 1) {
    const text = `第${edit}次`;
    const act = { type: 'set', kind: 'text', pointers: [pointer], text, was, visit: String(edit) };
    const body = JSON.stringify({ id: `m${edit}`, from: 'bench', version, form: first, act });
    ({ version } = (await (await fetch(`${root}reports/r/acts`, { method: 'POST', headers, body })).json()) as {
      version: number;
    });
    was = text;
    if (edit % 1_000 === 0) sizes.push(desk.megabytes());
  }
  console.log(`memory of the server over 5,000 acts, MB: ${sizes.join(' ')}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

for (const projects of [5, 200]) await measure(projects);
await closeBrowser();
