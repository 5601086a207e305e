import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../../src/formats/sheet/sheetNames.js';
import { verifyXlsx } from '../../../src/formats/sheet/verify.js';
import { writeXlsx } from '../../../src/formats/sheet/xlsx.js';
import { departmentSheets, overview, worstFirst } from '../../../src/products/findings/overview.js';
import { findingRows } from '../../../src/products/findings/rows.js';
import { lastDayToPublish } from '../../../src/report/deadline.js';
import { file, found } from './found.js';

const pointer = '/units/0/projects/0/funding/0/amount';
const about = (department: string, year = 2025, approvalDate?: string) => ({
  about: { department, year, ...(approvalDate && { approvalDate }) },
});
const sound = file([], { file: 'a/2025.json', ...about('甲局', 2025, '2025-02-10') });
const doubtful = file([found('warning', 4, pointer), found('warning', 7, pointer)], {
  file: 'b/2025.json',
  ...about('乙局'),
});
const faulty = file([found('hint', 2, pointer), found('error', 9, pointer)], { file: 'c/2025.json', ...about('丙局') });
const unread = file([found('error', 1, pointer)], { file: 'd/2025.json', failed: true });
const all = [sound, doubtful, faulty, unread];

describe('an officer’s workbook', () => {
  it('has the worst report first, a column a kind of finding, and the sums last', () => {
    expect(worstFirst(all)).toEqual([unread, faulty, doubtful, sound]);
    const { columns, rows } = overview(all, 'zh');
    const row = (index: number) => Object.fromEntries(columns.map(({ heading }, at) => [heading, rows[index]?.[at]]));
    expect(rows).toHaveLength(5);
    expect(row(1)).toMatchObject({
      序号: '2',
      部门: '丙局',
      结论: '须改正',
      错误: '1',
      提示: '1',
      'code-error': '1',
      'code-warning': '',
    });
    expect(row(2)).toMatchObject({ 部门: '乙局', 报告: 'b/2025.json', 注意: '2', 'code-warning': '2', 公开期限: '' });
    expect(row(3)).toMatchObject({ 部门: '甲局', 结论: '通过', 批复日期: '2025-02-10', 公开期限: '2025-03-02' });
    expect(row(4)).toMatchObject({ 序号: '合计', 错误: '2', 注意: '2', 提示: '1', 'code-error': '2' });
  });

  it('has no columns for dates that no report tells', () => {
    expect(overview([doubtful, faulty], 'en').columns.map(({ heading }) => heading)).not.toContain('Publish by');
  });

  it('has a sheet for each report with findings, the gravest first, to be sent back', () => {
    const sheets = departmentSheets(
      [...all, file([found('hint', 1, pointer)], { file: 'e.json', ...about('乙局', 2024) })],
      'zh',
    );
    expect(sheets.map(({ name }) => name)).toEqual(['示例市科学技术协会', '丙局', '乙局 2025', '乙局 2024']);
    expect(sheets[1]?.rows.map((row) => row[1])).toEqual(['错误', '提示']);
  });

  it('is written and read back whole; a sheet that lacks is told', async () => {
    const rows = findingRows(all, 'zh');
    const table = { ...rows, sheets: [overview(all, 'zh'), rows, ...departmentSheets(all, 'zh')] };
    const bytes = await writeXlsx(table, { title: '核对', author: '某局', date: '2025-03-01' });
    expect(verifyXlsx(bytes, table)).toEqual([]);
    expect(verifyXlsx(bytes, { ...table, sheets: table.sheets.slice(1) })).toHaveLength(1);
    const changed = [overview([sound], 'zh'), ...table.sheets.slice(1)];
    expect(verifyXlsx(bytes, { ...table, sheets: changed })).not.toEqual([]);
  });
});

describe('names of sheets', () => {
  it('have no forbidden marks, fit Excel’s limit and differ', () => {
    const long = '中'.repeat(40);
    expect(sheetNames(['甲/乙:局', '财政局', '财政局', 'A', 'a', "'x'", '', long, long])).toEqual([
      '甲 乙 局',
      '财政局',
      '财政局(2)',
      'A',
      'a(2)',
      'x',
      '-',
      '中'.repeat(31),
      `${'中'.repeat(28)}(2)`,
    ]);
  });

  it('are not cut inside a character', () => {
    expect(sheetNames([`${'中'.repeat(30)}𠮷`])).toEqual(['中'.repeat(30)]);
  });
});

describe('the last day to publish', () => {
  it('is twenty days after approval, over months and leap days', () => {
    expect(['2025-02-10', '2024-02-10', '2025-12-20'].map(lastDayToPublish)).toEqual([
      '2025-03-02',
      '2024-03-01',
      '2026-01-09',
    ]);
  });
});
