import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { isWhole, lines, rows } from './office.js';

const read = (body: string, head = '') =>
  readSource(strToU8(`<html><head>${head}</head><body>${body}</body></html>`), '表.html');
const told = (file: Awaited<ReturnType<typeof read>>): string[] => file.beside.map(({ zh }) => zh);

describe('grids', () => {
  it('places cells by spans down and across', async () => {
    const file = await read(
      '<table><thead><tr><th rowspan=2>甲<th colspan=2>乙</tr><tr><th>丙<th>丁</tr></thead><tfoot><tr><td colspan=3>合计</tfoot><tbody><tr><td>1<td>2<td>3</table>',
    );
    expect(lines(file)).toEqual(['[甲|乙#2]', '[^甲|丙|丁]', '[1|2|3]', '[合计#3]']);
    expect(rows(file).every(isWhole)).toBe(true);
    expect(rows(file)[1]?.cells[2]?.place).toEqual({ table: 1, row: 2, column: 3 });
  });

  it('ends a rowspan of 0 with its group, and one that is too long too', async () => {
    const group =
      '<tbody><tr><td rowspan=0>组<td>1<tr><td>2</tbody><tbody><tr><td rowspan=9>组<td>3</tbody><tbody><tr><td>末<td>4</tbody>';
    expect(lines(await read(`<table>${group}</table>`))).toEqual(['[组|1]', '[^组|2]', '[组|3]', '[末|4]']);
  });

  it('lets the first of two cells that overlap keep the place, and fills what no cell takes', async () => {
    const file = await read('<table><tr><td>1<td rowspan=2>2<td>3<tr><td colspan=3>4<tr><td>5</table>');
    expect(lines(file)).toEqual(['[1|2|3]', '[4|^2|]', '[5||]']);
    expect(rows(file).every(isWhole)).toBe(true);
  });

  it('takes edges from col, or from a row of single cells', async () => {
    const edges = async (table: string) =>
      rows(await read(table))
        .at(-1)
        ?.cells.map(({ left, right }) => [left, right]);
    expect(await edges('<table><col width=30><col style="width:10pt"><tr><td>1<td>2</table>')).toEqual([
      [0, 0.75],
      [0.75, 1],
    ]);
    expect(await edges('<table><tr><td colspan=2>题<tr><td width=10>1<td width=30>2</table>')).toEqual([
      [0, 0.25],
      [0.25, 1],
    ]);
    expect(await edges('<table><tr><td>1<td>2</table>')).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
  });

  it('leaves out hidden rows and tells their text; a row without cells is none', async () => {
    const file = await read(
      '<table><tr style="display:none"><td>藏</td></tr><tr height=0 style="display:none"><td></td></tr><tr><td>甲</td></tr><tr></tr></table>',
    );
    expect(lines(file)).toEqual(['[甲]']);
    expect(told(file)).toEqual(['隐藏的一行未读入：藏']);
  });
});

describe('tables that lay out a page', () => {
  it('reads the tables inside, and what stands around them as paragraphs', async () => {
    const inner = '<table><tr><td>一级指标<td>指标值<tr><td>产出<td>90%</table>';
    const file = await read(`<table><tr><td><p>标题</p>${inner}</td><td>菜单</td></tr></table>`);
    expect(lines(file)).toEqual(['标题', '[一级指标|指标值]', '[产出|90%]', '菜单']);
    expect(rows(file).map(({ table }) => table)).toEqual([0, 0]);
  });

  it('keeps a table with a small table inside a cell', async () => {
    const file = await read(
      '<table><tr><td>项目名称<td>科普活动经费项目<tr><td>资金来源<td>明细<table><tr><td>财政<td>5</table></table>',
    );
    expect(lines(file)).toEqual(['[项目名称|科普活动经费项目]', '[资金来源|明细\n\n财政\t5]']);
    expect(told(file)).toEqual(['单元格里还有一个表，按文字读入']);
  });
});

