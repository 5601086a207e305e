import { expect, it } from 'vitest';
import { readLines } from './rows.js';

const heads = '| 项目 | 指标值 | 金额 |';
/** A row of a tree; `deep` spaces in front. */
const row = (deep: number, text: string, value = '', amount = ''): string =>
  `| ${'　'.repeat(deep)}${text} | ${value} | ${amount} |`;

const tree = [
  row(0, '柳河县图书馆', '', '500'),
  row(1, '古籍修复', '', '500'),
  row(2, '产出指标'),
  row(3, '成本指标'),
  row(4, '每页修复费', '≤30元'),
  row(3, '数量指标'),
  row(4, '修复古籍', '≥60册'),
  row(2, '效益指标'),
  row(3, '社会效益指标'),
  row(4, '古籍保存状况', '明显好转'),
];

it('reads units, projects, levels and indicators that stand in one column, by their indents', () => {
  const { project, left, notes } = readLines('2022年度项目绩效目标表', '单位：元', heads, ...tree);
  expect(Object.fromEntries(project)).toMatchObject({
    '/name': '古籍修复',
    '/funding/0/amount': '500',
    '/indicators/0/level1': '产出指标',
    '/indicators/0/level2': '成本指标',
    '/indicators/0/annualTarget/value': '30',
    '/indicators/2/level1': '效益指标',
    '/indicators/2/level2': '社会效益指标',
    '/indicators/2/annualTarget/text': '明显好转',
  });
  expect(left).toEqual([]);
  expect(notes.map(({ zh }) => zh)).toContain('单位、项目、指标同在一栏，按缩进分开读，请核对');
});

it('reads no tree whose levels do not stand in one depth each', () => {
  const uneven = tree.map((line) => line.replace('　　　数量指标', '　数量指标'));
  const { projects, left } = readLines('2022年度项目绩效目标表', heads, ...uneven);
  expect(projects.flatMap((each) => ('indicators' in each ? [each] : []))).toEqual([]);
  expect(left.map(({ text }) => text)).toContain('修复古籍');
});

it('leaves what stands above projects and is no body, and indicators below a unit that has no project', () => {
  const kinds = tree.map((line) => line.replace('柳河县图书馆', '特定目标类'));
  const bare = [row(0, '柳河县文化馆', '', '80'), row(2, '产出指标'), row(3, '数量指标'), row(4, '演出场次', '≥9场')];
  const { report, left } = readLines('2022年度项目绩效目标表', heads, ...kinds);
  expect(JSON.stringify(report)).not.toContain('特定目标类');
  expect(left).toContainEqual(expect.objectContaining({ text: '特定目标类', why: 'no-field' }));
  const other = readLines('2022年度项目绩效目标表', heads, ...tree, ...bare);
  expect(other.left).toContainEqual(expect.objectContaining({ text: '演出场次', why: 'no-project' }));
  expect(other.projects).toHaveLength(1);
});

it('asks for a look at each unit and project that only its money tells', () => {
  const flat = tree.map((line) => line.replace(/^\| 　+/u, '| '));
  const { project, notes } = readLines('2022年度项目绩效目标表', heads, ...flat);
  expect(project.get('/indicators/1/name')).toBe('修复古籍');
  expect(notes.filter(({ zh }) => zh.startsWith('没有缩进和编号'))).toHaveLength(2);
});
