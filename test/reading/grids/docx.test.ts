import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { docxOf, isWhole, lines, relationships, rows, zipOf } from './office.js';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`;
const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
const tr = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((one) => (one.startsWith('<') ? one : tc(one))).join('')}</w:tr>`;
const tbl = (...parts: readonly string[]): string => `<w:tbl><w:tblPr/>${parts.join('')}</w:tbl>`;
const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;

const read = (body: string, others?: Readonly<Record<string, string>>) => readSource(docxOf(body, others), '表.docx');
const told = (file: Awaited<ReturnType<typeof read>>): string[] => file.beside.map(({ zh }) => zh);

describe('tables of a DOCX', () => {
  it('reads spans, merges downwards and what a row leaves out at its ends', async () => {
    const file = await read(
      p('标题') +
        tbl(
          '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>',
          tr(tc('甲', `${span(2)}<w:vMerge w:val="restart"/>`), '乙'),
          tr(tc('<w:p/>', `${span(2)}<w:vMerge/>`), '丙'),
          `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc('丁')}</w:tr>`,
        ) +
        tbl(tr('戊')),
    );
    expect(lines(file)).toEqual(['标题', '[甲#2|乙]', '[^甲#2|丙]', '[|丁|]', '[戊]']);
    const [first, second, third, last] = rows(file);
    expect(first?.cells.map(({ left, right }) => [left, right])).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
    expect(third?.cells.map(({ column }) => column)).toEqual([0, 1, 2]);
    expect([first?.table, last?.table]).toEqual([0, 1]);
    expect(second?.cells[1]?.place).toEqual({ table: 1, row: 2, column: 2 });
    expect(rows(file).every(isWhole)).toBe(true);
  });

  it('goes by columns where the grid has no widths, and takes a lone continuation for a cell', async () => {
    const file = await read(tbl('<w:tblGrid/>', tr(tc('甲', '<w:vMerge/>'), '乙'), tr('丙', '丁')));
    expect(lines(file)).toEqual(['[甲|乙]', '[丙|丁]']);
    expect(rows(file)[1]?.cells.map(({ right }) => right)).toEqual([0.5, 1]);
  });

  it('joins cells that old programs merged to the left', async () => {
    const merged = tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('<w:p/>', '<w:hMerge/>'), '乙');
    expect(lines(await read(tbl(merged)))).toEqual(['[甲#2|乙]']);
  });

  it('parts paragraphs of a cell, and reads a table inside it as text', async () => {
    const inside = `${p('前')}${tbl(tr('一', '二'), tr('三', '四'))}${p('后')}<w:p/>`;
    const file = await read(tbl(tr(tc(inside), tc(p('甲') + p('乙')))));
    expect(rows(file)[0]?.cells.map(({ text }) => text)).toEqual(['前\n\n一\t二\n\n三\t四\n\n后', '甲\n\n乙']);
    expect(file.beside).toEqual([
      { place: { table: 1, row: 1, column: 1 }, zh: expect.stringContaining('还有一个表'), en: expect.any(String) },
    ]);
  });

  it('reads rows and cells inside content controls', async () => {
    const control = (inner: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const body = control(tbl(control(tr(control(tc('甲')), '乙'))) + control(p('丙')));
    expect(lines(await read(body))).toEqual(['[甲|乙]', '丙']);
  });

  it('keeps two tables apart that Word split, with the head that each repeats', async () => {
    const head = '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr>';
    const file = await read(tbl(head, tr('一')) + p() + tbl(head, tr('二')));
    expect(lines(file)).toEqual(['[指标]', '[一]', '[指标]', '[二]']);
    expect(rows(file).map(({ table }) => table)).toEqual([0, 0, 1, 1]);
  });

  it('tells hidden rows, and what a merged cell hides', async () => {
    const file = await read(
      tbl(
        tr(tc('甲', '<w:vMerge w:val="restart"/>'), '1'),
        `<w:tr><w:trPr><w:hidden/></w:trPr>${tc('藏', '<w:vMerge/>')}${tc('2')}</w:tr>`,
      ),
    );
    expect(lines(file)).toEqual(['[甲|1]', '[^甲|2]']);
    expect(told(file)).toEqual(['这一行在文件里是隐藏的，已读入', '合并单元格里看不见的文字未读入：藏']);
  });
});

