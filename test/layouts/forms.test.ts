import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import type { Layout } from '../../src/layouts/find.js';
import type { Indicator, Project, Report } from '../../src/report/schema.js';
import type { Period } from '../../src/report/vocabulary.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { fullReport } from './fullReport.js';
import { layoutOf, projectOf, reportOf } from './make.js';

const { layouts } = shippedLayouts;
const layoutNamed = (id: string) => layouts.find(({ manifest }) => manifest.id === id) as Layout;

function fill(template: string, report: Report, shape: 'form' | 'list' = 'form'): string {
  return fillLayout(layoutOf(template, {}, { shape }), report).markup;
}

/** The words of a filled layout. */
function wordsOf(id: string, report: Report): string {
  const { markup } = fillLayout(layoutNamed(id), report);
  return stripPlaces(markup)
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '');
}

describe('helpers of the generic forms', () => {
  const money = (source: 'total' | 'fiscal' | 'other', amount: string, period: Period = 'year') => ({
    source,
    period,
    amount,
  });
  const goal = (period: Period, name?: string) => ({ period, text: '目', ...(name && { name }) });
  const report = reportOf(
    [
      projectOf('甲', [], {
        funding: [money('other', '1'), money('total', '9', 'whole'), money('fiscal', '8', 'whole')],
      }),
      projectOf('乙', [], { funding: [money('total', '5')] }),
    ],
    {
      department: {
        name: '局',
        overall: {
          income: [money('total', '3'), money('fiscal', '1'), money('fiscal', '1.5'), money('other', '4', 'whole')],
          expenditure: [{ kind: 'basic', period: 'year', amount: '5' }],
          tasks: [
            { name: '一', funding: [money('total', '2.5')] },
            { name: '二', funding: [money('total', '1.25')] },
          ],
          goals: [
            { period: 'year', text: '年' },
            { period: 'long', text: '长' },
          ],
        },
      },
    },
  );

  test('funds: what an owner states and what is listed in any case', () => {
    const asked = (words: string) =>
      `{{#each (projects)}}{{#each (funds project${words})}}{{name}}{{#if opens}}!{{/if}};{{/each}}|{{/each}}`;
    expect(fill(asked(''), report)).toBe('实施期资金总额;实施期财政拨款!;其他资金;|年度资金总额;|');
    expect(fill(asked(' "total" "fiscal"'), report)).toBe(
      '实施期资金总额;实施期财政拨款!;年度资金总额;其他资金!;|年度资金总额;财政拨款!;|',
    );
    expect(fill(asked(' "total" "fiscal" "other"'), report)).toMatch(
      /^实施期资金总额;实施期财政拨款!;年度资金总额;财政拨款!;其他资金;/,
    );
    expect(fill('{{#each (funds department)}}{{name}}{{/each}}', report)).toBe('');
  });

  test('funds name a source and a period that amount takes', () => {
    const each =
      '{{#each (projects) as |at|}}{{#each (funds at.project)}}{{amount at.project source period}};{{/each}}{{/each}}';
    expect(fill(each, report)).toBe('9;8;1;5;');
  });

  test('fundColumns: of all owners together', () => {
    expect(fill('{{#each units}}{{#each (fundColumns projects)}}{{name}};{{/each}}{{/each}}', report)).toBe(
      '实施期资金总额;实施期财政拨款;年度资金总额;其他资金;',
    );
    expect(fill('{{#each (fundColumns department.overall.tasks "other")}}{{name}};{{/each}}', report)).toBe(
      '年度资金总额;其他资金;',
    );
  });

  test('amount of the department as a whole: its tasks', () => {
    expect(
      fill('{{amount department.overall "total" "year"}}/{{amount department.overall "other" "year"}}', report),
    ).toBe('3.75/');
  });

  test('budgetLines: each with its name, several of one name added', () => {
    expect(fill('{{#each (budgetLines department.overall.income)}}{{name}} {{this.amount}};{{/each}}', report)).toBe(
      '收入合计 3;财政拨款 2.5;实施期其他资金 4;',
    );
    expect(fill('{{#each (budgetLines department.overall.expenditure)}}{{name}}{{/each}}', report)).toBe('基本支出');
  });

  test('goalPeriods: those that are filled, the longer first; the year when there is none', () => {
    const asked = '{{#each (goalPeriods department.overall.goals)}}{{name}} {{period}};{{/each}}';
    expect(fill(asked, report)).toBe('长期 long;年度 year;');
    expect(fill(asked, reportOf())).toBe('年度 year;');
  });

  test.each<[string, Partial<Project>, string, string]>([
    ['nothing', {}, '实施期', '年度'],
    ['a goal of the medium term', { goals: [goal('medium')] }, '中期', '中期'],
    ['goals of the long term and the year', { goals: [goal('year'), goal('long')] }, '长期', '长期年度'],
    ['goals of two longer periods', { goals: [goal('whole'), goal('medium')] }, '实施期', '实施期中期'],
    ['money of the medium term', { funding: [money('total', '1', 'medium')] }, '中期', '年度'],
    ['goals before money', { goals: [goal('long')], funding: [money('total', '1', 'medium')] }, '长期', '长期'],
    ['a goal that names its years', { goals: [goal('whole', '三年总体目标')] }, '三年总体', '三年总体'],
    ['中长期', { goals: [goal('long', '中长期绩效目标')] }, '中长期', '中长期'],
    ['several goals of one name', { goals: [goal('whole', '三年目标'), goal('whole', '三年目标')] }, '三年', '三年'],
    ['names that differ', { goals: [goal('whole', '三年目标'), goal('whole', '五年目标')] }, '实施期', '实施期'],
    ['a name beside none', { goals: [goal('whole', '三年目标'), goal('whole')] }, '实施期', '实施期'],
    ['a name that is none of years', { goals: [goal('medium', '目标1')] }, '中期', '中期'],
    ["a year's", { goals: [goal('year', '三年目标')] }, '实施期', '年度'],
  ])('wholeName and goalPeriods: %s', (_what, own, word, heads) => {
    const asked =
      '{{#each (projects)}}{{wholeName project}}/{{#each (goalPeriods project.goals)}}{{name}}{{/each}}{{/each}}';
    expect(fill(asked, reportOf([projectOf('甲', [], own)]))).toBe(`${word}/${heads}`);
  });

  test('filled and given', () => {
    const own = reportOf([projectOf('甲', [], { code: '' }), projectOf('乙', [], { kind: '特定目标类' })]);
    const asked = (field: string) => `{{#each units}}{{#if (filled projects "${field}")}}yes{{else}}no{{/if}}{{/each}}`;
    expect([asked('code'), asked('kind'), asked('goals')].map((template) => fill(template, own))).toEqual([
      'no',
      'yes',
      'no',
    ]);
    const most = [1, 2].map((count) => `{{#each units}}{{#if (more projects ${count})}}yes{{else}}no{{/if}}{{/each}}`);
    expect(most.map((template) => fill(template, own))).toEqual(['yes', 'no']);
    expect(fill('{{given year notes department (eq year 1)}}', own)).toBe('2');
  });
});

