import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jibiao } from '../command.js';

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-unprinted-'));

const money = ['total', 'fiscal'].map((source) => ({ source, period: 'year', amount: '1.00' }));
const indicator = { level1: '产出指标', name: '活动场次', annualTarget: { sign: '≥', value: '3', unit: '场' } };
const project = (own: object) => ({
  ...{ name: '科普活动', funding: money, goals: [{ period: 'year', text: '办好活动。' }], indicators: [indicator] },
  ...own,
});
const report = (region: string, projects: readonly object[], own: object = {}) => ({
  ...{ year: 2023, region: { name: region }, moneyUnit: '万元', department: { name: '示例局' } },
  ...{ units: [{ name: '示例局', projects }], ...own },
});

/** A folder with these reports, 0.json and on. */
function saved(reports: readonly object[]): string {
  const root = folder();
  for (const [index, each] of reports.entries()) writeFileSync(join(root, `${index}.json`), JSON.stringify(each));
  return root;
}

const lost = [
  [{ basis: '依据' }, '立项依据（1 个项目）'],
  [{ safeguards: '制度', summary: '概况' }, '保证项目实施的制度、措施（1 个项目）、项目概况（1 个项目）'],
  [{ plan: [{ content: '招标' }] }, '项目实施计划（1 个项目）'],
  [{ necessity: '必要' }, '项目设立必要性（1 个项目）'],
] as const;

it('a run tells of each report what no page shows, quiet too, and what the form has no place for unless it is quiet', () => {
  const root = saved(lost.map(([own]) => report('广东省广州市', [project(own)])));
  for (const command of ['build', 'appendix'])
    for (const quiet of [[], ['--quiet']]) {
      const { status, stdout, stderr } = jibiao(
        command,
        root,
        '--out',
        folder(),
        '--to',
        'html',
        '--no-verify',
        ...quiet,
      );
      expect(status, stderr).toBe(0);
      const lines = stderr.split('\n').filter((line) => line.includes('[field-not-printed]'));
      expect(lines).toEqual(lost.map(([, words]) => `  此版式不印：${words} [field-not-printed]`));
      for (const index of lost.keys()) expect(stderr).toContain(`${index}.json:1`);
      if (quiet.length > 0) expect(stdout).toBe('');
      // The cover of a booklet has the year.
      const places = command === 'appendix' ? 0 : quiet.length > 0 ? 0 : lost.length;
      expect(stderr.split('[field-without-place]').length - 1).toBe(places);
    }
});

it('--quiet hides which layout was taken', () => {
  const root = saved([report('青禾市', [project({})])]);
  const build = (...more: readonly string[]) =>
    jibiao('build', root, '--out', folder(), '--to', 'html', '--no-verify', ...more);
  expect(build().stderr).toContain('[layout-national]');
  expect(build('--quiet').stderr).not.toContain('[layout-national]');
});

it('a project withheld with the places that share its money leaves nothing to print', () => {
  const share = (place: string) => ({
    name: place,
    parent: 'p',
    funding: [{ source: 'total', period: 'year', amount: '0.50' }],
  });
  const holder = project({ id: 'p', publish: false, withheldReason: '涉密' });
  const root = saved([report('广东省广州市', [holder, share('天河区'), share('越秀区')])]);
  for (const layout of ['guangzhou/project-2023', 'generic/project']) {
    const { status, stderr } = jibiao('build', root, '--out', folder(), '--layout', layout);
    expect(stderr).toContain('[nothing-to-print]');
    expect(stderr).not.toMatch(/天河区|field-not-printed/);
    expect(status).toBe(1);
  }
});

it('a glossary is said to be printed by appendix: by build and check, and by appendix printed', () => {
  const glossary = [{ name: '科普', meaning: '科学普及。' }];
  const root = saved([report('广东省广州市', [project({})], { glossary })]);
  const words = '名词解释（由 appendix 印出）';
  const build = (command: string, ...more: readonly string[]) =>
    jibiao(command, root, '--out', folder(), '--to', 'html', '--no-verify', ...more).stderr;
  for (const quiet of [[], ['--quiet']]) {
    expect(build('build', ...quiet)).toContain(`表里不印：${words} [field-not-printed]`);
    expect(build('appendix', ...quiet)).not.toContain('名词解释');
  }
  const checked = jibiao('check', root, '--strict');
  expect(checked.stdout).not.toContain('名词解释');
  expect(jibiao('check', root, '--hints').stdout).toContain(`表里不印：${words}`);
});
