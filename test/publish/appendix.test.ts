import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { contentsLines } from '../../src/document/walk.js';
import { openFonts } from '../../src/fonts/open.js';
import { readDocx } from '../../src/formats/docx/read.js';
import { PdfFile } from '../../src/formats/pdf/file/file.js';
import { readPdf } from '../../src/formats/pdf/read.js';
import { compose } from '../../src/products/booklet/compose.js';
import { safeName } from '../../src/publish/split.js';
import type { Report } from '../../src/report/schema.js';
import { typeset } from '../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../arbitraries.js';
import { jibiao } from '../command.js';

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-appendix-'));

function booklet(report: string, ...options: string[]): { pdf: Buffer; docx: Buffer } {
  const out = folder();
  const { status, stderr } = jibiao('appendix', report, '--out', out, ...options);
  // The slips that were published are counted; nothing else is said.
  expect([status, stderr.match(/\[[\w-]+\]/g)]).toEqual([0, ['[check-warnings]']]);
  const name = report.split('/').at(-1)?.replace('.json', '') ?? '';
  const file = (format: string) => readFileSync(join(out, name, `${name}-附表.${format}`));
  return { pdf: file('pdf'), docx: file('docx') };
}

const words = (page: { texts: readonly { text: string }[] } | undefined) =>
  (page?.texts ?? []).map((text) => text.text).join('');

let made: ReturnType<typeof booklet> | undefined;
const guangzhou = () => {
  made ??= booklet('data/guangzhou-2023.json', '--number', '附件2', '--page-style', '9704');
  return made;
};

describe('the booklet of a department', () => {
  it('has cover, contents, note and tables, upright and broad pages, one count of pages', async () => {
    const { pdf } = guangzhou();
    const { pages, title } = await readPdf(pdf);
    expect(title).toBe('广州市科学技术协会2023年度绩效目标公开附表');
    expect(words(pages[0])).toBe('附件2广州市科学技术协会2023年度绩效目标公开附表');
    expect(words(pages[1])).toContain('目　录');
    expect(words(pages[2])).toContain('年度编报项目5个');
    expect(words(pages[2])).toContain('491.00万元');
    expect(pages.map((page) => page.width > page.height)).toEqual([false, false, false, true, true, true]);
    pages.slice(1).forEach((page, index) => {
      expect(words(page)).toContain(`— ${index + 2} —`);
      expect(words(page)).toContain('广州市科学技术协会');
    });
  });

  it('explains the terms of the data behind the note, in both formats', async () => {
    const home = folder();
    const report = JSON.parse(readFileSync('data/shanghai-2024.json', 'utf8')) as Report;
    const glossary = [
      { name: '绩效目标', meaning: '预算资金计划在一定期限内达到的产出和效果。' },
      { name: '财政拨款', meaning: '单位从同级财政部门取得的各类财政拨款。' },
    ];
    writeFileSync(join(home, 'r.json'), JSON.stringify({ ...report, glossary }));
    const { pdf, docx } = booklet(join(home, 'r.json'));
    const { pages } = await readPdf(pdf);
    expect(words(pages[1])).toContain('名词解释');
    expect(words(pages[3])).toContain(
      '1.绩效目标：预算资金计划在一定期限内达到的产出和效果。2.财政拨款：'.replaceAll('.', '. '),
    );
    const text = readDocx(docx).blocks.map((block) => (block.type === 'paragraph' ? block.text : ''));
    expect(text).toContain('2. 财政拨款：单位从同级财政部门取得的各类财政拨款。');
  });

  it('numbers all pages outside, tables too: right on odd pages, left on even ones', async () => {
    const { pages } = await readPdf(guangzhou().pdf);
    expect(pages.length).toBeGreaterThan(5);
    pages.slice(1).forEach(({ texts, width }, index) => {
      const { x } = texts.find(({ text }) => /^— \d+ —$/.test(text)) ?? { x: width / 2 };
      if (index % 2 === 0) expect(x).toBeLessThan(120);
      else expect(x).toBeGreaterThan(width - 160);
    });
  });

  it('names in its contents the page that each heading is on, and leads there', async () => {
    const { pdf, docx } = booklet('data/shanghai-2024.json');
    const { pages } = await readPdf(pdf);
    const file = new PdfFile(pdf);
    const kids = file.array(file.dictionary(file.root.get('Pages')).get('Kids')).map((page) => file.dictionary(page));
    const links = file.array(kids[1]?.get('Annots')).map((link) => file.dictionary(link));
    const printed = (pages[1]?.texts ?? []).map((text) => text.text).filter((text) => /^\d+$/.test(text));
    // Each entry's title and number are links to the page that the number names.
    expect(links).toHaveLength(2 * printed.length);
    links.forEach((link, index) => {
      const [page] = file.array(link.get('Dest'));
      expect(kids.indexOf(file.dictionary(page)) + 1).toBe(Number(printed[Math.floor(index / 2)]));
      expect(typeof link.get('StructParent')).toBe('number');
    });
    const projects = (JSON.parse(readFileSync('data/shanghai-2024.json', 'utf8')) as Report).units.flatMap(
      (u) => u.projects,
    );
    for (const { name } of projects) {
      const entry = words(pages[1])
        .split(name)[1]
        ?.match(/^·*(\d+)/)?.[1];
      expect(words(pages[Number(entry) - 1])).toContain(name);
    }
    const entries = readDocx(docx).blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    for (const number of printed) expect(entries.some((text) => text.endsWith(`\t${number}`))).toBe(true);
  });

  it('is the same bytes each time', () => {
    const [first, second] = [booklet('data/nansha-2024.json'), booklet('data/nansha-2024.json')];
    expect(first.pdf.equals(second.pdf)).toBe(true);
    expect(first.docx.equals(second.docx)).toBe(true);
  });

  it('puts the department’s own table before the projects’, in the generic form where the region has none, and says so', () => {
    const report = JSON.parse(readFileSync('data/nansha-2024.json', 'utf8')) as Record<string, unknown>;
    const projects = JSON.parse(readFileSync('data/guangzhou-2023.json', 'utf8')) as Record<string, unknown>;
    const out = folder();
    const path = join(out, 'both.json');
    writeFileSync(path, JSON.stringify({ ...report, layout: undefined, units: projects.units }));
    const both = JSON.parse(jibiao('appendix', path, '--out', out, '--to', 'pdf', '--json').stdout) as {
      reports: { layout: string }[];
    };
    expect(both.reports[0]?.layout.split('、')[0]).toBe('nansha/department-2024');
    expect(both.reports[0]?.layout.split('、')).toHaveLength(2);
    writeFileSync(
      path,
      JSON.stringify({ ...report, layout: undefined, region: { name: '某市' }, units: projects.units }),
    );
    const { status, stderr } = jibiao('appendix', path, '--out', out, '--to', 'pdf');
    expect(status).toBe(0);
    expect(stderr).toContain('区划表里没有地区 "某市"，用了通用版式 generic/department');
    expect(stderr).not.toContain('field-not-printed');
  });

  it.each([['--page-style', '9705'], ['--number']])('a wrong call answers 1: %s', (...options) => {
    expect(jibiao('appendix', 'data/nansha-2024.json', ...options).status).toBe(1);
  });
});

