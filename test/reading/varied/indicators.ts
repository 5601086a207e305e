import type { Part } from './part.js';

/** The indicators of the project, set out in many ways. */

type Target = { sign?: string; value?: string; unit?: string; text?: string };

/** One indicator, and how many rows its levels go over where it is the first of them. */
export interface Each {
  readonly n: number;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: Target;
  readonly rows1: number;
  readonly rows2: number;
}

const told = `产出指标 数量指标 清淤河道长度 ≥ 10 公里
产出指标 数量指标 修复岸坡面积 ≥ 2600 平方米
产出指标 质量指标 工程验收合格率 = 100 %
产出指标 时效指标 完工时间 2024年11月底前
产出指标 成本指标 每公里清淤成本 ≤ 12 万元
效益指标 社会效益指标 受益居民 ≥ 3200 人
效益指标 生态效益指标 河道水质 明显改善
满意度指标 服务对象满意度指标 沿河居民满意度 ≥ 90 %`
  .split('\n')
  .map((line) => line.split(' '));

export const all: readonly Each[] = told.map(([level1 = '', level2 = '', name = '', first = '', value, unit], n) => {
  const count = (at: 0 | 1, own: string): number =>
    told[n - 1]?.[at] === own ? 0 : told.filter((each) => each[at] === own).length;
  const target = value === undefined ? { text: first } : { sign: first, value, ...(unit && { unit }) };
  return { n, level1, level2, name, target, rows1: count(0, level1), rows2: count(1, level2) };
});

export const text = ({ target: { sign = '', value = '', unit = '', text: words } }: Each): string =>
  words ?? `${sign}${value}${unit}`;
export const figure = ({ target: { sign = '', value = '', text: words } }: Each): string => words ?? `${sign}${value}`;
export const unitOf = ({ target: { unit = '' } }: Each): string => unit;
export const weight = ({ n }: Each): string => ['20', '10', '10', '10', '10', '15', '15', '10'][n] ?? '';
const rule = '完成得满分，每少1%扣1分';
const numbers = ['一', '二', '三'];
const numbered = (level: string): string =>
  `${numbers[['产出指标', '效益指标', '满意度指标'].indexOf(level)]}、${level}`;
const short = (level: string): string => level.replace(/指标$/u, '');

/** What its gold has of each, beside levels, name and value. */
type More = (each: Each) => object;
const none: More = () => ({});

function part(lines: readonly string[], more: More = none, project: object = {}): Part {
  const gold = all.map(({ level1, level2, name, target, ...rest }) => ({
    ...{ level1, level2, name, annualTarget: target },
    ...more({ level1, level2, name, target, ...rest }),
  }));
  return { lines, project: { indicators: gold, ...project } };
}

interface Levels {
  readonly side?: string;
  readonly first?: (level: string) => string;
  readonly second?: (level: string) => string;
}

/** Levels merged over their rows, one column and two columns wide, before the other heads and cells. */
export function merged(
  heads: string,
  cells: (each: Each) => string,
  { side, first = String, second = String }: Levels = {},
) {
  const beside = side === undefined ? '' : `${side}↓${all.length + 1} | `;
  const rows = all.map((each) => {
    const level1 = each.rows1 > 0 ? `${first(each.level1)}↓${each.rows1} | ` : '';
    const level2 = each.rows2 > 0 ? `${second(each.level2)}→2↓${each.rows2} | ` : '';
    return `${level1}${level2}${cells(each)}`;
  });
  return [`${beside}一级指标 | 二级指标→2 | ${heads}`, ...rows];
}

const weighed: More = (each) => ({ weight: weight(each) });
const ruled: More = () => ({ scoringRule: rule });
const means = ({ name }: Each): string => `反映${name}的情况`;
const longer = '两年清淤河道二十公里，建立长效管护制度，水质稳定达到三类。';
const yearly = '清淤河道十公里，修复岸坡，沿河两镇居民的饮水和灌溉用水得到改善。';
const side = '绩效指标';

