import { expect, it } from 'vitest';
import { tableOf } from '../../src/check/cells.js';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import { readReport } from '../../src/report/read.js';

it('tells a project without a name by its number', () => {
  const nameless = patched({ '/units/0/projects/1/name': ' ', '/units/0/projects/1/goals': null });
  expect(tableOf(nameless, ['units', '0', 'projects', '1']).zh).toBe('第 2 个项目（没有名称）');
  expect(tableOf(nameless, ['units', '0', 'projects', '0']).zh).toContain('科普活动经费');
  const read = readReport(Buffer.from(JSON.stringify(nameless)), 'r.json');
  const said = checkReport(read, []).findings.map(({ problem }) => problem.message.zh);
  expect(said.filter((each) => each.includes('没有绩效目标'))).toEqual(['第 2 个项目（没有名称）没有绩效目标']);
  expect(said.join('')).not.toContain('“”');
});
