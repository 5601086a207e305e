import { describe, expect, it } from 'vitest';
import { type Change, codeOf } from '../../src/diff/change.js';
import { diffReports } from '../../src/diff/diff.js';
import { deedOf } from '../../src/diff/words.js';
import { pointerOf } from '../../src/json/pointer.js';
import { type Field, fieldsOf, schema } from '../../src/report/fields.js';
import type { Project, Report, Target } from '../../src/report/schema.js';
import { edited, seed, seeds } from './edits.js';

const guangzhou = seed('guangzhou-2025');
const codes = (before: Report, after: Report): string[] => diffReports(before, after).map(codeOf);
const projects = (report: Report, unit = 0) => report.units[unit]?.projects ?? [];

/** A change in one line: its code, whose it is, the cell, both sides. */
function told(change: Change): string {
  const { owner, cell, before, after } = change;
  const whose = [owner.unit?.name, owner.project?.name].filter(Boolean).join('/');
  return `${codeOf(change)} | ${whose} | ${cell.zh} | ${before?.text.zh ?? ''} → ${after?.text.zh ?? ''} | ${deedOf(change).zh}`;
}

const lines = (before: Report, after: Report): string[] => diffReports(before, after).map(told);

it.each(seeds)('%s does not differ from itself', (name) => {
  expect(diffReports(seed(name), seed(name))).toEqual([]);
});