describe('block', () => {
  const target = { sign: '≥', value: '1', unit: '个' } as const;
  const year = (name: string, group?: number): Indicator => ({
    level1: '产出指标',
    name,
    annualTarget: target,
    ...(group && { group }),
  });
  const whole = (name: string, group?: number): Indicator => ({
    level1: '产出指标',
    name,
    wholeTarget: target,
    ...(group && { group }),
  });
  const blocks = (...indicators: Indicator[]) =>
    fill(
      '{{#each (projects)}}{{#each (block project.indicators "whole")}}{{name}}{{/each}}/{{#each (block project.indicators "year")}}{{name}}{{/each}}{{/each}}',
      reportOf([projectOf('甲', indicators)]),
    );

  test.each([
    ['a group of the whole period alone', [whole('三', 1), year('甲', 2), year('乙', 2)], '三/甲乙'],
    ['all of the whole period', [whole('三'), whole('四')], '三四/'],
    ['rows of one period each in one group', [whole('三'), year('甲')], '三/甲'],
    ['a row with both keeps its group together', [whole('三'), { ...year('甲'), wholeTarget: target }], '/三甲'],
    ['another group with both', [whole('三', 1), { ...year('甲', 2), wholeTarget: target }], '三/甲'],
    ['no value at all', [{ level1: '产出指标', name: '空' }, year('甲')], '/空甲'],
    ['none', [], '/'],
  ])('%s', (_what, indicators, expected) => {
    expect(blocks(...indicators)).toBe(expected);
  });
});

