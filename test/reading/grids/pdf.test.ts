import { expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { isWhole, lines, rows } from './office.js';
import { type DrawnPage, grid, pdfOf, rule, textAt } from './pdfOf.js';

const read = (...pages: readonly (DrawnPage | string)[]) =>
  readSource(pdfOf(pages.map((page) => (typeof page === 'string' ? { content: page } : page))), '表.pdf');
const told = (file: Awaited<ReturnType<typeof read>>): string[] => file.beside.map(({ zh }) => zh);

it('reads cells between rules, with their spans, by the middle of their text', async () => {
  const rules = [
    rule(50, 700, 350, 700),
    rule(50, 670, 350, 670),
    rule(150, 640, 350, 640),
    rule(50, 610, 350, 610),
    rule(50, 700, 50, 610),
    rule(150, 670, 150, 610),
    rule(250, 670, 250, 640),
    rule(350, 700, 350, 610),
  ].join('');
  const texts = [
    textAt(150, 680, '绩效目标表'),
    textAt(60, 640, '产出'),
    textAt(160, 650, '数量'),
    textAt(260, 650, '九'),
    textAt(160, 620, '质量'),
  ];
  const file = await read(rules + texts.join(''));
  expect(lines(file)).toEqual(['[绩效目标表#3]', '[产出|数量|九]', '[^产出|质量#2]']);
  expect(rows(file).every(isWhole)).toBe(true);
  expect(rows(file)[1]?.cells[1]).toMatchObject({
    left: 1 / 3,
    right: 2 / 3,
    place: { page: 1, table: 1, row: 2, column: 2 },
  });
});

it('reads rules that are drawn as thin boxes, in pieces and twice, and no boxes of colour or white ones', async () => {
  const box = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re f\n`;
  const across = [700, 660].map((y) => box(50, y, 60, 0.5) + box(110, y, 60, 0.5) + box(50, y + 1, 120, 0.5));
  const down = [50, 110, 170].map((x) => box(x, 660, 0.5, 40.5));
  const others = `0.9 g ${box(50, 660, 60, 40)} 1 g ${box(50, 680, 120, 0.5)} 0 g `;
  const file = await read(others + across.join('') + down.join('') + textAt(60, 670, '甲') + textAt(120, 670, '乙'));
  expect(lines(file)).toEqual(['[甲|乙]']);
});

it('reads a table within a form and a matrix', async () => {
  const content = `q 0.5 0 0 0.5 100 300 cm ${grid([0, 200, 400], [0, 60])}${textAt(20, 20, '甲', 20)}${textAt(220, 20, '乙', 20)}Q`;
  expect(lines(await read(content))).toEqual(['[甲|乙]']);
});

it('takes a table that goes on on the next page for the same, closed where the page cuts it', async () => {
  const open = (from: number, to: number): string => [50, 150, 350].map((x) => rule(x, from, x, to)).join('');
  const first =
    rule(50, 200, 350, 200) +
    rule(50, 150, 350, 150) +
    open(200, 100) +
    textAt(60, 170, '头') +
    textAt(60, 120, '甲') +
    textAt(160, 120, '前半');
  const second =
    rule(50, 700, 350, 700) +
    rule(50, 650, 350, 650) +
    open(750, 650) +
    textAt(160, 720, '后半') +
    textAt(60, 670, '乙');
  const foot = (page: string): string => textAt(290, 30, page);
  const file = await read(
    first + foot('１'),
    second + foot('２'),
    grid([50, 350], [700, 650]) + textAt(60, 670, '另'),
    `${textAt(50, 790, '', 1)}${textAt(50, 600, '题')}${grid([50, 350], [500, 400])}${textAt(60, 450, '丙')}`,
  );
  expect(lines(file)).toEqual(['[头|]', '[甲|前半]', '１', '[|后半]', '[乙|]', '２', '[另]', '题', '[丙]']);
  expect(rows(file).map(({ table, place }) => [table, place.page])).toEqual([
    [0, 1],
    [0, 1],
    [0, 2],
    [0, 2],
    [0, 3],
    [1, 4],
  ]);
});

it('joins lines of a cell, and breaks where the next word would have had room', async () => {
  const texts = ['一二三四五六七八', '九十', '新的一段'].map((text, index) => textAt(55, 185 - 14 * index, text));
  const words = [textAt(155, 185, '甲'), textAt(155, 171, '12,345,6'), textAt(155, 157, '78.90')];
  const file = await read(grid([50, 140, 240], [200, 140]) + texts.join('') + words.join(''));
  expect(rows(file)[0]?.cells[0]?.text).toBe('一二三四五六七八九十\n新的一段');
  expect(rows(file)[0]?.cells[1]?.text).toBe('甲12,345,678.90');
});

it('reads doubled text once, as fake bold is drawn', async () => {
  const file = await read(textAt(50, 700, '合计合') + textAt(50.3, 700, '合计合') + textAt(50, 650, '人人'));
  expect(lines(file)).toEqual(['合计合', '人人']);
});

it.each([90, 180, 270])('reads a page turned by %i degrees, by its setting and by its drawing', async (rotate) => {
  const content =
    grid([50, 150, 250], [700, 650, 600]) +
    textAt(60, 670, '甲') +
    textAt(160, 670, '乙') +
    textAt(60, 620, '丙') +
    textAt(160, 620, '丁');
  const expected = ['[甲|乙]', '[丙|丁]'];
  const matrix = { 90: '0 -1 1 0 0 600', 180: '-1 0 0 -1 600 800', 270: '0 1 -1 0 800 0' }[rotate];
  expect(lines(await read(`${matrix} cm ${content}`))).toEqual(expected);
  const back = { 90: '0 1 -1 0 600 0', 180: '-1 0 0 -1 600 800', 270: '0 -1 1 0 0 800' }[rotate];
  expect(lines(await read({ content: `${back} cm ${content}`, rotate }))).toEqual(expected);
});

it('parts a line at wide gaps, joins full lines, and leaves single lines alone', async () => {
  const full = textAt(50, 600, '一二三四五六七八九十'.repeat(5)) + textAt(50, 585, '到此为止');
  const file = await read(textAt(50, 650, '单位名称') + textAt(480, 650, '单位万元') + full + textAt(50, 570, '另段'));
  expect(lines(file)).toEqual(['[单位名称|单位万元]', `${'一二三四五六七八九十'.repeat(5)}到此为止`, '另段']);
});

it('refuses a scan, and tells a page that is one, and text without ink', async () => {
  const scan = 'q 600 0 0 800 0 0 cm /I Do Q';
  await expect(read(scan, scan)).rejects.toMatchObject({
    problems: [{ code: 'source-is-scan', place: { file: '表.pdf' } }],
  });
  const file = await read(textAt(50, 700, '正文'), scan);
  expect([lines(file), told(file)]).toEqual([['正文'], ['这一页是图片，没有文字，未读入']]);
  expect(told(await read(`${scan} 3 Tr ${textAt(50, 700, '识别')}`))).toEqual([
    expect.stringContaining('看不见的文字'),
  ]);
});

it('gives radicals and ligatures as the characters that they look like', async () => {
  expect(lines(await read(textAt(50, 700, '甲')))).toEqual(['甲']);
  const { unified } = await import('../../../src/reading/grids/pdf/unified.js');
  expect(Array.from('⽬⻓⼀ﬁ', unified).join('')).toBe('目长一fi');
});

it('refuses what is no PDF inside', async () => {
  await expect(readSource(new Uint8Array(Buffer.from('%PDF-1.4\nnothing')), 'a')).rejects.toMatchObject({
    problems: [{ code: 'source-damaged' }],
  });
});
