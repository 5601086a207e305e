import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readOwn } from '../../src/formats/pdf/read.js';
import { type BuildWish, buildReport, type Workshop } from '../../src/publish/build.js';
import { checkFiles } from '../../src/publish/check.js';
import { verifyReport } from '../../src/publish/verify.js';
import type { Indicator, Project, Report } from '../../src/report/schema.js';
import { fullReport } from '../layouts/fullReport.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));
const workshop: Workshop = {
  layouts: shippedLayouts,
  fonts,
  out: join(folder, 'out'),
  program: 'test',
};
const wish: BuildWish = { formats: ['pdf', 'docx'], docxFonts: 'used', verify: true, source: false, check: true };

const river: Project = {
  code: 'QH01',
  name: '石桥河清淤',
  funding: [
    { source: 'total', period: 'year', amount: '80.00' },
    { source: 'fiscal', period: 'year', amount: '80.00' },
  ],
  goals: [{ period: 'year', text: '全年清淤河道6公里，改善沿岸环境。' }],
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '清淤河道长度',
      annualTarget: { sign: '≥', value: '6', unit: '公里' },
    },
    { level1: '效益指标', level2: '社会效益指标', name: '沿岸环境', annualTarget: { text: '明显改善' } },
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '沿岸居民满意度',
      annualTarget: { sign: '≥', value: '90', unit: '%' },
    },
  ],
};

function reportOf(projects: readonly Project[], own: Partial<Report> = {}): Report {
  return {
    year: 2026,
    region: { name: '青禾市' },
    moneyUnit: '万元',
    department: { name: '青禾市水务局' },
    units: projects.length > 0 ? [{ name: '青禾市河道管理所', projects: [...projects] }] : [],
    ...own,
  };
}

/** What a build of a report says, what a check finds, and the text of its pages. */
async function made(name: string, report: Report, layout?: string) {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(report, undefined, 1));
  const shop = layout === undefined ? workshop : { ...workshop, layout };
  const built = await buildReport(path, shop, wish);
  const [checked] = checkFiles([path], shop);
  const text = built.failed ? '' : textOf(join(folder, 'out', name, `${name}.pdf`));
  return {
    path,
    layout: built.layout,
    failed: built.failed,
    told: built.problems.map(({ code }) => code),
    words: built.problems.map(({ message }) => message.zh),
    found: checked?.findings.map(({ problem }) => problem.code) ?? [],
    text,
  };
}

function textOf(path: string): string {
  const { pages } = readOwn(readFileSync(path));
  return pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
}

const period = (own: Partial<Indicator>): Indicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name: '三年清淤河道长度',
  wholeTarget: { sign: '≥', value: '12', unit: '公里' },
  ...own,
});
const grouped = (river.indicators ?? []).map((indicator) => ({ ...indicator, group: 2 }));
const place = (name: string, amount: string): Project => ({
  name,
  parent: 'QH01',
  funding: [
    { source: 'total', period: 'year', amount },
    { source: 'fiscal', period: 'year', amount },
  ],
});
const inYuan = (amount: string): Project => ({ ...river, funding: [{ source: 'total', period: 'year', amount }] });