describe('allocations', () => {
  const share = (name: string, own: Partial<Project> = {}): Project => ({
    name,
    parent: 'p',
    funding: [{ source: 'total', period: 'year', amount: '1' }],
    ...own,
  });
  const listed = (shape: 'form' | 'list', ...projects: Project[]) =>
    fill(
      '{{#each (projects)}}{{project.name}}({{#each (allocations project)}}{{name}};{{/each}}){{/each}}',
      reportOf([{ name: '总', id: 'p' }, ...projects]),
      shape,
    );

  test.each([
    ['places', [share('石桥乡'), share('柳湾镇（含新区）')], '总(石桥乡;柳湾镇（含新区）;)'],
    ['a place below a place', [share('青禾县', { id: 'c' }), share('石桥乡', { parent: 'c' })], '总(青禾县;石桥乡;)'],
    ['no place', [share('护岸修复')], '总()护岸修复()'],
    [
      'a place with a goal is a project',
      [share('石桥乡', { goals: [{ period: 'year', text: '清淤' }] })],
      '总()石桥乡()',
    ],
    ['empty lists are nothing', [share('石桥乡', { goals: [], indicators: [] })], '总(石桥乡;)'],
    ['a place without money', [{ name: '石桥乡', parent: 'p' }], '总()石桥乡()'],
    ['withheld', [share('石桥乡', { publish: false })], '总()'],
  ])('in a form: %s', (_what, projects, expected) => {
    expect(listed('form', ...(projects as Project[]))).toBe(expected);
  });

  test('in a list each keeps its row', () => {
    expect(listed('list', share('石桥乡'))).toBe('总()石桥乡()');
  });

  test('those of a withheld project are withheld', () => {
    const report = reportOf([{ name: '总', id: 'p', publish: false }, share('石桥乡')]);
    expect(fill('{{#each (projects)}}{{project.name}}{{/each}}', report)).toBe('');
  });

  test('a form that does not list them says which money is not printed', () => {
    const report = reportOf([{ name: '总', id: 'p' }, share('石桥乡')]);
    const { page } = fillLayout(layoutOf('{{#each (projects)}}{{project.name}}{{/each}}'), report);
    expect(page.unprinted.map(({ path }) => path.join('/'))).toContain('units/0/projects/1');
  });

  test.each(['generic/project', 'tianjin/project-2023', 'shanghai/project-2024'])('%s prints them', (id) => {
    const words = wordsOf(id, reportOf([{ name: '总', id: 'p' }, share('石桥乡'), share('柳湾镇')]));
    expect(words).toMatch(/资金分配（(元|万元)）地区（单位）年度资金总额石桥乡(1|10,000\.00|1\.00)柳湾镇/);
  });
});

describe('the generic forms print all that a report fills', () => {
  /** Names for the data alone, the flag that others show, and what is printed in other products. */
  const unprinted = new Set(['$schema', 'id', 'parent', 'region', 'moneyUnit', 'date', 'group', 'publish', 'layout']);

  function* leaves(value: unknown, path: string[]): Generator<[string, string]> {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) yield* leaves(item, [...path, String(index)]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) if (!unprinted.has(key)) yield* leaves(item, [...path, key]);
    } else yield [path.join('/'), String(value)];
  }

  const words = { source: true, period: true, kind: true };
  const isWord = (path: string) =>
    path.includes('/funding/') || path.includes('/income/') || path.includes('/expenditure/');

  test('each of its values', () => {
    const printedWords = wordsOf('generic/department', fullReport) + wordsOf('generic/project', fullReport);
    const text = printedWords.replace(/(?<=\d),(?=\d{3})/g, '');
    const missing = [...leaves(fullReport, [])].filter(([path, value]) => {
      const key = path.split('/').at(-1) ?? '';
      if ((key in words && (isWord(path) || path.includes('/goals/'))) || value === 'true') return false;
      const said = /^\d{4}(-\d{2}){1,2}$/.test(value)
        ? value.replace(/-0?/g, '年').replace(/年(\d+)$/, '年$1月')
        : value.replace(/\s+/g, '');
      return !text.includes(said);
    });
    expect(missing).toEqual([]);
  });

  test('and what it does not fill is not headed', () => {
    const text = wordsOf('generic/project', reportOf([projectOf('甲')]));
    for (const word of ['项目编码', '项目概况', '权重', '说明', '实施期', '支出明细', '资金分配', '汇总表']) {
      expect(text).not.toContain(word);
    }
  });
});

