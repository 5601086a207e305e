import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { extractSource } from '../../src/publish/extract.js';
import { makers } from '../reading/strangers/make.js';
import { tableOf } from '../reading/strangers/table.js';
import { runs } from '../runs.js';
import { closeBrowser, field, open, Running, saved, violations, watched, windowOn } from './browser.js';

const first = '/units/0/projects/0';
let desk: Running | undefined;

async function deskOn(...samples: readonly string[]): Promise<Running> {
  desk = new Running(...samples);
  await desk.start();
  return desk;
}

afterEach(async () => {
  await desk?.kill();
  desk = undefined;
});
afterAll(closeBrowser);

it('leads from an empty folder to a published form of 上海', async () => {
  const own = await deskOn();
  const { page, context, faults } = await windowOn();
  await open(page, own);
  await page.getByRole('button', { name: '新建' }).click();
  await page.getByLabel('地区').fill('上海市');
  await page.getByLabel('年度').fill('2026');
  await page.getByLabel('部门名称').fill('上海市科学技术协会');
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.locator('.sheet').waitFor();
  const type = async (pointer: string, text: string, member = ''): Promise<void> => {
    await field(page, pointer, member).click();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  };
  await type(`${first}/name`, '基层科普服务');
  await type(`${first}/nature`, '经常性项目');
  await type(`${first}/kind`, '特定目标类');
  await type(`${first}/period/start`, '2026年1月1日');
  await type(`${first}/period/end`, '2026-12-31');
  const money = `${first}/funding/-/amount`;
  for (const [source, period] of [
    ['total', 'whole'],
    ['total', 'year'],
    ['fiscal', 'whole'],
    ['currentYearFiscal', 'year'],
  ])
    await type(money, '1,700,000', `"source":"${source}","period":"${period}"`);
  await type(`${first}/goals/-`, '开展科普活动，提升公众科学素质。', '"period":"whole"');
  await type(`${first}/goals/-`, '全年开展科普活动不少于96场次，服务公众满意度不低于90%。', '"period":"year"');
  const keys = await page
    .locator('.sheet textarea')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.key ?? ''));
  const rows = keys.flatMap((key) => /^text (.*\/indicators\/\d+)\/name$/.exec(key)?.[1] ?? []);
  const values = ['≥96场次', '100%', '≤12月', '≤170万元', '显著', '≥5万人次', '长期', '≥90%'];
  const names = [
    '科普活动场次',
    '活动完成率',
    '活动完成时间',
    '项目总成本',
    '带动消费',
    '受益公众人数',
    '科普机制健全性',
    '公众满意度',
  ];
  for (const [index, row] of rows.entries()) {
    await type(`${row}/name`, names[index] ?? `指标${index}`);
    await type(`${row}/annualTarget`, values[index] ?? '≥1个');
  }
  await saved(page);
  await page.screenshot({ path: 'out/desk-edit.png' });
  const [project] = own.report('上海市科学技术协会2026').units[0]?.projects ?? [];
  expect(project).toMatchObject({ name: '基层科普服务', period: { start: '2026-01-01', end: '2026-12-31' } });
  expect(project?.indicators?.[0]).toMatchObject({
    name: '科普活动场次',
    annualTarget: { sign: '≥', value: '96', unit: '场次' },
  });
  expect(project?.funding).toHaveLength(4);
  // Whatever was drawn anew meanwhile, each word is where it was typed.
  expect(project?.indicators?.map(({ name }) => name)).toEqual(rows.map((_, n) => names[n] ?? `指标${n}`));
  expect(project?.indicators?.filter(({ annualTarget }) => annualTarget === undefined)).toEqual([]);
  await page.getByRole('link', { name: '公开' }).click();
  await page.locator('.d-publish').waitFor();
  await page.getByRole('button', { name: '生成' }).click();
  const told = page.locator('.d-publish [role=status]', { hasText: /完成|生成了一部分|没有生成/ });
  await told.waitFor();
  expect(await told.textContent()).toMatch(/^完成/);
  const file = `上海市科学技术协会2026`;
  for (const ending of ['pdf', 'docx']) expect(existsSync(join(own.out, file, `${file}.${ending}`))).toBe(true);
  const waiting = page.waitForEvent('download');
  await page
    .getByRole('button', { name: `${file}.pdf` })
    .first()
    .click();
  const bytes = readFileSync((await (await waiting).path()) as string);
  expect(bytes.equals(readFileSync(join(own.out, file, `${file}.pdf`)))).toBe(true);
  // What was published is not changed unnoticed.
  await page.getByRole('link', { name: '填表' }).click();
  await expect.poll(() => page.locator('.d-notice').count()).toBe(1);
  expect(await field(page, `${first}/name`).getAttribute('readonly')).not.toBeNull();
  const published = JSON.stringify(own.report(file));
  await field(page, `${first}/indicators/1/name`).click();
  for (const keys of ['Control+Enter', 'Control+Shift+Backspace', 'Alt+ArrowUp', 'Control+z'])
    await page.keyboard.press(keys);
  await page.waitForTimeout(300);
  expect(JSON.stringify(own.report(file))).toBe(published);
  await page.getByRole('button', { name: '修订' }).click();
  await type(`${first}/name`, '（修订）');
  await saved(page);
  expect(faults).toEqual([]);
  await context.close();
});