it('finds the pages of its headings though the contents take several pages', () => {
  const fonts = openFonts(['fonts']);
  const report = { year: 2026, department: { name: '某局' }, units: [], moneyUnit: '元' } as unknown as Report;
  const headings = Array.from({ length: 120 }, (_, index) => [
    { ...paragraph(`第${index + 1}项`), type: 'heading' as const, level: 2 as const },
    { type: 'pageBreak' as const },
  ]).flat();
  const set = (document: Document) => typeset(document, fonts);
  const document = compose(
    report,
    [{ kind: 'project', thousands: true, document: documentOf(headings) }],
    { pageStyle: 'plain' },
    set,
  );
  const { pages, bookmarks } = set(document);
  const contents = document.sections[1]?.blocks.find((block) => block.type === 'contents');
  const entries = contents?.type === 'contents' ? contents.entries : [];
  expect(entries).toHaveLength(121);
  for (const entry of entries) expect(bookmarks[entry.target]?.page).toBe(entry.page - 1);
  expect(pages.length).toBeGreaterThan(123);
  if (contents?.type === 'contents') expect(contentsLines(contents)).toHaveLength(121);
});

describe('the tables by themselves', () => {
  it('are a form each project, in order, under names that differ', async () => {
    const out = folder();
    const report = JSON.parse(readFileSync('data/shanghai-2024.json', 'utf8')) as Report;
    const [unit] = report.units;
    const [first] = unit?.projects ?? [];
    const path = join(out, 'r.json');
    const again = { ...first, id: 'again', code: undefined };
    const evil = { ...first, id: 'evil', code: undefined, name: '../../..\\CON:*?"<>|\u200b 名 ' };
    const hidden = {
      ...first,
      id: 'hidden',
      code: undefined,
      name: '不公开项目',
      publish: false,
      withheldReason: '涉密',
    };
    const projects = [...(unit?.projects ?? []), again, evil, hidden];
    writeFileSync(path, JSON.stringify({ ...report, units: [{ ...unit, projects }] }));
    const made = jibiao('appendix', path, '--out', out, '--to', 'pdf', '--split');
    expect(made.status).toBe(0);
    const names = readdirSync(join(out, 'r', 'r-分表')).sort();
    expect(names).toHaveLength(projects.length - 1);
    expect(names[0]).toMatch(/^01-.*基层科普服务\.pdf$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\d\d-[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.pdf$/u);
    const { pages } = await readPdf(readFileSync(join(out, 'r', 'r-分表', names[1] as string)));
    expect(words(pages[0])).toContain(report.units[0]?.projects[1]?.name);
    const whole = await readPdf(readFileSync(join(out, 'r', 'r-附表.pdf')));
    expect(whole.pages.map(words).join('')).not.toContain('不公开项目');
    expect(words(whole.pages[2])).toContain(`公开项目${projects.length - 1}个，均设置了绩效目标`);
  });

  it.each([
    ['a/b\\c:d', 'a_b_c_d'],
    ['..', ''],
    ['名称. ', '名称'],
    ['\u0000\u202e\ufeff甲', '甲'],
    ['长'.repeat(300), '长'.repeat(40)],
  ])('%j is called %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });
});
