import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { choiceNotices } from '../../src/layouts/choiceNotices.js';
import { chooseLayout, chooseLayouts } from '../../src/layouts/choose.js';
import type { FoundLayouts } from '../../src/layouts/find.js';
import type { Manifest } from '../../src/layouts/manifest.js';
import { layoutsOfRegion } from '../../src/layouts/ofRegion.js';
import type { Indicator, Report } from '../../src/report/schema.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { layoutOf, problemsOf, projectOf, reportOf } from './make.js';

const layout = (id: string, region: Manifest['region'], own: Partial<Manifest> = {}, template = '') =>
  layoutOf(template, {}, { id, region, ...own });
const ofTheYear = '{{#each (projects)}}{{#each project.indicators}}{{name}}{{target annualTarget}}{{/each}}{{/each}}';
const department = { table: 'department' as const };

const found: FoundLayouts = {
  layouts: [
    layout('generic/project', { name: '通用' }, { years: [] }),
    layout('guangdong/project-2023', { code: '440000', name: '广东省' }, { years: [2023] }),
    layout('guangzhou/project-2022', { code: '440100', name: '广州市' }, { years: [2022] }),
    layout('nansha/department-2024', { code: '440115', name: '广州市南沙区' }, department),
    layout('shanghai/project-2024', { code: '310000', name: '上海市' }, {}, ofTheYear),
    layout('teda/project-2024', { name: '天津经济技术开发区', parent: '120116' }),
    layout('tianjin/department-2024', { code: '120000', name: '天津市' }, department),
    layout('centre/project-2024', { name: '中央部门' }),
    layout('zone/project-2024', { code: '320599', name: '某某开发区' }),
    layout('bingtuan/project-2024', { name: '新疆生产建设兵团' }),
    layout('xinjiang/department-2024', { code: '650000', name: '新疆维吾尔自治区' }, department),
  ],
  broken: [],
};

const indicator = (own: Partial<Indicator>): Indicator => ({ level1: '产出指标', name: '数', ...own });
const projects = (region: Report['region'], own: Partial<Report> = {}, indicators: Indicator[] = []) =>
  reportOf([projectOf('项目', indicators)], { region, ...own });
const overall = (region: Report['region']) => reportOf([], { region, department: { name: '局', overall: {} } });

/** What is taken, and what is said of it. */
function taken(report: Report): [string, ...string[]] {
  const { manifest } = chooseLayout(found, report);
  const notices = choiceNotices(found, manifest, report, undefined);
  return [manifest.id, ...notices.map(({ code, severity }) => `${code} ${severity}`)];
}