it('leads from last year’s DOCX, dropped on the page, to this year’s PDF of 上海', async () => {
  const own = await deskOn();
  const made = mkdtempSync(join(tmpdir(), 'jibiao-last-'));
  execFileSync(process.execPath, ['dist/app/main.js', 'build', 'data/shanghai-2024.json', '--out', made]);
  const docx = readFileSync(join(made, 'shanghai-2024', 'shanghai-2024.docx'));
  const { page, context, faults } = await windowOn();
  await open(page, own);
  const carried = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const carrying = new DataTransfer();
    carrying.items.add(new File([bytes], '上海科协2024.docx'));
    return carrying;
  }, docx.toString('base64'));
  await page.locator('.d-start').dispatchEvent('drop', { dataTransfer: carried });
  await page.locator('.d-reading', { hasText: '每一处都读进去了' }).waitFor();
  expect(readdirSync(own.folder).filter((name) => name.endsWith('.json'))).toEqual([]);
  await page.getByRole('button', { name: '存进文件夹并填写' }).click();
  await page.locator('.sheet').waitFor();
  const before = own.report('上海科协2024');
  await page.getByRole('link', { name: '全部报告' }).click();
  await page.getByRole('button', { name: /起草下一年/ }).click();
  await page.getByLabel('年度').fill('2025');
  await page.getByLabel('金额照旧').check();
  await page.getByRole('dialog').getByRole('button', { name: '起草' }).click();
  await page.locator('.d-panel', { hasText: '请看一遍' }).getByRole('link', { name: '开始填写' }).click();
  await page.locator('.sheet').waitFor();
  await field(page, `${first}/indicators/0/annualTarget`).fill('≥120个');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.getByRole('link', { name: '公开' }).click();
  await page.getByLabel('OFD').check();
  await page.getByLabel('中英对照的摘要').check();
  await page.getByRole('button', { name: '生成' }).click();
  const told = page.locator('.d-publish [role=status]', { hasText: /完成|生成了一部分|没有生成/ });
  await told.waitFor();
  expect(await told.textContent()).toMatch(/^完成/);
  const given = async (name: string): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    return (await (await waiting).path()) as string;
  };
  const pdf = await given('上海科协2025.pdf');
  const ofd = await extractSource(renamed(await given('上海科协2025.ofd'), '.ofd'));
  expect(JSON.parse(new TextDecoder().decode(ofd.bytes))).toEqual(own.report('上海科协2025'));
  const summary = execFileSync('pdftotext', [await given('上海科协2025-摘要.pdf'), '-'], { encoding: 'utf8' });
  expect(summary).toContain('Project');
  const { bytes } = await extractSource(pdf);
  const after = JSON.parse(new TextDecoder().decode(bytes)) as typeof before;
  const [old, young] = [before, after].map(({ units }) => units[0]?.projects ?? []);
  expect(after.year).toBe(2025);
  expect(young?.map(({ name }) => name)).toEqual(old?.map(({ name }) => name));
  expect(young?.[0]?.period).toEqual({ start: '2025-01-01', end: '2025-12-31' });
  expect(young?.[0]?.indicators?.[0]?.annualTarget).toEqual({ sign: '≥', value: '120', unit: '个' });
  const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
  expect(words).toContain('(2025年度)');
  expect(words).toContain('≥120');
  expect(faults).toEqual([]);
  await context.close();
});

