import type { Document, Heading } from '../../../src/document/document.js';
import { stamped } from '../../../src/document/stamped.js';
import { cell, documentOf, paragraph } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';

const heading = (level: 1 | 2 | 3, text: string): Heading => ({ ...paragraph(text), type: 'heading', level });

const rows = Array.from({ length: 90 }, (_, row) => ({
  cells: [
    ...(row % 45 === 0 ? [cell('产出指标（续）', { rowspan: 45, header: 'row', vertical: true })] : []),
    cell(`第${row}行 ☑ “引号” é e\u0301 “word’s”`, row === 7 ? { shade: [1, 0.9, 0.8] } : {}),
    cell(row === 3 ? '' : `${row}.50`),
  ],
}));
const head = [{ cells: [cell('指标', { colspan: 2, header: 'column' }), cell('值', { header: 'column' })] }];
const columns = [1, 2, 1].map((value) => ({ kind: 'share' as const, value }));
const own = documentOf([
  {
    ...heading(1, ''),
    inlines: [...paragraph('绩效目标').inlines, { type: 'lineBreak' }, ...paragraph('“表”').inlines],
  },
  heading(3, '跳过一级'),
  paragraph('单位：万元 ⼯工 A&B <C>'),
  { type: 'table', columns, head, body: rows, before: 0, after: 0 },
  sampleFigure(),
  paragraph('图后'),
]);
const [section] = own.sections;

const everyKind: Document = {
  ...own,
  title: 'A & B <某>表',
  author: '某局 & 某处',
  subject: '项目>支出',
  sections: own.sections.concat({
    page: { ...(section as (typeof own.sections)[number]).page, width: 841.89, height: 595.28 },
    blocks: [heading(2, '横页'), paragraph('横页的字')],
  }),
};

/** Each thing that a page can show, on two papers, with a word across each page. */
export const everything = stamped(everyKind, '草稿');

export const source = { name: '报告.json', type: 'application/json', bytes: Buffer.from('{"year":2026}') };
