import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lostKinds } from '../../src/check/unprinted.js';
import { fillLayout } from '../../src/layouts/fill.js';
import { helpers } from '../../src/layouts/helpers/table.js';
import type { Manifest } from '../../src/layouts/manifest.js';
import type { Project, Report } from '../../src/report/schema.js';
import { layoutOf, problemsOf, projectOf, reportOf } from './make.js';

function fill(template: string, report: Report = reportOf(), own: Partial<Manifest> = {}): string {
  return fillLayout(layoutOf(template, {}, own), report).markup;
}

const fundedUnits: Report['units'] = [
  {
    name: '甲',
    projects: [
      projectOf('母', [], { id: 'a', funding: [{ source: 'total', period: 'year', amount: '3.00' }] }),
      projectOf('子', [], { parent: 'a', funding: [{ source: 'total', period: 'year', amount: '1.00' }] }),
      projectOf('空', [], { funding: [{ source: 'fiscal', period: 'year', amount: '—' }] }),
    ],
  },
  { name: '乙', funding: [{ source: 'total', period: 'year', amount: '7.5' }], projects: [] },
];
const funded = reportOf([], {
  units: fundedUnits,
  department: {
    name: '局',
    overall: {
      income: [
        { source: 'fiscal', period: 'year', amount: '8.00' },
        { source: 'other', period: 'year', amount: '—' },
      ],
      expenditure: [
        { kind: 'basic', period: 'year', amount: '5.00' },
        { kind: 'basic', period: 'whole', amount: '6.00' },
      ],
      goals: [
        { period: 'year', text: '年' },
        { period: 'long', text: '长' },
      ],
      tasks: [
        { name: '重点', funding: [{ source: 'total', period: 'year', amount: '2' }] },
        { name: '可选', optional: true },
        { name: '必做', optional: false },
      ],
    },
  },
});

describe('amount', () => {
  test.each([
    ['the report', '{{amount this "total" "year"}}', '10.50'],
    ['units', '{{#each units}}{{amount this "total" "year"}};{{/each}}', '3.00;7.5;'],
    ['projects', '{{#each (projects)}}{{amount project "total" "year"}};{{/each}}', '3.00;1.00;;'],
    ['a dash', '{{#each (projects)}}{{amount project "fiscal" "year"}};{{/each}}', ';;—;'],
    ['tasks', '{{#each department.overall.tasks}}{{amount this "total" "year"}};{{/each}}', '2;;;'],
    ['nothing', '{{amount this "carryover" "year"}}', ''],
    ['nothing at another period', '{{amount this "total" "whole"}}', ''],
  ])('of %s', (_what, template, expected) => {
    expect(fill(template, funded)).toBe(expected);
  });
});

test('line: one entry of income or expenditure', () => {
  expect(fill('{{line department.overall.income "fiscal" "year"}}', funded)).toBe('8.00');
  expect(fill('{{line department.overall.income "other" "year"}}', funded)).toBe('—');
  expect(fill('{{line department.overall.income "total" "year"}}', funded)).toBe('');
  expect(fill('{{line department.overall.expenditure "basic" "whole"}}', funded)).toBe('6.00');
  expect(fill('{{line department.overall.expenditure "basic" "year"}}')).toBe('');
});

describe('money', () => {
  test.each<[string, Partial<Manifest>, string]>([
    ['1234567.5', {}, '1,234,567.50'],
    ['1234567.5', { thousands: false }, '1234567.50'],
    ['71.78', { moneyUnit: '元' }, '717,800.00'],
    ['', {}, ''],
    ['—', {}, '—'],
    ['0', {}, '0'],
    ['0.00', {}, '0.00'],
    ['-1.5', {}, '-1.50'],
    ['1.2300', {}, '1.23'],
  ])('prints %s with %j as %s', (amount, own, expected) => {
    expect(fill(`{{money "${amount}"}}`, reportOf(), own)).toBe(expected);
  });

  test('a rounding that loses digits is a warning with a place, once for each amount', () => {
    const layout = layoutOf('<p>\n{{money "1.005"}} {{money "1.005"}}</p>');
    const { markup, problems } = fillLayout(layout, reportOf());
    expect(markup).toContain('1.01 1.01');
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ['amount-rounded', 'warning', 2],
      ['amount-rounded', 'warning', 2],
    ]);
    expect(problems.map(({ place }) => place?.column)).toEqual([1, 19]);
    const again = fillLayout(layoutOf('{{#each units}}{{money "1.005"}}{{/each}}'), funded).problems;
    expect(again.filter(({ code }) => code === 'amount-rounded')).toHaveLength(1);
  });

  test('missing data prints nothing', () => {
    expect(fill('{{money date}}')).toBe('');
  });
});

