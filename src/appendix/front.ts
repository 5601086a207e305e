import { directed } from '../document/directed.js';
import type { Contents, Footer, PageStyle, Paragraph, ParagraphStyle, Role, Section } from '../document/document.js';
import { amountOf } from '../report/amounts.js';
import { isBlankAmount, printAmount } from '../report/money.js';
import { publishedOf } from '../report/published.js';
import type { Project, Report } from '../report/schema.js';
import { isolated } from '../script/direction.js';

/** How cover, contents and prose are set: in the manner of the tables, or as official documents are (GB/T 9704-2012). */
export const pageStyles = ['plain', '9704'] as const;
export type PageStyleName = (typeof pageStyles)[number];

/** What the cover says beside the data: the number of the annex and a title of one's own. */
export interface Cover {
  readonly number?: string;
  readonly title?: string;
  readonly pageStyle: PageStyleName;
}

const millimetre = 72 / 25.4;

interface Look {
  readonly page: PageStyle;
  readonly role: Role;
  /** Type size and line pitch (a multiple of it) of prose. */
  readonly size: number;
  readonly lineHeight: number;
}

/** A4, upright, points. GB/T 9704 §5.2: 37 mm above, 28 mm on the left, 156 × 225 mm of text, 三号仿宋, 22 lines a page. */
const looks: Readonly<Record<PageStyleName, Look>> = {
  plain: {
    page: page({ top: 72, right: 72, bottom: 72, left: 72 }, 9, 'center'),
    role: '宋体',
    size: 12,
    lineHeight: 1.8,
  },
  '9704': {
    page: page(
      { top: 37 * millimetre, right: 26 * millimetre, bottom: 35 * millimetre, left: 28 * millimetre },
      14,
      'outside',
    ),
    role: '仿宋',
    size: 16,
    lineHeight: 1.8,
  },
};

function page(margin: PageStyle['margin'], size: number, align: Footer['align']): PageStyle {
  const style = { role: '宋体', size, bold: false } as const;
  const parts = [{ type: 'text', text: '— ' }, { type: 'pageNumber' }, { type: 'text', text: ' —' }] as const;
  return { width: 210 * millimetre, height: 297 * millimetre, margin, footer: { parts, style, align } };
}

/** The running head of every page but the cover: the department's name. */
export function runningHead(report: Report): Footer {
  const style = { role: '宋体', size: 9, bold: false } as const;
  return { parts: [{ type: 'text', text: report.department.name }], style, align: 'center' };
}

export function bookletTitle(report: Report, cover: Cover): string {
  return cover.title ?? `${report.year}年度绩效目标公开附表`;
}

/** Number of the annex, title, department, year and the data's date; no page number. */
export function coverSection(report: Report, cover: Cover): Section {
  const { page: style } = looks[cover.pageStyle];
  const { footer: _, ...bare } = style;
  const title = { role: '小标宋', size: 26, bold: true } as const;
  const plain = { role: '宋体', size: 18, bold: false } as const;
  return {
    page: bare,
    blocks: [
      line(cover.number ?? '', { role: '黑体', size: 16, bold: false }, { before: 0 }),
      line(isolated(report.department.name), { ...title, size: 22 }, { align: 'center', before: 150 }),
      line(bookletTitle(report, cover), title, { align: 'center', before: 24, lineHeight: 1.5 }),
      line(`（${report.year}年度）`, plain, { align: 'center', before: 24 }),
      ...(report.date ? [line(chineseDate(report.date), plain, { align: 'center', before: 250 })] : []),
    ].filter((block) => block.inlines.length > 0),
  };
}

/** The title 目录 and the entries, whose pages are known later. */
export function contentsSection(report: Report, cover: Cover, entries: Contents['entries']): Section {
  const { page: style, role, size, lineHeight } = looks[cover.pageStyle];
  const title = { role: '黑体', size: 18, bold: false } as const;
  return {
    page: { ...style, header: runningHead(report) },
    blocks: [
      line('目　录', title, { align: 'center', before: 0, after: 18 }),
      { type: 'contents', entries, style: { role, size, bold: false }, lineHeight },
    ],
  };
}

/** 绩效目标设置情况: how many projects have targets and for how much money, counted and summed here, never typed. */
export function notesSection(report: Report, cover: Cover): Section {
  const { page: style, role, size, lineHeight } = looks[cover.pageStyle];
  const title = { role: '黑体', size: 18, bold: false } as const;
  const prose = { align: 'justify', before: 0, indent: 2 * size, lineHeight } as const;
  return {
    page: { ...style, header: runningHead(report) },
    blocks: [
      {
        ...line('绩效目标设置情况说明', title, { align: 'center', before: 0, after: 18 }),
        type: 'heading',
        level: 1,
      },
      ...sentences(report).map((text) => line(text, { role, size, bold: false }, prose)),
    ],
  };
}

/** 名词解释, as the data has it; undefined without one. */
export function glossarySection(report: Report, cover: Cover): Section | undefined {
  const terms = report.glossary ?? [];
  if (terms.length === 0) return undefined;
  const { page: style, role, size, lineHeight } = looks[cover.pageStyle];
  const title = { role: '黑体', size: 18, bold: false } as const;
  const prose = { align: 'justify', before: 0, indent: 2 * size, lineHeight } as const;
  const plain = { role, size, bold: false } as const;
  return {
    page: { ...style, header: runningHead(report) },
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

function sentences(whole: Report): string[] {
  const report = publishedOf(whole);
  const projects = report.units.flatMap((unit) => unit.projects);
  const withTargets = projects.filter(hasTargets);
  const name = isolated(report.department.name);
  const money = (source: 'total' | 'fiscal') => printed(report, source);
  const total = money('total');
  const fiscal = money('fiscal');
  return [
    `${name}${report.year}年度编报项目${projects.length}个，其中设置绩效目标的项目${withTargets.length}个，设置绩效指标${indicators(projects)}条。`,
    ...(total ? [`项目资金总额${total}${fiscal ? `，其中财政资金${fiscal}` : ''}。`] : []),
    ...(report.department.overall ? [`${name}同时设置了部门整体绩效目标。`] : []),
    '各项目绩效目标见后附各表。以上数字由表中数据计算得出，下级项目的资金不与其上级项目重复计算。',
  ];
}

function hasTargets(project: Project): boolean {
  return (project.goals ?? []).length > 0 || (project.indicators ?? []).length > 0;
}

function indicators(projects: readonly Project[]): number {
  return projects.reduce((sum, project) => sum + (project.indicators ?? []).length, 0);
}

/** The report's amount in its own unit, as exact as it is stated; '' when there is none. */
function printed(report: Report, source: 'total' | 'fiscal'): string {
  const amount = amountOf(report, source, 'year');
  if (isBlankAmount(amount)) return '';
  const decimals = amount.split('.')[1]?.length ?? 0;
  const print = { from: report.moneyUnit, to: report.moneyUnit, decimals, thousands: true };
  return `${printAmount(amount, print).text}${report.moneyUnit}`;
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
