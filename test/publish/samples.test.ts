import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../src/formats/docx/read.js';
import { readPdf } from '../../src/formats/pdf/read.js';
import { jibiao } from '../command.js';
import { share } from '../runs.js';

/** The main job as a user runs it: the built command over the five seeds, in other time zones and locales too. */

const samples = ['guangzhou-2023', 'guangzhou-2025', 'nansha-2024', 'shanghai-2024', 'tianjin-2023'];
const endings = ['csv', 'docx', 'html', 'pdf', 'xlsx'];
const every = endings.join();
const out = mkdtempSync(join(tmpdir(), 'jibiao-samples-'));

/** Builds reports in a process of its own: threads have no time zone of their own. */
function built(folder: string, zone: string, locale: string, ...reports: readonly string[]) {
  const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale };
  const args = ['dist/app/main.js', 'build', ...reports, '--out', folder, '--to', every];
  return spawnSync(process.execPath, args, { env, encoding: 'utf8' });
}

function digests(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => endings.some((ending) => file.endsWith(`.${ending}`)))
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    );
}

const file = (name: string, ending: string) => readFileSync(join(out, name, `${name}.${ending}`));

beforeAll(() => {
  const { status, stderr } = built(out, 'Asia/Shanghai', 'zh_CN.UTF-8', 'data');
  // The slips that were published are counted; errors among them are accepted.
  expect(stderr.match(/\[[\w-]+\]/g)?.filter((code) => code !== '[field-without-place]')).toEqual(
    samples.map(() => '[check-warnings]'),
  );
  expect(status).toBe(0);
}, 60_000);

describe('the five samples', () => {
  it('are five files each', () => {
    expect(digests(out).map((line) => line.split(' ')[0])).toEqual(
      samples.flatMap((name) => endings.map((ending) => `${name}/${name}.${ending}`)),
    );
  });

  it('verify again from the disk', () => {
    const verified = jibiao('verify', 'data', '--out', out, '--json');
    expect(verified.status).toBe(0);
    const { reports } = JSON.parse(verified.stdout) as { reports: { report: string; problems: unknown[] }[] };
    expect(reports.map((report) => report.report)).toEqual(samples);
    expect(reports.flatMap((report) => report.problems)).toEqual([]);
  });

  it('are the same bytes in another zone and locale', () => {
    const again = mkdtempSync(join(tmpdir(), 'jibiao-again-'));
    const names = share(samples);
    const reports = names.map((name) => `data/${name}.json`);
    expect(built(again, 'America/St_Johns', 'de_DE.UTF-8', ...reports).status).toBe(0);
    expect(digests(again)).toHaveLength(names.length * endings.length);
    expect(digests(out)).toEqual(expect.arrayContaining(digests(again)));
  });

  it.each(samples)('%s names its title, department and language', async (name) => {
    const data = JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as {
      department: { name: string };
      year: number;
    };
    const pdf = await readPdf(file(name, 'pdf'));
    expect(pdf.author).toBe(data.department.name);
    expect(pdf.title).toContain(String(data.year));
    expect(pdf.language).toBe('zh-CN');
    const docx = readDocx(file(name, 'docx'));
    expect([docx.title, docx.author]).toEqual([pdf.title, pdf.author]);
  });

  it.each([
    ['guangzhou-2023', true],
    ['guangzhou-2025', true],
    ['nansha-2024', false],
    ['shanghai-2024', false],
    ['tianjin-2023', false],
  ] as const)('%s lies as its region prints it (landscape: %s)', async (name, landscape) => {
    const pdf = await readPdf(file(name, 'pdf'));
    for (const page of pdf.pages) expect(page.width > page.height).toBe(landscape);
    for (const section of readDocx(file(name, 'docx')).sections) expect(section.width > section.height).toBe(landscape);
  });

  it('repeat the head of a list on every page', async () => {
    const pdf = await readPdf(file('guangzhou-2025', 'pdf'));
    for (const page of pdf.pages) {
      const words = page.texts.map((text) => text.text).join('');
      for (const head of ['项目名称', '财政专户', '绩效指标']) expect(words).toContain(head);
    }
  });

  it('print amounts and targets as their region does', async () => {
    const words = async (name: string) =>
      (await readPdf(file(name, 'pdf'))).pages.flatMap((page) => page.texts.map((text) => text.text)).join('\n');
    expect(await words('guangzhou-2025')).toContain('19,454.63');
    expect(await words('guangzhou-2023')).toContain('491.00');
    const shanghai = await words('shanghai-2024');
    for (const shown of ['1,700,000.00', '≥16.00(个)', '≥80(次)', '=100.00(%)', '2024-12-31']) {
      expect(shanghai).toContain(shown);
    }
    const tianjin = await words('tianjin-2023');
    for (const shown of ['100百分比', '≤185万元', '156.50']) expect(tianjin).toContain(shown);
    expect(await words('nansha-2024')).toContain('<3起');
  });

  it.each(['shanghai-2024', 'tianjin-2023', 'guangzhou-2023'])(
    '%s can be printed in the generic layout too',
    (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'jibiao-generic-'));
      const built = jibiao('build', `data/${name}.json`, '--layout', 'generic/project', '--out', folder);
      expect(built.stderr.match(/\[[\w-]+\]/g)?.filter((code) => code !== '[field-without-place]')).toEqual([
        '[check-warnings]',
      ]);
      expect(built.status).toBe(0);
    },
  );
});
