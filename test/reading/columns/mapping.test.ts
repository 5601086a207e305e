import { expect, it } from 'vitest';
import { Problems } from '../../../src/problem.js';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { mappingFileName, readMapping, writeMapping } from '../../../src/reading/columns/mapping.js';
import { longList } from './longList.js';
import { tableOf } from './rows.js';

const rows = longList(4);
const bytes = (text: string) => new TextEncoder().encode(text);
const known = { year: '2024', region: '通用', department: '青溪镇', 'money-unit': '元' };

it('shows each column with three samples', () => {
  const [table] = readColumns(tableOf(rows)).mapping.tables;
  expect(table?.columns.slice(1, 3)).toEqual([
    { head: '项目名称', field: 'project', samples: ['村道养护1期', '村道养护1期', '村道养护1期'] },
    { head: '预算数', field: 'funding/total/year', samples: ['26,500.00', '26,500.00', '26,500.00'] },
  ]);
});

it('has the same bytes and name for the same heads, another name for others', () => {
  const { mapping } = readColumns(tableOf(rows));
  const again = readColumns(tableOf(longList(9))).mapping;
  expect(mappingFileName(again)).toBe(mappingFileName(mapping));
  expect(mappingFileName(mapping)).toMatch(/^mapping-[0-9a-f]{12}\.json$/);
  const other = readColumns(tableOf(rows.with(0, [...(rows[0] as string[]).slice(0, -1), '指标方向']))).mapping;
  expect(mappingFileName(other)).not.toBe(mappingFileName(mapping));
});

it('given again it reads the same; edited it reads as edited, and nothing is asked of its columns', () => {
  const first = readColumns(tableOf(rows), { answers: known });
  const mapping = readMapping(bytes(writeMapping(first.mapping)), 'mapping.json');
  expect(readColumns(tableOf(rows), { mapping, answers: known }).report).toEqual(first.report);
  const edited = writeMapping(first.mapping).replace('"indicator/weight"', '"left"');
  const reading = readColumns(tableOf(rows), { mapping: readMapping(bytes(edited), 'mapping.json'), answers: known });
  expect(JSON.stringify(reading.report)).not.toContain('weight');
  expect(reading.left).toHaveLength(rows.length - 1);
  expect(reading.questions).toEqual([]);
});

it('names heads that nobody knows', () => {
  const own = rows.with(0, ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑']);
  expect(readColumns(tableOf(own)).report.units).toEqual([]);
  const fields = readColumns(tableOf(rows)).mapping.tables[0]?.columns.map(({ field }) => field) ?? [];
  const columns = fields.map((field, index) => ({ head: own[0]?.[index] ?? '', field }));
  const mapping = readMapping(bytes(JSON.stringify({ tables: [{ columns }] })), 'mapping.json');
  const wanted = readColumns(tableOf(rows), { answers: known });
  expect(readColumns(tableOf(own), { mapping, answers: known }).report).toEqual(wanted.report);
});

it('answers questions about columns by their ids', () => {
  const own = rows.with(0, (rows[0] as string[]).with(7, '方式'));
  const asked = readColumns(tableOf(own), { answers: known }).questions;
  expect(asked.map(({ id, proposed }) => [id, proposed])).toEqual([['column-1-8', 'indicator/annualTarget/sign']]);
  const reading = readColumns(tableOf(own), { answers: { ...known, 'column-1-8': 'left' } });
  expect([reading.questions, reading.left.length]).toEqual([[], rows.length - 1]);
});

it('tells faults of a mapping file with their places, all at once', () => {
  const text =
    '{\n  "tables": [\n    { "columns": [ { "head": "甲", "field": "indicator/wieght" }, { "head": 3 } ], "name": "x" }\n  ]\n}';
  let problems: Problems['problems'] = [];
  try {
    readMapping(bytes(text), 'mapping.json');
  } catch (error) {
    if (error instanceof Problems) problems = error.problems;
  }
  const third = text.split('\n')[2] ?? '';
  const at = (words: string) => third.indexOf(words) + 1;
  expect(problems.map(({ code, place }) => [code, place?.line, place?.column, place?.pointer])).toEqual([
    ['mapping-field', 3, at('"indicator'), '/tables/0/columns/0/field'],
    ['mapping-type', 3, at('3 }'), '/tables/0/columns/1/head'],
    ['mapping-lacks', 3, at('{ "head": 3'), '/tables/0/columns/1'],
    ['mapping-key', 3, at('"name"'), '/tables/0/name'],
  ]);
  expect(problems[0]?.hint?.zh).toContain('indicator/weight');
});