/** The same file under a name with an ending, by which a reader is chosen. */
function renamed(path: string, ending: string): string {
  renameSync(path, path + ending);
  return path + ending;
}

/** A table with one more row, the fourth, that no field holds. */
function withRow(parts: ReturnType<typeof tableOf>, label: string, text: string): ReturnType<typeof tableOf> {
  return parts.map((part) =>
    'rows' in part
      ? { rows: [...part.rows.slice(0, 3), [{ text: label }, { text, colspan: 6 }], ...part.rows.slice(3)] }
      : part,
  );
}

it('makes a layout of last year’s file whose form none has, and edits the report in that form', async () => {
  const own = mkdtempSync(join(tmpdir(), 'jibiao-forms-'));
  const run = (...words: string[]) => execFileSync(process.execPath, ['dist/app/main.js', ...words]);
  run('layouts', '--new', '苏州市/project-2030', '-o', own);
  const table = tableOf('hunan-taoyuan-reemployment-2021', 'test/reading/published');
  const file = join(own, '..', '桃源县再就业专项.docx');
  writeFileSync(file, makers.docx(withRow(table, '承办科室意见', '拟同意，请按程序办理')));
  const running = new Running();
  desk = running;
  running.options = ['--layouts', own];
  await running.start();
  const { page, context, faults } = await windowOn();
  await open(page, running);
  await page.locator('input[type=file]').setInputFiles(file);
  const make = page.getByRole('checkbox', { name: '照它做一个' });
  await make.waitFor();
  expect(await make.isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '存进文件夹并填写' }).click();
  const told = page.locator('.d-reading', { hasText: '已照这份表做了版式' });
  await told.getByText('承办科室意见').waitFor();
  expect(await violations(page)).toEqual([]);
  await told.getByRole('button', { name: '去填写' }).click();
  const sheet = page.locator('.sheet');
  await sheet.waitFor();
  for (const label of ['专项名称', '专项立项', '专项年度绩效目标', '绩效标准'])
    await sheet.getByText(label).first().waitFor();
  const name = field(page, `${first}/indicators/0/name`);
  await name.fill('补助人次');
  await name.press('Tab');
  await expect
    .poll(
      () =>
        JSON.parse(readFileSync(join(running.folder, '桃源县再就业专项.json'), 'utf8')).units[0].projects[0]
          .indicators[0].name,
    )
    .toBe('补助人次');
  expect(faults).toEqual([]);
  await context.close();
});