describe('text of a DOCX', () => {
  it('reads breaks, tabs and hyphens, and drops white space that is not preserved', async () => {
    const runs =
      '<w:r><w:t>甲</w:t><w:br/><w:t> 乙 </w:t><w:tab/><w:t>丙</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>1</w:t></w:r>';
    expect(
      lines(await read(`<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>${runs}<w:r><w:br w:type="page"/></w:r></w:p>`)),
    ).toEqual(['甲\n乙\t丙\u20111']);
  });

  it('reads tracked changes as accepted, and tells them', async () => {
    const change = 'w:author="张三"';
    const file = await read(
      p(
        '数量',
        `<w:del ${change}><w:r><w:delText>20</w:delText></w:r></w:del>`,
        `<w:ins ${change}>${run('30')}</w:ins>`,
        `<w:moveFrom>${run('旧处')}</w:moveFrom><w:moveTo>${run('新处')}</w:moveTo>`,
      ) +
        `<w:p><w:pPr><w:rPr><w:del ${change}/></w:rPr></w:pPr>${run('前半')}</w:p>${p('后半')}` +
        tbl(`<w:tr><w:trPr><w:del ${change}/></w:trPr>${tc('删')}</w:tr>`, tr('留', tc('删', '<w:cellDel/>'))),
    );
    expect(lines(file)).toEqual(['数量30新处', '前半后半', '[留]']);
    expect(told(file)).toEqual([
      '修订中删去的文字未读入：20',
      '修订中插入的文字已读入：30',
      '修订中删去的文字未读入：旧处',
      '修订中插入的文字已读入：新处',
      '修订中删去的一行未读入：删',
    ]);
  });

  it('lists comments, notes, headers and footers with their text', async () => {
    const file = await read(
      p('金额', '<w:r><w:commentReference w:id="7"/></w:r>', '<w:r><w:footnoteReference w:id="1"/></w:r>'),
      {
        comments: `<w:comment w:id="7" w:author="张三">${p('请核对')}</w:comment>`,
        footnotes: `<w:footnote w:id="1">${p('含中央资金')}</w:footnote>`,
        header: p('机密'),
        footer: '',
      },
    );
    expect(lines(file)).toEqual(['金额']);
    expect(file.beside.map(({ place, zh }) => [place, zh])).toEqual([
      [{ paragraph: 1 }, '批注（张三）：请核对'],
      [{ paragraph: 1 }, '脚注：含中央资金'],
      [{}, '页眉未读入：机密'],
    ]);
  });

  it('reads a text box once, after its paragraph', async () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
    const drawn = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const file = await read(p('正文', `<w:r>${drawn}</w:r>`));
    expect(lines(file)).toEqual(['正文', '框内']);
    expect(told(file)).toEqual(['文本框里的文字，读在其所在的段落之后']);
  });

  it('leaves hidden text out and says which, also of a style', async () => {
    const styles =
      '<w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const file = await read(
      p('甲', run('乙', '<w:vanish/>'), run('丙', '<w:vanish w:val="0"/>'), run('丁', '<w:rStyle w:val="B"/>')),
      {
        styles,
      },
    );
    expect(lines(file)).toEqual(['甲丙']);
    expect(told(file)).toEqual(['隐藏文字未读入：乙', '隐藏文字未读入：丁']);
  });

  it('reads symbols and ticks as characters', async () => {
    const sym = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const box = (checked: string): string =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`;
    const old =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const file = await read(
      p(sym('Wingdings', 'F0FE'), sym('Wingdings 2', 'F0A3'), sym('Symbol', 'F0B3'), '90') +
        p(box('1'), box('0'), old) +
        p(run('³', '<w:rFonts w:ascii="Symbol"/>'), sym('Webdings', 'F021')),
    );
    expect(lines(file)).toEqual(['☑□≥90', '☑□☑', '≥\ufffd']);
    expect(told(file)).toEqual(['认不出的符号（Webdings F021），读作 \ufffd']);
  });

  it('takes the result of a field and not its code', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `${mark('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${mark('separate')}${run('2024')}${mark('end')}`;
    const file = await read(
      p('年度', field, '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', mark('begin'), '丢') +
        p('后'),
    );
    expect(lines(file)).toEqual(['年度20241', '后']);
    expect(told(file)).toEqual(['域代码中的文字未读入：丢']);
  });

  it('tells automatic numbers, pictures, formulas, prompts and documents inside', async () => {
    const numbered = `<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>${run('目标')}</w:p>`;
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处')}</w:sdtContent></w:sdt>`;
    const file = await read(
      `${numbered}${p('图', '<w:r><w:drawing><a:blip/></w:drawing></w:r>')}${p('式', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', prompt)}<w:altChunk/>`,
    );
    expect(lines(file)).toEqual(['目标', '图', '式x']);
    expect(told(file)).toEqual([
      '自动编号不是文字，未读入',
      '图片或图形中的文字未读入',
      '公式按其中的文字读入，请核对',
      '未填的提示文字未读入：单击此处',
      '嵌入的另一份文档未读入；用 Word 打开并另存后即可读入',
    ]);
  });
});

describe('files', () => {
  it('reads the strict namespaces, other prefixes, and a main part with another name', async () => {
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`;
    const rels = relationships(['officeDocument', '/word/other.xml']).replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );
    const file = await readSource(zipOf({ '_rels/.rels': rels, 'word/other.xml': strict }), 'a');
    expect(lines(file)).toEqual(['甲']);
  });

  it('refuses with a code and the name what is damaged or unknown', async () => {
    const whole = docxOf(p('甲'));
    const cut = whole.slice(0, -30);
    await expect(readSource(cut, '表.docx')).rejects.toMatchObject({
      problems: [{ code: 'source-damaged', place: { file: '表.docx' } }],
    });
    await expect(readSource(docxOf('<w:p>'), 'a')).rejects.toMatchObject({ problems: [{ code: 'source-damaged' }] });
    await expect(readSource(zipOf({ 'a.txt': 'a' }), 'a')).rejects.toMatchObject({
      problems: [{ code: 'source-unknown' }],
    });
  });

  it('refuses more than 200,000 cells', async () => {
    const row = tr(...Array.from({ length: 40 }, () => '<w:tc/>'));
    await expect(read(tbl(row.repeat(5001)))).rejects.toMatchObject({ problems: [{ code: 'source-too-large' }] });
  });
});
