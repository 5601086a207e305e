import { describe, expect, it } from 'vitest';
import type { Indicator, Report } from '../../../src/report/schema.js';
import type { Table } from '../strangers/table.js';
import { made, printed, problemsOfForm } from './made.js';

const wide = (text: string, colspan: number) => ({ text, colspan });
const heads = ['一级指标', '二级指标', '三级指标', '指标值'];
const rows: string[][] = [
  ['产出指标', '数量指标', '新建水窖', '≥12口'],
  ['产出指标', '质量指标', '验收合格率', '100%'],
  ['效益指标', '社会效益指标', '受益农户', '≥300户'],
];

/** 青禾县's form of its own, with a block that a test puts in. */
function form(...blocks: Table): Table {
  return [{ text: '青禾县水利专项绩效申报表' }, { text: '（2031年度）' }, ...blocks, { rows: [heads, ...rows] }];
}

const base: Table[number] = {
  rows: [
    ['项目名称', wide('青禾县北坡水窖工程', 3)],
    ['主管部门', '青禾县水务局', '实施单位', '青禾县水利站'],
    ['资金总额（万元）', '80.5', '其中：财政拨款', '80.5'],
  ],
};

/** The next year's report: nothing of it is what the file said. */
function next(report: Report): Report {
  const indicators: Indicator[] = ['甲', '乙', '丙', '丁'].map((name, at) => ({
    level1: at < 2 ? '产出指标' : '满意度指标',
    level2: at < 2 ? '数量指标' : '服务对象满意度指标',
    name: `${name}数`,
    annualTarget: { sign: '≥', value: String(at + 1), unit: '处' },
  }));
  const [unit] = report.units;
  const [project] = unit?.projects ?? [];
  if (!unit || !project) throw new Error('the table has no project');
  const { title: _, ...rest } = report;
  return {
    ...rest,
    year: 2032,
    department: { name: '青禾县农业局' },
    units: [
      {
        name: '青禾县农技站',
        projects: [
          {
            ...project,
            name: '南坡灌渠维修',
            funding: [
              { source: 'total', period: 'year', amount: '12' },
              { source: 'fiscal', period: 'year', amount: '7' },
              { source: 'other', period: 'year', amount: '5' },
            ],
            goals: [{ period: 'year', text: '修灌渠4处。' }],
            indicators,
          },
        ],
      },
    ],
  } as Report;
}

async function printedNext(table: Table, change: (report: Report) => Report = (report) => report): Promise<string> {
  const own = await made(table);
  if (!own) throw new Error('no form was made');
  expect(problemsOfForm(own)).toEqual([]);
  return printed(own, change(next(own.report)));
}

