import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shifted } from '../../src/desk/shift.js';
import type { Report } from '../../src/report/schema.js';
import { deskIn, deskOn, reportIn, sample, Tab } from './desk.js';

const tianjin = sample('tianjin-2023');
const first = '/units/0/projects/0';

it('takes typed values apart, says what it understood, and keeps the rest of the file as it was', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const target = `${first}/indicators/0/annualTarget`;
  const { understood } = tab.type(tab.field(target), '≥96场次');
  expect(understood?.[0]).toMatchObject({ taken: true, words: { zh: '符号 ≥ · 数值 96 · 单位 场次' } });
  desk.saveAll();
  const old = '"annualTarget": { "sign": "≥", "value": "8", "unit": "个", "unitEn": "project/projects" }';
  const now = '"annualTarget": { "sign": "≥", "value": "96", "unit": "场次" }';
  expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe(tianjin.replace(old, now));
  const typed: [string, unknown][] = [
    ['90%以上', { sign: '以上', value: '90', unit: '%' }],
    ['100百分比', { value: '100', unit: '百分比' }],
    ['≥16.00(个)', { sign: '≥', value: '16.00', unit: '个' }],
    ['显著提升', { text: '显著提升' }],
  ];
  for (const [text, expected] of typed) {
    tab.type(tab.field(target), text);
    expect(desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.[0]?.annualTarget).toEqual(expected);
  }
});

it('takes money in the unit of the form, and leaves the data alone where it understands nothing', () => {
  const { desk } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const money = () => desk.open('r').desk.report.units[0]?.projects[0]?.funding;
  const total = tab.field(`${first}/funding/0/amount`);
  tab.type(total, '1,234.5');
  expect(money()?.[0]?.amount).toBe('1234.5');
  tab.type(tab.field(`${first}/funding/0/amount`), '¥20,000元');
  expect(money()?.[0]?.amount).toBe('2');
  const { understood, version } = tab.type(tab.field(`${first}/funding/0/amount`), '十八万');
  expect(understood?.[0]?.taken).toBe(false);
  expect(money()?.[0]?.amount).toBe('2');
  expect(version).toBe(tab.view.version);
  const other = tab.field(`${first}/funding/-/amount`, { source: 'other' });
  expect(tab.type(other, '3.00').now?.key).toBe(`money ${first}/funding/2/amount`);
  expect(money()?.[2]).toEqual({ source: 'other', period: 'year', amount: '3.00' });
  // What is typed next, before this is answered, goes to the blank that stands there now.
  const emptied = tab.type(tab.field(`${first}/funding/2/amount`), '');
  expect(emptied.now?.key).toBe(other.key);
  expect(money()).toHaveLength(2);
});

it('shows sums as such, changes them with their parts, and stops reckoning where one types', () => {
  const report = JSON.parse(sample('guangzhou-2025'));
  delete report.department.funding;
  for (const unit of report.units) delete unit.funding;
  const { desk } = deskOn({ r: report });
  const tab = new Tab(desk, 'r');
  const sum = () =>
    Object.values(tab.view.sheet?.fields ?? {}).find(({ derived, kind }) => derived && kind === 'money');
  const before = sum();
  expect(before?.text).toBe('19,454.63');
  tab.type(tab.field(`${first}/funding/0/amount`), '0');
  expect(sum()?.text).not.toBe(before?.text);
});

it('adds, copies, moves and deletes rows; findings follow, and all is undone and done again', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const names = () => (desk.open('r').desk.report.units[0]?.projects[0]?.indicators ?? []).map(({ name }) => name);
  const before = names();
  tab.act({ type: 'row', how: 'add', record: `${first}/indicators/1` });
  expect(names()).toEqual([...before.slice(0, 2), '', ...before.slice(2)]);
  tab.type(tab.field(`${first}/indicators/2/name`), '新指标');
  expect(tab.view.findings.some(({ pointer }) => pointer === `${first}/indicators/2`)).toBe(true);
  tab.act({ type: 'row', how: 'up', record: `${first}/indicators/2` });
  expect(names()[1]).toBe('新指标');
  tab.act({ type: 'row', how: 'copy', record: `${first}/indicators/1` });
  tab.act({ type: 'row', how: 'remove', record: `${first}/indicators/0` });
  const after = names();
  for (let times = 0; times < 5; times += 1) tab.act({ type: 'undo' });
  expect(names()).toEqual(before);
  desk.close();
  expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe(tianjin);
  // After a restart, and in another tab.
  const again = new Tab(deskIn(folder), 'r');
  for (let times = 0; times < 5; times += 1) again.act({ type: 'redo' });
  again.desk.saveAll();
  expect(reportIn(folder, 'r').units[0]?.projects[0]?.indicators?.map(({ name }) => name)).toEqual(after);
});

