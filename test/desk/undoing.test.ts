import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/desk/journal.js';
import { refusalOf } from '../../src/desk/refusal.js';
import { shiftsOf } from '../../src/desk/shiftsOf.js';
import { Undoing } from '../../src/desk/undoing.js';
import type { Report } from '../../src/report/schema.js';
import { projectOf, reportOf } from '../layouts/make.js';

/** A value set at a path, and what stood there. */
function entry(id: string, path: string, value: string, was: string, visit?: string): Entry {
  const set = (to: string) => [{ op: 'set' as const, path: path.split('/'), value: to }];
  const words = { zh: id, en: id };
  return {
    type: 'edit',
    id,
    version: 1,
    form: '',
    words,
    patches: set(value),
    inverse: set(was),
    ...(visit && { visit }),
  };
}

describe('what can be taken back', () => {
  it('is the last first, and what was taken back can be made again until something else is made', () => {
    const undoing = new Undoing();
    undoing.edited(entry('a', 'year', '1', '0'));
    undoing.edited(entry('b', 'year', '2', '1'));
    expect([undoing.canUndo?.zh, undoing.canRedo?.zh]).toEqual(['b', undefined]);
    undoing.stepped('undo', entry('b', 'year', '1', '2').inverse);
    expect([undoing.canUndo?.zh, undoing.canRedo?.zh]).toEqual(['a', 'b']);
    undoing.stepped('redo', entry('b', 'year', '2', '1').inverse);
    expect([undoing.canUndo?.zh, undoing.canRedo?.zh]).toEqual(['b', undefined]);
    undoing.stepped('undo', []);
    undoing.edited(entry('c', 'year', '3', '1'));
    expect([undoing.canUndo?.zh, undoing.canRedo?.zh]).toEqual(['c', undefined]);
  });

  it('is a whole stay in a field: to what it was before it', () => {
    const undoing = new Undoing();
    undoing.edited(entry('a', 'title', '甲', '', 'v1'));
    undoing.edited(entry('b', 'title', '甲乙', '甲', 'v1'));
    expect(undoing.next('undo')).toMatchObject({ inverse: [{ value: '' }], patches: [{ value: '甲乙' }] });
    undoing.stepped('undo', []);
    expect(undoing.canUndo).toBeUndefined();
  });

  it('is the same when the journal of an earlier desk is gone through', () => {
    const undoing = new Undoing();
    undoing.remembered(entry('a', 'year', '1', '0'));
    undoing.remembered(entry('b', 'year', '2', '1'));
    undoing.remembered({ ...entry('u', 'year', '1', '2'), type: 'undo' });
    expect([undoing.canUndo?.zh, undoing.canRedo?.zh]).toEqual(['a', 'b']);
    undoing.remembered({ ...entry('r', 'year', '2', '1'), type: 'redo' });
    expect(undoing.canUndo?.zh).toBe('b');
  });
});

describe('how changes move members', () => {
  const report = { list: ['a', 'b', 'c'], name: 'x' };
  it.each([
    ['a value that is set moves nothing', [{ op: 'set', path: ['list', '0'], value: 'd' }], []],
    ['one put in', [{ op: 'insert', path: ['list', '1'], value: 'd' }], [{ op: 'insert', list: '/list', index: 1 }]],
    ['one taken out', [{ op: 'remove', path: ['list', '1'] }], [{ op: 'remove', list: '/list', index: 1 }]],
    [
      'one taken out and put in again has moved',
      [
        { op: 'remove', path: ['list', '0'] },
        { op: 'insert', path: ['list', '2'], value: 'a' },
      ],
      [{ op: 'move', list: '/list', index: 0, to: 2 }],
    ],
    ['a field that is taken away', [{ op: 'remove', path: ['name'] }], []],
  ] as const)('%s', (_, patches, shifts) => {
    expect(shiftsOf(report, patches)).toEqual(shifts);
  });
});

it('what the schema does not allow is refused, in one project of many as in the whole report', () => {
  const report: Report = reportOf([projectOf('甲'), projectOf('乙')]);
  const at = (field: string) => ['units', '0', 'projects', '1', field];
  expect(refusalOf(report, [{ op: 'set', path: at('name'), value: '丙' }])).toBeUndefined();
  expect(refusalOf(report, [{ op: 'set', path: at('name'), value: 3 }])?.zh).toMatch(/文字|文本|字符/);
  expect(refusalOf(report, [{ op: 'set', path: ['year'], value: '今年' }])).toBeDefined();
});