describe('a form of one’s own, filled with another report', () => {
  it('prints its words and the other report’s values, nothing of that year', async () => {
    const text = await printedNext(form(base));
    expect(text).toContain('项目名称|南坡灌渠维修');
    expect(text).toContain('主管部门|青禾县农业局|实施单位|青禾县农技站');
    expect(text).toContain('资金总额（万元）|12|其中：财政拨款|7');
    expect(text).toContain('（2032年度）');
    expect(text).toContain('青禾县水利专项绩效申报表');
    expect(text).toContain('丁数|≥4处');
    expect(text).not.toMatch(/水窖|验收|80\.5|水务局|水利站|2031|受益农户/);
  });

  it('has a row for each indicator, however many the file had; levels are merged as they come', async () => {
    const text = await printedNext(form(base));
    expect(text.split('\n').filter((line) => /数\|≥/.test(line))).toEqual(
      ['产出指标|数量指标|甲数|≥1处', '乙数|≥2处', '满意度指标|服务对象满意度指标|丙数|≥3处', '丁数|≥4处'].map((line) =>
        expect.stringMatching(new RegExp(`${line}$`)),
      ),
    );
  });

  it('prints a goal and money that the file left blank', async () => {
    const blank: Table[number] = {
      rows: [...('rows' in base ? base.rows : []), ['其他资金（万元）', wide('', 3)], ['年度绩效目标', wide('', 3)]],
    };
    const text = await printedNext(form(blank));
    expect(text).toContain('年度绩效目标|修灌渠4处。');
  });

  it('ticks the box of what the other report says', async () => {
    const ticked: Table[number] = {
      rows: [...('rows' in base ? base.rows : []), ['项目属性', wide('□新增项目 ☑延续项目', 3)]],
    };
    const own = await made(form(ticked));
    const text = printed(own as NonNullable<typeof own>, {
      ...(own as NonNullable<typeof own>).report,
      units: (own as NonNullable<typeof own>).report.units.map((unit) => ({
        ...unit,
        projects: unit.projects.map((project) => ({ ...project, attribute: '新增项目' })),
      })),
    });
    expect(text).toMatch(/☑新增项目 ?□延续项目/);
  });

  it('keeps a label at the side along all rows, and the head on each page', async () => {
    const sided: Table[number] = {
      rows: [[{ text: '绩\n效\n指\n标', rowspan: 4 }, ...heads], ...rows],
    };
    const own = await made([...form(base).slice(0, -1), sided]);
    expect(own?.form.template).toMatch(/<thead>\n<tr><th class="open-below"><\/th>/);
    expect(own?.form.template).toContain('rowspan="{{count (rows project.indicators)}}">绩<br/>效');
    expect(problemsOfForm(own as NonNullable<typeof own>)).toEqual([]);
  });

  it('prints sign, value and unit in columns of their own', async () => {
    const parted: Table[number] = {
      rows: [
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位'],
        ['产出指标', '数量指标', '新建水窖', '≥', '12', '口'],
        ['产出指标', '质量指标', '验收合格率', '＝', '100', '%'],
        ['效益指标', '社会效益指标', '受益农户', '≥', '300', '户'],
      ],
    };
    const text = await printedNext([...form(base).slice(0, -1), parted]);
    expect(text).toContain('乙数|≥|2|处');
  });

  it('prints 定性 in the column of signs where the value is in words', async () => {
    const parted: Table[number] = {
      rows: [
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位'],
        ['产出指标', '数量指标', '新建水窖', '≥', '12', '口'],
        ['效益指标', '社会效益指标', '用水条件', '定性', '明显改善', ''],
      ],
    };
    const own = await made([...form(base).slice(0, -1), parted]);
    const text = printed(own as NonNullable<typeof own>, (own as NonNullable<typeof own>).report);
    expect(text).toContain('用水条件|定性|明显改善');
    expect(text).toContain('新建水窖|≥|12|口');
  });

  it('prints the mark behind a code only where there is one', async () => {
    const coded: Table[number] = {
      rows: [
        ['项目名称', wide('青禾县北坡水窖工程', 3)],
        ['主管部门', '301-青禾县水务局', '实施单位', '301001-青禾县水利站'],
        ['资金总额（万元）', wide('80.5', 3)],
      ],
    };
    const text = await printedNext(form(coded));
    expect(text).toContain('主管部门|青禾县农业局|实施单位|青禾县农技站');
  });

  it('numbers rows as the file did', async () => {
    const numbered: Table[number] = {
      rows: [['序号', ...heads], ...rows.map((row, at) => [String(at + 1), ...row])],
    };
    const text = await printedNext([...form(base).slice(0, -1), numbered]);
    expect(text.split('\n').at(-1)).toMatch(/^4\|.*丁数\|≥4处$/);
  });

  it('leaves out what was not understood, and says so', async () => {
    const odd: Table[number] = {
      rows: [
        ...('rows' in base ? base.rows : []),
        ['验收小组长', '王小明', '组员人数', '17'],
        ['存在问题', wide('资料齐全，及时验收。', 3)],
      ],
    };
    const own = await made(form(odd));
    const looks = own?.form.looks.map(({ text, what }) => `${what} ${text}`);
    expect(looks).toEqual(expect.arrayContaining(['emptied 王小明', 'emptied 17']));
    expect(own?.form.template).not.toMatch(/王小明|17<|及时验收/);
  });

  it('numbers the projects of a list', async () => {
    const project = (number: string, name: string) =>
      [number, name, '20', '修渠4处。'].map((text) => ({ text, rowspan: 2 }));
    const own = await made([
      { text: '青禾县2031年项目绩效目标表' },
      { text: '部门：青禾县水务局  单位：万元' },
      {
        rows: [
          ['序号', '项目名称', '预算数', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
          [...project('1', '北坡水窖工程'), '产出指标', '数量指标', '水窖', '≥12口'],
          ['效益指标', '社会效益指标', '受益农户', '≥300户'],
          [...project('2', '南坡灌渠工程'), '产出指标', '数量指标', '灌渠', '≥4处'],
          ['效益指标', '社会效益指标', '受益农户', '≥80户'],
        ],
      },
    ]);
    expect(own?.form.template).toContain('>{{add at 1}}</td>');
    expect(printed(own as NonNullable<typeof own>, own?.report as Report)).toMatch(/\n1\|北坡[\s\S]*\n2\|南坡/);
  });

  it('keeps no lines around the table that are not of the form: names, the page they stood on', async () => {
    const lines = [
      '首页',
      '青禾县水利站 王小明',
      '水窖看护人：王小明 单位（盖章）：',
      '附件：',
      '一、基本情况',
      '扫一扫在手机打开当前页',
    ];
    const own = await made([...lines.map((text) => ({ text })), ...form(base)]);
    const kept = own?.form.template.match(/(?<=<p class="note">).*(?=<\/p>)/g);
    expect(kept).toEqual(['附件：', '一、基本情况']);
    const looks = own?.form.looks.map(({ text, what }) => `${what} ${text}`);
    expect(looks).toEqual(expect.arrayContaining(['emptied 首页', 'kept 一、基本情况']));
  });

  it('prints a total once, not in each blank below the amounts of tasks', async () => {
    const own = await made([
      { text: '部门整体支出绩效目标表' },
      { text: '（2031年度）' },
      {
        rows: [
          ['部门名称', wide('青禾县水务局', 4)],
          [{ text: '年度主要任务', rowspan: 4 }, '任务名称', '总额', '财政拨款', '其他资金'],
          ['建水窖', '80', '70', '10'],
          ['修灌渠', '20', '20', '0'],
          ['金额合计', '', '', ''],
          ['年度总体目标', wide('建水窖12口。', 4)],
          ['一级指标', '二级指标', '三级指标', wide('指标值', 2)],
          ['产出指标', '数量指标', '水窖', wide('≥12口', 2)],
        ],
      },
    ]);
    expect(own?.form.template).toContain('金额合计');
    expect(own?.form.template.match(/amount @root\.department\.overall "total"/g) ?? []).toHaveLength(1);
  });

  it('keeps no entries of a table that no field holds, but its head', async () => {
    const entries: Table[number] = {
      rows: [
        ['物资名称', '采购依据', '数量', '单价（元）', '金额（万元）'],
        ['打井钻机', '县级标准', '3台', '2000', '6'],
        ['输水软管', '市场询价', '40卷', '500', '2'],
      ],
    };
    const own = await made([...form(base).slice(0, -1), entries, { rows: [heads, ...rows] }]);
    expect(own?.form.template).not.toMatch(/打井钻机|县级标准|输水软管|市场询价/);
    for (const head of ['物资名称', '采购依据', '数量', '单价（元）', '金额（万元）'])
      expect(own?.form.template).toContain(`>${head}</th>`);
  });

  it('never prints a value of a member that no row shows: packed cells are told', async () => {
    const packed: Table[number] = {
      rows: [...('rows' in base ? base.rows : []), ['年度目标', wide('新建水窖12口，受益300户。', 3)]],
    };
    const own = await made(form(packed));
    expect(own?.form.template).not.toContain('水窖');
  });

  it('is the form of the first of several projects', async () => {
    const own = await made([...form(base), ...form(base)]);
    expect(own?.form.template.match(/项目名称/g)).toHaveLength(1);
    expect(own?.form.shape).toBe('form');
  });

  it('is a list where a project is rows of a table: all projects in one table, a unit beside all of its own', async () => {
    const list: Table = [
      { text: '青禾县2031年项目绩效目标表' },
      { text: '单位：万元' },
      {
        rows: [
          ['单位名称', '项目名称', '预算数', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
          [
            { text: '青禾县水利站', rowspan: 3 },
            ...['北坡水窖工程', '80.5', '建水窖12口。'].map((text) => ({ text, rowspan: 2 })),
            ...['产出指标', '数量指标', '水窖', '≥12口'],
          ],
          ['效益指标', '社会效益指标', '受益农户', '≥300户'],
          ['南坡灌渠工程', '20', '修渠4处。', '产出指标', '数量指标', '灌渠', '≥4处'],
        ],
      },
    ];
    const own = await made(list);
    expect(own?.form.shape).toBe('longList');
    const text = await printedNext(list, (report) => {
      const [unit] = report.units;
      const [project] = unit?.projects ?? [];
      if (!unit || !project) throw new Error('no project');
      return { ...report, units: [{ ...unit, projects: [project, { ...project, name: '西坡林带' }] }] };
    });
    expect(text.match(/单位名称/g)).toHaveLength(1);
    expect(text.match(/青禾县农技站/g)).toHaveLength(1);
    expect(text).toContain('南坡灌渠维修|12|修灌渠4处。|产出指标|数量指标|甲数|≥1处');
    expect(text).toContain('西坡林带|12|修灌渠4处。|产出指标|数量指标|甲数|≥1处');
    expect(text).not.toMatch(/水窖|水利站|灌渠工程/);
  });

  it('escapes what markup and Handlebars would read', async () => {
    const odd: Table[number] = { rows: [...('rows' in base ? base.rows : []), ['甲<乙&丙{{year}}', wide('', 3)]] };
    const own = await made(form(odd));
    expect(problemsOfForm(own as NonNullable<typeof own>)).toEqual([]);
    expect(printed(own as NonNullable<typeof own>, (own as NonNullable<typeof own>).report)).toContain(
      '甲&lt;乙&amp;丙{{year}}',
    );
  });
});