it('takes the typing of one stay in a field back at once', () => {
  const { desk } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const name = `${first}/name`;
  const before = desk.open('r').desk.report.units[0]?.projects[0]?.name;
  for (const text of ['新', '新名', '新名称']) tab.type(tab.field(name), text, 'one stay');
  tab.act({ type: 'undo' });
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.name).toBe(before);
  tab.act({ type: 'redo' });
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.name).toBe('新名称');
});

it('adds, copies, moves and deletes projects and units', () => {
  const { desk } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const projects = () => (desk.open('r').desk.report.units[0]?.projects ?? []).map(({ name }) => name);
  const before = projects();
  expect(tab.act({ type: 'project', how: 'copy', at: first }).go?.form).toBe('/units/0/projects/1');
  expect(projects()[1]).toBe(`${before[0]}（副本）`);
  tab.act({ type: 'project', how: 'down', at: '/units/0/projects/1' });
  expect(projects()[2]).toBe(`${before[0]}（副本）`);
  tab.act({ type: 'project', how: 'remove', at: '/units/0/projects/2' });
  expect(projects()).toEqual(before);
  const added = tab.act({ type: 'project', how: 'add', at: first });
  expect(added.outline?.units[0]?.forms).toHaveLength(before.length + 1);
  expect(added.sheet?.form).toBe('/units/0/projects/1');
  tab.act({ type: 'unit', how: 'add', at: '/units/1' });
  expect(desk.open('r').desk.report.units).toHaveLength(3);
});

it('keeps what is accepted with its row', () => {
  const report = JSON.parse(tianjin);
  report.accepted = [
    { code: 'indicator-repeats-name', at: `${first}/indicators/4/annualTarget/text`, reason: '原文如此' },
    { code: 'x', at: `${first}/indicators/0/name`, reason: '原文如此' },
  ];
  const { desk } = deskOn({ r: report });
  const tab = new Tab(desk, 'r');
  tab.act({ type: 'row', how: 'remove', record: `${first}/indicators/0` });
  expect(desk.open('r').desk.report.accepted?.map(({ at }) => at)).toEqual([`${first}/indicators/3/annualTarget/text`]);
  tab.act({ type: 'undo' });
  expect(desk.open('r').desk.report.accepted).toEqual(report.accepted);
});

it('pastes cell by cell, and adds the rows that are not there yet', () => {
  const { desk } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const list = `${first}/indicators`;
  const { understood } = tab.act({
    type: 'paste',
    cells: [
      { kind: 'text', pointers: [`${list}/0/name`], text: '甲' },
      { kind: 'target', pointers: [`${list}/0/annualTarget`], text: '≥3次' },
      { kind: 'money', pointers: [`${first}/funding/0/amount`], text: '不是数' },
    ],
  });
  expect(understood?.map(({ taken, text }) => [taken, text])).toEqual([
    [true, undefined],
    [true, undefined],
    [false, '不是数'],
  ]);
  const rows = Array.from({ length: 30 }, (_, n) => ({
    level1: '产出指标',
    level2: '数量指标',
    name: `第${n}项`,
    annualTarget: `≥${n}个`,
  }));
  tab.act({ type: 'paste', cells: [], more: { list, rows } });
  const indicators = desk.open('r').desk.report.units[0]?.projects[0]?.indicators ?? [];
  expect(indicators).toHaveLength(36);
  expect(indicators[0]).toMatchObject({ name: '甲', annualTarget: { sign: '≥', value: '3', unit: '次' } });
  expect(indicators.at(-1)).toEqual({
    level1: '产出指标',
    level2: '数量指标',
    name: '第29项',
    annualTarget: { sign: '≥', value: '29', unit: '个' },
  });
});

