import { describe, expect, test } from 'vitest';
import { chooseLayout } from '../../src/layouts/choose.js';
import { findLayouts } from '../../src/layouts/find.js';
import type { Report } from '../../src/report/schema.js';
import { problemsOf, projectOf, reportOf } from './make.js';

const shipped = 'test/layouts/fixtures/shipped';
const user = 'test/layouts/fixtures/user';

const guangzhou = (own: Partial<Report>): Report =>
  reportOf([projectOf('项目')], { region: { name: '广州市' }, ...own });

describe('chooseLayout', () => {
  const found = findLayouts([shipped, user]);
  test.each<[string, Report, string | undefined, string]>([
    ['what is wanted', guangzhou({ layout: 'generic/project' }), 'suzhou/project-2024', 'suzhou/project-2024'],
    ['what the report names', guangzhou({ layout: 'generic/project' }), undefined, 'generic/project'],
    ['the year', guangzhou({ year: 2022 }), undefined, 'guangzhou/project-2023'],
    ['the nearest earlier year', guangzhou({ year: 2025 }), undefined, 'guangzhou/project-2023'],
    ['the nearest later year', guangzhou({ year: 2019 }), undefined, 'guangzhou/project-2021'],
    [
      'the region by its code',
      guangzhou({ region: { code: '440100', name: '穗' } }),
      undefined,
      'guangzhou/project-2023',
    ],
    [
      'a department table',
      reportOf([], { region: { name: '广州市' }, department: { name: '局', overall: {} } }),
      undefined,
      'guangzhou/department-2024',
    ],
    [
      'a project table if there are projects',
      guangzhou({ department: { name: '局', overall: {} } }),
      undefined,
      'guangzhou/project-2023',
    ],
    ['the generic one', reportOf(), undefined, 'generic/project'],
    [
      'the generic one for departments too',
      reportOf([], { department: { name: '局', overall: {} } }),
      undefined,
      'generic/project',
    ],
  ])('takes %s', (_what, report, wanted, id) => {
    expect(chooseLayout(found, report, wanted).manifest.id).toBe(id);
  });

  test('an unknown id is a problem with the nearest', () => {
    const [problem] = problemsOf(() => chooseLayout(found, reportOf(), 'guangzou/project-2023'));
    expect([problem?.code, problem?.hint?.en]).toEqual(['layout-unknown', 'did you mean guangzhou/project-2023?']);
    const [named] = problemsOf(() => chooseLayout(found, reportOf([], { layout: 'x' })));
    expect(named?.message.en).toContain('named by the report');
  });
});