describe('text', () => {
  it('parts paragraphs and lines, and takes white space for one blank', async () => {
    const file = await read(
      '前文 <b>粗</b>体<p>一<br>二</p><div>三\n  四 five\n six</div><p>&nbsp;</p><table><caption>表1</caption><tr><td> 甲 \n<p>乙</p>丙<br></td><td>&nbsp;</td></tr></table>',
    );
    expect(lines(file)).toEqual(['前文 粗体', '一\n二', '三四 five six', '表1', '[甲\n\n乙\n\n丙| ]']);
  });

  it('keeps white space where the style says so', async () => {
    const file = await read(
      '<p class="a">  一\n  二</p><p>  三</p><p style="white-space: pre-wrap">  四</p>',
      '<style>p.a, x {white-space:pre-wrap}</style>',
    );
    expect(lines(file)).toEqual(['  一\n  二', '三', '  四']);
  });

  it('leaves scripts out, and tells hidden and deleted text, navigation and pictures', async () => {
    const file = await read(
      '<script>a</script><nav>目录</nav><p>甲<span class=h>藏</span><del>删</del><ins>增</ins><img alt="印章"></p><p hidden>乙</p>',
      '<title>题</title><style>@media print{p{display:none}} .h{display:none}</style>',
    );
    expect(lines(file)).toEqual(['甲增']);
    expect(told(file)).toEqual([
      '导航未读入：目录',
      '隐藏文字未读入：藏',
      '删去的文字未读入：删',
      '图片或图形中的文字未读入：印章',
      '隐藏文字未读入：乙',
    ]);
  });

  it('reads form controls, symbols and ruby as they show', async () => {
    const file = await read(
      '<p><input type=checkbox checked>是<input type=checkbox>否 <input value="12"><select><option>一<option selected>二</select></p>' +
        "<p><span style='font-family:Wingdings'>þ</span><font face=Symbol>³</font>90</p><p><ruby>绩<rt>jì</rt></ruby></p>",
    );
    expect(lines(file)).toEqual(['☑是□否 12二', '☑≥90', '绩']);
  });

  it('reads lines with tabs in pre as rows, other pre as text', async () => {
    const file = await read('<pre>项目\t金额\n科普\t12\t万元\n</pre><pre>一\n 二</pre>');
    expect(lines(file)).toEqual(['[项目|金额|]', '[科普|12|万元]', '一\n 二']);
  });
});

describe('encodings', () => {
  const gbk = (text: string): number[] => (text === '项目' ? [0xcf, 0xee, 0xc4, 0xbf] : [...strToU8(text)]);
  const file = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? gbk(part) : [...part])));

  it.each([
    ['GBK that says gb2312', file('<meta charset=gb2312><table><tr><td>', '项目', '</table>')],
    ['GBK that says nothing', file('<table><tr><td>', '项目', '</table>')],
    ['GBK that says UTF-8', file('<meta charset="utf-8"><table><tr><td>', '项目', '</table>')],
    ['UTF-8 that says GBK', strToU8('<meta charset=gbk><table><tr><td>项目</table>')],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8('<table><tr><td>项目</table>')])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('<table><tr><td>项目</table>', 'utf16le')])],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from('<table><tr><td>项目</table>', 'utf16le'))],
  ])('reads %s', async (_, bytes) => expect(lines(await readSource(bytes, 'a.xls'))).toEqual(['[项目]']));

  it('tells damaged bytes', async () => {
    const damaged = file([...strToU8('<table><tr><td>绩效目标')], [0xff], '</table>');
    expect(lines(await readSource(damaged, 'a'))).toEqual(['[绩效目标\ufffd]']);
    expect((await readSource(damaged, 'a')).beside.map(({ zh }) => zh)).toEqual([
      '有些字节不是 UTF-8 编码，读作 \ufffd',
    ]);
  });
});

it('refuses what is nested too deep, and too many cells', async () => {
  const refused = { problems: [{ code: 'source-too-large', place: { file: '表.html' } }] };
  await expect(read('<div>'.repeat(100_000))).rejects.toMatchObject(refused);
  await expect(
    read(`<table>${'<tr><td colspan=900>a<td>b'.repeat(2)}${'<tr>'.repeat(3)}<td colspan=1000>c<td>d</table>`),
  ).rejects.toMatchObject(refused);
  await expect(read(`<table>${`<tr>${'<td>'.repeat(400)}`.repeat(1001)}</table>`)).rejects.toMatchObject(refused);
});
