import { rowOf } from './part.js';
import type { Tree } from './trees.js';

/** Lists with a row a project, whose indicators stand together in one cell or in neighbouring cells that are parted alike. */

interface Project {
  readonly name: string;
  readonly amounts: readonly [total: string, fiscal: string, other: string];
  readonly goal: string;
  readonly indicators: readonly string[];
}

const unit = '临泽县林业和草原局';

const projects: readonly Project[] = [
  {
    name: '退化林修复',
    amounts: ['260.00', '210.00', '50.00'],
    goal: '修复退化防护林三千亩，补植苗木，改善北部风沙区的防护能力。',
    indicators: [
      '产出指标 数量指标 修复退化林面积 ≥ 3000 亩',
      '产出指标 数量指标 补植苗木 ≥ 21 万株',
      '产出指标 质量指标 苗木成活率 ≥ 85 %',
      '产出指标 时效指标 完成时间 2023年10月底前',
      '效益指标 生态效益指标 防护林防风能力 明显增强',
      '满意度指标 服务对象满意度指标 周边农户满意度 ≥ 90 %',
    ],
  },
  {
    name: '森林草原防火巡护',
    amounts: ['96.40', '96.40', '0.00'],
    goal: '聘用护林员八十名，全年巡护，重大火情为零。',
    indicators: [
      '产出指标 数量指标 聘用护林员 = 80 名',
      '产出指标 成本指标 护林员月补助标准 ≤ 1000 元/人',
      '效益指标 社会效益指标 重大火灾起数 = 0 起',
      '满意度指标 服务对象满意度指标 护林员满意度 ≥ 92 %',
    ],
  },
  {
    name: '枸杞标准化种植示范',
    amounts: ['140.00', '100.00', '40.00'],
    goal: '建成示范基地五百亩，培训种植户，带动农户增收。',
    indicators: [
      '产出指标 数量指标 建设示范基地 ≥ 500 亩',
      '产出指标 质量指标 良种使用率 ≥ 95 %',
      '效益指标 经济效益指标 户均增收 ≥ 2600 元',
      '满意度指标 服务对象满意度指标 种植户满意度 ≥ 90 %',
    ],
  },
];

interface Told {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly value: string;
  readonly target: object;
}

function toldOf(line: string): Told {
  const [level1 = '', level2 = '', name = '', first = '', number, measure = ''] = line.split(' ');
  if (number === undefined) return { level1, level2, name, value: first, target: { text: first } };
  const target = { sign: first, value: number, ...(measure && { unit: measure }) };
  return { level1, level2, name, value: `${first}${number}${measure}`, target };
}

const all = projects.map((project) => ({ ...project, told: project.indicators.map(toldOf) }));
type One = (typeof all)[number];

function goldOf({ hasOther, hasGoal, hasLevel2 }: { hasOther?: boolean; hasGoal?: boolean; hasLevel2?: boolean }) {
  const money = (amounts: readonly string[]) =>
    ['total', 'fiscal', 'other']
      .slice(0, hasOther ? 3 : 1)
      .map((source, n) => ({ source, period: 'year', amount: amounts[n] }));
  return all.map(({ name, amounts, goal, told }) => ({
    name,
    funding: money(amounts),
    ...(hasGoal && { goals: [{ period: 'year', text: goal }] }),
    indicators: told.map(({ level1, level2, name: of, target }) => ({
      level1,
      ...(hasLevel2 && { level2 }),
      name: of,
      annualTarget: target,
    })),
  }));
}

function list(name: string, rows: readonly string[], goldProjects: object[], sums: readonly string[] = []): Tree {
  const sources = ['total', 'fiscal', 'other'];
  const funding = sums.map((amount, n) => ({ source: sources[n], period: 'year', amount }));
  return {
    name,
    table: [
      { text: '2023年部门预算项目支出绩效目标表' },
      { text: `单位名称：${unit}` },
      { text: '单位：万元' },
      { rows: rows.map(rowOf) },
    ],
    gold: {
      year: 2023,
      moneyUnit: '万元',
      department: { name: unit, ...(sums.length > 0 && { funding }) },
      units: [{ name: unit, projects: goldProjects }],
    },
  };
}

/** The indicators of a project by their first levels. */
const ofLevel = ({ told }: One, level: string): readonly Told[] => told.filter(({ level1 }) => level1 === level);
const firsts = ['产出指标', '效益指标', '满意度指标'] as const;
const numbered = (lines: readonly string[], between: string): string =>
  lines.map((line, n) => `${n + 1}.${line}`).join(between);

export const packed: readonly Tree[] = [
  // Levels in brackets in front of each, the value in brackets behind it; the total above.
  list(
    'packed-brackets',
    [
      '项目名称↓2 | 资金安排→3 | 年度绩效目标↓2 | 绩效指标↓2',
      '合计 | 财政拨款 | 其他资金',
      '合计 | 496.40 | 406.40 | 90.00 |  | ',
      ...all.map(
        (each) =>
          `${each.name} | ${each.amounts.join(' | ')} | ${each.goal} | ${numbered(
            each.told.map(({ level1, level2, name, value }) => `【${level1}—${level2}】${name}（${value}）`),
            '；',
          )}`,
      ),
    ],
    goldOf({ hasOther: true, hasGoal: true, hasLevel2: true }),
    ['496.40', '406.40', '90.00'],
  ),
  // Levels as lines of their own, values behind a colon, the total below.
  list(
    'packed-lines',
    [
      '序号 | 项目名称 | 预算金额 | 绩效目标 | 绩效指标',
      ...all.map(
        (each, n) =>
          `${n + 1} | ${each.name} | ${each.amounts[0]} | ${each.goal} | ${firsts
            .map((level, at) =>
              [
                `${'一二三'[at]}、${level}`,
                ...ofLevel(each, level).map(({ level2, name, value }) => `${level2}：${name}：${value}；`),
              ].join('\n'),
            )
            .join('\n')}`,
      ),
      ' | 合计 | 496.40 |  | ',
    ],
    goldOf({ hasGoal: true, hasLevel2: true }),
    ['496.40'],
  ),
  // A column for each first level.
  list(
    'packed-heads',
    [
      '项目名称↓2 | 预算金额↓2 | 年度目标↓2 | 绩效指标→3',
      '产出指标 | 效益指标 | 满意度指标',
      ...all.map(
        (each) =>
          `${each.name} | ${each.amounts[0]} | ${each.goal} | ${firsts
            .map((level) =>
              numbered(
                ofLevel(each, level).map(({ name, value }) => `${name}${/^[≥≤=]/u.test(value) ? '' : '：'}${value}`),
                '\n',
              ),
            )
            .join(' | ')}`,
      ),
    ],
    goldOf({ hasGoal: true }),
  ),
  // Names and values in neighbouring cells, by their numbers.
  list(
    'packed-alike',
    [
      '项目名称 | 预算金额 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
      ...all.flatMap((each) =>
        firsts.map((level, at) => {
          const own = ofLevel(each, level);
          const before =
            at === 0 ? `${[each.name, each.amounts[0], each.goal].map((text) => `${text}↓3`).join(' | ')} | ` : '';
          const cells = [
            own.map(({ level2 }) => level2).join('\n'),
            own.length > 1
              ? numbered(
                  own.map(({ name }) => name),
                  '\n',
                )
              : own[0]?.name,
            own.length > 1
              ? numbered(
                  own.map(({ value }) => value),
                  '\n',
                )
              : own[0]?.value,
          ];
          return `${before}${level} | ${cells.join(' | ')}`;
        }),
      ),
    ],
    goldOf({ hasGoal: true, hasLevel2: true }),
  ),
];