describe('heads of the indicators of a generic form', () => {
  const target = { sign: '≥', value: '1', unit: '个' } as const;
  const row = (own: Partial<Indicator> = {}): Indicator => ({
    level1: '产出指标',
    name: '数',
    annualTarget: target,
    ...own,
  });
  const [both, whole] = [row({ wholeTarget: target }), { level1: '产出指标', name: '总数', wholeTarget: target }];
  const medium = { goals: [{ period: 'medium', text: '建成' } as const] };

  test.each<[string, Indicator[], Partial<Project>, string]>([
    ['no level 2', [row(), row()], {}, '一级指标指标内容指标值'],
    ['one of level 2', [row(), row({ level2: '数量指标' })], {}, '一级指标二级指标三级指标指标值'],
    ['the medium term', [both], medium, '一级指标指标内容中期指标值年度指标值'],
    [
      'a block of the medium term',
      [whole, row()],
      medium,
      '中期绩效指标一级指标指标内容指标值产出指标总数≥1个年度绩效指标一级',
    ],
    [
      'a block with level 2 beside one without',
      [{ ...whole, level2: '数量指标' }, row()],
      {},
      '实施期绩效指标一级指标二级指标三级指标指标值产出指标数量指标总数≥1个年度绩效指标一级指标指标内容',
    ],
    ['weights', [both, row({ weight: '10' })], {}, '一级指标指标内容实施期指标值年度指标值权重'],
  ])('%s', (_what, indicators, own, heads) => {
    expect(wordsOf('generic/project', reportOf([projectOf('甲', indicators, own)]))).toContain(heads);
    const { goals } = own;
    const overall = { indicators, ...(goals && { goals }) };
    const department = wordsOf('generic/department', reportOf([], { department: { name: '局', overall } }));
    expect(department).toContain(heads);
  });

  test('a table without level 2 has as many columns as its head', () => {
    const { markup } = fillLayout(
      layoutNamed('generic/project'),
      reportOf([projectOf('甲', [whole, row({ weight: '1', remark: '注' })])]),
    );
    const tables = [...stripPlaces(markup).matchAll(/<table>.*?<\/table>/gs)].map(([text]) => text).slice(1);
    const counted = tables.map((text) => [
      text.match(/<col /g)?.length,
      Number(/colspan="(\d)"/.exec(text)?.[1]),
      text.match(/<t[hd][ >]/g)?.length,
    ]);
    // Head of the block, heads, and the one row.
    expect(counted).toEqual([
      [3, 3, 1 + 3 + 3],
      [5, 5, 1 + 5 + 5],
    ]);
  });
});

test('the money of a generic form is in the unit and with the decimals of the report', () => {
  const amounts = (unit: '元' | '万元', ...all: string[]) => {
    const projects = all.map((amount, index) =>
      projectOf(`第${index}`, [], { funding: [{ source: 'total', period: 'year', amount }] }),
    );
    const layout = layoutNamed('generic/project');
    const { markup, problems } = fillLayout(layout, reportOf(projects, { moneyUnit: unit }));
    const words = [...stripPlaces(markup).matchAll(/class="amount">([^<]+)</g)].map(([, text]) => text);
    return [markup.includes(`（${unit}）`), words, problems.map(({ code }) => code)];
  };
  expect(amounts('元', '812345')).toEqual([true, ['812,345'], []]);
  expect(amounts('元', '-812345.5', '20')).toEqual([true, ['-812,345.5', '20.0'], []]);
  expect(amounts('万元', '1080.00', '1.2345', '0', '—')).toEqual([true, ['1,080.0000', '1.2345', '0', '—'], []]);
  expect(amounts('元', '0.12345678')).toEqual([true, ['0.123457'], ['amount-rounded']]);
});

test('the manifest of a generic form names no unit and no number of decimals', () => {
  for (const id of ['generic/project', 'generic/department']) {
    expect(layoutNamed(id).manifest).toMatchObject({ moneyUnit: 'report' });
    expect(JSON.parse(readFileSync(`templates/${id}/layout.json`, 'utf8'))).not.toHaveProperty('decimals');
  }
});
