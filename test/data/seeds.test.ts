import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { publishedSchema } from '../../src/report/publishedSchema.js';
import type { FundingLine, Project, Report } from '../../src/report/schema.js';
import type { FundingSource } from '../../src/report/vocabulary.js';

/** Published numbers of projects and indicators: one list a unit, one number a project. */
const tables: Record<string, number[][]> = {
  'guangzhou-2023': [[9, 11, 5, 6, 9]],
  'guangzhou-2025': [
    [5, 7, 15, 10, 18, 6, 5, 7, 4, 7, 8, 6],
    [9, 10, 5, 5],
    [5, 9, 4],
  ],
  'tianjin-2023': [
    [6, 24],
    [7, 19, 14],
  ],
  'nansha-2024': [],
  'shanghai-2024': [[6, 9, 10, 13, 8]],
};

const validate = new Ajv2020({ allErrors: true }).compile(publishedSchema());

function textOf(name: string): string {
  return readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8');
}

function read(name: string): Report {
  return JSON.parse(textOf(name));
}

interface Owner {
  funding?: FundingLine[];
}

/** The stated annual amount; the published tables state every amount that is asked for here. */
function amount(owner: Owner, source: FundingSource): string {
  const line = owner.funding?.find((each) => each.source === source && each.period === 'year');
  if (!line) throw new Error(`no line ${source}`);
  return line.amount;
}

function sum(owners: Owner[], source: FundingSource): string {
  return owners.reduce((total, owner) => total.plus(amount(owner, source)), new Big(0)).toFixed(2);
}

const projectsOf = (report: Report): Project[] => report.units.flatMap((unit) => unit.projects);

describe.each(Object.keys(tables))('%s', (name) => {
  const report = read(name);

  it('is valid and points editors to the schema', () => {
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(Object.entries(report)[0]).toEqual(['$schema', './report.schema.json']);
  });

  it('has every project and indicator of the publication', () => {
    const counts = report.units.map((unit) => unit.projects.map((project) => project.indicators?.length));
    expect(counts).toEqual(tables[name]);
  });

  it('carries no damage of the text extraction', () => {
    expect(textOf(name)).not.toMatch(/<\/?p>|\$\\|bookmark|双星|\t|\u3000/);
  });
});

describe('amounts add up as published', () => {
  it.each(['guangzhou-2023', 'guangzhou-2025'])('%s: 合计 = units = projects', (name) => {
    const { department, units } = read(name);
    for (const source of ['total', 'fiscal'] as const) {
      expect(sum(units, source)).toBe(amount(department, source));
      for (const unit of units) expect(sum(unit.projects, source)).toBe(amount(unit, source));
    }
  });

  it('tianjin-2023: 预算数 is all 财政资金', () => {
    const projects = projectsOf(read('tianjin-2023'));
    expect(projects.map((project) => amount(project, 'total'))).toEqual([
      '185.00',
      '900.00',
      '156.50',
      '777.00',
      '542.50',
    ]);
    for (const project of projects) expect(amount(project, 'fiscal')).toBe(amount(project, 'total'));
  });

  it('shanghai-2024: the parent is the sum of its children', () => {
    const [parent, ...children] = projectsOf(read('shanghai-2024'));
    if (!parent) throw new Error('no parent');
    expect(children.map((child) => child.parent)).toEqual(Array(4).fill(parent.id));
    for (const source of ['total', 'currentYearFiscal', 'carryover', 'other'] as const) {
      expect(sum(children, source)).toBe(amount(parent, source));
    }
  });

  it('nansha-2024: 基本支出 + 项目支出 = 财政拨款 = 区本级使用资金; the tasks need not exhaust 项目支出', () => {
    const overall = read('nansha-2024').department.overall;
    const spent = Object.fromEntries((overall?.expenditure ?? []).map((line) => [line.kind, line.amount]));
    expect(new Big(spent.basic ?? '').plus(spent.project ?? '').toFixed(2)).toBe('567.97');
    expect(spent.districtLevel).toBe(amount({ funding: overall?.income ?? [] }, 'fiscal'));
    expect(sum(overall?.tasks ?? [], 'total')).toBe('264.71');
    expect(overall?.indicators).toHaveLength(42);
  });
});

/** Published slips that a careful hand would mend; data/README.md lists them all. */
it.each([
  ['guangzhou-2023', '提高科学素养。"'],
  ['guangzhou-2023', '视频数量视频数量不少于200条'],
  ['guangzhou-2025', '通过开展“开展“科创下午茶”活动'],
  ['guangzhou-2025', '{ "text": "90%以上。" }'],
  ['guangzhou-2025', '{ "sign": "≧", "value": "0" }'],
  ['tianjin-2023', '{ "value": "100", "unit": "百分比" }'],
  ['tianjin-2023', '"unit":"科技馆正常运转率"'],
  ['shanghai-2024', '”全国科普日“'],
  ['shanghai-2024', '不少于5场次。。'],
  ['shanghai-2024', '{ "sign": "≥", "value": "80", "unit": "次" }'],
])('%s keeps %s', (name, published) => {
  const chinese = JSON.stringify(read(name), (key, value) =>
    /^(?:name|text|unit|note)En$/.test(key) ? undefined : value,
  );
  expect(chinese).toContain(published.startsWith('{') ? JSON.stringify(JSON.parse(published)) : published);
});
