import { goldOf, type Indicator, indicatorsOf, money, type Told, tableOf, textOf } from './told.js';

/** Lists of several projects and units, set out otherwise than in `lists.ts`: bands of units, sums, several periods and projects in one cell. */

interface Project {
  readonly name: string;
  readonly code: string;
  readonly amount: string;
  readonly goal: string;
  readonly all: readonly Indicator[];
}

const library: Project = {
  name: '图书馆免费开放',
  code: '411023250001',
  amount: '68.00',
  goal: '图书馆全年免费开放，举办阅读活动三十场。',
  all: indicatorsOf(`
    产出指标 数量指标 举办阅读活动 ≥ 30 场
    产出指标 时效指标 全年开放时间 ≥ 310 天
    效益指标 社会效益指标 服务读者 ≥ 9 万人次
    满意度指标 服务对象满意度指标 读者满意度 ≥ 95 %`),
};
const relics: Project = {
  name: '古建筑保护修缮',
  code: '411023250002',
  amount: '145.50',
  goal: '修缮文庙大成殿，完成古塔的勘察设计。',
  all: indicatorsOf(`
    产出指标 数量指标 修缮古建筑 = 2 处
    产出指标 质量指标 修缮验收合格率 = 100 %
    效益指标 可持续影响指标 文物保护状况 持续改善
    满意度指标 服务对象满意度指标 参观群众满意度 ≥ 90 %`),
};
const opera: Project = {
  name: '送戏下乡',
  code: '411023250003',
  amount: '42.00',
  goal: '送戏下乡一百二十场，丰富乡村文化生活。',
  all: indicatorsOf(`
    产出指标 数量指标 演出场次 ≥ 120 场
    产出指标 成本指标 每场演出补助 ≤ 3500 元
    效益指标 社会效益指标 观众人次 ≥ 3.6 万人次
    满意度指标 服务对象满意度指标 观众满意度 ≥ 92 %`),
};
const projects = [library, relics, opera];
const department = '白杨县文化广电和旅游局';
const units = [
  { name: '白杨县图书馆', of: [library] },
  { name: '白杨县文物保护所', of: [relics, opera] },
] as const;

function gold(
  of: readonly { readonly name: string; readonly of: readonly Project[] }[],
  more: (each: Project) => object,
  root: object = {},
) {
  return {
    year: 2025,
    moneyUnit: '万元',
    department: { name: department },
    units: of.map(({ name, of: own }) => ({
      name,
      projects: own.map((each) => ({ name: each.name, ...more(each) })),
    })),
    ...root,
  };
}

const total = ({ amount }: Project) => ({ funding: money('source', `total ${amount}`) });
const aim = ({ goal }: Project) => ({ goals: [{ period: 'year', text: goal }] });
const whole = (each: Project) => ({ ...total(each), ...aim(each), indicators: goldOf(each.all) });
const title = '2025年部门预算项目支出绩效目标表';
const above = [title, `部门：${department}`, '单位：万元'];

const one = (name: string, lines: readonly string[], gold: object): Told => ({
  name: `roster-${name}`,
  table: tableOf(lines),
  gold,
});
const tall = (text: string, n: number): string => `${text}↓${n}`;