it('opens where a layout of one’s own is broken, lists it and says what is wrong, also once it is mended', async () => {
  const running = new Running('shanghai-2024');
  desk = running;
  running.cwd = mkdtempSync(join(tmpdir(), 'jibiao-broken-'));
  const app = join(process.cwd(), 'dist/app/main.js');
  execFileSync(process.execPath, [app, 'layouts', '--new', '青禾县/project-2031'], { cwd: running.cwd });
  const manifest = join(running.cwd, '我的版式/青禾县/project-2031/layout.json');
  const sound = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, sound.replace('"table": "project"', '"table": "projekt"'));
  await running.start();
  const { page, context, faults } = await windowOn();
  await open(page, running);
  const told = page.locator('.d-faulty');
  await told.getByText('青禾县/project-2031', { exact: true }).waitFor();
  expect(await told.textContent()).toMatch(
    /我的版式\/青禾县\/project-2031\/layout\.json:\d+:\d+ \/table table 不能是 "projekt"/,
  );
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole('row', { name: /shanghai-2024/ })
    .getByRole('link')
    .waitFor();
  writeFileSync(manifest, sound);
  await told.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

it('leads from each of an officer’s findings, a workbook dropped on the page, to its cell', async () => {
  const own = await deskOn('tianjin-2023');
  const sent = mkdtempSync(join(tmpdir(), 'jibiao-officer-'));
  execFileSync(process.execPath, [
    'dist/app/main.js',
    'check',
    'data/tianjin-2023.json',
    '--to',
    'xlsx',
    '--out',
    sent,
  ]);
  const { page, context, faults } = await windowOn();
  await open(page, own);
  const book = join(sent, 'tianjin-2023', 'tianjin-2023-核对报告.xlsx');
  await page.locator('input[type=file]').setInputFiles(book);
  const list = page.locator('.d-officers');
  await list.waitFor();
  const told = JSON.parse(
    execFileSync(process.execPath, ['dist/app/main.js', 'check', 'data/tianjin-2023.json', '--json'], {
      encoding: 'utf8',
    }),
  );
  const graver = (told.findings as { severity: string }[]).filter(({ severity }) => severity !== 'hint');
  expect(await list.locator('li a').count()).toBe(graver.length);
  expect(await violations(page)).toEqual([]);
  const fifth = list.locator('li', { hasText: '第5个绩效指标' }).first();
  await fifth.getByRole('link').click();
  await page.locator('.sheet').waitFor();
  const inHand = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key ?? '');
  await expect.poll(inHand).toContain(`${first}/indicators/4/annualTarget`);
  expect(faults).toEqual([]);
  await context.close();
});

it('opens the rows of a packed cell where the officer’s finding is in one of them', async () => {
  const own = await deskOn('guangzhou-2025');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'guangzhou-2025', first, `${first}/indicators/1/annualTarget`);
  const inHand = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key ?? '');
  await expect.poll(inHand).toContain(`${first}/indicators/1/annualTarget`);
  expect(await page.evaluate(() => document.activeElement?.closest('.d-packed') !== null)).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});

it('pastes 30 rows from a spreadsheet, with merged levels, and asks which column is which', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  const cell = (n: number) => (n === 0 ? '<td rowspan="30">产出指标</td><td rowspan="30">数量指标</td>' : '');
  const body = Array.from(
    { length: 30 },
    (_, n) => `<tr>${cell(n)}<td>第${n + 1}项<br>活动</td><td>≥${n + 1}场次</td></tr>`,
  ).join('');
  const html = `<table><tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>指标值</th></tr>${body}</table>`;
  const text = Array.from({ length: 30 }, (_, n) => `产出指标\t数量指标\t第${n + 1}项\t≥${n + 1}场次`).join('\n');
  await copied(page, html, text);
  await field(page, `${first}/indicators/0/name`).click();
  await page.keyboard.press('Control+V');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(
    await dialog.locator('select').evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value)),
  ).toEqual(['level1', 'level2', 'name', 'annualTarget']);
  // The heads that were pasted stand above their columns, and it is said where the rows go.
  expect(await dialog.locator('th small').allInnerTexts()).toEqual(['一级指标', '二级指标', '三级指标', '指标值']);
  await dialog.getByLabel('从第 1 行起填 6 行，换掉其中 6 行原有的，另加 24 行').waitFor();
  await page.screenshot({ path: 'out/desk-paste.png' });
  await dialog.getByRole('button', { name: '填入' }).click();
  await page.locator('.sheet', { hasText: '' }).waitFor();
  await saved(page);
  const indicators = own.report('tianjin-2023').units[0]?.projects[0]?.indicators ?? [];
  expect(indicators.map(({ name }) => Number(/^第(\d+)项/.exec(name)?.[1]))).toEqual(
    Array.from({ length: 30 }, (_, n) => n + 1),
  );
  expect(indicators.find(({ name }) => name.startsWith('第30项'))?.annualTarget).toEqual({
    sign: '≥',
    value: '30',
    unit: '场次',
  });
  // And out again, as a table: what is pasted back is the same.
  await page.getByRole('button', { name: '复制指标表' }).click();
  const [rich, plain] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text() ?? ''));
  });
  expect(plain?.split('\n').length).toBe(31);
  expect(plain?.split('\n')[2]).toMatch(/^产出指标\t数量指标\t第2项 活动\t≥2场次/);
  expect(rich).toContain('<td>产出指标</td>');
  // Back at once.
  await page.getByRole('button', { name: '撤销' }).click();
  await saved(page);
  expect(own.report('tianjin-2023')).toEqual(JSON.parse(readFileSync('data/tianjin-2023.json', 'utf8')));
  expect(faults).toEqual([]);
  await context.close();
});

