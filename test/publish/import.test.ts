import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { buildReport } from '../../src/publish/build.js';
import { importFile, writeImported } from '../../src/publish/import.js';
import { readReport } from '../../src/report/read.js';
import { longList } from '../reading/columns/longList.js';
import { compared, leavesOf, printedLeaves, specimenOf } from '../reading/recall.js';
import { makers } from '../reading/strangers/make.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const { layouts } = shippedLayouts;
const folder = mkdtempSync(join(tmpdir(), 'jibiao-import-'));

/** A page of the web with the form of a layout. */
function pageOf(id: string): string {
  const layout = layouts.find(({ manifest }) => manifest.id === id);
  if (!layout) throw new Error(id);
  const file = join(folder, `${id.replace('/', '-')}.html`);
  const { markup } = fillLayout(layout, specimenOf(layout));
  writeFileSync(
    file,
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${stripPlaces(markup)}</body></html>`,
  );
  return file;
}

it.each(['shanghai/project-2024', 'nansha/department-2024', 'guangzhou/project-2025'])(
  'finds the form and reads %s',
  async (id) => {
    const file = pageOf(id);
    const imported = await importFile(file, { layouts, layout: undefined, answers: {} });
    expect(imported.layout).toBe(id);
    const layout = layouts.find(({ manifest }) => manifest.id === id);
    if (!layout) throw new Error(id);
    const { leaves, read } = compared(printedLeaves(layout, specimenOf(layout)), leavesOf(imported.report));
    expect(read / leaves).toBeGreaterThan(0.99);
    expect(imported.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

it('asks what the file does not say in one way: no fault beside the question; year and region are those of its name', async () => {
  const table = [
    { text: '专项资金绩效目标表' },
    {
      rows: [
        ['项目名称', '水窖工程', '预算数（万元）', '80'],
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '新建水窖', '≥12口'],
      ],
    },
  ];
  const wish = { layouts, layout: undefined, answers: { department: '某局', unit: '某站' } };
  const unnamed = join(folder, '附件2.docx');
  writeFileSync(unnamed, makers.docx(table));
  const asked = await importFile(unnamed, wish);
  const open = asked.questions.filter(({ proposed }) => proposed === undefined).map(({ id }) => id);
  expect(open).toEqual(expect.arrayContaining(['year', 'region']));
  expect(asked.problems).toEqual([]);
  const named = join(folder, '金寨县2033年专项.docx');
  writeFileSync(named, makers.docx(table));
  const said = await importFile(named, wish);
  expect(said.report).toMatchObject({ year: 2033, region: { name: '安徽省六安市金寨县' } });
  expect(said.questions.filter(({ proposed }) => proposed === undefined)).toEqual([]);
  expect(said.notes.map(({ zh }) => zh)).toEqual(
    expect.arrayContaining(['年度按文件名写作 2033', '地区按文件名写作 安徽省六安市金寨县']),
  );
  // A name with two years says neither.
  const two = join(folder, '2033年至2034年.docx');
  writeFileSync(two, makers.docx(table));
  expect((await importFile(two, wish)).questions.map(({ id }) => id)).toContain('year');
});

it('writes a report that can be read, and never over a file unless forced', async () => {
  const imported = await importFile(pageOf('nansha/department-2024'), {
    layouts,
    layout: undefined,
    answers: { year: '2024' },
  });
  expect(imported.questions).toEqual([]);
  const path = writeImported(imported, folder, false);
  expect(existsSync(path)).toBe(true);
  expect(readReport(readFileSync(path), path).report.year).toBe(2024);
  expect(() => writeImported(imported, folder, false)).toThrow();
  writeImported(imported, folder, true);
});

it('takes the data that a PDF of ours carries, not the text of its pages; the DOCX beside it by its form', async () => {
  const workshop = { layouts: shippedLayouts, fonts, out: folder, program: 'test' };
  const wish = { formats: ['pdf', 'docx'], docxFonts: 'native', verify: false, source: true } as const;
  const { files, failed } = await buildReport('data/guangzhou-2023.json', workshop, wish);
  expect(failed).toBe(false);
  const [pdf, docx] = await Promise.all(
    files.map(({ path }) => importFile(path, { layouts, layout: undefined, answers: {} })),
  );
  expect(pdf).toMatchObject({ by: 'data', questions: [], left: [], problems: [] });
  expect(Buffer.from(pdf?.bytes ?? []).equals(readFileSync('data/guangzhou-2023.json'))).toBe(true);
  // Packed cells are dear, but no other form is near.
  expect(docx).toMatchObject({ by: 'form', layout: 'guangzhou/project-2023' });
});

it('keeps how columns were read beside the report, and reads the same heads so again; --map names another file', async () => {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-map-'));
  const file = join(out, '清单.csv');
  writeFileSync(
    file,
    longList(4)
      .map((row) => row.map((cell) => `"${cell}"`).join(','))
      .join('\n'),
  );
  const answers = { year: '2024', region: '通用', department: '青溪镇', 'money-unit': '元' };
  const wish = { layouts: [], layout: undefined, answers, folder: out };
  const first = await importFile(file, wish);
  expect([first.by, first.columns?.given]).toEqual(['heads', undefined]);
  expect(JSON.stringify(first.report)).toContain('weight');
  writeImported(first, out, false);
  const [kept] = readdirSync(out).filter((name) => name.startsWith('mapping-'));
  const path = join(out, kept as string);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"indicator/weight"', '"left"'));
  const again = await importFile(file, wish);
  expect(again.columns?.given).toBe(path);
  expect(JSON.stringify(again.report)).not.toContain('weight');
  // A mapping that somebody edited is never written over.
  const before = readFileSync(path, 'utf8');
  writeImported(again, out, true);
  expect(readFileSync(path, 'utf8')).toBe(before);
  const elsewhere = { ...wish, layouts, folder: undefined, map: path };
  expect((await importFile(file, elsewhere)).report).toEqual(again.report);
});
