import { describe, expect, it } from 'vitest';
import { checkAcross } from '../../src/check/across/across.js';
import { type Facts, factsOf } from '../../src/check/across/facts.js';
import { acrossRules } from '../../src/check/across/rules.js';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import type { Patch } from '../../src/check/rule.js';
import { rules } from '../../src/check/rules/all.js';
import { readReport } from '../../src/report/read.js';
import { provesLinear } from '../linear.js';
import { size } from '../runs.js';

const name = '/units/0/projects/0/name';
const code = '/units/0/projects/0/code';
const money = '/units/0/projects/0/funding/0/amount';
const spent = '/department/overall/expenditure/0/amount';

/** `file` with the example report and the changes of it. */
function report(file: string, patch: Patch = {}): Facts {
  return factsOf(readReport(Buffer.from(JSON.stringify(patched(patch), undefined, 2)), file));
}

/** A department's form: 项目支出 and tasks, no projects. */
function form(amount: string, more: Patch = {}): Facts {
  const expenditure = [{ kind: 'project', period: 'year', amount }];
  return report('form.json', {
    '/units': [],
    '/department/funding': null,
    '/department/overall': { expenditure },
    ...more,
  });
}

/** `severity code place: related` of each finding. */
function found(...all: Facts[]): string[] {
  return checkAcross(all).findings.map(({ problem: { severity, code, place, related = [] } }) => {
    const others = related.map((each) => `${each.file}#${each.pointer}`).join(' ');
    return `${severity} ${code} ${place?.file}#${place?.pointer}: ${others}`;
  });
}

const noCodes: Patch = { [code]: null, '/units/0/projects/1/code': null };

describe('a project in two reports', () => {
  it('is let pass when it is the same', () => {
    expect(found(report('a.json'), report('b.json', noCodes))).toEqual([]);
  });

  it('has two names: told at the later one, with its place in words', () => {
    const all = [report('a.json'), report('b.json', { [name]: '经费科普活动' })];
    expect(found(...all)).toEqual([`warning project-name-across b.json#${name}: a.json#${name}`]);
    const [finding] = checkAcross(all).findings;
    expect(finding).toMatchObject({
      number: 'R-43',
      table: { zh: '项目“经费科普活动”（P01）', en: 'project “经费科普活动” (P01)' },
      problem: {
        place: { line: 30, column: 19, cell: { zh: '项目名称', en: 'name of the project' } },
        related: [{ line: 30 }],
      },
    });
  });

  it('is found however the reports name their region, and not in another of the name', () => {
    const region = (value: unknown): Patch => ({ '/region': value });
    const told = (left: unknown, right: unknown): number =>
      found(report('a.json', region(left)), report('b.json', { [money]: '71.00', ...region(right) })).length;
    const putuo = { name: '上海市普陀区', code: '310107' };
    for (const other of [{ name: '上海普陀' }, { name: '普陀区', code: '310107' }, putuo])
      expect(told(putuo, other)).toBe(1);
    for (const other of [{ name: '普陀区', code: '330903' }, { name: '普陀区' }, { name: '上海市' }])
      expect(told(putuo, other)).toBe(0);
  });

  it('has names that differ by a space or a width only: a hint', () => {
    expect(found(report('a.json'), report('b.json', { [name]: '科普 活动经费' }))).toEqual([
      `hint project-name-across b.json#${name}: a.json#${name}`,
    ]);
  });

  it('has no code: told by its characters in another order (湘潭 2023: 降尘抑尘, 抑尘降尘)', () => {
    const named = (value: string): Patch => ({ ...noCodes, [name]: value });
    const told = (left: string, right: string, more: Patch = {}): string[] =>
      found(report('a.json', named(left)), report('b.json', { ...named(right), ...more }));
    const one = [`warning project-name-across b.json#${name}: a.json#${name}`];
    for (const [left, right] of [
      ['降尘抑尘', '抑尘降尘'],
      ['行道树修剪养护', '行道树养护修剪'],
      ['教师培训进修经费', '教师进修培训经费'],
      ['农村公路养护维修', '农村公路维修养护'],
      ['设备采购安装', '设备安装采购'],
      ['门诊楼改造修缮', '门诊楼修缮改造'],
    ] as const)
      expect(told(left, right), right).toEqual(one);
    // Other money, a unit of its own, a code of each: two projects.
    expect(told('降尘抑尘', '抑尘降尘', { [money]: '71.00' })).toEqual([]);
    expect(told('降尘抑尘', '抑尘降尘', { '/units/0/name': '示例市科技馆' })).toEqual([]);
    expect(told('检验检测', '检测检验', { [code]: 'P03' })).toEqual(one);
    expect(
      found(report('a.json', { [name]: '降尘抑尘' }), report('b.json', { [name]: '抑尘降尘', [code]: 'P07' })),
    ).toEqual([]);
  });

  it('has no code: told by its goals and indicators, where the names are near', () => {
    const named = (value: string): Patch => ({ ...noCodes, [name]: value });
    const told = (left: string, right: string, more: Patch = {}): string[] =>
      found(report('a.json', named(left)), report('b.json', { ...named(right), ...more }));
    const at = `project-name-across b.json#${name}: a.json#${name}`;
    expect(told('中小学校舍维修改造项目', '中小学校舍维护改造项目')).toEqual([`warning ${at}`]);
    expect(told('校舍维修', '教学楼修缮工程')).toEqual([`hint ${at}`]);
    const goal = '/units/0/projects/0/goals/0/text';
    expect(told('校舍维修', '教学楼修缮工程', { [goal]: '全年举办科普活动不少于20场。' })).toEqual([]);
    expect(told('校舍维修一期项目', '校舍维修二期项目', { [money]: '71.00' })).toEqual([]);
    // Both reports have both: no other name.
    const both: Patch = { ...named('科普活动一'), '/units/0/projects/1/name': '一科普活动' };
    expect(found(report('a.json', both), report('b.json', both))).toEqual([]);
  });

  it('has two amounts: an error by its code', () => {
    expect(found(report('a.json'), report('b.json', { [money]: '71.00' }))).toEqual([
      `error project-money-across b.json#${money}: a.json#${money}`,
    ]);
  });

  it('has two amounts: a warning by unit and name', () => {
    expect(found(report('a.json', noCodes), report('b.json', { [money]: '71.00' }))).toEqual([
      `warning project-money-across b.json#${money}: a.json#${money}`,
    ]);
  });

  it('is two projects when the codes differ, of one name and unit', () => {
    expect(found(report('a.json'), report('b.json', { [code]: 'P09' }))).toEqual([]);
    expect(found(report('a.json'), report('b.json', { [code]: 'P09', [money]: '71.00' }))).toEqual([]);
  });

  it('is not known by a name that one report has twice (广州科学馆)', () => {
    const twice = { ...noCodes, '/units/0/projects/1/name': '科普活动经费' };
    expect(found(report('a.json', twice), report('b.json', { ...noCodes, [money]: '71.00' }))).toEqual([]);
  });

  it('is another one in another year, department or region', () => {
    const other = { [money]: '71.00', [name]: '经费' };
    expect(found(report('a.json'), report('b.json', { ...other, '/year': 2024 }))).toEqual([]);
    expect(found(report('a.json'), report('b.json', { ...other, '/department/code': '102' }))).toEqual([]);
    expect(found(report('a.json'), report('b.json', { ...other, '/region/name': '别市' }))).toEqual([]);
  });

  it('is the same in all departments by a code of the national system', () => {
    const long = { [code]: '440100250000012345' };
    const other = { ...long, [money]: '71.00', '/department/code': '102', '/department/name': '示例市财政局' };
    expect(found(report('a.json', long), report('b.json', other))).toEqual([
      `error project-money-across b.json#${money}: a.json#${money}`,
    ]);
  });

  it('is the same money in 元, rounded to the last digit of 万元', () => {
    const yuan = (amount: string): Patch => ({
      '/moneyUnit': '元',
      [money]: amount,
      '/units/0/projects/1/funding': [],
    });
    expect(found(report('a.json'), report('b.json', yuan('700049.00')))).toEqual([]);
    expect(found(report('b.json', yuan('700049.00')), report('a.json'))).toEqual([]);
    expect(found(report('a.json'), report('b.json', yuan('700100.00')))).toHaveLength(1);
  });
});

