import { describe, expect, it } from 'vitest';
import { guessedManifest } from '../../src/layouts/guessedManifest.js';

describe('what can be told of a faulty manifest', () => {
  it.each([
    [
      'nothing: its folder',
      '青禾县/department-2031',
      '',
      { region: { name: '青禾县' }, table: 'department', years: [2031] },
    ],
    ['no year in its folder', '青禾县/project', '{', { region: { name: '青禾县' }, table: 'project', years: [] }],
    [
      'a region that is listed',
      'suzhou/project-2031',
      '{ "region": { "name": "苏州市" }, "table": "projekt", "years": [2030, 2031] }',
      { region: { code: '320500', name: '苏州市' }, table: 'project', years: [2030, 2031] },
    ],
    [
      'no JSON',
      'suzhou/zhengti-2031',
      '{ "region": { "code": "320500", "name": "苏州市" } "table": "department", "years": [2030, 2031], "undated": true }',
      { region: { code: '320500', name: '苏州市' }, table: 'department', years: [2030, 2031], undated: true },
    ],
    [
      'fields of other types',
      'a/project-2031',
      '{ "region": 1, "table": [], "years": "2031" }',
      { region: { name: 'a' }, table: 'project', years: [2031] },
    ],
  ])('%s', (_, id, text, expected) => {
    expect(guessedManifest(id, text)).toMatchObject({ id, ...expected });
  });
});