describe('the nearest ancestor’s layout of the kind', () => {
  test.each<[string, Report, string[]]>([
    [
      'a district’s city',
      projects({ name: '上海市普陀区', code: '310107' }),
      ['shanghai/project-2024', 'layout-ancestor hint'],
    ],
    ['the same by name alone', projects({ name: '上海普陀' }), ['shanghai/project-2024', 'layout-ancestor hint']],
    ['a town’s', projects({ name: '上海市普陀区长寿路街道' }), ['shanghai/project-2024', 'layout-ancestor hint']],
    ['a former district’s', projects({ name: '上海市闸北区' }), ['shanghai/project-2024', 'layout-ancestor hint']],
    ['its own, however it is named', projects({ name: '上海' }), ['shanghai/project-2024']],
    [
      'the city’s of another year before the province’s of the year',
      projects({ name: '广州市南沙区' }, { year: 2023 }),
      ['guangzhou/project-2022', 'layout-ancestor hint', 'layout-other-year warning'],
    ],
    [
      'the province’s, past a city that has none',
      projects({ name: '深圳市' }, { year: 2023 }),
      ['guangdong/project-2023', 'layout-ancestor hint'],
    ],
    ['of its own kind', overall({ name: '广州市南沙区' }), ['nansha/department-2024']],
    ['a region of its own key', projects({ name: '天津经济技术开发区' }), ['teda/project-2024']],
    [
      'the same with its parent’s code',
      projects({ name: '天津经济技术开发区', code: '120116' }),
      ['teda/project-2024'],
    ],
    [
      'its parent’s parent’s',
      overall({ name: '天津经济技术开发区' }),
      ['tianjin/department-2024', 'layout-ancestor hint'],
    ],
    ['a region that only its layout names, by that name', projects({ name: '某某开发区' }), ['zone/project-2024']],
    ['central departments', projects({ name: '中央本级' }), ['centre/project-2024']],
    [
      'a division of 兵团',
      projects({ name: '新疆生产建设兵团第八师' }),
      ['bingtuan/project-2024', 'layout-ancestor hint'],
    ],
    ['the generic one for want of any', projects({ name: '江苏省' }), ['generic/project', 'layout-generic warning']],
    [
      'the generic one for who is not listed',
      projects({ name: '青禾市' }),
      ['generic/project', 'layout-generic warning'],
    ],
    ['the generic one, meant', projects({ name: '全国' }), ['generic/project']],
    // 兵团 stands beside its province, not in it.
    [
      'nothing of the province’s for 兵团',
      { ...overall({ name: '新疆生产建设兵团' }), layout: 'generic/project' },
      ['generic/project', 'layout-generic warning'],
    ],
  ])('%s', (_what, report, expected) => expect(taken(report)).toEqual(expected));

  test.each<[Report['region'], string]>([
    [{ name: '普陀区' }, 'region-ambiguous'],
    [{ name: '普陀区', code: '310106' }, 'region-code-differs'],
    [{ name: '上海市', code: '990000' }, 'region-code-unknown'],
  ])('%j is refused, and says which text it is about', (region, code) => {
    for (const choose of [chooseLayout, chooseLayouts]) {
      const [problem, ...others] = problemsOf(() => choose(found, projects(region)));
      expect([problem?.code, others, [region.name, region.code]]).toEqual([
        code,
        [],
        expect.arrayContaining([problem?.about]),
      ]);
    }
  });

  test('who names a layout needs no region that can be found, but none that contradicts itself', () => {
    expect(chooseLayout(found, projects({ name: '普陀区' }), 'generic/project').manifest.id).toBe('generic/project');
    expect(
      problemsOf(() => chooseLayout(found, projects({ name: '上海市', code: '440000' }), 'generic/project')),
    ).toHaveLength(1);
  });

  test('of two layouts that would do none is guessed', () => {
    const twice = {
      ...found,
      layouts: [...found.layouts, layout('shanghai/project-b', { code: '310000', name: '上海市' })],
    };
    const [problem] = problemsOf(() => chooseLayout(twice, projects({ name: '上海市' })));
    expect([problem?.code, problem?.message.en]).toEqual([
      'layout-ambiguous',
      expect.stringContaining('shanghai/project-2024, shanghai/project-b'),
    ]);
    expect(chooseLayout(twice, projects({ name: '上海市' }), 'shanghai/project-b').manifest.id).toBe(
      'shanghai/project-b',
    );
  });

  test('of two layouts for a year the one that prints all of the report is taken, else the one without blanks', () => {
    const row = (cells: string) => `{{#each (projects)}}{{#each project.indicators}}{{name}}${cells}{{/each}}{{/each}}`;
    const ofOne = row('{{target annualTarget}}');
    const ofTwo = row('{{target wholeTarget}}{{target annualTarget}}');
    const anhui = { code: '340000', name: '安徽省' };
    const forms = {
      layouts: [
        ...found.layouts,
        layout('anhui/one', anhui, { years: [], undated: true }, ofOne),
        layout('anhui/two', anhui, { years: [], undated: true }, ofTwo),
      ],
      broken: [],
    };
    const annual = indicator({ annualTarget: { value: '1' } });
    const both = indicator({ annualTarget: { value: '1' }, wholeTarget: { value: '3' } });
    const id = (indicators: Indicator[]) =>
      chooseLayout(forms, projects({ name: '安徽省' }, {}, indicators)).manifest.id;
    expect([id([annual]), id([both])]).toEqual(['anhui/one', 'anhui/two']);
  });

  test('layouts may not give one region two parents', () => {
    const twice = {
      ...found,
      layouts: [...found.layouts, layout('teda/b', { name: '天津经济技术开发区', parent: '310000' })],
    };
    expect(problemsOf(() => chooseLayout(twice, projects({ name: '江苏省' }))).map(({ code }) => code)).toEqual([
      'layout-region',
    ]);
  });
});

