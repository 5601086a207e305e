import { type Zippable, zipSync } from 'fflate';
import { isGrid, type Placed, place, type Table } from './table.js';

/**
 * Writes a typed table as the files that offices publish: a DOCX as WPS saves it, an XLSX with strings inline and shared, a page
 * as the content systems of governments make it. Same table, same bytes.
 */
export const makers: Readonly<Record<'docx' | 'xlsx' | 'html', (table: Table, isGb18030?: boolean) => Uint8Array>> = {
  docx: (table) => docx(table),
  xlsx: (table) => xlsx(table),
  html: (table, isGb18030 = false) => html(table, isGb18030),
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const zipped = (files: Record<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    ) as unknown as Zippable,
    { mtime: new Date(1980, 0, 1) },
  );

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// DOCX

function docx(table: Table): Uint8Array {
  const body = table.map((block) => (isGrid(block) ? docxTable(place(block)) : lines(block.text, true))).join('');
  return zipped({
    '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xmlHead}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  });
}

function docxTable({ cells, width, height }: ReturnType<typeof place>): string {
  const unit = Math.floor(8306 / width);
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${unit}"/>`.repeat(width)}</w:tblGrid>`;
  const rows = Array.from({ length: height }, (_, row) => {
    const here = cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.down)
      .sort((a, b) => a.column - b.column)
      .map((cell) => docxCell(cell, row, unit));
    return here.length === 0 ? '' : `<w:tr><w:trPr><w:trHeight w:val="454"/></w:trPr>${here.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>${grid}${rows.join('')}</w:tbl>`;
}

function docxCell(cell: Placed, row: number, unit: number): string {
  const span = cell.across > 1 ? `<w:gridSpan w:val="${cell.across}"/>` : '';
  const isFirst = cell.row === row;
  const merge = cell.down > 1 ? (isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge w:val="continue"/>') : '';
  const text = isFirst ? cell.text : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${unit * cell.across}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${lines(text, false)}</w:tc>`;
}

/** A paragraph a line; runs are cut where Latin and Chinese meet, as WPS cuts them. */
function lines(text: string, isCentred: boolean): string {
  return text
    .split('\n')
    .map((line) => {
      const runs = (line.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? []).map(
        (run) =>
          `<w:r><w:rPr><w:rFonts w:hint="${run.charCodeAt(0) < 0x7f ? 'default' : 'eastAsia'}" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
      );
      return `<w:p><w:pPr><w:jc w:val="${isCentred ? 'center' : 'left'}"/></w:pPr>${runs.join('')}</w:p>`;
    })
    .join('');
}

// XLSX

interface Sheet {
  readonly name: string;
  readonly cells: Placed[];
  height: number;
}

function xlsx(table: Table): Uint8Array {
  const sheets = sheetsOf(table);
  const shared: string[] = [];
  let count = 0;
  const strings = (text: string): string => {
    const preserved = ` xml:space="preserve"`;
    if (count++ % 2 === 0) return ` t="inlineStr"><is><t${preserved}>${escaped(text)}</t></is></c>`;
    shared.push(`<si><t${preserved}>${escaped(text)}</t></si>`);
    return ` t="s"><v>${shared.length - 1}</v></c>`;
  };
  const parts = sheets.map((sheet) => sheetXml(sheet, strings));
  const files: Record<string, string> = {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${parts.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${xmlHead}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${shared.length}" uniqueCount="${shared.length}">${shared.join('')}</sst>`,
  };
  parts.forEach((part, n) => {
    files[`xl/worksheets/sheet${n + 1}.xml`] = part;
  });
  return zipped(files);
}

/** Paragraphs become rows merged over the width of the widest table of their sheet, as clerks set titles. */
function sheetsOf(table: Table): Sheet[] {
  const sheets: Sheet[] = [];
  const widths: number[] = [];
  for (const block of table) {
    const isNew = !isGrid(block) && block.sheet !== undefined;
    if (isNew || sheets.length === 0) {
      sheets.push({ name: (!isGrid(block) && block.sheet) || 'Sheet1', cells: [], height: 0 });
      widths.push(1);
    }
    if (isGrid(block)) widths[widths.length - 1] = Math.max(widths[widths.length - 1] ?? 1, place(block).width);
  }
  let at = -1;
  for (const block of table) {
    if (at < 0 || (!isGrid(block) && block.sheet !== undefined)) at++;
    const sheet = sheets[at] as Sheet;
    if (isGrid(block)) {
      const { cells, height } = place(block);
      sheet.cells.push(...cells.map((cell) => ({ ...cell, row: cell.row + sheet.height })));
      sheet.height += height;
    } else {
      sheet.cells.push({ row: sheet.height, column: 0, across: widths[at] ?? 1, down: 1, text: block.text });
      sheet.height++;
    }
  }
  return sheets;
}

function sheetXml({ cells, height }: Sheet, strings: (text: string) => string): string {
  const rows = Array.from({ length: height }, (_, row) => {
    const here = cells
      .filter((cell) => cell.row === row && cell.text !== '')
      .sort((a, b) => a.column - b.column)
      .map(({ column, text }) => `<c r="${column26(column)}${row + 1}"${strings(text)}`);
    return `<row r="${row + 1}">${here.join('')}</row>`;
  });
  const merges = cells
    .filter(({ across, down }) => across > 1 || down > 1)
    .map(
      ({ row, column, across, down }) =>
        `<mergeCell ref="${column26(column)}${row + 1}:${column26(column + across - 1)}${row + down}"/>`,
    );
  return `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}</worksheet>`;
}

const column26 = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : column26(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

// HTML

function html(table: Table, isGb18030: boolean): Uint8Array {
  const title = table.flatMap((block) => (isGrid(block) ? [] : [block.text]))[0]?.split('\n')[0] ?? '';
  const body = table
    .map((block) => (isGrid(block) ? htmlTable(place(block)) : htmlLines(block.text, 'center')))
    .join('\n');
  const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${isGb18030 ? 'gb18030' : 'utf-8'}" />
<title>${escaped(title)}_政府信息公开</title>
<style type="text/css">.nav{display:none}td{padding:0 5px}</style>
<script type="text/javascript">var id = "t<td>";</script>
</head>
<body>
<div id="header"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zwgk/">政务公开</a>&nbsp;&gt;&nbsp;预算公开</div>
<div class="content"><div class="TRS_Editor"><div class="Custom_UnionStyle">
${body}
</div></div></div>
<div class="share">扫一扫在手机打开当前页</div>
<div id="footer"><p>主办单位：人民政府办公室&nbsp;&nbsp;网站标识码&nbsp;&nbsp;<a href="/map">网站地图</a></p></div>
</body>
</html>
`;
  return isGb18030 ? gb18030(page) : new TextEncoder().encode(page);
}

function htmlTable({ cells, height }: ReturnType<typeof place>): string {
  const rows = Array.from({ length: height }, (_, row) => {
    const here = cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(({ across, down, text }) => {
        const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
        return `<td valign="center"${spans} style="border: 1px solid windowtext; padding: 0px 7px; word-break: break-all;">${htmlLines(text, 'left')}</td>`;
      });
    return `<tr style="height:30px" class="${row === 0 ? 'firstRow' : ''}">${here.join('')}</tr>`;
  });
  return `<div align="center"><table border="1" cellspacing="0" cellpadding="0" width="560" style="border-collapse: collapse;"><tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** A paragraph a line; an empty cell holds `&nbsp;`; runs of spaces are `&nbsp;` but for the last. */
function htmlLines(text: string, align: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line === '' ? '&nbsp;' : escaped(line).replace(/ (?= )/g, '&nbsp;');
      return `<p class="MsoNormal" style="text-align: ${align}; line-height: 150%;"><span style="font-family: 宋体; font-size: 13px;"><span lang="EN-US"></span>${words}</span></p>`;
    })
    .join('');
}

const codes = new Map<string, readonly [number, number]>();

/** GB 18030 in its two-byte part; what is not in it is a character reference, as browsers send it. */
function gb18030(page: string): Uint8Array {
  if (codes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
      }
    }
  }
  return Uint8Array.from(
    [...page].flatMap((character): readonly number[] => {
      const point = character.codePointAt(0) ?? 0;
      if (point < 0x80) return [point];
      return codes.get(character) ?? [...new TextEncoder().encode(`&#${point};`)];
    }),
  );
}
