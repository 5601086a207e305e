import { expect, it } from 'vitest';
import { withMergedCells } from '../../src/reading/tableGrid.js';
import { sourceOf } from './columns/rows.js';

const continued = (lines: readonly string[]) =>
  withMergedCells(sourceOf(lines).items)?.map((item) =>
    item.kind === 'row' ? item.cells.map(({ isContinued, text }) => (isContinued ? '^' : text)).join(' ') : item.text,
  );

it('takes the same words at the left of rows for a merged cell', () => {
  expect(
    continued([
      '| 绩效指标 | 产出指标 | 数量指标 | 清淤长度 | 计划标准 | 18公里 |',
      '| 绩效指标 | 产出指标 | 数量指标 | 清淤宽度 | 计划标准 | 18公里 |',
      '| 绩效指标 | 产出指标 | 质量指标 | 合格率 | 计划标准 | 100% |',
    ]),
  ).toEqual([
    '绩效指标 产出指标 数量指标 清淤长度 计划标准 18公里',
    '^ ^ ^ 清淤宽度 计划标准 18公里',
    '^ ^ 质量指标 合格率 计划标准 100%',
  ]);
});

it('leaves numbers, other rows, and tables that have merged cells', () => {
  expect(continued(['| 100 | 甲 |', '| 100 | 乙 |'])).toBeUndefined();
  expect(continued(['| 甲 | 数量指标 |', '| 乙 | 数量指标 |'])).toBeUndefined();
  expect(continued(['| 产出指标 | 数量指标 |', '| ^ | 质量指标 |', '| 产出指标 | 时效指标 |'])).toBeUndefined();
});