test('projects: numbered through all units', () => {
  expect(fill('{{#each (projects)}}{{number}}{{unit.name}}{{project.name}};{{/each}}', funded)).toBe(
    '1甲母;2甲子;3甲空;',
  );
});

test('kinds: the projects of a unit by kind, with the sum of each', () => {
  const project = (name: string, kind: string | undefined, amount: string): Project => ({
    name,
    ...(kind && { kind }),
    funding: [{ source: 'total', period: 'year', amount }],
  });
  const projects = [project('甲', '运转类', '1.10'), project('乙', undefined, '2'), project('丙', '运转类', '3.20')];
  expect(
    fill(
      '{{#each units}}{{#each (kinds this)}}{{name}} {{amount this "total" "year"}}{{#each projects}} {{name}}{{/each}};{{/each}}{{/each}}',
      reportOf(projects),
    ),
  ).toBe('运转类 4.30 甲 丙; 2 乙;');
});

test('goals and tasks', () => {
  expect(fill('{{#each (goals department.overall.goals "long")}}{{text}}{{/each}}', funded)).toBe('长');
  expect(fill('{{#each (tasks department.overall.tasks "key")}}{{name}}{{/each}}', funded)).toBe('重点必做');
  expect(fill('{{#each (tasks department.overall.tasks "optional")}}{{name}}{{/each}}', funded)).toBe('可选');
  expect(
    fill('{{count (tasks department.overall.tasks "key")}}{{count (goals department.overall.goals "year")}}'),
  ).toBe('00');
});

describe('numbered', () => {
  const asked = '{{#if (numbered department.overall.goals)}}yes{{else}}no{{/if}}';
  const said = (...texts: string[]) =>
    fill(
      asked,
      reportOf([], {
        department: { name: '局', overall: { goals: texts.map((text) => ({ period: 'year' as const, text })) } },
      }),
    );

  test.each([
    '1.清淤河道6公里。\n2.修复护坡2处。',
    '１．清淤河道',
    '1、清淤河道',
    '(1)清淤河道',
    '（一）清淤河道',
    '一、清淤河道',
    '①清淤河道',
    '⒈清淤河道',
    '一是清淤河道；二是修复护坡。',
    '第一，清淤河道。',
    '目标1：清淤河道',
    '1.2023年清淤河道',
    '1.10月底前完成招标\n2.12月底前完工',
    '全年完成：\n1.清淤河道',
  ])('a goal that brings its numbers: %s', (text) => {
    expect(said(text)).toBe('yes');
    expect(said(text, '再一个目标')).toBe('yes');
  });

  test.each(['清淤河道6公里。', '1.5公里河道清淤', '2023年完成清淤', '3、4月份完成招标', '15个乡镇', ''])(
    'a goal that brings none: %s',
    (text) => {
      expect(said(text)).toBe('no');
    },
  );

  test('no goals', () => {
    expect(fill(asked)).toBe('no');
  });
});

test('paragraphs and trimEnd', () => {
  const report = reportOf([], { notes: ['一。\n二。\r\n三。'] });
  expect(fill('{{#each notes}}{{#each (paragraphs this)}}[{{trimEnd this "。"}}]{{/each}}{{/each}}', report)).toBe(
    '[一][二][三]',
  );
  expect(fill('{{count (paragraphs date)}}{{trimEnd date "。"}}{{trimEnd "一。。" "。"}}{{trimEnd "一" ""}}')).toBe(
    '0一。一',
  );
});

test('has', () => {
  const said = '{{#if (has title year)}}有{{else}}没有{{/if}}';
  expect(fill(said, reportOf([], { year: 2023, title: '2023年绩效目标表' }))).toBe('有');
  expect(fill(said, reportOf([], { year: 2024, title: '2023年绩效目标表' }))).toBe('没有');
  expect(fill(said, reportOf([], { year: 2024 }))).toBe('没有');
  expect(fill('{{#if (has "甲乙" "")}}有{{/if}}')).toBe('');
});