async function copied(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    async ([rich = '', plain = '']) => {
      const of = (type: string, content: string) => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/html': of('text/html', rich), 'text/plain': of('text/plain', plain) }),
      ]);
    },
    [html, text],
  );
}

it('lets 汉字 be composed in every kind of field: nothing is sent or moved meanwhile, all is there after', async () => {
  const own = await deskOn('tianjin-2023', 'shanghai-2024');
  const { page, context, faults } = await windowOn();
  const kinds: readonly (readonly [report: string, pointer: string, kind: string])[] = [
    ['tianjin-2023', `${first}/name`, 'text'],
    ['tianjin-2023', `${first}/goals/0/text`, 'prose'],
    ['tianjin-2023', `${first}/indicators/0/annualTarget`, 'target'],
    ['tianjin-2023', `${first}/funding/0/amount`, 'money'],
    ['tianjin-2023', `${first}/indicators/0/level2`, 'text'],
    ['shanghai-2024', `${first}/goals/-`, 'prose'],
    ['shanghai-2024', `${first}/period/start`, 'date'],
  ];
  for (const [report, pointer] of kinds) {
    await open(page, own, report);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/acts')) asked.push(request.postData() ?? '');
    });
    await field(page, pointer).click();
    await page.keyboard.press('Control+End');
    await page.waitForTimeout(100);
    const before = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
    const client = await context.newCDPSession(page);
    for (const text of ['x', 'xin', 'xinzeng']) {
      await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' });
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    // Enter and arrows belong to the input method now.
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' });
    await page.waitForTimeout(200);
    expect(asked, pointer).toEqual([]);
    await client.send('Input.insertText', { text: '新增' });
    await expect.poll(() => asked.length, { message: pointer }).toBeGreaterThan(0);
    await page.waitForTimeout(400);
    const after = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
    expect(after, pointer).toBe(`${before}新增`);
    page.removeAllListeners('request');
    // A date or an amount that is none stays as it was typed, and is said to be none.
    const isUnread = pointer.endsWith('amount') || pointer.endsWith('start');
    if (isUnread) await page.locator('#d-strip .d-error').waitFor();
  }
  await saved(page);
  const [project] = own.report('tianjin-2023').units[0]?.projects ?? [];
  expect(project?.name).toMatch(/新增$/);
  expect(project?.funding?.[0]?.amount).toBe('185.00');
  expect(
    own
      .report('shanghai-2024')
      .units[0]?.projects[0]?.goals?.some(({ period, text }) => period === 'whole' && text === '新增'),
  ).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});

it('puts what is composed into its row, also where somebody else has put a row before it meanwhile', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  const names = (): (string | undefined)[] =>
    own.report('tianjin-2023').units[0]?.projects[0]?.indicators?.map(({ name }) => name) ?? [];
  const before = names();
  await field(page, `${first}/indicators/2/name`).click();
  await page.keyboard.press('Control+End');
  const client = await context.newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'xin', selectionStart: 3, selectionEnd: 3 });
  await own.act('tianjin-2023', first, { type: 'row', how: 'add', record: `${first}/indicators/0` });
  await expect.poll(names).toHaveLength(before.length + 1);
  await page.waitForTimeout(600);
  await client.send('Input.insertText', { text: '新' });
  await saved(page);
  expect(names()).toEqual([before[0], '', before[1], `${before[2]}新`, ...before.slice(3)]);
  expect(faults).toEqual([]);
  await context.close();
});

