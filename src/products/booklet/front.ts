import { directed } from '../../document/directed.js';
import type { Contents, Footer, PageStyle, Paragraph, ParagraphStyle, Role, Section } from '../../document/document.js';
import type { Report } from '../../report/schema.js';
import { isolated } from '../../script/direction.js';
import { noteSentences, type TableKind } from './note.js';

/** The style of cover, contents and prose: like the tables, or like official documents (GB/T 9704-2012). */
const pageStyles = ['plain', '9704'] as const;
export type PageStyleName = (typeof pageStyles)[number];

/** What the cover has beside the data: the number of the annex and a title. */
export interface Cover {
  readonly number?: string;
  readonly title?: string;
  readonly pageStyle: PageStyleName;
}

const millimetre = 72 / 25.4;

interface Look {
  readonly page: PageStyle;
  readonly footer: Footer;
  readonly role: Role;
  /** Type size of prose in points; its line height is a multiple of it. */
  readonly size: number;
  readonly lineHeight: number;
}

/** A4, upright, points. GB/T 9704 §5.2: 37 mm above, 28 mm on the left, 156 × 225 mm of text, 三号仿宋, 22 lines a page. */
const looks: Readonly<Record<PageStyleName, Look>> = {
  plain: {
    page: upright({ top: 72, right: 72, bottom: 72, left: 72 }),
    footer: numbered(9, 'center'),
    role: '宋体',
    size: 12,
    lineHeight: 1.8,
  },
  '9704': {
    page: upright({ top: 37 * millimetre, right: 26 * millimetre, bottom: 35 * millimetre, left: 28 * millimetre }),
    footer: numbered(14, 'outside'),
    role: '仿宋',
    size: 16,
    lineHeight: 1.8,
  },
};

function upright(margin: PageStyle['margin']): PageStyle {
  return { width: 210 * millimetre, height: 297 * millimetre, margin };
}

function numbered(size: number, align: Footer['align']): Footer {
  const style = { role: '宋体', size, bold: false } as const;
  const parts = [{ type: 'text', text: '— ' }, { type: 'pageNumber' }, { type: 'text', text: ' —' }] as const;
  return { parts, style, align };
}

/** A page with the booklet's header and page number, the same on all pages but the cover, whatever a table's style has. */
export function bookletPage(page: PageStyle, report: Report, cover: Cover): PageStyle {
  const style = { role: '宋体', size: 9, bold: false } as const;
  const header = { parts: [{ type: 'text', text: report.department.name }], style, align: 'center' } as const;
  return { ...page, header, footer: looks[cover.pageStyle].footer };
}

export function bookletTitle(report: Report, cover: Cover): string {
  return cover.title ?? `${report.year}年度绩效目标公开附表`;
}

/** Number of the annex, department, title, the year where the title has none, and the data's date; no page number. */
export function coverSection(report: Report, cover: Cover): Section {
  const { page } = looks[cover.pageStyle];
  const title = { role: '小标宋', size: 26, bold: true } as const;
  const plain = { role: '宋体', size: 18, bold: false } as const;
  return {
    page,
    blocks: [
      line(cover.number ?? '', { role: '黑体', size: 16, bold: false }, { before: 0 }),
      line(isolated(report.department.name), { ...title, size: 22 }, { align: 'center', before: 150 }),
      line(bookletTitle(report, cover), title, { align: 'center', before: 24, lineHeight: 1.5 }),
      ...(namesYear(bookletTitle(report, cover), report.year)
        ? []
        : [line(`（${report.year}年度）`, plain, { align: 'center', before: 24 })]),
      ...(report.date ? [line(chineseDate(report.date), plain, { align: 'center', before: 250 })] : []),
    ].filter((block) => block.inlines.length > 0),
  };
}

/** Whether a title has the year, in digits or as 二〇二六. */
function namesYear(title: string, year: number): boolean {
  const digits = String(year);
  const chinese = [...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return [digits, chinese].some((written) => title.normalize('NFKC').replaceAll('○', '〇').includes(written));
}

/** The title 目录 and the entries. */
export function contentsSection(report: Report, cover: Cover, entries: Contents['entries']): Section {
  const { page, role, size, lineHeight } = looks[cover.pageStyle];
  const title = { role: '黑体', size: 18, bold: false } as const;
  return {
    page: bookletPage(page, report, cover),
    blocks: [
      line('目　录', title, { align: 'center', before: 0, after: 18 }),
      { type: 'contents', entries, style: { role, size, bold: false }, lineHeight },
    ],
  };
}

/** The kind of a table, and whether its amounts have thousands separators. */
export interface TableTraits {
  readonly kind: TableKind;
  readonly thousands: boolean;
}

/** 绩效目标设置情况, before these tables. */
export function notesSection(report: Report, cover: Cover, tables: readonly TableTraits[]): Section {
  const kinds = new Set(tables.map(({ kind }) => kind));
  const thousands = tables.some((table) => table.thousands);
  const { page, role, size, lineHeight } = looks[cover.pageStyle];
  const title = { role: '黑体', size: 18, bold: false } as const;
  const prose = { align: 'justify', before: 0, indent: 2 * size, lineHeight } as const;
  return {
    page: bookletPage(page, report, cover),
    blocks: [
      {
        ...line('绩效目标设置情况说明', title, { align: 'center', before: 0, after: 18 }),
        type: 'heading',
        level: 1,
      },
      ...noteSentences(report, kinds, thousands).map((text) => line(text, { role, size, bold: false }, prose)),
    ],
  };
}

/** 名词解释 from the data; undefined without one. */
export function glossarySection(report: Report, cover: Cover): Section | undefined {
  const terms = report.glossary ?? [];
  if (terms.length === 0) return undefined;
  const { page, role, size, lineHeight } = looks[cover.pageStyle];
  const title = { role: '黑体', size: 18, bold: false } as const;
  const prose = { align: 'justify', before: 0, indent: 2 * size, lineHeight } as const;
  const plain = { role, size, bold: false } as const;
  return {
    page: bookletPage(page, report, cover),
    blocks: [
      { ...line('名词解释', title, { align: 'center', before: 0, after: 18 }), type: 'heading', level: 1 },
      ...terms.map(({ name, meaning }, index) => ({
        ...line('', plain, prose),
        inlines: [
          ...directed(`${index + 1}. ${isolated(name)}：`, { ...plain, bold: true }),
          ...directed(isolated(meaning), plain),
        ],
      })),
    ],
  };
}

function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function line(
  text: string,
  style: { role: Role; size: number; bold: boolean },
  more: Partial<ParagraphStyle>,
): Paragraph {
  const plain = { align: 'left', lineHeight: 1.4, before: 0, after: 0, indent: 0, vertical: false } as const;
  return {
    type: 'paragraph',
    inlines: text === '' ? [] : directed(text, style),
    style: { ...plain, ...more },
  };
}
