import type {
  Block,
  Cell,
  Document,
  Heading,
  PageStyle,
  Paragraph,
  ParagraphStyle,
  Row,
  Section,
  Table,
  TextStyle,
} from '../../../src/document/document.js';

export { fonts } from '../../shippedFonts.js';

const song: TextStyle = { role: '宋体', size: 9, bold: false };
const justified: ParagraphStyle = {
  align: 'justify',
  lineHeight: 1.4,
  before: 0,
  after: 0,
  indent: 0,
  vertical: false,
};

export function paragraph(text: string, style: Partial<ParagraphStyle> = {}, look: Partial<TextStyle> = {}): Paragraph {
  const inlines = text.split('\n').flatMap((line, index) => {
    const part = { type: 'text', text: line, style: { ...song, ...look } } as const;
    return index === 0 ? [part] : [{ type: 'lineBreak' } as const, part];
  });
  return { type: 'paragraph', inlines, style: { ...justified, ...style } };
}

export function heading(level: 1 | 2 | 3, text: string, style: Partial<ParagraphStyle> = {}): Heading {
  const look: TextStyle = { role: '小标宋', size: 20 - 2 * level, bold: false };
  const { inlines } = paragraph(text, {}, look);
  return { type: 'heading', level, inlines, style: { ...justified, align: 'center', after: 6, ...style } };
}

export function cell(text: string, more: Partial<Cell> = {}, style: Partial<ParagraphStyle> = {}): Cell {
  return {
    colspan: 1,
    rowspan: 1,
    blocks: text === '' ? [] : [paragraph(text, style)],
    style: {
      padding: { top: 2, right: 4, bottom: 2, left: 4 },
      border: { top: 0.5, right: 0.5, bottom: 0.5, left: 0.5 },
      verticalAlign: 'middle',
    },
    ...more,
  };
}

export function table(columns: number, head: readonly Row[], body: readonly Row[], more: Partial<Table> = {}): Table {
  const shares = Array.from({ length: columns }, () => ({ kind: 'share', value: 1 }) as const);
  return { type: 'table', columns: shares, head, body, before: 0, after: 0, ...more };
}

/** Points as they are, the rest shared; enough for tests. */
export function widths(block: Table, textWidth: number): number[] {
  const fixed = block.columns.reduce((sum, column) => sum + (column.kind === 'share' ? 0 : column.value), 0);
  const shares = block.columns.reduce((sum, column) => sum + (column.kind === 'share' ? column.value : 0), 0);
  return block.columns.map((column) =>
    column.kind === 'share' ? ((textWidth - fixed) * column.value) / shares : column.value,
  );
}

export const portrait: PageStyle = {
  width: 595.28,
  height: 841.89,
  margin: { top: 72, right: 56.7, bottom: 72, left: 56.7 },
  footer: {
    parts: [
      { type: 'text', text: '第 ' },
      { type: 'pageNumber' },
      { type: 'text', text: ' 页 共 ' },
      { type: 'pageCount' },
      { type: 'text', text: ' 页' },
    ],
    style: song,
    align: 'center',
  },
};

const { footer: _, ...withoutFooter } = portrait;
export const landscape: PageStyle = { ...withoutFooter, width: portrait.height, height: portrait.width };

export function document(sections: readonly Section[]): Document {
  return {
    type: 'document',
    title: '广州市教育局2023年项目支出绩效目标表 <样张> & “引号”',
    author: '广州市教育局',
    subject: '项目支出绩效目标表',
    language: 'zh-CN',
    date: '2024-01-31',
    sections,
  };
}

export function page(...blocks: readonly Block[]): Document {
  return document([{ page: portrait, blocks }]);
}

/** A document with every kind of block, merges over pages, tables that touch, and both directions. */
export function richDocument(rows = 60): Document {
  return document([
    { page: portrait, blocks: [...portraitBlocks(rows)] },
    { page: landscape, blocks: [heading(2, '部门整体支出绩效目标表'), longTable(rows), { type: 'pageBreak' }, grid()] },
  ]);
}

function portraitBlocks(rows: number): Block[] {
  const look = { role: '黑体', size: 9, bold: true } as const;
  return [
    heading(1, '项目支出绩效目标表'),
    paragraph('（2023年度）', { align: 'center' }),
    paragraph('单位：万元', { align: 'right', after: 3 }),
    table(4, [], [{ cells: [cell('项目名称', { header: 'row' }), cell('义务教育“双减”课后服务', { colspan: 3 })] }]),
    indicatorTable(rows),
    heading(3, '填表说明', { before: 12 }),
    paragraph('☑ 新增项目 ☐ 延续项目；完成率≥95%，成本≤491.00万元。\n第二行：1、1-产出指标。', { indent: 18 }),
    paragraph('粗黑体与 Latin text, 2 words  两个空格。', {}, look),
    { type: 'pageBreak' },
    table(2, [{ cells: [cell('表头甲', { header: 'column' }), cell('')] }], [{ cells: [cell('甲'), cell('乙\n丙')] }]),
    { type: 'pageBreak' },
    paragraph('换页之后。'),
  ];
}

function indicatorTable(rows: number): Table {
  const label = { align: 'center', vertical: true } as const;
  const head = ['一级指标', '二级指标', '三级指标', '指标值'].map((text) => cell(text, { header: 'column' }));
  const half = Math.floor(rows / 2);
  const body = Array.from({ length: rows }, (_, index): Row => {
    const own = [cell(`指标${index + 1}：开展课后服务学校数量、质量与时效的综合考核。`), cell(`≥${index}所`)];
    const first = index % half === 0 && index < 2 * half;
    const merged = first ? [cell('数量指标', { rowspan: half, header: 'row' })] : [cell('质量指标')];
    const middle = first || index >= 2 * half ? merged : [];
    return { cells: [...(index === 0 ? [cell('绩效指标（50分）', { rowspan: rows }, label)] : []), ...middle, ...own] };
  });
  const columns = [
    { kind: 'points', value: 28 },
    { kind: 'points', value: 80 },
    { kind: 'share', value: 2 },
    { kind: 'share', value: 1 },
  ] as const;
  return { ...table(4, [{ cells: head }], body), columns };
}

function longTable(rows: number): Table {
  const head = [
    { cells: [cell('序号', { rowspan: 2 }), cell('预算（万元）', { colspan: 2 }), cell('说明', { rowspan: 2 })] },
    { cells: [cell('财政拨款'), cell('其他资金')] },
  ];
  const body = Array.from({ length: rows }, (_, index) => ({
    cells: [cell(String(index + 1)), cell('1,234.50'), cell('—'), cell('说明文字。'.repeat(index % 7))],
  }));
  return table(4, head, body, { before: 6, after: 6 });
}

function grid(): Table {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const bare = { style: { ...cell('').style, border: none } };
  return table(
    3,
    [],
    [
      { cells: [cell('左上', { colspan: 2, rowspan: 2 }), cell('右')] },
      { cells: [cell('右下', { rowspan: 2 })] },
      { cells: [cell('无框', bare), cell('末')] },
    ],
  );
}
