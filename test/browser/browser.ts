import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { Report } from '../../src/report/schema.js';

/** A desk that runs in a process of its own, as `jibiao desk` starts it. */
export class Running {
  #process: ChildProcess | undefined;
  address = '';
  readonly folder = mkdtempSync(join(tmpdir(), 'jibiao-browser-'));
  readonly out = join(this.folder, 'out');

  /** Further words of the command line. */
  options: readonly string[] = [];

  /** Where it runs: 我的版式 is looked for there. */
  cwd = process.cwd();

  constructor(...samples: readonly string[]) {
    for (const name of samples) cpSync(join('data', `${name}.json`), join(this.folder, `${name}.json`));
  }

  /** Starts it; again on the same port with the same token, for the pages that are open. */
  async start(): Promise<void> {
    const port = /:(\d+)\//.exec(this.address)?.[1] ?? '0';
    const token = this.address.split('#')[1];
    const file = join(this.out, '..', '.token');
    const own = token === undefined ? [] : ['--token-file', file];
    if (token !== undefined) await import('node:fs').then(({ writeFileSync }) => writeFileSync(file, token));
    const words = [
      join(process.cwd(), 'dist/app/main.js'),
      'desk',
      this.folder,
      '--out',
      this.out,
      '--no-open',
      '--port',
      port,
      ...own,
      ...this.options,
    ];
    const started = spawn(process.execPath, words, { cwd: this.cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = started;
    this.address = await new Promise((done, failed) => {
      let text = '';
      started.stdout.on('data', (part: Buffer) => {
        text += part.toString();
        const found = /http:\S+/.exec(text)?.[0];
        if (found) done(found);
      });
      started.on('exit', (code) => failed(new Error(`the desk ended: ${code}`)));
    });
  }

  /** As when the power fails. */
  async kill(): Promise<void> {
    const ending = this.#process;
    if (!ending) return;
    this.#process = undefined;
    const gone = new Promise((done) => ending.once('exit', done));
    ending.kill('SIGKILL');
    await gone;
  }

  /** The memory that it holds, in megabytes (Linux). */
  megabytes(): number {
    const status = readFileSync(`/proc/${this.#process?.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  /** What somebody else does meanwhile, at the version that the desk has. */
  async act(name: string, form: string, act: object): Promise<void> {
    const [root = '', token = ''] = this.address.split('#');
    const headers = { 'x-desk-token': token };
    const path = `${root}reports/${name}`;
    const { version } = (await (await fetch(path, { headers })).json()) as { version: number };
    const body = JSON.stringify({ id: 'other', from: 'other', version, form, act });
    const told = await fetch(`${path}/acts`, { method: 'POST', headers, body });
    if (!told.ok) throw new Error(`the act was refused: ${told.status}`);
  }

  report(name: string): Report {
    return JSON.parse(readFileSync(join(this.folder, `${name}.json`), 'utf8'));
  }
}

let browser: Browser | undefined;

/** A new window with clipboard; its faults and dialogs are kept in `faults`. */
export async function windowOn(
  width = 1280,
  height = 860,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // The machine may be busy with other things.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  return { context, page, faults: watched(page) };
}

/** Everything that a page should not do. */
export function watched(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_|Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  return faults;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Opens a report's form, or another view of the desk. */
export async function open(page: Page, desk: Running, ...steps: readonly string[]): Promise<void> {
  const [root = '', token = ''] = desk.address.split('#');
  // From another page, so that nothing is open any more.
  await page.goto('about:blank');
  await page.goto(`${root}#${token}`);
  await page.locator('.d-start h1').waitFor();
  if (steps.length === 0) return;
  await page.goto(`${root}#/${steps.map(encodeURIComponent).join('/')}`);
  await page.locator(steps[1] === '!publish' ? '.d-publish' : '.sheet').waitFor();
}

/** The text field of a value, by its JSON pointer; of a blank, with a part of what its member holds. */
export function field(page: Page, pointer: string, member = ''): Locator {
  const key = `textarea[data-key*=${JSON.stringify(` ${pointer}`)}]`;
  return page.locator(`.sheet ${member === '' ? key : `${key}[data-key*=${JSON.stringify(member)}]`}`).first();
}

/** Until the desk has written all to the file that it understands. */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.d-state')?.textContent === '已存盘' &&
      Object.keys(localStorage).every((key) => key.startsWith('jibiao-desk-unread')),
  );
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Axe {
  readonly run: (
    context?: object,
    options?: object,
  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe-core finds wrong with the page as it is shown. The desk's own policy lets no script in: it comes by the browser's tools. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations: found } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}