export const rosters: readonly Told[] = [
  one(
    'unit-bands',
    [
      ...above,
      '| 项目名称 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |',
      ...units.flatMap((unit, n) => [
        `| ${'一二'[n]}、${unit.name}→7 |`,
        ...unit.of.flatMap((project) =>
          project.all.map((each, at) => {
            const before =
              at > 0
                ? ''
                : `${[project.name, project.amount, project.goal].map((text) => tall(text, project.all.length)).join(' | ')} | `;
            return `| ${before}${each.level1} | ${each.level2} | ${each.name} | ${textOf(each)} |`;
          }),
        ),
      ]),
    ],
    gold(units, whole),
  ),
  one(
    'unit-rows-with-sums',
    [
      ...above,
      '| 单位/项目名称 | 预算数 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |',
      '| 合计 | 255.50 |  |  |  |  |  |  |',
      ...units.flatMap((unit) => [
        `| ${unit.name} | ${unit.of.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)} |  |  |  |  |  |  |`,
        ...unit.of.flatMap((project) =>
          project.all.map((each, at) => {
            const before = at > 0 ? ' |  | ' : `${project.name} | ${project.amount} | ${project.goal}`;
            return `| ${before} | ${each.level1} | ${each.level2} | ${each.name} | ${textOf(each)} |  |`;
          }),
        ),
      ]),
    ],
    {
      ...gold(units, whole),
      department: { name: department, funding: money('source', 'total 255.50') },
      units: units.map(({ name, of }) => ({
        name,
        funding: money('source', `total ${of.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)}`),
        projects: of.map((each) => ({ name: each.name, ...whole(each) })),
      })),
    },
  ),
  one(
    'codes-before-names',
    [
      ...above,
      '| 单位 | 项目 | 金额 | 指标类型 | 指标名称 | 符号 | 值 | 计量单位 | 权重 |',
      ...units.flatMap((unit, n) =>
        unit.of.flatMap((project) =>
          project.all.map(
            (each) =>
              `| 10100${n + 1}-${unit.name} | ${project.code}-${project.name} | ${project.amount} | ${each.level2} | ${each.name} | ${each.sign} | ${each.value || each.words} | ${each.unit} | 25 |`,
          ),
        ),
      ),
    ],
    {
      ...gold(units, (each) => ({
        code: each.code,
        ...total(each),
        indicators: goldOf(each.all, () => ({ weight: '25' })),
      })),
      units: units.map(({ name, of }, n) => ({
        code: `10100${n + 1}`,
        name,
        projects: of.map((each) => ({
          ...{ name: each.name, code: each.code, ...total(each) },
          indicators: goldOf(each.all, () => ({ weight: '25' })),
        })),
      })),
    },
  ),
  one(
    'forms-one-below-another',
    [
      title,
      ...units.flatMap((unit) =>
        unit.of.flatMap((project) => [
          `| 单位名称 | ${unit.name} | 项目名称 | ${project.name}→2 |`,
          `| 预算金额（万元） | ${project.amount} | 绩效目标 | ${project.goal}→2 |`,
          '| 一级指标 | 二级指标 | 三级指标→2 | 指标值 |',
          ...project.all.map((each) => `| ${each.level1} | ${each.level2} | ${each.name}→2 | ${textOf(each)} |`),
        ]),
      ),
    ],
    gold(units, whole),
  ),
  one(
    'packed-two-periods',
    [
      ...above,
      '| 项目名称 | 预算金额 | 实施期绩效指标 | 年度绩效指标 |',
      ...projects.map((project) => {
        const cell = project.all
          .map((each, n) => `${n + 1}.${each.level1}-${each.level2}-${each.name}：${textOf(each)}`)
          .join('\n');
        return `| ${project.name} | ${project.amount} | ${cell} | ${cell} |`;
      }),
    ],
    {
      ...gold([{ name: department, of: projects }], (each) => ({
        ...total(each),
        indicators: goldOf(each.all, (own) => ({
          wholeTarget: (goldOf([own])[0] as { annualTarget: object }).annualTarget,
        })),
      })),
    },
  ),
  one(
    'packed-periods-in-one-cell',
    [
      ...above,
      '| 序号 | 项目名称 | 资金（万元） | 绩效目标 |',
      ...projects.map((project, n) => {
        const told = project.all
          .map((each) => `${each.level2}：${each.name}${/^[≥≤=]/u.test(textOf(each)) ? '' : '：'}${textOf(each)}`)
          .join('；');
        return `| ${n + 1} | ${project.name} | ${project.amount} | 实施期目标：${project.goal}\n年度目标：${project.goal}\n年度指标：${told} |`;
      }),
    ],
    gold([{ name: department, of: projects }], (each) => ({
      ...total(each),
      goals: [
        { period: 'whole', text: each.goal },
        { period: 'year', text: each.goal },
      ],
      indicators: goldOf(each.all),
    })),
  ),
  one(
    'several-projects-in-a-cell',
    [
      ...above,
      '| 单位名称 | 项目名称及金额 | 年度绩效目标 | 指标 | 指标值 |',
      ...units.map((unit) => {
        const cell = (of: (each: Project) => string) => unit.of.map((each, n) => `${n + 1}.${of(each)}`).join('\n');
        return `| ${unit.name} | ${cell((each) => `${each.name}${each.amount}万元`)} | ${cell(({ goal }) => goal)} | ${unit.of.flatMap(({ all }) => all.map((each) => each.name)).join('\n')} | ${unit.of.flatMap(({ all }) => all.map(textOf)).join('\n')} |`;
      }),
    ],
    gold(units, (each) => ({ ...total(each), ...aim(each) })),
  ),
  one(
    'money-of-sources',
    [
      ...above,
      '| 单位编码↓2 | 单位名称↓2 | 项目名称↓2 | 项目类别↓2 | 预算金额→3 | 绩效目标↓2 | 绩效指标→4 |',
      '| 小计 | 一般公共预算 | 单位资金 | 一级 | 二级 | 三级 | 指标值 |',
      ...units.flatMap((unit, n) =>
        unit.of.flatMap((project) =>
          project.all.map((each, at) => {
            const cells = [
              `10100${n + 1}`,
              unit.name,
              project.name,
              '特定目标类',
              project.amount,
              project.amount,
              '0.00',
              project.goal,
            ];
            const before = at > 0 ? '' : `${cells.map((text) => tall(text, project.all.length)).join(' | ')} | `;
            return `| ${before}${each.level1} | ${each.level2} | ${each.name} | ${textOf(each)} |`;
          }),
        ),
      ),
    ],
    {
      ...gold(units, whole),
      units: units.map(({ name, of }, n) => ({
        code: `10100${n + 1}`,
        name,
        projects: of.map((each) => ({
          ...{ name: each.name, kind: '特定目标类', ...aim(each), indicators: goldOf(each.all) },
          funding: money('source', `total ${each.amount}`, `generalPublicBudget ${each.amount}`, 'unitFunds 0.00'),
        })),
      })),
    },
  ),
  one(
    'columns-of-levels',
    [
      ...above,
      '| 项目名称↓2 | 资金总额↓2 | 总体目标↓2 | 产出指标→2 | 效益指标→2 | 满意度指标→2 |',
      '| 指标 | 指标值 | 指标 | 指标值 | 指标 | 指标值 |',
      ...projects.flatMap((project) => {
        const of = (level: string) => project.all.filter(({ level1 }) => level1 === level);
        const [made, gained, liked] = ['产出指标', '效益指标', '满意度指标'].map(of) as [
          Indicator[],
          Indicator[],
          Indicator[],
        ];
        return [0, 1].map((n) => {
          const cells = [made[n], gained[n], liked[n]]
            .map((each) => (each ? `${each.name} | ${textOf(each)}` : ' | '))
            .join(' | ');
          const before =
            n > 0 ? '' : `${[project.name, project.amount, project.goal].map((text) => tall(text, 2)).join(' | ')} | `;
          return `| ${before}${cells} |`;
        });
      }),
    ],
    gold([{ name: department, of: projects }], (each) => ({
      ...total(each),
      ...aim(each),
      indicators: goldOf(each.all.map((own) => ({ ...own, level2: '-' }))),
    })),
  ),
  one(
    'project-in-a-band-above',
    [
      ...above,
      ...projects.flatMap((project, n) => [
        `| 项目${'一二三'[n]}：${project.name}（${project.amount}万元）→5 |`,
        `| 年度目标 | ${project.goal}→4 |`,
        '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 指标解释 |',
        ...project.all.map(
          (each) => `| ${each.level1} | ${each.level2} | ${each.name} | ${textOf(each)} | 反映${each.name} |`,
        ),
      ]),
    ],
    gold([{ name: department, of: projects }], (each) => ({
      ...total(each),
      ...aim(each),
      indicators: goldOf(each.all, ({ name }) => ({ description: `反映${name}` })),
    })),
  ),
  one(
    'headings-of-projects',
    [
      title,
      `部门名称：${department}`,
      ...projects.flatMap((project, n) => [
        `（${'一二三'[n]}）${project.name}`,
        `| 资金总额（万元） | ${project.amount}→3 |`,
        `| 年度目标 | ${project.goal}→3 |`,
        '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
        ...project.all.map((each) => `| ${each.level1} | ${each.level2} | ${each.name} | ${textOf(each)} |`),
      ]),
    ],
    gold([{ name: department, of: projects }], whole),
  ),
  one(
    'department-tail',
    [
      ...above,
      '| 单位名称 | 项目名称 | 项目资金 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 填报人 |',
      ...units.flatMap((unit) =>
        unit.of.flatMap((project) =>
          project.all.map((each, at) => {
            const cells = [unit.name, project.name, project.amount, project.goal];
            const before = at > 0 ? '' : `${cells.map((text) => tall(text, project.all.length)).join(' | ')} | `;
            return `| ${before}${each.level1} | ${each.level2} | ${each.name} | ${textOf(each)} | 李青 |`;
          }),
        ),
      ),
      '| 备注：各项目资金均已纳入年初预算。→9 |',
    ],
    gold(units, whole, { notes: ['备注：各项目资金均已纳入年初预算。'] }),
  ),
];
