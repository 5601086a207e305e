import { all, type Each, figure, text, unitOf, weight } from './indicators.js';

/** Lists of two projects of one unit, a row an indicator. */
export interface List {
  readonly lines: readonly string[];
  readonly projects: readonly object[];
  /** The unit stands above the list and not in it. */
  readonly isAbove?: true;
}

const names = ['东溪河生态清淤工程', '西山水库除险加固'] as const;
const amounts = ['120.50', '86.00'] as const;
const goals = ['清淤河道十公里，修复岸坡，改善沿河两镇的灌溉用水。', '加固大坝，更换闸门，水库恢复正常蓄水。'] as const;
const unit = '青岭县河道管理所';

type More = (each: Each, n: number) => object;

function projects(hasGoal: boolean, hasMoney: boolean, more: More = () => ({}), of: readonly Each[] = all): object[] {
  return names.map((name, n) => ({
    name,
    ...(hasMoney && { funding: [{ source: 'total', period: 'year', amount: amounts[n] }] }),
    ...(hasGoal && { goals: [{ period: 'year', text: goals[n] }] }),
    indicators: of.map((each) => ({
      ...{ level1: each.level1, level2: each.level2, name: each.name, annualTarget: each.target },
      ...more(each, n),
    })),
  }));
}

/** The rows of both projects: `first` before the first row of each, merged over all of them or blank in the others. */
function rows(first: (n: number) => string, cells: (each: Each) => string, blank?: string): string[] {
  return names.flatMap((_, n) =>
    all.map((each) => {
      const before = first(n);
      const own = each.n === 0 ? before : blank === undefined ? '' : blank;
      return own === '' ? cells(each) : `${own} | ${cells(each)}`;
    }),
  );
}

const tall = (text: string): string => `${text}↓${all.length}`;

export const lists: readonly List[] = [
  {
    lines: [
      '单位名称 | 项目名称 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
      ...rows(
        (n) => [unit, names[n], amounts[n], goals[n]].map((each) => tall(String(each))).join(' | '),
        (each) => `${each.level1} | ${each.level2} | ${each.name} | ${text(each)}`,
      ),
    ],
    projects: projects(true, true),
  },
  {
    lines: [
      '序号 | 预算单位 | 项目名称 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 计量单位 | 权重',
      ...names.flatMap((name, n) =>
        all.map(
          (each) =>
            `${n * all.length + each.n + 1} | ${unit} | ${name} | ${goals[n]} | ${each.level1} | ${each.level2} | ${each.name} | ${each.target.sign ?? '定性'} | ${each.target.value ?? each.target.text} | ${unitOf(each)} | ${weight(each)}`,
        ),
      ),
    ],
    projects: projects(true, false, (each) => ({
      weight: weight(each),
      ...(each.target.text && { nature: '定性' }),
    })),
  },
  {
    lines: [
      '单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位',
      `${unit} |  |  |  |  |  |  | `,
      ...rows(
        (n) => `${tall(names[n] as string)} | ${tall(goals[n] as string)}`,
        (each) =>
          `${each.level1} | ${each.level2} | ${each.name} | ${each.target.sign ?? ''} | ${each.target.value ?? each.target.text} | ${unitOf(each)}`,
      ),
    ],
    projects: projects(true, false),
  },
  {
    lines: [
      '项目名称 | 资金（万元） | 总体目标 | 绩效指标→4',
      ' |  |  | 一级指标 | 二级指标 | 三级指标 | 目标值',
      ...rows(
        (n) => [names[n], amounts[n], goals[n]].map((each) => tall(String(each))).join(' | '),
        (each) => `${each.level1} | ${each.level2} | ${each.name} | ${text(each)}`,
      ),
    ],
    projects: projects(true, true),
    isAbove: true,
  },
  {
    lines: [
      '项目单位 | 项目 | 本年预算数（万元） | 指标类型 | 二级指标 | 指标名称 | 年度目标值 | 备注',
      ...rows(
        (n) => `${unit} | ${names[n]} | ${amounts[n]}`,
        (each) => `${each.level1} | ${each.level2} | ${each.name} | ${text(each)} | `,
        ' |  | ',
      ),
    ],
    projects: projects(false, true),
  },
  {
    lines: [
      '项目名称 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 单位 | 实施单位',
      ...names.flatMap((name) =>
        all.map(
          (each) =>
            `${name} | ${each.level1} | ${each.level2} | ${each.name} | ${figure(each)} | ${unitOf(each)} | ${unit}`,
        ),
      ),
    ],
    projects: projects(false, false),
  },
];
