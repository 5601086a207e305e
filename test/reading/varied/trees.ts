import type { Table } from '../strangers/table.js';
import { rowOf } from './part.js';

/** Lists whose one column holds units, projects, levels and indicators above each other, set out in many ways. */
export interface Tree {
  readonly name: string;
  readonly table: Table;
  readonly gold: object;
}

interface Project {
  readonly name: string;
  readonly amount: string;
  /** 产出指标 数量指标 name ≥ 3 个. */
  readonly indicators: readonly string[];
}

interface Unit {
  readonly name: string;
  readonly amount: string;
  readonly projects: readonly Project[];
}

const school: Unit = {
  name: '柳河县第二中学',
  amount: '3260000',
  projects: [
    {
      name: '校舍维修改造',
      amount: '2100000',
      indicators: [
        '产出指标 数量指标 维修教室面积 ≥ 4200 平方米',
        '产出指标 数量指标 更换门窗 = 160 扇',
        '产出指标 质量指标 工程验收合格率 = 100 %',
        '产出指标 成本指标 每平方米维修费 ≤ 480 元',
        '效益指标 社会效益指标 受益学生 ≥ 1800 人',
        '满意度指标 服务对象满意度指标 师生满意度 ≥ 95 %',
      ],
    },
    {
      name: '寄宿生生活补助',
      amount: '1160000',
      indicators: [
        '产出指标 数量指标 补助寄宿生 ≥ 920 人',
        '产出指标 时效指标 补助发放时间 每学期末前',
        '效益指标 社会效益指标 困难家庭负担 有效减轻',
        '满意度指标 服务对象满意度指标 家长满意度 ≥ 90 %',
      ],
    },
  ],
};

const roads: Unit = {
  name: '柳河县公路养护中心',
  amount: '840000',
  projects: [
    {
      name: '农村公路日常养护',
      amount: '840000',
      indicators: [
        '产出指标 数量指标 养护里程 ≥ 310 公里',
        '产出指标 质量指标 路面完好率 ≥ 92 %',
        '产出指标 时效指标 坑槽修补时间 ≤ 3 天',
        '效益指标 经济效益指标 运输成本 逐步下降',
        '效益指标 可持续影响指标 养护机制 持续完善',
        '满意度指标 服务对象满意度指标 沿线群众满意度 ≥ 88 %',
      ],
    },
  ],
};

interface Branch {
  readonly depth: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
  readonly amount?: string;
  readonly target?: { readonly sign?: string; readonly value?: string; readonly unit?: string; readonly text?: string };
  /** Its place among those of its own depth below the same branch, and those of all above it. */
  readonly path: readonly number[];
}

function targetOf([first = '', value, unit = '']: readonly string[]) {
  return value === undefined ? { text: first } : { sign: first, value, ...(unit && { unit }) };
}

function goldOf(units: readonly Unit[], hasMoney = true) {
  const money = (amount: string) => (hasMoney ? { funding: [{ source: 'total', period: 'year', amount }] } : {});
  return units.map(({ name, amount, projects }) => ({
    name,
    ...(units.length > 1 && money(amount)),
    projects: projects.map((project) => ({
      name: project.name,
      ...money(project.amount),
      indicators: project.indicators.map((line) => {
        const [level1, level2, of, ...target] = line.split(' ');
        return { level1, level2, name: of, annualTarget: targetOf(target) };
      }),
    })),
  }));
}

/** The branches of units in order. */
function branchesOf(units: readonly Unit[]): Branch[] {
  const all: Branch[] = [];
  const count = [0, 0, 0, 0, 0];
  const add = (depth: Branch['depth'], text: string, more: Partial<Branch> = {}): void => {
    count[depth] = (count[depth] ?? 0) + 1;
    count.fill(0, depth + 1);
    all.push({ depth, text, path: count.slice(0, depth + 1), ...more });
  };
  for (const unit of units) {
    add(0, unit.name, { amount: unit.amount });
    for (const { name, amount, indicators } of unit.projects) {
      add(1, name, { amount });
      let [first, second] = ['', ''];
      for (const line of indicators) {
        const [level1 = '', level2 = '', of = '', ...target] = line.split(' ');
        if (level1 !== first) [first, second] = [level1, ''];
        if (second === '' && all.at(-1)?.text !== level1) add(2, level1);
        if (level2 !== second) add(3, level2);
        second = level2;
        add(4, of, { target: targetOf(target) });
      }
    }
  }
  return all;
}