describe('forms that were told wrongly', () => {
  test.each<[string, Report, RegExp]>([
    [
      'a group of the whole period',
      reportOf([{ ...river, indicators: [period({ group: 1 }), ...grouped] }]),
      /实施期绩效指标.*≥12公里.*年度绩效指标.*≥6公里/,
    ],
    ['amounts of 元 without decimals', reportOf([inYuan('812345')], { moneyUnit: '元' }), /（元）.*812,345[^.]/],
    ['amounts of 元 with them', reportOf([inYuan('812345.67')], { moneyUnit: '元' }), /812,345\.67/],
    [
      'a project that places share',
      reportOf([river, place('石桥乡', '50.00'), place('柳湾镇', '30.00')]),
      /石桥河清淤.*资金分配（万元）.*石桥乡50\.0050\.00柳湾镇30\.0030\.00/,
    ],
    [
      'months of a year',
      reportOf([{ ...river, period: { start: '2026-05', end: '2026-11' } }]),
      /2026年5月.*2026年11月/,
    ],
    ['a year', reportOf([{ ...river, period: { start: '2026', end: '2026' } }]), /2026年.*2026年/],
  ])('%s: nothing is found, all is printed', async (name, report, printed) => {
    const { told, found, text } = await made(name, report);
    expect(found).toEqual([]);
    expect(told).toEqual(['layout-generic']);
    expect(text.replace(/\s/g, '')).toMatch(printed);
  });

  it('a place that shares money has no form of its own, and the unit’s money is not counted twice', async () => {
    const report = reportOf([river, place('石桥乡', '50.00'), place('柳湾镇', '30.00')], {
      department: { name: '青禾市水务局', funding: [{ source: 'total', period: 'year', amount: '80.00' }] },
    });
    const { found, text } = await made('share', report);
    expect(found).toEqual([]);
    expect(text.match(/项目支出绩效目标表/g)).toHaveLength(1);
    const more = await made('share-more', reportOf([river, place('石桥乡', '50.00'), place('柳湾镇', '31.00')]));
    expect(more.found).toContain('department-total');
  });

  it('what is no place is still a project without a goal', async () => {
    const { found } = await made('no-place', reportOf([river, { ...place('护岸修复', '80.00'), code: 'QH02' }]));
    expect(found).toEqual(['goal-missing', 'output-benefit-missing']);
    const { goals: _, indicators: _none, ...bare } = river;
    const parent = await made('bare-parent', reportOf([bare, place('石桥乡', '80.00')]));
    expect(parent.found).toEqual(['goal-missing', 'output-benefit-missing']);
  });
});

describe('a department as a whole', () => {
  const overall: NonNullable<Report['department']['overall']> = {
    goals: [{ period: 'year', text: '完成石桥河清淤，农村自来水普及率达到96%。' }],
    indicators: river.indicators ?? [],
  };
  const department = { name: '青禾市水务局', overall };

  it('gets the generic form, and the run says so', async () => {
    const { layout, words, found, text } = await made('department', reportOf([], { department }));
    expect(layout).toBe('generic/department');
    expect(words).toEqual(['区划表里没有地区 "青禾市"，用了通用版式 generic/department']);
    expect(found).toEqual([]);
    expect(text).toContain('部门（单位）整体支出绩效目标表');
  });

  it('stands before its projects in one publication, which is verified', async () => {
    const { path, layout, words, text } = await made('both', reportOf([river], { department }));
    expect(layout).toBe('generic/department、generic/project');
    expect(words).toHaveLength(2);
    expect(text).toMatch(/部门（单位）整体支出绩效目标表.*项目支出绩效目标表/s);
    expect(await verifyReport(path, workshop)).toMatchObject({ failed: false });
  });

  it('is left out where another layout is named, and the run says so', async () => {
    const { told } = await made('named', reportOf([river], { department }), 'generic/project');
    expect(told).toEqual(['field-not-printed']);
    const turned = await made('turned', reportOf([river], { department }), 'generic/department');
    expect(turned.told).toEqual(['field-not-printed']);
  });

  it('has no form where it is there for its money alone', async () => {
    const money = { expenditure: [{ kind: 'project', period: 'year', amount: '80.00' }] as const };
    const { layout, told } = await made('money', {
      ...reportOf([river]),
      department: { name: '青禾市水务局', overall: { expenditure: [...money.expenditure] } },
    });
    expect(layout).toBe('generic/project');
    expect(told).toContain('field-not-printed');
  });

  it('a report that fills everything is printed and read back', async () => {
    const { failed, text } = await made('full', fullReport);
    expect(failed).toBe(false);
    for (const word of ['资金汇总表', '资金分配（元）', '长期绩效指标', '金额合计', '862,345.5', '柳湾镇：≥1.2万人'])
      expect(text.replace(/\s/g, '')).toContain(word);
  });
});
