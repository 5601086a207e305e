import { describe, expect, it } from 'vitest';
import { readAs } from '../../../src/reading/file.js';
import type { Goal, Report } from '../../../src/report/schema.js';
import { type Table, tableOf } from '../strangers/table.js';
import { type Made, made, printed, problemsOfForm } from './made.js';

const wide = (text: string, colspan: number) => ({ text, colspan });
const head: (string | { text: string; colspan: number })[][] = [
  ['项目名称', wide('青禾县北坡水窖工程', 3)],
  ['主管部门', '青禾县水务局', '实施单位', '青禾县水利站'],
  ['资金总额（万元）', '80.5', '其中：财政拨款', '80.5'],
];
const indicators: Table[number] = {
  rows: [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '新建水窖', '≥12口'],
    ['产出指标', '质量指标', '验收合格率', '100%'],
    ['效益指标', '社会效益指标', '受益农户', '≥300户'],
  ],
};

async function ownForm(...blocks: Table): Promise<Made> {
  const own = await made([{ text: '青禾县水利专项绩效申报表' }, { text: '（2031年度）' }, ...blocks]);
  if (!own) throw new Error('no form was made');
  expect(problemsOfForm(own)).toEqual([]);
  return own;
}

function withGoals(report: Report, goals: readonly Goal[]): Report {
  const [unit] = report.units;
  const [project] = unit?.projects ?? [];
  if (!unit || !project) throw new Error('the table has no project');
  return { ...report, units: [{ ...unit, projects: [{ ...project, goals: [...goals] }] }] };
}

const goal = (text: string): Goal => ({ period: 'year', text });

/** What the form reads in its own file, of the first project. */
function readAgain({ layout, source }: Made) {
  const { report, left } = readAs(layout, source, { year: '2031' });
  return { project: (report as Report).units[0]?.projects[0], left };
}

describe('several goals of one period', () => {
  it('that stand in rows of their own are printed a row each, however many there are', async () => {
    const own = await ownForm(
      {
        rows: [
          ...head,
          [{ text: '年度目标', rowspan: 2 }, '1', wide('新建水窖12口。', 2)],
          ['2', wide('受益农户300户以上。', 2)],
        ],
      },
      indicators,
    );
    expect(printed(own, own.report).match(/新建水窖12口/g)).toHaveLength(1);
    const text = printed(own, withGoals(own.report, ['修渠。', '清淤。', '植树。'].map(goal)));
    expect(text).toContain('年度目标|1|修渠。\n2|清淤。\n3|植树。');
    expect(readAgain(own).project?.goals?.map((each) => each.text)).toEqual(['新建水窖12口。', '受益农户300户以上。']);
  });

  it('that stand beside labels of their own are printed beside these', async () => {
    const own = await ownForm(
      {
        rows: [...head, ['总体目标', wide('新建水窖12口。', 3)], ['年度目标', wide('受益农户300户以上。', 3)]],
      },
      indicators,
    );
    const text = printed(
      own,
      withGoals(
        own.report,
        own.report.units[0]?.projects[0]?.goals?.map(({ period }, at) => ({ period, text: `目标${at}。` })) ?? [],
      ),
    );
    expect(text).toContain('总体目标|目标0。\n年度目标|目标1。');
  });
});

it('the years that a goal names in its head are those of the report', async () => {
  const own = await ownForm(
    {
      rows: [
        ...head,
        [{ text: '总体目标', rowspan: 2 }, wide('中期目标（2031年—2033年）', 2), '年度目标'],
        [wide('三年建水窖40口。', 2), '新建水窖12口。'],
      ],
    },
    indicators,
  );
  expect(own.form.template).toContain('{{#if (and @first from to)}}（{{from}}年—{{to}}年）{{/if}}');
  expect(own.form.template).not.toMatch(/20\d\d/);
  const medium = { period: 'medium', from: 2034, to: 2036, text: '再建40口。' } as const;
  expect(printed(own, withGoals(own.report, [medium, goal('建10口。')]))).toContain(
    '中期目标（2034年—2036年）|年度目标',
  );
});