describe('a form that says less of where or when it is used', () => {
  const ours: FoundLayouts = {
    layouts: [
      ...found.layouts,
      layout('shanghai/districts', { code: '310000', name: '上海市', below: true }),
      layout('ningxia/project', { code: '640000', name: '宁夏回族自治区' }, { years: [], undated: true }),
      layout('ningxia/project-2025', { code: '640000', name: '宁夏回族自治区' }, { years: [2025] }),
    ],
    broken: [],
  };
  const chosen = (name: string, year: number) => {
    const report = projects({ name }, { year });
    const { manifest } = chooseLayout(ours, report);
    return [manifest.id, ...choiceNotices(ours, manifest, report, undefined).map(({ code }) => code)];
  };

  test('a form for what is below a region is its districts’ own, not the region’s', () => {
    expect(chosen('上海市普陀区', 2024)).toEqual(['shanghai/districts']);
    expect(chosen('上海市', 2024)).toEqual(['shanghai/project-2024']);
  });

  test('but the region’s own of the year where that prints more: a district’s court fills in the city’s', () => {
    const report = projects({ name: '上海市普陀区' }, {}, [indicator({ annualTarget: { value: '1' } })]);
    const id = (forms: FoundLayouts, own: Partial<Report> = {}) =>
      chooseLayout(forms, { ...report, ...own }).manifest.id;
    const names = layout('shanghai/districts', { code: '310000', name: '上海市', below: true }, {}, ofTheYear);
    expect(id({ layouts: [...found.layouts, names], broken: [] })).toBe('shanghai/districts');
    const without = ofTheYear.replace('{{name}}', '');
    const values = layout('shanghai/districts', names.manifest.region, {}, without);
    const fewer = { layouts: [...found.layouts, values], broken: [] };
    expect(id(fewer)).toBe('shanghai/project-2024');
    expect(id(fewer, { year: 2025 })).toBe('shanghai/districts');
    const { manifest } = chooseLayout(fewer, report);
    expect(choiceNotices(fewer, manifest, report, undefined).map(({ code }) => code)).toEqual(['layout-ancestor']);
  });

  test('a form without years does for each year that no other names', () => {
    expect(chosen('宁夏回族自治区', 2023)).toEqual(['ningxia/project']);
    expect(chosen('宁夏回族自治区', 2025)).toEqual(['ningxia/project-2025']);
    expect(chosen('宁夏回族自治区', 2026)).toEqual(['ningxia/project']);
  });
});

