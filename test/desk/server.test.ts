import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.js';
import { officersFindings } from '../../src/desk/officers.js';
import type { DeskWorkshop } from '../../src/desk/openReport.js';
import { type Serving, serveDesk } from '../../src/desk/server.js';
import type { View } from '../../src/desk/wire.js';
import type { BegunReport, Listing } from '../../src/desk/wireListing.js';
import type { Published } from '../../src/desk/wirePublished.js';
import type { ReadIn } from '../../src/desk/wireReading.js';
import { findLayouts } from '../../src/layouts/find.js';
import type { Item } from '../../src/reading/items.js';
import { makers } from '../reading/strangers/make.js';
import { deskOn, sample, Tab } from './desk.js';

const token = 'a-token-of-this-test';
let desk: Desk;
let folder: string;
let serving: Serving;

beforeAll(async () => {
  const evil = JSON.parse(sample('tianjin-2023'));
  evil.units[0].projects[0].name = '<img src=x onerror=alert(1)>';
  delete evil.units[0].projects[0].nameEn;
  ({ desk, folder } = deskOn({ r: sample('tianjin-2023'), '名称 & <b>': evil, broken: '{' }));
  const page = { type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode('<!DOCTYPE html>') };
  const assets = { files: new Map([['index.html', page]]), faceOf: () => undefined };
  serving = await serveDesk(desk, assets, { host: '127.0.0.1', port: 0, token, names: ['desk.example.cn'] });
});
afterAll(async () => {
  await serving.close();
  desk.close();
});

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A request with headers that a browser would not let a page set. */
function ask(
  path: string,
  { method = 'GET', body, ...headers }: Record<string, string> = {},
  file?: Uint8Array,
): Promise<Reply> {
  return new Promise((done, failed) => {
    const all = { 'x-desk-token': token, ...headers };
    const sent = request({ host: '127.0.0.1', port: serving.port, path, method, headers: all }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', failed);
    sent.end(file ?? body);
  });
}

/** The rows of a sheet, as the reader of workbooks gives them. */
function sheetOf(sheet: string, rows: readonly (readonly string[])[]): Item[] {
  const place = { sheet };
  return rows.map((texts) => ({
    ...{ kind: 'row', table: 0, place },
    cells: texts.map((text, column) => ({ text, column, span: 1, left: 0, right: 1, isContinued: false, place })),
  }));
}

describe('who may ask', () => {
  it('needs the token for all that says anything of a report', async () => {
    for (const path of ['/reports', '/reports/r', '/reports/r/pages', '/reports/r/published', '/events'])
      expect((await ask(path, { 'x-desk-token': 'other' })).status, path).toBe(401);
    for (const path of ['/reports', '/reports/r/acts', '/reports/r/next', '/reports/r/published', '/read'])
      expect((await ask(path, { method: 'POST', body: '{}', 'x-desk-token': '' })).status, path).toBe(401);
    expect((await ask('/', { 'x-desk-token': '' })).status).toBe(200);
  });

  it('refuses names that lead here from elsewhere, and what other pages send', async () => {
    expect((await ask('/reports', { host: 'evil.example' })).status).toBe(421);
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
    expect((await ask('/reports', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('/reports', { origin: 'null' })).status).toBe(403);
    expect((await ask('/reports', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask('/reports', { host: 'desk.example.cn', origin: 'https://desk.example.cn' })).status).toBe(200);
  });

  it('lets no page run what is not its own, nor be shown in another', async () => {
    for (const path of ['/', '/reports', '/nowhere']) {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('what is asked', () => {
  it('lists the reports, also one that cannot be read, with what is wrong', async () => {
    const { reports } = JSON.parse((await ask('/reports')).text) as Listing;
    expect(reports.map(({ name }) => name).sort()).toEqual(['broken', 'r', '名称 & <b>'].sort());
    const of = (name: string) => reports.find((each) => each.name === name);
    expect(of('r')).toMatchObject({
      projects: 5,
      outline: { year: 2023, department: '天津市科学技术协会', money: '2,561.00' },
    });
    expect(of('broken')?.wrong?.length).toBeGreaterThan(0);
  });

  it('leads no name to the disk that is not of a report in the folder', async () => {
    writeFileSync(join(folder, '..', 'jibiao-outside.json'), sample('tianjin-2023'));
    const names = [
      '..%2fjibiao-outside',
      '%2e%2e/jibiao-outside',
      '.jibiao-desk',
      'r.json',
      '..',
      '%00',
      'constructor',
      'R',
    ];
    for (const name of names) {
      const { status } = await ask(`/reports/${name}`);
      expect([400, 404, 409], name).toContain(status);
    }
    for (const file of ['..%2fr.json', 'r.manifest.json', '%2fetc%2fpasswd'])
      expect((await ask(`/reports/r/published/${file}`)).status, file).toBe(404);
    for (const path of ['/page/..%2f..%2fpackage.json', '/page/main.js', '/face/..%2f..%2fx'])
      expect((await ask(path)).status).toBe(404);
    expect((await ask('/%zz')).status).toBe(400);
  });

  it('shows a form, with hostile words as words', async () => {
    const view = JSON.parse((await ask(`/reports/${encodeURIComponent('名称 & <b>')}`)).text) as View;
    expect(view.sheet?.fields['text /units/0/projects/0/name']?.text).toBe('<img src=x onerror=alert(1)>');
    expect(view.sheet?.css).not.toMatch(/[<]|@import|url\(/);
  });

  it('refuses acts that are none, and changes nothing', async () => {
    const version = JSON.parse((await ask('/reports/r')).text).version;
    const act = (given: unknown) => ask('/reports/r/acts', { method: 'POST', body: JSON.stringify(given) });
    const base = { id: 'x', from: 't', version, form: '' };
    const acts = [
      {},
      { type: 'set' },
      { type: 'set', kind: 'text', pointers: [1], text: '', was: '', visit: '' },
      { type: 'row', how: 'explode', record: '/units/0' },
      { type: 'paste', cells: [], more: { list: '/units', rows: [[1]] } },
      { type: 'paste', cells: [{ kind: 'x', pointers: [], text: '' }] },
      [],
      null,
    ];
    for (const each of acts) expect((await act({ ...base, act: each })).status, JSON.stringify(each)).toBe(409);
    expect((await ask('/reports/r/acts', { method: 'POST', body: '{' })).status).toBe(400);
    const set = (pointer: string, text = 'x') =>
      act({ ...base, id: pointer, act: { type: 'set', kind: 'text', pointers: [pointer], text, was: '', visit: '' } });
    for (const pointer of [
      '',
      '/__proto__/polluted',
      '/units/0/constructor',
      '/nothing',
      '/units/99/name',
      '/units/0/projects/0',
    ])
      await set(pointer);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.parse((await ask('/reports/r')).text).version).toBe(version);
  });

  it('bounds what is sent', async () => {
    const { status } = await ask('/reports/r/acts', { method: 'POST', body: '0', 'content-length': '99999999' }).catch(
      () => ({ status: 413 }),
    );
    expect(status).toBe(413);
  });

  it('draws the printed pages, each field in its cell', async () => {
    const { pages } = JSON.parse((await ask('/reports/r/pages')).text);
    expect(pages[0].spans.map(([, , , , text]: string[]) => text).join('')).toContain('项目名称');
    expect(
      pages[0].cells.some(({ fields }: { fields: string[] }) => fields.includes('text /units/0/projects/0/name')),
    ).toBe(true);
  });

  it('begins reports: an empty one in its region’s form, next year’s from this year’s', async () => {
    const begin = (said: object) => ask('/reports', { method: 'POST', body: JSON.stringify(said) });
    const made = await begin({
      region: '上海市',
      year: '2026',
      department: '../科协<甲>',
      table: 'project',
    });
    expect(JSON.parse(made.text)).toEqual({ name: '科协 甲 2026' });
    const { sheet } = JSON.parse((await ask(`/reports/${encodeURIComponent('科协 甲 2026')}`)).text) as View;
    expect(sheet?.layout.zh).toContain('上海市');
    expect(
      Object.values(sheet?.fields ?? {}).filter(({ pointers: [first] }) => /indicators\/\d+\/name$/.test(first ?? ''))
        .length,
    ).toBeGreaterThan(5);
    expect((await begin({ region: '没有这个地方', year: '2026', department: 'x' })).status).toBe(409);
    expect((await begin({ region: '上海市', year: '2026', department: '  ' })).text).toContain('desk-no-department');
    // Of the same department and year there may be another; each region that is offered is one.
    const second = await begin({ region: '上海市', year: '2026', department: '../科协<甲>', table: 'department' });
    expect(JSON.parse(second.text)).toEqual({ name: '科协 甲 2026-2' });
    const { regions } = JSON.parse((await ask('/reports')).text) as { regions: string[] };
    expect(regions.length).toBeGreaterThan(30);
    for (const [n, region] of regions.entries())
      expect((await begin({ region, year: '2026', department: `甲${n}` })).status, region).toBe(200);
    // Where a region has several forms for a table, one is named first.
    const several = { region: '安徽省', year: '2026', department: '安徽' };
    const { layouts } = JSON.parse((await begin(several)).text) as BegunReport;
    expect(layouts?.map(({ id }) => id)).toEqual(['anhui/project', 'anhui/project-two-periods']);
    expect(JSON.parse((await begin({ ...several, layout: layouts?.[1]?.id })).text)).toEqual({ name: '安徽2026' });
    const next = await ask('/reports/r/next', { method: 'POST', body: JSON.stringify({ year: 2024, values: true }) });
    expect(JSON.parse(next.text).name).toBe('r-2024');
    expect((await ask('/reports/r/next', { method: 'POST', body: JSON.stringify({ year: 2024 }) })).status).toBe(409);
  });

  it('publishes what a check lets through, and gives only what was published', async () => {
    mkdirSync(join(folder, 'out'), { recursive: true });
    const done = JSON.parse(
      (
        await ask('/reports/r/published', {
          method: 'POST',
          body: JSON.stringify({ products: ['tables'], formats: ['html', 'csv'] }),
        })
      ).text,
    );
    expect(done).toMatchObject({ failed: false });
    const { files } = JSON.parse((await ask('/reports/r/published')).text) as Published;
    expect(files.map(({ name }) => name)).toEqual(['r.html', 'r.csv']);
    for (const { made } of files) expect(Math.abs(Date.parse(made) - Date.now())).toBeLessThan(60_000);
    const { status, headers } = await ask('/reports/r/published/r.csv');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('attachment');
    expect(JSON.parse((await ask('/reports/r')).text).published).toBe(true);
    // Files of before a change are told from those of now.
    const old = new Date(Date.now() - 60_000);
    const csv = join(folder, 'out', 'r', 'r.csv');
    const isOld = async () =>
      (JSON.parse((await ask('/reports/r/published')).text) as Published).files.map((file) => file.isOld);
    utimesSync(csv, old, old);
    expect((await isOld()).every((each) => each === undefined)).toBe(true);
    const own = readFileSync(join(folder, 'r.json'), 'utf8');
    const outside = (text: string): void => {
      writeFileSync(join(folder, 'r.json'), text);
      desk.fileChanged(join(folder, 'r.json'));
    };
    outside(own.replace('完成项目数量', '完成的项目数量'));
    expect(await isOld()).toContain(true);
    outside(own);
    expect(await isOld()).not.toContain(true);
  });

  it('makes a booklet and a summary in two languages too, and gives each file', async () => {
    const make = (said: object) => ask('/reports/r/published', { method: 'POST', body: JSON.stringify(said) });
    const made = JSON.parse((await make({ products: ['summary', 'booklet'], formats: ['ofd', 'html'] })).text);
    expect(made).toMatchObject({ failed: false });
    const { files } = JSON.parse((await ask('/reports/r/published')).text) as Published;
    const names = ['r.html', 'r.csv', 'r-附表.html', 'r-附表.ofd', 'r-摘要.html', 'r-摘要.ofd'];
    expect(files.map(({ name }) => name)).toEqual(names);
    for (const { name } of files)
      expect((await ask(`/reports/r/published/${encodeURIComponent(name)}`)).status, name).toBe(200);
    expect((await ask(`/reports/r/published/${encodeURIComponent('r-摘要.pdf')}`)).status).toBe(404);
    const evil = { method: 'POST', body: JSON.stringify({ products: ['summary'], formats: ['html'], draft: true }) };
    const told = JSON.parse((await ask(`/reports/${encodeURIComponent('名称 & <b>')}/published`, evil)).text);
    expect(told.problems.map(({ code }: { code: string }) => code)).toContain('summary-without-english');
    // A summary is no table of data, and nothing is not made.
    expect(JSON.parse((await make({ products: ['summary'], formats: ['csv'] })).text)).toMatchObject({
      failed: true,
      problems: [{ code: 'summary-format' }],
    });
    for (const said of [{}, { products: ['tables'], formats: [] }, { products: [], formats: ['pdf'] }])
      expect((await make(said)).status, JSON.stringify(said)).toBe(409);
  });

  it('reads in a table that somebody else made: shown first, kept when that is wished, under a name of the folder', async () => {
    const body = readFileSync(join(folder, 'out', 'r', 'r.html'), 'utf8');
    const read = (query: Record<string, string>, sent = body) =>
      ask(`/read?${new URLSearchParams(query)}`, { method: 'POST', body: sent });
    const names = () => readdirSync(folder).filter((name) => name.endsWith('.json'));
    const before = names();
    const shown = JSON.parse((await read({ file: '去年.html' })).text) as ReadIn;
    expect(shown).toMatchObject({ by: 'form', layout: { zh: '天津市项目绩效目标表（2023）' }, problems: [] });
    // Words of the web page around the form.
    expect(shown.left.map(({ place }) => [place.zh, place.en])).toEqual([
      ['第1段', 'paragraph 1'],
      ['第2段', 'paragraph 2'],
    ]);
    expect(shown.fields).toBeGreaterThan(100);
    expect(shown.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('项目名称');
    // Beside them stands what was read: amounts, goals, indicators with their values.
    const [head, first] = shown.values;
    expect(head?.rows).toContainEqual({ label: '年度', value: '2023' });
    expect(first?.rows.find(({ label }) => label.endsWith('资金总额'))?.value).toMatch(/^[\d.,]+$/);
    expect(first?.rows.filter(({ value }) => /^[≥≤＝]/.test(value)).length).toBeGreaterThan(3);
    expect(names()).toEqual(before);
    const kept = JSON.parse((await read({ file: '去年.html', keep: 'yes', as: '../去年<1>' })).text) as ReadIn;
    expect(kept.name).toBe('去年 1');
    const again = JSON.parse((await ask(`/reports/${encodeURIComponent('去年 1')}`)).text) as View;
    const text = (view: View) => view.sheet?.fields['text /units/0/projects/0/indicators/0/name']?.text;
    expect(text(again)).toBe(text(JSON.parse((await ask('/reports/r')).text) as View));
    expect((await read({ file: '去年.html', keep: 'yes', as: '去年 1' })).status).toBe(409);
    // What it does not say is asked, and told as a fault of the file nowhere; of what was not understood the very cell is marked.
    const html =
      '<table><tr><td>项目名称</td><td>道路养护</td></tr><tr><td>年度资金总额</td><td>一百二十万</td></tr></table>';
    const asked = JSON.parse((await read({ file: 'a.html', keep: 'yes', as: 'a' }, html)).text) as ReadIn;
    expect(asked.questions.filter(({ proposed }) => proposed === undefined).length).toBeGreaterThan(0);
    expect([asked.problems, asked.name]).toEqual([[], undefined]);
    const marked = asked.rows.flatMap(({ cells }) => cells.filter(({ isLeft }) => isLeft));
    expect(marked.map(({ text: words }) => words)).toEqual(['一百二十万']);
    // Neither a name nor what is in a file leads anywhere else.
    for (const file of ['a.docx', 'a.xlsx', 'a.pdf', 'a.exe', '../../a.html/x', '']) {
      const { status, text: told } = await read({ file }, 'PK\u0003\u0004 no such file');
      expect(status, file).toBe(409);
      expect(JSON.parse(told).problems.length, file).toBeGreaterThan(0);
    }
    expect((await read({ file: 'a.html', answers: '{' })).status).toBe(400);
    expect(names()).toHaveLength(before.length + 1);
  });

  it('makes a layout of a form that none has, in which the report is edited and printed from then on', async () => {
    const own = mkdtempSync(join(tmpdir(), 'jibiao-own-forms-'));
    const { workshop } = desk;
    const reopen = (): DeskWorkshop => ({
      ...workshop,
      layouts: findLayouts(['templates', own]),
      own: { folder: own, folders: ['templates', own], reopen },
    });
    desk.renew({ ...workshop, own: { folder: own, folders: ['templates'], reopen } });
    const table = [
      { text: '金寨县专项资金绩效表' },
      {
        rows: [
          ['专项名称', '水窖工程', '申报科室', '水利股'],
          ['主管部门', '金寨县水利局', '预算数（万元）', '80'],
          ['一级指标', '二级指标', '三级指标', '指标值'],
          ['产出指标', '数量指标', '新建水窖', '≥12口'],
          ['效益指标', '社会效益指标', '受益农户', '≥300户'],
        ],
      },
    ];
    const read = async (query: Record<string, string>, said: Record<string, string> = {}) => {
      const name = { file: '金寨县2033年专项.docx', answers: JSON.stringify({ unit: '金寨县水利站', ...said }) };
      const path = `/read?${new URLSearchParams({ ...name, ...query })}`;
      return JSON.parse((await ask(path, { method: 'POST' }, makers.docx(table))).text) as ReadIn;
    };
    const shown = await read({});
    expect(shown).toMatchObject({ by: 'heads', mayMake: true, problems: [] });
    expect(readdirSync(own)).toEqual([]);
    // A file whose region cannot name a layout is kept all the same.
    const odd = await read({ keep: 'yes', as: '试点', form: 'yes' }, { region: '金寨县（试点）' });
    expect(odd).toMatchObject({ name: '试点' });
    expect(odd.made).toBeUndefined();
    const kept = await read({ keep: 'yes', as: '专项', form: 'yes' });
    expect(kept.made?.looks.map(({ text, why }) => `${text} ${why.zh}`)).toEqual([
      '申报科室 当作表样的字，照原样印',
      '水利股 当作那一年填的，没有放进版式',
    ]);
    const view = JSON.parse((await ask(`/reports/${encodeURIComponent('专项')}`)).text) as View;
    expect(view.sheet?.fields['text /units/0/projects/0/indicators/0/name']?.text).toBe('新建水窖');
    expect(JSON.stringify(view.sheet)).toContain('申报科室');
    // The next file of this form is read by it.
    expect(await read({ keep: 'yes', as: '专项二', form: 'yes' })).toMatchObject({
      by: 'form',
      mayMake: false,
      layout: { zh: '安徽省六安市金寨县项目支出绩效目标表（2033）' },
    });
    expect(readdirSync(join(own, '安徽省六安市金寨县'))).toEqual(['project-2033']);
    desk.renew(workshop);
    for (const name of ['试点', '专项', '专项二']) rmSync(join(folder, `${name}.json`));
  });

  it('leads from an officer’s findings to their cells, those of reports that are here', () => {
    const heads = ['报告', '状态', '级别', '表/项目', '单元格', '问题', '怎么改', '位置（JSON 指针）'];
    const pointer = '/units/0/projects/1/indicators/0/name';
    const rows = [
      ['某处转来'],
      heads,
      ['送审/r.json', '待处理', '错误', '科普经费', '三级指标', '少字', '补上', pointer],
      ['r.json', '已认可', '注意', '', '', '', '', pointer],
      ['../../etc/passwd', '待处理', '注意', '', '', '不在', '', '/units'],
    ];
    const items = sheetOf('核对结果', rows);
    const [found, elsewhere, ...others] = officersFindings(desk, items) ?? [];
    expect(found).toMatchObject({ report: 'r', form: '/units/0/projects/1', pointer, isError: true, hint: '补上' });
    expect(elsewhere).toMatchObject({ message: '不在', isError: false });
    expect(elsewhere?.report).toBeUndefined();
    expect(others).toEqual([]);
    expect(officersFindings(desk, items.slice(2))).toBeUndefined();
  });

  it('leads there too where projects and rows have moved since, and from a sheet of a department alone', () => {
    const { desk: own } = deskOn({ r: sample('tianjin-2023') });
    const [unit] = own.open('r').desk.report.units;
    const project = unit?.projects[1];
    const indicator = project?.indicators?.[2];
    const table = `项目“${project?.name}”${project?.code === undefined ? '' : `（${project.code}）`}`;
    const cell = `第3个绩效指标“${indicator?.name}”·年度指标值`;
    const heads = ['报告', '状态', '级别', '表/项目', '单元格', '问题', '怎么改', '位置（JSON 指针）'];
    const row = ['r.json', '待处理', '错误', table, cell, '不对', '', '/units/0/projects/1/indicators/2/annualTarget'];
    const whole = sheetOf('核对结果', [heads, row]);
    const name = '天津市科学技术协会';
    const alone = sheetOf(name, [
      [name],
      ['序号', '级别', '表/项目', '单元格', '问题', '怎么改', '规则', '行'],
      ['1', '错误', table, cell, '不对', '', 'R-01', '7'],
    ]);
    const english = sheetOf(name, [
      ['No.', 'Severity', 'Table / project', 'Cell', 'Finding', 'How to mend it', 'Rule', 'Line'],
      [
        ...['1', 'error', table.replace('项目“', 'project “').replace('（', ' (').replace('）', ')')],
        ...[`indicator 3 “${indicator?.name}” · annual value`, 'wrong', '', 'R-01', '7'],
      ],
    ]);
    const led = (items: readonly Item[]) =>
      officersFindings(own, items)?.map(({ report, form, pointer }) => [report, form, pointer]);
    const first = '/units/0/projects/1';
    for (const items of [whole, alone, english])
      expect(led(items)).toEqual([['r', first, `${first}/indicators/2/annualTarget`]]);
    // All findings are in the first sheet: that of a department says nothing more.
    expect(led([...whole, ...alone])).toHaveLength(1);
    const tab = new Tab(own, 'r', first);
    tab.act({ type: 'row', how: 'up', record: `${first}/indicators/2` });
    tab.act({ type: 'project', how: 'up', at: first });
    const now = '/units/0/projects/0';
    for (const items of [whole, alone, english])
      expect(led(items)).toEqual([['r', now, `${now}/indicators/1/annualTarget`]]);
    expect(led(sheetOf('别的部门', [heads]))).toEqual([]);
    own.close();
  });

  it('draws every form anew when layouts have changed', () => {
    const { desk: own } = deskOn({ r: sample('tianjin-2023') });
    const shown = () => own.view('r', '').sheet?.layout.zh;
    expect(shown()).toBe('天津市项目绩效目标表（2023）');
    const told: string[] = [];
    own.listen(({ type }) => told.push(type));
    own.renew({ ...own.workshop, layout: 'generic/project' });
    expect([shown(), told]).toEqual(['通用项目支出绩效目标表', ['layouts']]);
    own.close();
  });

  it('tells what happens to whoever listens', async () => {
    const heard = new Promise<string>((done) => {
      const sent = request(
        { host: '127.0.0.1', port: serving.port, path: '/events', headers: { 'x-desk-token': token } },
        (response) => {
          response.on('data', (part: Buffer) => {
            if (!part.toString().startsWith('data: ')) return;
            sent.destroy();
            done(part.toString());
          });
          desk.tell({ type: 'reports' });
        },
      );
      sent.on('error', () => {});
      sent.end();
    });
    expect(await heard).toBe('data: {"type":"reports"}\n\n');
  });
});