it('has English for every title of the schema', () => {
  const titles: string[] = [];
  const missing: string[] = [];
  const visit = (field: Field): void => {
    if (field.title) titles.push(field.title);
    if (field.title && !/^[A-Za-z]/.test(field.titleEn ?? '')) missing.push(field.title);
    for (const inner of Object.values(fieldsOf(field))) visit(inner);
    if (field.items) visit(field.items);
  };
  visit(schema());
  expect(titles.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

describe('projects', () => {
  const plain = (name: string, amount: string, extra: Partial<Project> = {}): Project => ({
    name,
    funding: [{ source: 'total' as const, period: 'year' as const, amount }],
    goals: [{ period: 'year' as const, text: `完成${name}的各项工作，金额${amount}。` }],
    ...extra,
  });
  const report = (...list: Project[]): Report => ({
    year: 2025,
    region: { name: '广州市' },
    moneyUnit: '万元',
    department: { name: '某局' },
    units: [{ name: '本级', projects: list }],
  });

  it('with one name change places', () => {
    const [a, b] = [plain('工作经费', '10.00'), plain('工作经费', '20.00')];
    expect(lines(report(a, b), report(b, a))).toEqual([
      'project-reordered | 本级/工作经费 | 项目 | 第 2 位 → 第 1 位 | 调整顺序',
    ]);
  });

  it('with one name: one of them is removed, another edited', () => {
    const [a, b, c] = ['10.00', '20.00', '30.00'].map((amount) => plain('工作经费', amount)) as [never, never, never];
    const other = edited(report(b, c), (copy) => {
      (projects(copy)[1]?.funding?.[0] as { amount: string }).amount = '31.50';
    });
    expect(codes(report(a, b, c), other)).toEqual(['project-removed', 'amount-changed']);
    expect(diffReports(report(a, b, c), other)[1]).toMatchObject({ difference: '1.50' });
  });

  it('are the same by code whatever their name', () => {
    const [a, b] = [plain('宣传经费', '10.00', { code: 'A1' }), plain('培训经费', '10.00', { code: 'A2' })];
    const swapped = report({ ...b, code: 'A1' }, { ...a, code: 'A2' });
    expect(codes(report(a, b), swapped)).toContain('project-renamed');
    expect(lines(report(a), report({ ...a, name: '宣传工作经费' }))).toEqual([
      'project-renamed | 本级/宣传工作经费 | 项目名称 | 宣传经费 → 宣传工作经费 | 改名',
    ]);
  });

  it('are the same by content when the code changed', () => {
    const a = plain('宣传经费', '10.00', { code: 'A1' });
    expect(lines(report(a), report({ ...a, code: 'B7' }))).toEqual([
      'value-changed | 本级/宣传经费 | 项目编码 | A1 → B7 | 改动',
    ]);
  });

  it('move to another unit', () => {
    const after = edited(guangzhou, (copy) => {
      copy.units[1]?.projects.unshift(...projects(copy).splice(3, 1));
    });
    const [only, ...others] = diffReports(guangzhou, after);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ type: 'moved', to: 'unit', owner: { unit: { name: guangzhou.units[1]?.name } } });
  });

  it('come and go with their money', () => {
    const [a, b] = [plain('宣传经费', '10.00'), plain('培训班', '25.50')];
    expect(lines(report(a), report(a, b))).toEqual(['project-added | 本级/培训班 | 项目 |  → 培训班 | 新增 +25.50']);
    expect(lines(report(a, b), report(b))).toEqual([
      'project-removed | 本级/宣传经费 | 项目 | 宣传经费 →  | 删除 -10.00',
    ]);
  });
});

describe('amounts', () => {
  it('are compared in the new report’s unit', () => {
    const after = edited(guangzhou, (copy) => {
      copy.moneyUnit = '元';
      const text = JSON.stringify(copy).replace(/"amount":"(\d+)\.(\d\d)"/g, '"amount":"$1$200.00"');
      Object.assign(copy, JSON.parse(text));
      (projects(copy)[1]?.funding?.[0] as { amount: string }).amount = '132500.50';
    });
    expect(lines(guangzhou, after)).toEqual([
      'value-changed |  | 金额单位 | 万元 → 元 | 改动',
      'amount-changed | 广州市科学技术协会/工作经费 | 年度资金总额 | 132500 → 132500.50 | +0.50',
    ]);
  });

  it('tells blanks, zeros and dashes apart', () => {
    const amount = (text: string): Report =>
      edited(guangzhou, (copy) => {
        (projects(copy)[1]?.funding?.[0] as { amount: string }).amount = text;
      });
    expect(lines(amount('0'), amount('0.00'))[0]).toContain('0 → 0.00 | 写法改变，数值不变');
    expect(lines(amount(''), amount('—'))[0]).toContain(' → — | 写法改变');
    expect(lines(amount(''), amount('5.00'))[0]).toContain('+5.00');
    expect(lines(amount('3'), amount('-0.5'))[0]).toContain('-3.5');
  });
});

describe('targets', () => {
  const target = (value: Target): Report =>
    edited(guangzhou, (copy) => {
      Object.assign(projects(copy)[1]?.indicators?.[0] ?? {}, { annualTarget: value });
    });
  const deed = (before: Target, after: Target): string => {
    const [only, ...others] = diffReports(target(before), target(after));
    expect(others).toEqual([]);
    return deedOf(only as Change).zh;
  };

  it.each<[Target, Target, string]>([
    [{ sign: '≥', value: '90', unit: '%' }, { sign: '≥', value: '95', unit: '%' }, '上调 5个百分点，要求提高'],
    [{ sign: '≤', value: '5', unit: '天' }, { sign: '≤', value: '3', unit: '天' }, '下调 2天，要求提高'],
    [{ sign: '≤', value: '5', unit: '天' }, { sign: '≤', value: '7', unit: '天' }, '上调 2天，要求降低'],
    [{ sign: '不少于', value: '20' }, { sign: '≥', value: '20' }, '符号改变'],
    [{ sign: '≥', value: '20' }, { sign: '＞', value: '20' }, '符号改变，要求提高'],
    [{ value: '20', unit: '人' }, { value: '20', unit: '人次' }, '计量单位改变'],
    [{ value: '80' }, { value: '80.00' }, '写法改变，数值不变'],
    [{ value: '80' }, { value: '81.5' }, '上调 1.5'],
    [{ text: '有效提升' }, { sign: '≥', value: '90', unit: '%' }, '定性改为定量'],
    [{ text: '有效提升' }, { text: '明显提升' }, '改写'],
    [{ sign: '≥', value: '9', unit: '次' }, { value: '12', unit: '场' }, '计量单位改变、符号改变'],
  ])('%j → %j', (before, after, words) => {
    expect(deed(before, after)).toBe(words);
  });
});

describe('indicators', () => {
  it('move between levels, come, go and are renamed', () => {
    const after = edited(guangzhou, (copy) => {
      const list = projects(copy)[1]?.indicators ?? [];
      Object.assign(list[0] ?? {}, { level2: '质量指标' });
      Object.assign(list[1] ?? {}, { name: '形成交流报告数量' });
      list.splice(3, 1);
      list.push({ level1: '满意度指标', name: '参会人员满意度', annualTarget: { sign: '≥', value: '90', unit: '%' } });
    });
    expect(lines(guangzhou, after).map((line) => line.replace(/ \| .*?\/工作经费/, ''))).toEqual([
      'indicator-moved | 质量指标“出国（境）人数” | 产出指标/数量指标 → 产出指标/质量指标 | 调整层级',
      'indicator-renamed | 数量指标·指标名称 | 形成交流报告 → 形成交流报告数量 | 改名',
      'indicator-removed | 数量指标“联系科技社团和组织数量” | 不少于5个 →  | 删除',
      'indicator-added | 满意度指标“参会人员满意度” |  → ≥90% | 新增',
    ]);
  });
});

it('gives both places of a change as paths into the files', () => {
  const after = edited(guangzhou, (copy) => {
    projects(copy).splice(0, 1);
    (projects(copy)[0]?.goals?.[0] as { text: string }).text += '补充一句。';
  });
  const change = diffReports(guangzhou, after)[1] as Change;
  expect(pointerOf(change.before?.path ?? [])).toBe('/units/0/projects/1/goals/0/text');
  expect(pointerOf(change.after?.path ?? [])).toBe('/units/0/projects/0/goals/0/text');
});