describe('a form of the whole country', () => {
  const country = { name: '全国' };
  const undated = { years: [], undated: true };
  const all = '{{year}}{{department.name}}{{#each (projects)}}{{unit.name}}{{project.name}}{{/each}}';
  const rows = all.replace(
    '{{/each}}',
    '{{#each project.indicators}}{{level1}}{{name}}{{target annualTarget}}{{/each}}{{/each}}',
  );
  const ours: FoundLayouts = {
    layouts: [
      ...found.layouts,
      layout('national/halves', country, undated, rows.replace('{{target', '{{target wholeTarget}}{{target')),
      layout('national/one', country, undated, rows),
      layout('national/named', country, { years: [] }, rows),
    ],
    broken: [],
  };
  const annual = indicator({ annualTarget: { value: '1' } });
  const suzhou = (own: Partial<Indicator> = {}) => projects({ name: '苏州市' }, {}, [{ ...annual, ...own }]);
  const [notice] = choiceNotices(ours, chooseLayout(ours, suzhou()).manifest, suzhou(), undefined);

  test.each<[string, Report, string]>([
    ['prints all and has the fewest blanks', suzhou(), 'national/one'],
    ['prints all', suzhou({ wholeTarget: { value: '3' } }), 'national/halves'],
    ['none prints all', suzhou({ weight: '10' }), 'generic/project'],
    ['the region has its own', { ...suzhou(), region: { name: '上海市' } }, 'shanghai/project-2024'],
    [
      'what no form of projects prints is not missed',
      { ...suzhou(), department: { name: '局', overall: { duties: ['办学'] } } },
      'national/one',
    ],
    ['nor a person', { ...suzhou(), signoff: { preparedBy: '沈青禾' } }, 'national/one'],
    ['the report is the country’s', { ...suzhou(), region: country }, 'national/one'],
    ['the generic one is meant', { ...suzhou(), region: { name: '通用' } }, 'generic/project'],
  ])('is taken where a region has none: %s', (_what, report, id) => {
    expect(chooseLayout(ours, report).manifest.id).toBe(id);
    expect(chooseLayouts(ours, report).layouts.map(({ manifest }) => manifest.id)).toEqual([id]);
  });

  test('and told, as is the generic one where none prints all', () => {
    expect([notice?.code, notice?.message.zh]).toEqual([
      'layout-national',
      '苏州市及其上级没有项目版式，用了全国通行的表样 national/one，报告填的它都印',
    ]);
    const weighed = suzhou({ weight: '10' });
    const [other] = choiceNotices(ours, chooseLayout(ours, weighed).manifest, weighed, undefined);
    expect([other?.code, other?.message.zh]).toEqual([
      'layout-generic',
      '苏州市及其上级没有项目版式，全国通行的表样又印不全，用了通用版式 generic/project',
    ]);
  });

  test('a region without a layout is told all that may be taken', () => {
    const [ofProjects] = layoutsOfRegion(ours, '苏州市').answers;
    expect(ofProjects?.ids).toEqual(['national/halves', 'national/one', 'generic/project']);
  });
});

describe('a form of another kind', () => {
  const whole = indicator({ wholeTarget: { value: '3' } });
  const annual = indicator({ annualTarget: { value: '1' } });
  test.each<[string, Indicator[], string]>([
    ['no value has a column', [whole, whole], 'generic/project'],
    ['one has', [whole, annual], 'shanghai/project-2024'],
    ['there are no values', [indicator({})], 'shanghai/project-2024'],
  ])('is not forced into the region’s layout: %s', (_what, indicators, id) => {
    const report = projects({ name: '上海市' }, {}, indicators);
    expect(chooseLayout(found, report).manifest.id).toBe(id);
  });

  test('is told as such', () => {
    const report = projects({ name: '上海市' }, {}, [whole]);
    const [notice] = choiceNotices(found, chooseLayout(found, report).manifest, report, undefined);
    expect(notice?.message.zh).toContain('版式 shanghai/project-2024 没有放得下报告里指标值的栏');
  });
});