it('takes cells and new rows that were pasted together back together; what does not fit is told, the rest of its row is there', () => {
  const { desk } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const list = `${first}/indicators`;
  const before = desk.open('r').desk.report;
  const names = () => desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.map(({ name }) => name);
  const [top, ...others] = names() ?? [];
  const { understood } = tab.act({
    type: 'paste',
    cells: [{ kind: 'text', pointers: [`${list}/0/name`], text: '甲' }],
    more: {
      list,
      rows: [
        { level1: '产出指标', name: '乙' },
        { level1: '产出指标', name: '丙\u202e', annualTarget: '≥2个' },
      ],
      below: `${list}/0`,
    },
  });
  expect(names()).toEqual(['甲', '乙', '', ...others]);
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.[2]?.annualTarget).toMatchObject({ value: '2' });
  expect(understood?.filter(({ taken }) => !taken)).toMatchObject([{ key: `text ${list}/2/name`, text: '丙\u202e' }]);
  tab.act({ type: 'undo' });
  expect(names()?.[0]).toBe(top);
  expect(desk.open('r').desk.report).toEqual(before);
});

it('leads what is about a row, or a project, to where it was moved', () => {
  const at = `${first}/indicators/4/annualTarget/text`;
  const { desk } = deskOn({
    r: { ...JSON.parse(tianjin), accepted: [{ code: 'value-repeats-name', at, reason: '原文如此' }] },
  });
  const tab = new Tab(desk, 'r');
  const other = new Tab(desk, 'r', '', 'other');
  const accepted = () => desk.open('r').desk.report.accepted?.map((each) => each.at);
  tab.act({ type: 'row', how: 'up', record: `${first}/indicators/4` });
  expect(accepted()).toEqual([at.replace('/4/', '/3/')]);
  // What another tab types into the row meanwhile goes with it.
  other.type(other.field(`${first}/indicators/4/name`), '跟着走');
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.[3]?.name).toBe('跟着走');
  tab.act({ type: 'project', how: 'down', at: first });
  expect(accepted()).toEqual([at.replace('/4/', '/3/').replace('/projects/0/', '/projects/1/')]);
  tab.act({ type: 'undo' });
  expect(accepted()).toEqual([at.replace('/4/', '/3/')]);
  expect(shifted('/a/2/x', [{ op: 'move', list: '/a', index: 0, to: 2 }])).toBe('/a/1/x');
  expect(shifted('/a/1/x', [{ op: 'move', list: '/a', index: 3, to: 0 }])).toBe('/a/2/x');
});

it('accepts a finding for a reason, and opens it again', () => {
  const { desk } = deskOn({ r: { ...JSON.parse(tianjin), accepted: undefined } });
  const tab = new Tab(desk, 'r');
  const finding = tab.view.findings.find(({ severity }) => severity === 'warning');
  const { code = '', pointer = '' } = finding ?? {};
  const reasons = () =>
    tab.view.findings.flatMap((each) => (each.code === code && each.pointer === pointer ? [each.reason] : []));
  expect(reasons()).toEqual([undefined]);
  const warnings = tab.view.outline?.warnings ?? 0;
  tab.act({ type: 'accept', code, pointer, reason: ' 批复文件原文如此 ' });
  expect(reasons()).toEqual(['批复文件原文如此']);
  expect(tab.view.outline?.warnings).toBe(warnings - 1);
  expect(desk.open('r').desk.report.accepted).toEqual([{ code, at: pointer, reason: '批复文件原文如此' }]);
  tab.act({ type: 'accept', code, pointer, reason: '' });
  expect([reasons(), desk.open('r').desk.report.accepted]).toEqual([[undefined], undefined]);
});

it('says of a text whose English is of the text before that it is', () => {
  const report = JSON.parse(tianjin) as Report;
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project) => ({ ...project, nameEn: 'Science outreach' })),
  }));
  const { desk } = deskOn({ r: { ...report, units } });
  const tab = new Tab(desk, 'r');
  const { understood } = tab.type(tab.field(`${first}/name`), '科普进校园');
  expect(understood?.[0]?.words.zh).toBe('英文仍是“Science outreach”，请一并看看');
  expect(tab.type(tab.field(`${first}/fundUse`), '办活动').understood?.[0]?.words.zh).not.toContain('英文');
});

it('mends what is certain', () => {
  const { desk } = deskOn({ r: sample('shanghai-2024') });
  const tab = new Tab(desk, 'r');
  const finding = tab.view.findings.find(({ mended }) => mended !== undefined);
  expect(finding).toBeDefined();
  const { pointer = '', mended = '', code } = finding ?? {};
  tab.act({ type: 'put', pointer, text: mended, was: tab.field(pointer).was });
  expect(tab.view.findings.some((each) => each.code === code && each.pointer === pointer)).toBe(false);
});