describe('the form of a department', () => {
  it('has the 项目支出 of the projects of other files', () => {
    expect(found(form('120.00'), report('a.json'))).toEqual([]);
    expect(found(form('110.00'), report('a.json'))).toEqual([
      `warning department-sum-across form.json#${spent}: a.json#${money} a.json#/units/0/projects/1/funding/0/amount`,
    ]);
    expect(found(report('a.json'), form('150.00'))[0]).toMatch(/^hint department-sum-across /);
  });

  it('counts once what the unit and the department both report', () => {
    expect(found(form('120.00'), report('a.json'), report('b.json'))).toEqual([]);
  });

  it('leaves children out, and does not judge on disputed amounts', () => {
    const child = { '/units/0/projects/1/parent': 'P01' };
    expect(found(form('70.00'), report('a.json', child))).toEqual([]);
    expect(found(form('120.00'), report('a.json'), report('b.json', { [money]: '71.00' }))).toHaveLength(1);
  });

  it('has a task of the name of a project with other money', () => {
    const tasks = (amount: string): Patch => ({
      '/department/overall/tasks': [{ name: '学术交流经费', funding: [{ source: 'total', period: 'year', amount }] }],
    });
    expect(found(form('120.00', tasks('50')), report('a.json'))).toEqual([]);
    expect(found(form('120.00', tasks('55.00')), report('a.json'))).toEqual([
      'warning task-money-across form.json#/department/overall/tasks/0/funding/0/amount: a.json#/units/0/projects/1/funding/0/amount',
    ]);
  });

  it('stands alone with its own projects, which the rules of one report judge', () => {
    const own = { '/department/overall': { expenditure: [{ kind: 'project', period: 'year', amount: '50.00' }] } };
    expect(found(report('a.json', own), report('b.json'))).toEqual([]);
  });
});

describe('acceptance', () => {
  const accepted = [{ code: 'project-money-across', at: money, reason: '调整预算，另行公开' }];

  it('is heard in either report, and is not unused in its own', () => {
    const patch = { [money]: '71.00', '/accepted': accepted };
    for (const all of [
      [report('a.json'), report('b.json', patch)],
      [report('b.json', patch), report('a.json')],
    ]) {
      const checked = checkAcross(all);
      expect(checked.findings).toEqual([]);
      expect(checked.accepted.map(({ reason }) => reason)).toEqual(['调整预算，另行公开']);
    }
    const read = readReport(Buffer.from(JSON.stringify(patched({ '/accepted': accepted }))), 'b.json');
    expect(checkReport(read, []).findings).toEqual([]);
  });
});

it('has codes that no rule of one report has', () => {
  const codes = [...rules.map((rule) => rule.code), ...acrossRules.map((rule) => rule.code)];
  expect(new Set(codes).size).toBe(codes.length);
});

it('is linear over many reports', () => {
  const all = Array.from({ length: size(2000) }, (_, index) => report(`${index}.json`, { [code]: `P${index % 40}` }));
  return provesLinear(all.length, (count) => {
    expect(checkAcross(all.slice(0, count)).findings).toEqual([]);
  });
});
