import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heldBefore, mergedInto } from '../../src/desk/merge.js';
import { patchedAll } from '../../src/desk/patch.js';
import { deskIn, deskOn, reportIn, sample, Tab } from './desk.js';

const tianjin = sample('tianjin-2023');
const first = '/units/0/projects/0';

describe('two changes of one file', () => {
  const row = (name: string, value = '1') => ({ name, value });
  const base = { title: '甲', rows: [row('一'), row('二'), row('三')] };

  it('keeps both where they are of different fields', () => {
    const { patches, clashes } = mergedInto({ ...base, title: '乙' }, base, [
      { op: 'set', path: ['rows', '1', 'value'], value: '2' },
    ]);
    expect(clashes).toEqual([]);
    expect(patchedAll({ ...base, title: '乙' }, patches).value).toEqual({
      title: '乙',
      rows: [row('一'), row('二', '2'), row('三')],
    });
  });

  it('tells both where they are of one field, and nothing where they agree', () => {
    const theirs = { ...base, title: '乙' };
    const of = (value: string) => mergedInto(theirs, base, [{ op: 'set', path: ['title'], value }]);
    expect(of('丙')).toEqual({ patches: [], clashes: [{ pointer: '/title', theirs: '乙', yours: '丙' }] });
    expect(of('乙')).toEqual({ patches: [], clashes: [] });
  });

  it('finds a row again that others moved, and drops what is about one that they took away', () => {
    const theirs = { ...base, rows: [row('零'), row('一', '9'), row('三')].slice(1) };
    const { patches, clashes } = mergedInto(theirs, base, [
      { op: 'set', path: ['rows', '2', 'value'], value: '3' },
      { op: 'set', path: ['rows', '1', 'value'], value: '2' },
      { op: 'set', path: ['rows', '0', 'value'], value: '7' },
      { op: 'insert', path: ['rows', '3'], value: row('四') },
      { op: 'set', path: ['rows', '3', 'value'], value: '4' },
    ]);
    expect(patchedAll(theirs, patches).value).toEqual({
      title: '甲',
      rows: [row('一', '9'), row('三', '3'), row('四', '4')],
    });
    expect(clashes).toEqual([{ pointer: '/rows/0/value', theirs: '9', yours: '7' }]);
  });

  it('knows what was held before, of what takes the changes back', () => {
    expect(
      heldBefore({ a: '3', b: '1' }, [
        { op: 'set', path: ['a'], value: '2' },
        { op: 'remove', path: ['b'] },
      ]),
    ).toEqual({ a: '2', b: '1' });
  });
});

it('takes in what another program has written, and keeps what was typed meanwhile', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const heard: string[] = [];
  desk.listen(({ type }) => heard.push(type));
  tab.type(tab.field(`${first}/fundUse`), '正在填的');
  const other = tianjin.replace('基层科普能力提升项目（中央专款）', '别处改的名称');
  writeFileSync(join(folder, 'r.json'), other);
  desk.fileChanged(join(folder, 'r.json'));
  expect(heard).toContain('changed');
  const { name, fundUse } = desk.open('r').desk.report.units[0]?.projects[0] ?? {};
  expect({ name, fundUse }).toEqual({ name: '别处改的名称', fundUse: '正在填的' });
  desk.saveAll();
  expect(reportIn(folder, 'r').units[0]?.projects[0]).toMatchObject({ name: '别处改的名称', fundUse: '正在填的' });
  desk.close();
});

it('takes back what another program wrote, then what was typed before it, also after a restart', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const path = join(folder, 'r.json');
  tab.type(tab.field(`${first}/fundUse`), '先填的');
  desk.saveAll();
  const typed = reportIn(folder, 'r');
  const other = { ...typed, title: '别处的标题', units: typed.units.slice(0, 1) };
  writeFileSync(path, `${JSON.stringify(other, undefined, 2)}\n`);
  desk.fileChanged(path);
  expect(desk.open('r').desk.report).toEqual(other);
  desk.close();
  const again = deskIn(folder);
  const later = new Tab(again, 'r');
  expect(later.view.canUndo?.zh).toBe('另一个程序的改动');
  later.act({ type: 'undo' });
  expect(again.open('r').desk.report).toEqual(typed);
  later.act({ type: 'undo' });
  again.close();
  expect(reportIn(folder, 'r')).toEqual(JSON.parse(tianjin));
});