it('does once what is sent twice', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const add = { type: 'row', how: 'add', record: `${first}/indicators/0` } as const;
  tab.act(add, 'same');
  tab.act(add, 'same');
  const count = () => desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.length;
  const before = count();
  const again = new Tab(deskIn(folder), 'r');
  again.act(add, 'same');
  expect(again.desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.length).toBe(before);
});

it('says of a blank that is sent again, after the server was killed, which field it has become', () => {
  const report = JSON.parse(tianjin) as Report;
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project) => ({ ...project, goals: [] })),
  }));
  const { desk, folder } = deskOn({ r: { ...report, units } });
  const tab = new Tab(desk, 'r');
  const blank = tab.field(`${first}/goals/-`);
  const { kind, pointers, member, was } = blank;
  const act = {
    type: 'set',
    kind,
    pointers,
    ...(member && { member }),
    text: '开展科普活动',
    was,
    visit: 'v',
  } as const;
  const { version } = tab.view;
  const sent = { id: 'lost', from: 'tab', version, form: tab.form, act };
  const answer = desk.act('r', sent);
  const later = deskIn(folder).act('r', sent);
  expect(answer.now?.key).toBe(`prose ${first}/goals/0/text`);
  expect(later.now).toEqual(answer.now);
  expect(later.conflict).toBeUndefined();
});

it('has what was acknowledged after a server that was killed before the file was written', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  tab.type(tab.field(`${first}/name`), '停电之前');
  tab.act({ type: 'row', how: 'remove', record: `${first}/indicators/0` });
  expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe(tianjin);
  const after = deskIn(folder);
  const view = new Tab(after, 'r');
  expect(view.field(`${first}/name`).text).toBe('停电之前');
  expect(reportIn(folder, 'r').units[0]?.projects[0]?.name).toBe('停电之前');
  // A last line that was cut off was never acknowledged.
  const journal = join(folder, '.jibiao-desk', 'r.journal');
  after.close();
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"type":"edit","id":"x","ver`);
  expect(new Tab(deskIn(folder), 'r').field(`${first}/name`).text).toBe('停电之前');
});

it('lets two people work: rows that move, fields that both change', () => {
  const { desk } = deskOn({ r: tianjin });
  const [one, two] = [new Tab(desk, 'r', '', 'one'), new Tab(desk, 'r', '', 'two')];
  const old = two.field(`${first}/indicators/2/name`);
  one.act({ type: 'row', how: 'remove', record: `${first}/indicators/0` });
  const { shifts, conflict } = two.type(old, '改过的名称');
  expect(conflict).toBeUndefined();
  expect(shifts).toEqual([{ op: 'remove', list: `${first}/indicators`, index: 0 }]);
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.indicators?.[1]?.name).toBe('改过的名称');
  const both = one.field(`${first}/fundUse`);
  two.type(two.field(`${first}/fundUse`), '二的');
  expect(one.type(both, '一的').conflict).toEqual({ key: both.key, theirs: '二的', yours: '一的' });
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.fundUse).toBe('二的');
});

it('changes nothing when the disk is full', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  mkdirSync(join(folder, '.jibiao-desk'));
  symlinkSync('/dev/full', join(folder, '.jibiao-desk', 'r.journal'));
  expect(() => tab.type(tab.field(`${first}/name`), '写不下')).toThrow(/ENOSPC/);
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.name).not.toBe('写不下');
});

it('leaves nothing in the folder of a report that was only looked at', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  new Tab(desk, 'r');
  desk.close();
  expect(readdirSync(folder)).toEqual(['r.json']);
  expect(existsSync(join(folder, '.jibiao-desk'))).toBe(false);
});

it('looks through the whole report when nobody types, and begins anew for whoever goes on', async () => {
  const { desk } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const name = () => tab.field(`${first}/indicators/0/name`);
  let last = Number.POSITIVE_INFINITY;
  await new Promise<void>((done) => {
    desk.listen((news) => {
      if (news.type === 'checked' && news.version === last) done();
    });
    tab.type(name(), '甲');
    // The first look is between two of its steps now, or begins soon.
    setTimeout(() => {
      last = tab.type(name(), '指标').version;
    }, 280);
  });
  const { findings, version } = desk.view('r', tab.form);
  expect(version).toBe(tab.view.version);
  desk.saveAll();
  const { desk: anew } = deskOn({ r: readFileSync(desk.open('r').desk.file, 'utf8') });
  expect(findings).toEqual(anew.view('r', tab.form).findings);
  desk.close();
  anew.close();
});