describe('the notices', () => {
  const notice = (report: Report) =>
    choiceNotices(found, chooseLayout(found, report).manifest, report, undefined).at(-1);
  const guides = ['README.md', 'README.en.md'].map((file) => readFileSync(file, 'utf8'));

  test.each([
    projects({ name: '江苏省' }),
    projects({ name: '上海市' }, { year: 2030 }),
    projects({ name: '上海市普陀区' }),
  ])('point at the guide to a layout of one’s own, which README has, and not at silence', (report) => {
    const { hint } = notice(report) ?? {};
    for (const [index, words] of [hint?.zh ?? '', hint?.en ?? ''].entries()) {
      const heading = /[“]([^”]+)[”]/.exec(words)?.[1];
      expect(guides[index]).toContain(`\n## ${heading}\n`);
      expect(words).not.toContain('"layout"');
    }
  });

  test('say why, in words', () => {
    const words = (name: string, year = 2024) => notice(projects({ name }, { year }))?.message.zh;
    expect(words('上海市普陀区')).toBe(
      '上海市普陀区没有自己的项目版式，用了上级上海市（310000）的 shanghai/project-2024',
    );
    expect(words('上海市闸北区')).toBe('区划表里没有 "闸北区"，用了上海市（310000）的 shanghai/project-2024');
    expect(words('苏州市')).toBe('苏州市及其上级没有项目版式，用了通用版式 generic/project');
    expect(words('江苏省')).toBe('江苏省没有项目版式，用了通用版式 generic/project');
    expect(words('青禾市')).toBe('区划表里没有地区 "青禾市"，用了通用版式 generic/project');
    expect(notice(projects({ name: '延边州' }))?.hint?.zh).toContain('吉林省延边朝鲜族自治州（222400）');
    expect(notice(projects({ name: '南沙区', code: '440115' }, { year: 2023 }))?.hint?.zh).toContain(
      '广东省（440000）有 2023 年度的 guangdong/project-2023',
    );
  });

  test('of a layout that is named nothing is said; of the other table of the booklet it is', () => {
    const overall = { goals: [{ period: 'year' as const, text: '做好' }] };
    const report = { ...projects({ name: '天津经济技术开发区' }), department: { name: '局', overall } };
    const { layouts } = chooseLayouts(found, report, 'generic/project');
    const codes = layouts.map(({ manifest }) => [
      manifest.id,
      ...choiceNotices(found, manifest, report, 'generic/project').map(({ code }) => code),
    ]);
    expect(codes).toEqual([['tianjin/department-2024', 'layout-ancestor'], ['generic/project']]);
  });
});

test('a region’s layouts are its own or its nearest ancestor’s, kind by kind', () => {
  const ids = (region: string) => layoutsOfRegion(found, region).answers.map(({ key, ids }) => [key, ...ids]);
  const nansha = [
    ['440100', 'guangzhou/project-2022'],
    ['440115', 'nansha/department-2024'],
  ];
  for (const name of ['南沙区', '440115', '广州市南沙区']) {
    if (name === '南沙区') expect(problemsOf(() => ids(name)).map(({ code }) => code)).toEqual(['region-ambiguous']);
    else expect(ids(name)).toEqual(nansha);
  }
  expect(ids('青禾市')).toEqual([[undefined, 'generic/project'], [undefined]]);
});

test('what is shipped of the regions with a code has it, so that a build of theirs asks for no names', () => {
  const files = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('layout.json'),
  );
  const { layouts, broken } = shippedLayouts;
  expect([layouts.length, broken]).toEqual([files.length, []]);
  for (const file of files) {
    const { id, region } = JSON.parse(readFileSync(join('templates', file), 'utf8')) as Manifest;
    expect(layouts.find(({ manifest }) => manifest.id === id)?.manifest.region).toEqual(region);
  }
});

test('a district of Shanghai gets Shanghai’s shipped form, by name or with its code', () => {
  const templates = shippedLayouts;
  for (const region of [{ name: '上海市普陀区', code: '310107' }, { name: '上海市普陀区' }]) {
    const report = projects(region, { year: 2026 }, [indicator({ annualTarget: { value: '6' } })]);
    const { manifest } = chooseLayout(templates, report);
    expect([manifest.id, ...choiceNotices(templates, manifest, report, undefined).map(({ code }) => code)]).toEqual([
      'shanghai/project-2026',
      'layout-ancestor',
    ]);
  }
});

test('a form that needs its year is taken for that year only', () => {
  const of = (name: string, year: number) =>
    chooseLayouts(shippedLayouts, reportOf([projectOf('甲')], { year, region: { name } })).layouts.map(
      ({ manifest }) => manifest.id,
    );
  expect(of('福建省', 2017)).toContain('fujian/project-2017');
  expect(of('福建省', 2026)).toEqual(['national/project']);
  expect(of('宁夏回族自治区吴忠市同心县', 2023)).toEqual(['tongxin/notice-2023']);
  expect(of('宁夏回族自治区吴忠市同心县', 2026)).toEqual(['ningxia/project']);
});