const wordsOf = ({ target }: Branch): string => {
  const { sign = '', value = '', unit = '', text } = target ?? {};
  return text ?? `${sign}${value}${unit}`;
};
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一、（一）1.（1）①. */
function numbered({ depth, path, text }: Branch): string {
  const n = path.at(-1) ?? 1;
  const numeral = numerals[n - 1];
  return `${[`${numeral}、`, `（${numeral}）`, `${n}.`, `（${n}）`, '①②③④⑤⑥'[n - 1]][depth]}${text}`;
}

const total = (units: readonly Unit[]): string => String(units.reduce((sum, { amount }) => sum + Number(amount), 0));

function tree(
  name: string,
  lines: readonly string[],
  rows: readonly string[],
  gold: { readonly units: object[]; readonly department?: object },
): Tree {
  return {
    name,
    table: [...lines.map((words) => ({ text: words })), { rows: rows.map(rowOf) }],
    gold: { year: 2022, moneyUnit: '元', department: { name: '柳河县教育局' }, ...gold },
  };
}

const both = [school, roads];
const below = (depth: number): string => '　'.repeat(depth);

export const trees: readonly Tree[] = [
  // Indents, and what the form marks as to be filled in.
  tree(
    'tree-indents',
    ['柳河县教育局2022年项目绩效目标批复表', '单位：元'],
    [
      '项目 | 指标值 | 绩效金额',
      ...branchesOf(both).map((each) => {
        const mark = each.depth === 3 ? '（必填）' : '';
        return `${below(each.depth)}${each.text}${mark} | ${wordsOf(each)} | ${each.amount ?? ''}`;
      }),
    ],
    { units: goldOf(both) },
  ),
  // Narrow indents, the value in its parts, no units in the tree.
  tree(
    'tree-parts',
    ['2022年度项目绩效目标表', '单位名称：柳河县第二中学', '金额单位：元'],
    [
      '项目及指标名称 | 预算数 | 比较符号 | 指标值 | 计量单位',
      ...branchesOf([school])
        .filter(({ depth }) => depth > 0)
        .map((each) => {
          const { sign = '', value, unit = '', text = '' } = each.target ?? {};
          return `${'  '.repeat(each.depth - 1)}${each.text} | ${each.amount ?? ''} | ${sign} | ${value ?? text} | ${unit}`;
        }),
    ],
    { units: goldOf([school]), department: { name: '柳河县第二中学' } },
  ),
  // Numbers in front, a row of the total, and the budget in front of the values.
  tree(
    'tree-numbers',
    ['柳河县教育局2022年部门预算项目绩效目标明细表', '单位：元'],
    [
      '单位、项目及指标 | 预算金额 | 年度目标值',
      `合计 | ${total(both)} | `,
      ...branchesOf(both).map((each) => `${numbered(each)} | ${each.amount ?? ''} | ${wordsOf(each)}`),
    ],
    { units: goldOf(both) },
  ),
  // Numbers in a column of their own.
  tree(
    'tree-column',
    ['柳河县教育局2022年项目支出绩效目标表', '单位：元'],
    [
      '序号 | 名称 | 目标值 | 金额',
      ...branchesOf(both).map(
        (each) => `${each.path.join('.')} | ${each.text} | ${wordsOf(each)} | ${each.amount ?? ''}`,
      ),
    ],
    { units: goldOf(both) },
  ),
  // Neither indents nor numbers: what has money is a unit or a project.
  tree(
    'tree-words',
    ['柳河县教育局2022年项目支出绩效目标公开表', '单位：元'],
    [
      '项目名称及绩效指标 | 资金安排 | 绩效目标值',
      ...branchesOf(both).map((each) => `${each.text} | ${each.amount ?? ''} | ${wordsOf(each)}`),
    ],
    { units: goldOf(both) },
  ),
];