it('undoes across a reload', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  await field(page, `${first}/name`).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('New name');
  await page.keyboard.press('Tab');
  await field(page, `${first}/indicators/1/name`).click();
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() =>
    (document.activeElement as HTMLElement | null)?.dataset.key?.endsWith('/indicators/2/name'),
  );
  await page.keyboard.insertText('新的一行');
  await saved(page);
  expect(own.report('tianjin-2023').units[0]?.projects[0]?.indicators?.[2]?.name).toBe('新的一行');
  await page.reload();
  await page.locator('.sheet').waitFor();
  for (let times = 0; times < 3; times += 1) {
    await page.getByRole('button', { name: '撤销' }).click();
    await saved(page);
  }
  await saved(page);
  expect(readFileSync(join(own.folder, 'tianjin-2023.json'), 'utf8')).toBe(
    readFileSync('data/tianjin-2023.json', 'utf8'),
  );
  expect(faults).toEqual([]);
  await context.close();
});

it('keeps what it does not understand where it was typed, says so, and leads back to it', async () => {
  const own = await deskOn('shanghai-2024');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'shanghai-2024');
  const start = field(page, `${first}/period/start`);
  await start.fill('明年开春');
  await page.keyboard.press('Tab');
  const told = page.getByRole('button', { name: '1 处没有存：去看' });
  await told.waitFor();
  expect(await start.inputValue()).toBe('明年开春');
  expect(await start.getAttribute('aria-invalid')).toBe('true');
  await page.screenshot({ path: 'out/desk-unread.png' });
  expect(own.report('shanghai-2024').units[0]?.projects[0]?.period?.start).toBe('2024-01-01');
  // It is kept in another form, in the publish view, and when the page is loaded anew.
  const others = [
    () => page.locator('.d-form-link').nth(1).click(),
    () => page.getByRole('link', { name: '公开' }).click(),
    () => page.reload(),
  ];
  for (const other of others) {
    await other();
    await told.click();
    await expect.poll(() => start.evaluate((area) => document.activeElement === area)).toBe(true);
    expect(await start.inputValue()).toBe('明年开春');
    await page.keyboard.press('Tab');
  }
  await start.fill('2024-03-01');
  await page.keyboard.press('Tab');
  await saved(page);
  expect(own.report('shanghai-2024').units[0]?.projects[0]?.period?.start).toBe('2024-03-01');
  expect(faults).toEqual([]);
  await context.close();
});

it('keeps what is typed while the desk and the file are away, until both are back', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context } = await windowOn();
  await open(page, own, 'tianjin-2023');
  const file = join(own.folder, 'tianjin-2023.json');
  await own.kill();
  renameSync(file, `${file}.away`);
  await field(page, `${first}/fundUse`).fill('断电时写的');
  await own.start();
  await page.locator('.d-state', { hasText: 'tianjin-2023' }).waitFor();
  renameSync(`${file}.away`, file);
  await saved(page);
  expect(own.report('tianjin-2023').units[0]?.projects[0]?.fundUse).toBe('断电时写的');
  await context.close();
});

it('loses nothing that was typed when the server is killed in the middle', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context } = await windowOn();
  await open(page, own, 'tianjin-2023');
  let expected = '';
  const name = field(page, `${first}/fundUse`);
  await name.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  const times = runs(100);
  for (let kill = 0; kill < times; kill += 1) {
    const word = `第${kill}次断电`;
    const killed = new Promise<void>((done) => {
      // Each time at another moment of the typing, the same in each run.
      setTimeout(() => void own.kill().then(done), (kill * 37) % 90);
    });
    for (const character of word) await page.keyboard.insertText(character);
    expected += word;
    await killed;
    if (kill % 3 === 1) {
      // The window is closed and opened again while the desk is away.
      await page.evaluate(() => sessionStorage.setItem('kept', '1'));
      await own.start();
      await page.reload();
      await page.locator('.sheet').waitFor();
      await name.click();
      await page.keyboard.press('Control+End');
    } else {
      for (const character of '续') await page.keyboard.insertText(character);
      expected += '续';
      await own.start();
    }
    await page.waitForFunction(() => localStorage.length === 0);
  }
  await saved(page);
  expect(own.report('tianjin-2023').units[0]?.projects[0]?.fundUse).toBe(expected);
  await context.close();
});