test('the year counts as printed by a title that has it', () => {
  const template = '{{#if (has title year)}}{{title}}{{else}}{{title}}{{/if}}';
  const isPrinted = (title: string) => {
    const report = reportOf([], { year: 2023, title });
    return !lostKinds(report, [fillLayout(layoutOf(template), report).page]).some(
      ({ field }) => field === 'report.year',
    );
  };
  expect(isPrinted('2023年绩效目标表')).toBe(true);
  expect(isPrinted('绩效目标表')).toBe(false);
});

test('rowCount', () => {
  const indicators = [1, 2].map((at) => ({ level1: '产出指标', level2: '数量指标', name: `指标${at}` }));
  const units = [
    { name: '甲', projects: [projectOf('有', indicators), projectOf('无', [])] },
    { name: '乙', projects: [] },
  ];
  const report = reportOf([], { units });
  expect(fill('{{#each units}}{{rowCount projects}};{{/each}}', report)).toBe('3;0;');
  expect(fill('{{#each units}}{{rowCount projects}};{{/each}}', report, { requiredLevel2: ['质量指标'] })).toBe('4;0;');
});

test('fits', () => {
  expect(
    fill('{{#if (fits 3 "一二三")}}是{{/if}}{{#if (fits 3 "一二三四")}}否{{/if}}{{#if (fits 3 "2024年")}}是{{/if}}'),
  ).toBe('是是');
  expect(fill('{{#if (fits 2 date)}}是{{/if}}')).toBe('是');
});

test('date', () => {
  const report = reportOf([], { date: '2024-01-05' });
  expect(fill('{{date date "iso"}} {{date date "dot"}} {{date date "slash"}} {{date date "chinese"}}', report)).toBe(
    '2024-01-05 2024.01.05 2024/1/5 2024年1月5日',
  );
  expect(fill('{{date date "iso"}}')).toBe('');
  const part = (day: string) => fill(`{{date "${day}" "iso"}} {{date "${day}" "slash"}} {{date "${day}" "chinese"}}`);
  expect(part('2031-03')).toBe('2031-03 2031/3 2031年3月');
  expect(part('2031-12')).toBe('2031-12 2031/12 2031年12月');
  expect(part('2031')).toBe('2031 2031 2031年');
  const problems = problemsOf(() => fill('<p>\n{{date department.name "iso"}}</p>'));
  expect(problems.map(({ code, place }) => [code, place])).toEqual([
    ['date-unreadable', { file: 'test/project-2024/template.hbs', line: 2, column: 1 }],
  ]);
});

test('code', () => {
  expect(fill('{{code "产出指标"}} {{code "社会效益"}} {{code "数量指标"}} {{code date}}')).toBe('1 22 11 ');
  const problems = problemsOf(() => fill('<p>{{code "不存在"}}\n{{code department.name}}</p>'));
  expect(problems.map(({ code, place, message }) => [code, place?.line, message.zh])).toEqual([
    ['indicator-code-unknown', 1, '“不存在”没有官方指标代码'],
    ['indicator-code-unknown', 2, '“测试局”没有官方指标代码'],
  ]);
});

test('logic', () => {
  const say = (condition: string) => fill(`{{#if ${condition}}}yes{{else}}no{{/if}}`);
  expect(say('(eq moneyUnit "万元")')).toBe('yes');
  expect(say('(eq year 2023)')).toBe('no');
  expect(say('(and year units)')).toBe('yes');
  expect(say('(and year notes)')).toBe('no');
  expect(say('(or notes date)')).toBe('no');
  expect(say('(not notes)')).toBe('yes');
  expect(fill('{{or department.code department.name}}{{add year 1}}{{count units}}')).toBe('测试局20251');
});

test('a field whose name is a helper is the field', () => {
  const report = reportOf([], { date: '2024-01-05', units: [{ name: '甲', code: '569', projects: [] }] });
  expect(fill('{{date}}{{#each units}}{{code}}{{name}}{{/each}}', report)).toBe('2024-01-05569甲');
});

test('every listed helper has a test', () => {
  const tests = ['helpers.test.ts', 'rows.test.ts', 'forms.test.ts', 'columns.test.ts'].map((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  );
  const untested = [...helpers.keys()].filter((name) => !new RegExp(`[({]${name}[ )]`).test(tests.join('\n')));
  expect(untested).toEqual([]);
});
