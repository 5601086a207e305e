import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { jibiao } from '../command.js';
import { reportText } from '../hostile/make.js';
import { until } from '../watch/until.js';

const main = 'dist/app/main.js';
const sample = 'data/tianjin-2023.json';

const running: Watch[] = [];
afterEach(async () => {
  for (const watch of running.splice(0)) watch.end('SIGKILL');
});

/** A watch in a process of its own, and what it has said. */
class Watch {
  stdout = '';
  stderr = '';
  code: number | null | undefined;
  readonly #process: ChildProcess;

  constructor(...args: readonly string[]) {
    this.#process = spawn(process.execPath, [main, 'watch', ...args]);
    this.#process.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.#process.on('exit', (code) => {
      this.code = code;
    });
    running.push(this);
  }

  said(pattern: RegExp): Promise<void> {
    return until(`${pattern} in ${this.stdout}${this.stderr}`, () => pattern.test(this.stdout + this.stderr));
  }

  end(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async ended(): Promise<number | null> {
    await until('ended', () => this.code !== undefined);
    return this.code as number | null;
  }
}

function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-watch-cli-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  return { folder, data, out: join(folder, 'out'), report: join(data, '2025年预算.json') };
}

const published = (path: string) => files(path).filter((name) => /\.(pdf|docx|html|csv|xlsx)$/.test(name));
const files = (path: string) =>
  existsSync(path)
    ? (readdirSync(path, { recursive: true, withFileTypes: true }) as { isFile(): boolean; name: string }[])
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort()
    : [];

it('builds, builds again on a save, keeps the files of a broken one, and ends with 0', async () => {
  const { data, out, report } = stage();
  cpSync(sample, report);
  const watch = new Watch('--out', out, data);
  await watch.said(/\d\d:\d\d:\d\d 盯着 1 份报告/);
  await watch.said(/\d\d:\d\d:\d\d 生成 2025年预算：2 个文件，\d+\.\d 秒\n/);
  const pdf = readFileSync(join(out, '2025年预算', '2025年预算.pdf'));
  expect(published(out)).toEqual(['2025年预算.docx', '2025年预算.pdf']);

  writeFileSync(report, readFileSync(sample, 'utf8').replace('"185.00"', '"185,00元"'));
  await watch.said(/2025年预算 有错，原有文件未动/);
  expect(watch.stderr).toMatch(/错误 .*2025年预算\.json:21:\d+ [\s\S]*\[amount-not-decimal\]/);
  expect(readFileSync(join(out, '2025年预算', '2025年预算.pdf')).equals(pdf)).toBe(true);

  cpSync(sample, report);
  await watch.said(/\d\d:\d\d:\d\d 重排 2025年预算：与上次相同/);
  expect(readFileSync(join(out, '2025年预算', '2025年预算.pdf')).equals(pdf)).toBe(true);
  watch.end('SIGINT');
  expect(await watch.ended()).toBe(0);
  expect(watch.stdout).toMatch(/停了\n$/);
});

it.each(['SIGINT', 'SIGTERM'] as const)('%s during the builds leaves whole files and nothing else', async (signal) => {
  const { data, out } = stage();
  for (let copy = 1; copy <= 30; copy += 1) writeFileSync(join(data, `report-${copy}.json`), reportText());
  const watch = new Watch(data, '--out', out, '--lang', 'en');
  await watch.said(/ built report-/);
  watch.end(signal);
  expect(await watch.ended()).toBe(0);
  const made = published(out);
  expect(made.length).toBeGreaterThan(0);
  expect(made.length).toBeLessThan(60);
  expect(files(out).filter((name) => !/^report-\d+\.(pdf|docx|manifest\.json)$/.test(name))).toEqual([]);
  expect(made.filter((name) => name.endsWith('.pdf'))).toHaveLength(made.length / 2);
  const built = readdirSync(out).map((name) => join(data, `${name}.json`));
  expect(jibiao('verify', ...built, '--out', out).status).toBe(0);
});

it('a second signal ends at once, and nothing is half-written', async () => {
  const { data, out } = stage();
  for (let copy = 1; copy <= 10; copy += 1) writeFileSync(join(data, `report-${copy}.json`), reportText());
  const watch = new Watch(data, '--out', out);
  await watch.said(/盯着 10 份报告/);
  watch.end('SIGINT');
  watch.end('SIGTERM');
  // The first report may be done before the second signal is heard.
  expect([0, 130, 143]).toContain(await watch.ended());
  expect(published(out).length).toBeLessThan(20);
  expect(files(out).filter((name) => !/^report-\d+\.(pdf|docx|manifest\.json)$/.test(name))).toEqual([]);
});

it('makes booklets', async () => {
  const { out, report } = stage();
  cpSync(sample, report);
  const watch = new Watch(report, '--out', out, '--appendix', '--number', '附件2', '--to', 'csv', '--quiet');
  await until('booklet', () => published(out).length > 0);
  expect(published(out)).toEqual(['2025年预算-附表.csv']);
  watch.end('SIGINT');
  expect(await watch.ended()).toBe(0);
  expect(watch.stdout + watch.stderr).toBe('');
});

it('tells machines on a line each', async () => {
  const { out, report } = stage();
  cpSync(sample, report);
  const watch = new Watch(report, '--out', out, '--to', 'csv', '--json');
  await watch.said(/"waiting"/);
  watch.end('SIGINT');
  await watch.ended();
  const news = watch.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string });
  expect(news.map(({ event }) => event)).toEqual(['started', 'built', 'waiting']);
  expect(news[1]).toMatchObject({ report: '2025年预算', failed: false, again: false, pages: 6 });
  expect(news[1]).toMatchObject({ problems: [{ code: 'field-without-place' }, { code: 'check-warnings' }] });
});

it.each([
  [['none.json'], '找不到报告'],
  [[sample, '--layouts', 'none'], 'layout-missing'],
  [[sample, '--to', 'pdff'], 'unknown-format'],
  [[sample, sample.replace('data/', './data/../data/')], 'same-report-name'],
])('cannot begin: %j', async (args, words) => {
  const watch = new Watch(...args, '--out', stage().out);
  expect(await watch.ended()).toBe(1);
  expect(watch.stderr).toContain(words);
  expect(watch.stdout).toBe('');
});

it('is no burden to the other commands', () => {
  // What a build loads: test/start.
  const atStart = ['main.js', 'reading.js', 'printing.js'].map((name) =>
    readFileSync(join('dist/app/parts', name), 'utf8'),
  );
  expect(atStart.some((text) => text.includes('buildCommand'))).toBe(true);
  expect(atStart.filter((text) => /FSWatcher|readdirp|text\/event-stream/.test(text))).toEqual([]);
});