export const indicators: readonly Part[] = [
  part(merged('三级指标→4 | 指标值→4', (each) => `${each.name}→4 | ${text(each)}→4`, { side })),
  part(
    merged(
      '三级指标→3 | 年度指标值→2 | 实际完成值 | 分值 | 得分',
      (each) => `${each.name}→3 | ${text(each)}→2 | ${text(each)} | ${weight(each)} | 9`,
      { side: '年度绩效指标' },
    ),
    weighed,
  ),
  part(
    [
      '一级指标 | 二级指标→2 | 三级指标→3 | 指标性质 | 指标值→2 | 度量单位 | 权重→2',
      ...all.map((each) => {
        const { sign = '定性', value, text: words } = each.target;
        const levels = `${each.rows1 > 0 ? each.level1 : ''} | ${each.rows2 > 0 ? each.level2 : ''}→2`;
        return `${levels} | ${each.name}→3 | ${sign} | ${value ?? words}→2 | ${unitOf(each)} | ${weight(each)}→2`;
      }),
    ],
    (each) => ({ weight: weight(each), ...(each.target.text && { nature: '定性' }) }),
  ),
  part(
    merged(
      '三级指标→3 | 绩效标准 | 指标解释→2 | 目标值 | 备注',
      (each) => `${each.name}→3 | 计划标准 | ${means(each)}→2 | ${text(each)} | `,
      { side },
    ),
    (each) => ({ standard: '计划标准', description: means(each) }),
  ),
  part(
    merged('指标名称→4 | 指标值→2 | 评分标准→2', (each) => `${each.name}→4 | ${text(each)}→2 | ${rule}→2`, {
      side,
      first: numbered,
      second: (level) => `1.${short(level)}`,
    }),
    ruled,
  ),
  part(
    merged('指标内容→4 | 计划指标值→2 | 责任单位→2', (each) => `${each.name}→4 | ${text(each)}→2 | 工程股→2`, {
      side,
      first: short,
      second: short,
    }),
  ),
  part(
    merged(
      '三级指标 | →3 | 预期指标值→4 | 评分规则',
      (each) => `${each.n + 1} | ${each.name}→3 | ${text(each)}→4 | ${rule}`,
      { first: (level) => `${level}\n（50分）` },
    ),
    ruled,
  ),
  part(
    merged(
      '三级指标→3 | 符号 | 值 | 单位（文字描述） | 说明→2',
      (each) => {
        const { sign = '', value = '', unit, text: words = '' } = each.target;
        return `${each.name}→3 | ${sign} | ${value} | ${unit ?? words} | →2`;
      },
      { side },
    ),
  ),
  part(
    [
      '一级指标→2 | 绩效指标→6 | 目标值→4',
      ...all.map(
        (each) => `${each.rows1 > 0 ? `${each.level1}→2↓${each.rows1} | ` : ''}${each.name}→6 | ${text(each)}→4`,
      ),
    ],
    () => ({ level2: undefined }),
  ),
  part([
    ...merged('三级指标→4 | 指标值→4 | ', (each) => `指标${each.n + 1}：${each.name}→4 | ${text(each)}→4 | `),
    '合计→10 | 100 | ',
  ]),
  part(
    merged(
      '三级指标→4 | 上年完成值→2 | 本年目标值→2',
      (each) => `${each.name}→4 | ${each.target.value ?? '无'}→2 | ${text(each)}→2`,
      { side },
    ),
    ({ target: { value } }) => ({ history: [{ year: 2023, target: value ? { value } : { text: '无' } }] }),
  ),
  part(
    merged(
      '指标名称及内容→4 | 单位 | 绩效目标值→3 | 数据来源',
      (each) => `${each.name}→4 | ${unitOf(each)} | ${figure(each)}→3 | 台账`,
    ),
  ),
  // Both halves of a form.
  part(
    [
      '总体目标→2↓2 | 中期目标→5 | 年度目标→5',
      `${longer}→5 | ${yearly}→5`,
      '一级指标 | 二级指标→2 | 三级指标→2 | 指标值→2 | 二级指标→2 | 三级指标→2 | 指标值',
      ...all.map((each) => {
        const level1 = each.rows1 > 0 ? `${each.level1}↓${each.rows1} | ` : '';
        const level2 = each.rows2 > 0 ? `${each.level2}→2↓${each.rows2} | ` : '';
        return `${level1}${level2}${each.name}→2 | ${text(each)}→2 | ${level2}${each.name}→2 | ${text(each)}`;
      }),
    ],
    ({ target }) => ({ mediumTarget: target }),
    {
      goals: [
        { period: 'medium', text: longer },
        { period: 'year', text: yearly },
      ],
    },
  ),
  // First levels in rows of their own.
  part(
    [
      '二级指标→2 | 三级指标→6 | 指标值→2 | 权重→2',
      ...all.flatMap((each) => [
        ...(each.rows1 > 0 ? [`${each.level1}→12`] : []),
        `${each.rows2 > 0 ? `${each.level2}→2↓${each.rows2} | ` : ''}${each.name}→6 | ${text(each)}→2 | ${weight(each)}→2`,
      ]),
    ],
    weighed,
  ),
  // Levels in the column of names.
  part([
    '指标名称→8 | 指标值→4',
    ...all.flatMap((each) => [
      ...(each.rows1 > 0 ? [`${each.level1}→8 | →4`] : []),
      ...(each.rows2 > 0 ? [`${each.level2}→8 | →4`] : []),
      `${each.name}→8 | ${text(each)}→4`,
    ]),
  ]),
  // Points beside levels.
  part([
    '一级指标→2 | 二级指标→2 | 三级指标→4 | 指标值→2 | 得分→2',
    ...all.map((each) => {
      const level1 = each.rows1 > 0 ? `${each.level1}↓${each.rows1} | 50↓${each.rows1} | ` : '';
      return `${level1}${each.rows2 > 0 ? `${each.level2}→2↓${each.rows2} | ` : ''}${each.name}→4 | ${text(each)}→2 | 9→2`;
    }),
  ]),
  // Two rows of heads.
  part([
    '绩效指标→8 | 年度指标值→2 | 完成情况→2',
    '一级指标→2 | 二级指标→2 | 三级指标→4 | 目标值 | 单位 | 完成值 | 得分',
    ...all.map((each) => {
      const level1 = each.rows1 > 0 ? `${each.level1}→2↓${each.rows1} | ` : '';
      const level2 = each.rows2 > 0 ? `${each.level2}→2↓${each.rows2} | ` : '';
      return `${level1}${level2}${each.name}→4 | ${figure(each)} | ${unitOf(each)} | 9 | 9`;
    }),
  ]),
  // Numbers in front, what is core and who is in charge behind.
  part(
    [
      '序号 | 一级指标→2 | 二级指标→2 | 三级指标→2 | 计划完成值→2 | 是否核心指标 | 责任科室 | 完成时限',
      ...all.map(
        (each) =>
          `${each.n + 1} | ${each.level1}→2 | ${each.level2}→2 | ${each.name}→2 | ${text(each)}→2 | ${each.n === 0 ? '是' : '否'} | 工程股 | 11月底`,
      ),
    ],
    ({ n }) => ({ core: n === 0 }),
  ),
  // Several in one cell beside their levels.
  part(
    all.flatMap((each) => {
      if (each.rows2 === 0) return [];
      const own = all.filter(({ level2 }) => level2 === each.level2).map((one) => `${one.name}${text(one)}`);
      const beside = each.n === 0 ? `${side}→2↓7 | ` : '';
      const seconds = new Set(all.filter(({ level1 }) => level1 === each.level1).map(({ level2 }) => level2)).size;
      return [
        `${beside}${each.rows1 > 0 ? `${each.level1}→2↓${seconds} | ` : ''}${each.level2}→2 | ${own.join('；')}→6`,
      ];
    }),
  ),
  part(
    merged(
      '绩效指标内容→4 | 年度绩效值→3 | 分值（权重）',
      (each) => `${each.name}→4 | ${text(each)}→3 | ${weight(each)}`,
      { side },
    ),
    weighed,
  ),
  part(
    merged(
      '三级指标→3 | 指标类型 | 预期值→2 | 计量单位 | 评扣分标准',
      (each) =>
        `${each.name}→3 | ${each.target.text ? '定性' : '定量'} | ${figure(each)}→2 | ${unitOf(each)} | ${rule}`,
      { side: '年度绩效指标' },
    ),
    ({ target }) => ({ nature: target.text ? '定性' : '定量', scoringRule: rule }),
  ),
  part(
    merged('三级指标→3 | 比较符 | 目标值→2 | 计量单位 | 取值依据→2', (each) => {
      const { sign = '', value, text: words } = each.target;
      return `${each.name}→3 | ${sign} | ${value ?? words}→2 | ${unitOf(each)} | 设计→2`;
    }),
    () => ({ basis: '设计' }),
  ),
  part(
    merged(
      '三级指标→3 | 一季度目标 | 上半年目标 | 全年目标→3',
      (each) => `${each.name}→3 | 25% | 50% | ${text(each)}→3`,
      { side: '绩\n效\n指\n标' },
    ),
  ),
  part([
    '三级指标→5 | 指标值→3 | 一级指标→2 | 二级指标→2',
    ...all.map((each) => `${each.name}→5 | ${text(each)}→3 | ${each.level1}→2 | ${each.level2}→2`),
  ]),
  part([
    ...merged('三级指标→4 | 指标值（包含数字及文字描述）→4', (each) => `${each.name}→4 | ${text(each)}→4`, { side })
      .flatMap((line, n) =>
        n === 5 ? [line, '一级指标 | 二级指标→2 | 三级指标→4 | 指标值（包含数字及文字描述）→4'] : [line],
      )
      .map((line, n) =>
        n === 0
          ? line.replace('↓9', '↓10')
          : n === 1
            ? line.replace('↓5', '↓6').replace('产出指标↓6', '产出指标↓5')
            : line,
      ),
  ]),
  part(
    [
      ...merged(
        '三级指标→4 | 2024年目标值→2 | 指标分值→2',
        (each) => `${each.name}→4 | ${text(each)}→2 | ${weight(each)}→2`,
        {
          side,
        },
      ).map((line, n) => (n === 0 ? line.replace('↓9', '↓11') : line)),
      '其他指标 | 其他→2 | →4 | →2 | →2',
      '总分→9 | 100→2',
    ],
    weighed,
  ),
];