it('goes on after an answer that was lost on the way: nothing is typed twice, nor called another’s', async () => {
  const own = await deskOn('tianjin-2023');
  const path = join(own.folder, 'tianjin-2023.json');
  const report = own.report('tianjin-2023');
  const [project] = report.units[0]?.projects ?? [];
  writeFileSync(
    path,
    JSON.stringify({ ...report, units: [{ ...report.units[0], projects: [{ ...project, goals: [] }] }] }),
  );
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  for (const [pointer, at] of [
    ['/fundUse', 'fundUse'],
    ['/goals/-', 'goals'],
  ] as const) {
    let lost = 0;
    await page.route('**/acts', async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await field(page, `${first}${pointer}`).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('开展科普活动');
    await expect.poll(() => lost).toBe(1);
    await page.keyboard.insertText('，提升素质。');
    await expect.poll(() => lost).toBeGreaterThan(1);
    await page.keyboard.insertText('每月一次。');
    await page.unroute('**/acts');
    await saved(page);
    const now = own.report('tianjin-2023').units[0]?.projects[0];
    const text = '开展科普活动，提升素质。每月一次。';
    expect(at === 'goals' ? now?.goals?.map((goal) => goal.text) : now?.fundUse).toEqual(
      at === 'goals' ? [text] : text,
    );
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  }
  expect(faults).toEqual([]);
  await context.close();
});

it('goes on with another report while an answer of the first is under way', async () => {
  const own = await deskOn('tianjin-2023', 'shanghai-2024');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  let answer = (): void => {};
  await page.route('**/tianjin-2023/acts', async (route) => {
    const response = await route.fetch();
    await new Promise<void>((done) => {
      answer = done;
    });
    await route.fulfill({ response });
  });
  await field(page, `${first}/fundUse`).fill('甲');
  await expect.poll(() => own.report('tianjin-2023').units[0]?.projects[0]?.fundUse).toBe('甲');
  await page.evaluate(() => {
    location.hash = '#/shanghai-2024';
  });
  await page.locator('.d-state', { hasText: '已存盘' }).waitFor();
  await expect.poll(() => field(page, `${first}/name`).inputValue()).not.toBe('');
  const name = own.report('shanghai-2024').units[0]?.projects[0]?.name;
  await expect.poll(() => field(page, `${first}/name`).inputValue()).toBe(name);
  await field(page, `${first}/name`).fill('乙');
  await expect.poll(() => own.report('shanghai-2024').units[0]?.projects[0]?.name).toBe('乙');
  answer();
  await field(page, `${first}/name`).fill('乙丙');
  await expect.poll(() => own.report('shanghai-2024').units[0]?.projects[0]?.name).toBe('乙丙');
  await page.unroute('**/tianjin-2023/acts');
  await page.evaluate(() => {
    location.hash = '#/tianjin-2023';
  });
  await expect.poll(() => field(page, `${first}/fundUse`).inputValue()).toBe('甲');
  await saved(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

it('stays with its form and its texts when somebody else deletes a form before it', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  const second = '/units/0/projects/1';
  await open(page, own, 'tianjin-2023', second);
  const name = own.report('tianjin-2023').units[0]?.projects[1]?.name;
  const money = field(page, `${second}/funding`);
  await money.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('约三千');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '1 处没有存：去看' }).waitFor();
  await own.act('tianjin-2023', first, { type: 'project', how: 'remove', at: first });
  await expect.poll(() => field(page, `${first}/name`).inputValue()).toBe(name);
  expect(await field(page, `${first}/funding`).inputValue()).toBe('约三千');
  expect(await page.evaluate(() => decodeURIComponent(location.hash))).toBe(`#/tianjin-2023/${first}`);
  await field(page, `${first}/name`).fill('仍是这一个');
  await expect.poll(() => own.report('tianjin-2023').units[0]?.projects[0]?.name).toBe('仍是这一个');
  expect(faults).toEqual([]);
  await context.close();
});

it('keeps two tabs at one, and shows both versions where both have changed a value', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  const other = await context.newPage();
  const otherFaults = watched(other);
  await open(other, own, 'tianjin-2023');
  await field(page, `${first}/indicators/0/name`).click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => other.locator('tr[data-record]').count()).toBe(7);
  await field(other, `${first}/fundUse`).click();
  await other.keyboard.press('Control+A');
  await other.keyboard.insertText('二');
  await expect.poll(() => field(page, `${first}/fundUse`).inputValue()).toBe('二');
  // The line to the first tab is cut while the other goes on.
  await page.route('**/acts', (route) => route.abort());
  await field(page, `${first}/fundUse`).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('一');
  await other.keyboard.press('Control+A');
  await other.keyboard.insertText('二二');
  await expect.poll(() => own.report('tianjin-2023').units[0]?.projects[0]?.fundUse).toBe('二二');
  await page.unroute('**/acts');
  const strip = page.locator('#d-strip');
  await strip.getByText('二二').waitFor();
  await strip.getByRole('button', { name: '用我填的' }).click();
  await expect.poll(() => own.report('tianjin-2023').units[0]?.projects[0]?.fundUse).toBe('一');
  expect([...faults, ...otherFaults]).toEqual([]);
  await context.close();
});

