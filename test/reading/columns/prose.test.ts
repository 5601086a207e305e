import { expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { leaves, sourceOf } from './rows.js';

/** As 昌吉州 published its grants in 2019, in other words. */
const notice = [
  '青溪市第二中学项目情况公示',
  '一、建设内容',
  '全年资助困难学生1606人次。',
  '二、资金来源及规模',
  '财政资金160.77万元。',
  '三、实施期限',
  '2019.01.01--2019.12.31',
  '四、实施单位及责任人',
  '青溪市第二中学 林某某',
  '五、绩效目标',
  '总体目标：帮助困难学生完成学业。',
  '（一）产出指标',
  '1、数量指标：资助学生1606人次，资助金额160.77万元。',
  '2、质量指标：资助标准100%达标。',
  '（二）效益指标',
  '①社会效益指标：资助保障了学生就学。',
  '（三）满意度指标（服务对象满意度指标）：学生满意度≥95%。',
];

it('reads a notice without a table, and says where', () => {
  const { report, at, notes } = readColumns(sourceOf(notice));
  const read = leaves(report);
  const project = '/units/0/projects/0';
  expect(read.get(`${project}/content`)).toBe('全年资助困难学生1606人次。');
  expect([read.get(`${project}/funding/0/source`), read.get(`${project}/funding/0/amount`)]).toEqual([
    'fiscal',
    '160.77',
  ]);
  expect(read.get(`${project}/period/end`)).toBe('2019-12-31');
  expect(read.get('/units/0/name')).toBe('青溪市第二中学');
  expect(read.get(`${project}/goals/0/text`)).toBe('帮助困难学生完成学业。');
  const indicators = [0, 1, 2, 3, 4].map((index) =>
    ['level1', 'level2', 'name'].map((field) => read.get(`${project}/indicators/${index}/${field}`)).join(' '),
  );
  expect(indicators).toEqual([
    '产出指标 数量指标 资助学生',
    '产出指标 数量指标 资助金额',
    '产出指标 质量指标 资助标准',
    '效益指标 社会效益指标 资助保障了学生就学',
    '满意度指标 服务对象满意度指标 学生满意度',
  ]);
  expect(read.get(`${project}/indicators/4/annualTarget/value`)).toBe('95');
  const told = new Set(notes.map(({ place }) => JSON.stringify(place)));
  const silent = [...at].filter(
    ([pointer, place]) => /indicators\/\d+\/(?!level)|content/.test(pointer) && !told.has(JSON.stringify(place)),
  );
  expect(silent).toEqual([]);
});

it('reads no sentences where there is a table', () => {
  const { report } = readColumns(sourceOf([...notice, '| 项目名称 | 河道清淤 |']));
  expect([...leaves(report).keys()].filter((pointer) => pointer.includes('/indicators/'))).toEqual([]);
});