describe('cells that no field holds', () => {
  const evaluated: Table[number] = {
    rows: [
      ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '得分'],
      ['产出指标', '数量指标', '新建水窖', '≥12口', '13口', '10'],
      ['产出指标', '质量指标', '验收合格率', '100%', '98%', '9'],
      ['效益指标', '社会效益指标', '受益农户', '≥300户', '311户', '10'],
    ],
  };

  it('are printed blank; files with any words there are read by the form, and the words are told', async () => {
    const own = await ownForm({ rows: head }, evaluated);
    expect(own.form.template).toContain('<td class="center free"></td>');
    expect(printed(own, own.report)).toContain('新建水窖|≥12口');
    const { project, left } = readAgain(own);
    expect(project?.indicators?.map(({ name }) => name)).toEqual(['新建水窖', '验收合格率', '受益农户']);
    expect(left.map(({ text, why }) => `${why} ${text}`)).toEqual(
      expect.arrayContaining(['without-field 13口', 'without-field 9']),
    );
  });
});

it('bodies that are called by their labels are read again, each by its own', async () => {
  const own = await ownForm(
    {
      rows: [
        ...head,
        ['省级财政部门', '江西省财政厅', '省级主管部门', '江西省水利厅'],
        ['县级财政部门', '青禾县财政局', '县级主管部门', '青禾县水务局'],
      ],
    },
    indicators,
  );
  const read = readAgain(own).project?.authorities?.map(({ title, name }) => `${title} ${name}`);
  expect(read).toEqual(
    expect.arrayContaining(['省级财政部门 江西省财政厅', '省级主管部门 江西省水利厅', '县级财政部门 青禾县财政局']),
  );
});

it('a head that names a place stays, and is told as one', async () => {
  const own = await ownForm({ rows: [...head, ['桃源县资金', '30', '市级资金', '50.5']] }, indicators);
  expect(own.form.template).toContain('桃源县资金');
  expect(own.form.looks).toContainEqual(
    expect.objectContaining({ text: '桃源县资金', what: 'place', place: expect.objectContaining({ row: 4 }) }),
  );
  expect(own.form.looks.filter(({ what }) => what === 'place')).toHaveLength(1);
});

it('a department’s 项目支出 has its slot', async () => {
  const own = await made([
    { text: '部门整体支出绩效目标表' },
    { text: '（2031年度）' },
    {
      rows: [
        ['部门名称', wide('青禾县水务局', 3)],
        [wide('按收入性质分', 2), wide('按支出性质分', 2)],
        ['公共财政拨款', '100', '基本支出', '60'],
        ['政府性基金拨款', '', '项目支出', '40'],
        ['年度总体目标', wide('建水窖12口。', 3)],
      ],
    },
    indicators,
  ]);
  expect(own?.form.template).toContain('(line @root.department.overall.expenditure "project" "year")');
});

it('points are added up where the form adds them up', async () => {
  const own = await ownForm(
    { rows: head },
    {
      rows: [
        ['一级指标', '二级指标', '三级指标', '指标值', '分值'],
        ['产出指标', '数量指标', '新建水窖', '≥12口', '60'],
        ['效益指标', '社会效益指标', '受益农户', '≥300户', '40'],
        [wide('总分', 4), '100'],
      ],
    },
  );
  expect(printed(own, own.report)).toMatch(/\n总分\|100$/);
  expect(own.form.template).toContain('{{weights project.indicators}}');
});

it('what says a result is no label', async () => {
  const own = await ownForm({ rows: [...head, ['完成情况', '已完成', '验收情况', '合格']] }, indicators);
  expect(own.form.template).not.toMatch(/已完成|合格</);
  expect(own.form.looks.map(({ what, text }) => `${what} ${text}`)).toEqual(
    expect.arrayContaining(['emptied 已完成', 'emptied 合格']),
  );
});

it('a line with a person’s name is no word of the form, though its label was understood', async () => {
  const own = await made(tableOf('xinjiang-changji-college-2019', 'test/reading/published'));
  expect(own?.form.template).toContain('六、实施单位及责任人');
  expect(own?.form.template).not.toContain('周志远');
  expect(own?.form.looks).toContainEqual(expect.objectContaining({ text: '昌吉职业技术学院 周志远', what: 'emptied' }));
});

it('a label beside the only member of a list stands beside all', async () => {
  const own = await made([
    { text: '部门整体支出绩效目标表' },
    { text: '（2031年度）' },
    {
      rows: [
        ['部门名称', wide('青禾县水务局', 3)],
        ['部门职能职责概述', wide('管理水利工程，供水。', 3)],
        ['年度总体目标', wide('建水窖12口。', 3)],
      ],
    },
    indicators,
  ]);
  const overall = { ...own?.report.department.overall, duties: ['管水。', '供水。'] };
  const department = { name: '青禾县水务局', overall } as Report['department'];
  expect(printed(own as Made, { ...(own as Made).report, department })).toContain('部门职能职责概述|管水。\n供水。');
});
