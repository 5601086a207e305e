import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOn, reportIn, Tab } from './desk.js';

const specimen = (id: string): string => readFileSync(join('templates', id, 'specimen.json'), 'utf8');
const first = '/units/0/projects/0';

it('ticks a box: another choice is taken off, pressed again it is blank', () => {
  const { desk, folder } = deskOn({ r: specimen('jiaxian/project-2016') });
  const tab = new Tab(desk, 'r');
  const box = (choice: string) => {
    const found = Object.values(tab.view.sheet?.fields ?? {}).find((each) => each.choice === choice);
    if (!found) throw new Error(`no box ${choice}`);
    return found;
  };
  const ticked = () => ['新增项目', '延续项目'].filter((choice) => box(choice).text === '☑');
  const [before = ''] = ticked();
  const other = before === '新增项目' ? '延续项目' : '新增项目';
  tab.type(box(other), '☑');
  expect(ticked()).toEqual([other]);
  tab.type(box(other), '□');
  expect(ticked()).toEqual([]);
  desk.saveAll();
  expect(reportIn(folder, 'r').units[0]?.projects[0]?.attribute).toBeUndefined();
  desk.close();
});

it('marks an indicator as a core one, and takes the mark away', () => {
  const { desk, folder } = deskOn({ r: specimen('generic/project') });
  const tab = new Tab(desk, 'r');
  const core = () => tab.field(`${first}/indicators/1/core`);
  tab.type(core(), '是');
  expect(core().text).toBe('★');
  expect(tab.type(core(), '也许').understood).toMatchObject([{ taken: false }]);
  tab.type(core(), '');
  expect(core().text).toBe('');
  desk.saveAll();
  expect(reportIn(folder, 'r')).toEqual(JSON.parse(specimen('generic/project')));
  desk.close();
});

it('takes another year and another title, and refuses a year that is none', () => {
  const { desk, folder } = deskOn({ r: specimen('generic/project') });
  const tab = new Tab(desk, 'r');
  const layout = tab.view.sheet?.layout;
  const year = () => tab.field('/year');
  for (const text of ['', '23', '去年']) {
    expect(tab.type(year(), text).understood, text).toMatchObject([{ taken: false }]);
    expect(tab.view.sheet?.layout).toBe(layout);
  }
  tab.type(year(), '2031');
  tab.type(tab.field(`${first}/title`), '项目绩效目标公开表');
  desk.saveAll();
  const { year: typed, units } = reportIn(folder, 'r');
  expect([typed, units[0]?.projects[0]?.title]).toEqual([2031, '项目绩效目标公开表']);
  tab.type(tab.field(`${first}/title`), '');
  desk.saveAll();
  expect(reportIn(folder, 'r').units[0]?.projects[0]?.title).toBeUndefined();
  desk.close();
});
