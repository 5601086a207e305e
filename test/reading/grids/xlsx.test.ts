import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { formatOf } from '../../../src/reading/grids/xlsx/shown.js';
import { isWhole, lines, rows, workbookOf, zipOf } from './office.js';

const sheetOf = (data: string, others = ''): string => `<sheetData>${data}</sheetData>${others}`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
const text = (value: string, r = ''): string => `<c${r && ` r="${r}"`} t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;

const read = (...args: Parameters<typeof workbookOf>) => readSource(workbookOf(...args), '表.xlsx');
const told = (file: Awaited<ReturnType<typeof read>>): unknown[] => file.beside.map(({ place, zh }) => [place, zh]);

describe('sheets', () => {
  it('reads all sheets in the order and by the names of the workbook', async () => {
    const file = await read([
      { name: '乙', data: sheetOf(row(text('一'))), state: 'hidden' },
      { name: '甲', data: sheetOf(row(text('二'))) },
    ]);
    expect(lines(file)).toEqual(['[一]', '[二]']);
    expect(rows(file).map(({ table, place }) => [table, place])).toEqual([
      [0, { sheet: '乙', cell: 'A1' }],
      [1, { sheet: '甲', cell: 'A1' }],
    ]);
    expect(told(file)).toEqual([[{ sheet: '乙' }, '这张工作表是隐藏的，已读入']]);
  });

  it('reads every type of cell, and cells and rows that do not say where they are', async () => {
    const strings =
      '<si><t>共</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文_x000D_\n本</t></r><rPh><t>fu</t></rPh></si>';
    const data = sheetOf(
      row(
        '<c t="s"><v>1</v></c>',
        '<c t="str"><f>A1</f><v>算</v></c>',
        '<c t="b"><v>1</v></c>',
        '<c t="e"><v>#DIV/0!</v></c>',
      ) +
        `<row r="4">${text('丙', 'C4')}${text('丁')}</row>` +
        row(
          '<c><f>1+1</f></c>',
          '<c t="s"><v>0</v></c>',
          '<c t="d"><v>2024-03-05</v></c>',
          '<c t="d" s="1"><v>2024-03-05</v></c>',
        ),
    );
    const file = await read([{ name: 'S', data }], { strings, formats: ['General', 'yyyy"年"m"月"'] });
    expect(lines(file)).toEqual(['[富 文\n本|算|TRUE|#DIV/0!]', '[||丙|丁]', '[|共|2024-03-05|2024年3月]']);
    expect(rows(file)[1]?.cells[3]?.place).toEqual({ sheet: 'S', cell: 'D4' });
    expect(told(file)).toEqual([
      [{ sheet: 'S', cell: 'D1' }, '单元格是错误值 #DIV/0!'],
      [{ sheet: 'S', cell: 'A5' }, expect.stringContaining('公式没有算出的值')],
    ]);
  });

  it('merges cells, gives those below the text, and tells what a merge hides', async () => {
    const data = sheetOf(
      row(text('题', 'A1')) +
        `<row r="2">${text('甲', 'A2')}${text('1', 'C2')}${text('藏', 'B3')}</row>` +
        `<row r="3">${text('2', 'C3')}</row>`,
      '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:B3"/><mergeCell ref="E9:F9"/></mergeCells>',
    );
    const file = await read([{ name: 'S', data }]);
    expect(lines(file)).toEqual(['[题#3]', '[甲#2|1]', '[^甲#2|2]']);
    expect(rows(file).every(isWhole)).toBe(true);
    expect(told(file)).toEqual([[{ sheet: 'S', cell: 'B2' }, '合并单元格里看不见的文字未读入：藏']]);
  });

  it('takes the edges from the widths of columns', async () => {
    const columns = '<cols><col min="2" max="3" width="20"/></cols>';
    const data = `<sheetFormatPr defaultColWidth="10"/>${columns}${sheetOf(row(text('甲'), text('乙'), text('丙')))}`;
    const [first] = rows(await read([{ name: 'S', data }]));
    expect(first?.cells.map(({ left, right }) => [left, right])).toEqual([
      [0, 0.2],
      [0.2, 0.6],
      [0.6, 1],
    ]);
  });

  it('reads what is hidden and tells it, and lists comments, text boxes and pictures', async () => {
    const hidden = '<row hidden="1"><c t="inlineStr"><is><t>藏</t></is></c></row>';
    const data = `<cols><col min="2" max="4" width="9" hidden="1"/></cols>${sheetOf(row(text('甲')) + hidden + hidden)}`;
    const comments =
      '<comments><authors><author>张三</author></authors><commentList><comment ref="A1" authorId="0"><text><t>请核对</t></text></comment></commentList></comments>';
    const drawing =
      '<d:wsDr xmlns:d="d" xmlns:a="a"><d:twoCellAnchor><d:sp><d:txBody><a:p><a:r><a:t>填表说明</a:t></a:r></a:p></d:txBody></d:sp></d:twoCellAnchor><d:oneCellAnchor><d:pic/></d:oneCellAnchor></d:wsDr>';
    const file = await read([{ name: 'S', data, related: { comments, drawing } }]);
    expect(lines(file)).toEqual(['[甲]', '[藏]', '[藏]']);
    expect(told(file)).toEqual([
      [{ sheet: 'S' }, '第 2–3 行是隐藏的，已读入'],
      [{ sheet: 'S' }, 'B–D 列是隐藏的，已读入'],
      [{ sheet: 'S', cell: 'A1' }, '批注（张三）：请核对'],
      [{ sheet: 'S' }, '文本框未读入：填表说明'],
      [{ sheet: 'S' }, '图片或图表中的文字未读入'],
    ]);
  });

  it('reads elements with a prefix', async () => {
    const data =
      '<x:sheetData><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>';
    expect(lines(await read([{ name: 'S', data }], { prefix: 'x:' }))).toEqual(['[|甲]']);
  });
});

describe('numbers', () => {
  const shown = (code: string, value: string): string => formatOf(code, false)(value).text;

  it.each([
    ['General', '0.30000000000000004', '0.3'],
    ['General', '1.1000000000000001E-2', '0.011'],
    ['General', '1e21', '1000000000000000000000'],
    ['General', '-17004.63', '-17004.63'],
    ['0', '2.5', '3'],
    ['0', '-0.4', '0'],
    ['0.00', '1.005', '1.01'],
    ['0.00', '491', '491.00'],
    ['#,##0.00', '17004.629999999999', '17,004.63'],
    ['#,##0', '1234567', '1,234,567'],
    ['#,##0.00_);(#,##0.00)', '-1234.5', '(1,234.50)'],
    ['0%', '0.95', '95%'],
    ['0.00%', '0.985', '98.50%'],
    ['#.##', '0.5', '.5'],
    ['0.##', '3', '3'],
    ['0.00"万元"', '12.5', '12.50万元'],
    ['"≥"0"个"', '20', '≥20个'],
    ['¥#,##0.00', '5', '¥5.00'],
    ['[$¥-804]#,##0', '1000', '¥1,000'],
    ['0,', '12000', '12'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0', '-'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-5', '-5.00'],
    ['000000', '440100', '440100'],
    ['@', '12', '12'],
    ['# ?/?', '0.5', '0.5'],
    ['0.00E+00', '1200', '1200'],
  ])('%s of %s is %s', (code, value, expected) => expect(shown(code, value)).toBe(expected));

  it.each([
    ['yyyy-mm-dd', '45356', '2024-03-05'],
    ['yyyy/m/d', '45356', '2024/3/5'],
    ['yyyy"年"m"月"', '45356', '2024年3月'],
    ['yyyy"年"m"月"d"日";@', '45356', '2024年3月5日'],
    ['[$-804]yyyy\\-mm', '45356', '2024-03'],
    ['yyyy/m/d h:mm', '45356.5625', '2024/3/5 13:30'],
    ['上午/下午h"时"mm"分"', '0.5625', '下午1时30分'],
    ['d-mmm-yy', '45356', '2024-03-05'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['[h]:mm', '1.5', '1.5'],
  ])('%s of day %s is %s', (code, value, expected) => expect(shown(code, value)).toBe(expected));

  it('counts from 1904 where the workbook does', async () => {
    const data = sheetOf(row(number('43894', 1)));
    const file = await read([{ name: 'S', data }], { formats: ['General', 'yyyy/m/d'], is1904: true });
    expect(lines(file)).toEqual(['[2024/3/5]']);
  });

  it('tells a number that its format shows otherwise', async () => {
    const data = sheetOf(
      row(number('491.456', 1), number('491.5', 1), number('0', 2), number('7', 2), number('0.1234', 3)),
    );
    const file = await read([{ name: 'S', data }], { formats: ['General', '0.00', '"无"', '0%'] });
    expect(lines(file)).toEqual(['[491.46|491.50|无|无|12%]']);
    expect(told(file)).toEqual([
      [{ sheet: 'S', cell: 'A1' }, '表中显示“491.46”，实际数值 491.456；按显示的读入'],
      [{ sheet: 'S', cell: 'D1' }, '表中显示“无”，实际数值 7；按显示的读入'],
      [{ sheet: 'S', cell: 'E1' }, '表中显示“12%”，实际数值 0.1234；按显示的读入'],
    ]);
  });
});

describe('bounds', () => {
  it('refuses what is damaged, and more than 800,000 cells', async () => {
    const refused = (data: string, code: string) =>
      expect(read([{ name: 'S', data }])).rejects.toMatchObject({ problems: [{ code, place: { file: '表.xlsx' } }] });
    await refused(sheetOf(row('<c t="s"><v>9</v></c>')), 'source-damaged');
    await refused(sheetOf('<row r="0"/>'), 'source-damaged');
    await refused(sheetOf('<row>'), 'source-damaged');
    await refused(sheetOf(row(text('1')).repeat(3200) + row(text('1', 'IV4000'))), 'source-too-large');
    await expect(readSource(zipOf({ 'xl/workbook.xml': '<a/>' }), 'a')).rejects.toMatchObject({
      problems: [{ code: 'source-damaged' }],
    });
  });

  it('does not widen the table by a title merged over the whole sheet, or by a far merge of nothing', async () => {
    const data = sheetOf(
      row(text('题')) + row(text('甲'), text('乙')),
      '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A5:XFD1048576"/></mergeCells>',
    );
    expect(lines(await read([{ name: 'S', data }]))).toEqual(['[题#2]', '[甲|乙]']);
  });
});