it('says when another program has spoilt the file, keeps what is typed, and takes its place when that is wished', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const path = join(folder, 'r.json');
  writeFileSync(path, '{ "year": oops');
  desk.fileChanged(path);
  expect(desk.view('r', '').broken?.zh).toContain('oops');
  tab.type(tab.field(`${first}/fundUse`), '坏了也填');
  desk.saveAll();
  expect(readFileSync(path, 'utf8')).toBe('{ "year": oops');
  expect(tab.act({ type: 'replace' }).broken).toBeUndefined();
  expect(reportIn(folder, 'r').units[0]?.projects[0]?.fundUse).toBe('坏了也填');
  expect(readFileSync(join(folder, '.jibiao-desk', 'r.replaced'), 'utf8')).toBe('{ "year": oops');
  // That program writes a sound file after all: nothing is to be replaced.
  writeFileSync(path, '{');
  desk.fileChanged(path);
  writeFileSync(path, tianjin);
  desk.fileChanged(path);
  expect(desk.view('r', '').broken).toBeUndefined();
  desk.close();
});

it('puts a file that was taken away back, with what is typed into it', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const path = join(folder, 'r.json');
  rmSync(path);
  desk.fileChanged(path);
  tab.type(tab.field(`${first}/fundUse`), '拿走以后填的');
  desk.saveAll();
  expect(reportIn(folder, 'r').units[0]?.projects[0]?.fundUse).toBe('拿走以后填的');
  desk.close();
});

it('shows both versions of a value that another program changed too, and takes the one that is chosen', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const path = join(folder, 'r.json');
  const use = () => desk.open('r').desk.report.units[0]?.projects[0]?.fundUse;
  const both = (theirs: string, yours: string): void => {
    tab.type(tab.field(`${first}/fundUse`), yours);
    const report = reportIn(folder, 'r');
    const project = report.units[0]?.projects[0];
    if (project) project.fundUse = theirs;
    writeFileSync(path, JSON.stringify(report));
    desk.fileChanged(path);
    tab.view = desk.view('r', tab.form);
  };
  both('他们的', '我们的');
  expect(use()).toBe('他们的');
  expect(tab.view.clashes).toMatchObject([
    { pointer: `${first}/fundUse`, form: first, theirs: '他们的', yours: '我们的' },
  ]);
  tab.act({ type: 'choose', pointer: `${first}/fundUse`, isOurs: true });
  expect([use(), tab.view.clashes]).toEqual(['我们的', undefined]);
  desk.saveAll();
  both('又改', '再改');
  tab.act({ type: 'choose', pointer: `${first}/fundUse`, isOurs: false });
  expect([use(), tab.view.clashes]).toEqual(['又改', undefined]);
  desk.close();
});

it('takes an act of before another program wrote where the value is still what it was, and says what has no place any more', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  const path = join(folder, 'r.json');
  const [use, name] = [tab.field(`${first}/fundUse`), tab.field(`${first}/indicators/0/name`)];
  writeFileSync(path, tianjin.replace('完成项目数量', '别处改的指标'));
  const before = tab.view;
  desk.fileChanged(path);
  tab.type(use, '还是原来的格');
  expect(desk.open('r').desk.report.units[0]?.projects[0]?.fundUse).toBe('还是原来的格');
  tab.view = before;
  expect(tab.type(name, '我改的').conflict).toMatchObject({ theirs: '别处改的指标', yours: '我改的' });
  desk.close();
});

it('goes on after the power failed, also where another program wrote meanwhile', () => {
  const { desk, folder } = deskOn({ r: tianjin });
  const tab = new Tab(desk, 'r');
  tab.type(tab.field(`${first}/fundUse`), '停电前填的');
  tab.type(tab.field(`${first}/indicators/0/name`), '停电前改的指标');
  const path = join(folder, 'r.json');
  writeFileSync(path, tianjin.replace('完成项目数量', '别处改的指标'));
  const after = deskIn(folder);
  const view = new Tab(after, 'r').view;
  const { fundUse, indicators } = after.open('r').desk.report.units[0]?.projects[0] ?? {};
  expect([fundUse, indicators?.[0]?.name]).toEqual(['停电前填的', '别处改的指标']);
  expect(view.clashes).toMatchObject([{ theirs: '别处改的指标', yours: '停电前改的指标' }]);
  after.close();
});