it('shows what another program has written, and keeps what is being typed', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  await field(page, `${first}/fundUse`).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('，正在填');
  await saved(page);
  const path = join(own.folder, 'tianjin-2023.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('完成项目数量', '别处改的指标'));
  await expect.poll(() => field(page, `${first}/indicators/0/name`).inputValue()).toBe('别处改的指标');
  expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toContain('，正在填');
  expect(faults).toEqual([]);
  await context.close();
});

it('draws the forms anew when a layout is saved, and says what is wrong with one', async () => {
  const layouts = mkdtempSync(join(tmpdir(), 'jibiao-layouts-'));
  const folder = join(layouts, 'own', 'project');
  cpSync('templates/generic/project', folder, { recursive: true });
  const manifest = join(folder, 'layout.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"generic/project"', '"own/project"'));
  desk = new Running('tianjin-2023');
  desk.options = ['--layouts', layouts, '--layout', 'own/project'];
  await desk.start();
  const { page, context, faults } = await windowOn();
  await open(page, desk, 'tianjin-2023');
  const template = join(folder, 'template.hbs');
  const before = readFileSync(template, 'utf8');
  writeFileSync(template, before.replace('项目名称', '项目的名称'));
  await page.locator('.sheet th', { hasText: '项目的名称' }).waitFor();
  await page.locator('.d-pages svg', { hasText: '项目的名称' }).waitFor();
  writeFileSync(template, before.replace('{{#', '{{#nothing '));
  await page.locator('.d-state:not(:has-text("已存盘"))').waitFor();
  expect(await page.locator('.sheet th', { hasText: '项目的名称' }).count()).toBe(1);
  writeFileSync(template, before);
  await page.locator('.sheet th', { hasText: /^项目名称/ }).waitFor();
  await saved(page);
  expect(faults).toEqual([]);
  await context.close();
});

it('moves as in a spreadsheet, by keys alone', async () => {
  const own = await deskOn('tianjin-2023');
  const { page, context, faults } = await windowOn();
  await open(page, own, 'tianjin-2023');
  const here = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.key ?? '');
  await field(page, `${first}/indicators/0/name`).click();
  const walk: readonly (readonly [key: string, to: string])[] = [
    ['Enter', '/indicators/1/name'],
    ['ArrowDown', '/indicators/2/name'],
    ['Shift+Enter', '/indicators/1/name'],
    ['Tab', '/indicators/1/description'],
    ['End', '/indicators/1/description'],
    ['ArrowRight', '/indicators/1/annualTarget'],
    ['ArrowUp', '/indicators/0/annualTarget'],
  ];
  for (const [key, to] of walk) {
    await page.keyboard.press(key);
    expect(await here(), key).toContain(to);
    // Come to by a key, a cell is selected whole: what is typed takes the place of what is there.
    const isWhole = await page.evaluate(
      () => getSelection()?.toString() === (document.activeElement as HTMLTextAreaElement).value,
    );
    expect(isWhole, key).toBe(key !== 'End');
  }
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => field(page, `${first}/indicators/1/name`).inputValue()).toBe('完成项目数量');
  await page.keyboard.press('Control+Shift+Backspace');
  await expect.poll(() => page.locator('tr[data-record]').count()).toBe(5);
  expect(faults).toEqual([]);
  await context.close();
});
