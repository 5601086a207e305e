import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import { judge } from '../../src/check/judge.js';
import type { Layout } from '../../src/layouts/find.js';
import { gate } from '../../src/publish/gate.js';
import { pagesOf } from '../../src/publish/pages.js';
import { readReport } from '../../src/report/read.js';
import { shippedLayouts } from '../shippedLayouts.js';

const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === 'guangzhou/project-2023') as Layout;

/** What no page shows of the changed example report: open and accepted, by code, severity and words. */
function told(patch: Record<string, unknown>, booklet = false) {
  const read = readReport(Buffer.from(JSON.stringify(patched(patch))), 'example.json');
  const pages = pagesOf(read.report, [layout], booklet);
  const { findings, accepted } = checkReport(read, [layout.manifest], pages);
  const verdict = judge(read, [layout.manifest], {}, pages);
  const isOurs = (code: string) => code === 'field-not-printed' || code === 'acceptance-unused';
  const line = ({ problem: { severity, message, place } }: (typeof findings)[number]) =>
    `${severity} ${message.zh} ${place?.pointer}`;
  const lines = (all: typeof findings) => all.filter(({ problem }) => isOurs(problem.code)).map(line);
  const open = lines(findings).filter((each) => !/编码|二级指标|项目类别|项目期|没有位置/.test(each));
  return { open, accepted: lines(accepted), told: verdict.listed.map(({ message }) => message.zh) };
}

const bases = { '/units/0/projects/0/basis': '依据一', '/units/0/projects/1/basis': '依据二' };
const [first, second] = ['/units/0/projects/0/basis', '/units/0/projects/1/basis'];
const accepting = (code: string, ...at: readonly string[]) => ({
  ...bases,
  '/accepted': at.map((each) => ({ code, at: each, reason: '不公开' })),
});

describe('an acceptance of what is not printed', () => {
  it('covers the field that it names, and not others of its kind', () => {
    expect(told(bases).open).toEqual([`warning 此版式不印：立项依据（2 个项目） ${first}`]);
    for (const code of ['field-not-printed', 'R-52'])
      for (const [one, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const { open, accepted, told: inBuild } = told(accepting(code, one));
        expect(open).toEqual([`warning 此版式不印：立项依据（1 个项目） ${other}`]);
        expect(accepted).toEqual([`warning 此版式不印：立项依据（1 个项目） ${one}`]);
        expect(inBuild.filter((each) => each.includes('立项依据'))).toEqual(['此版式不印：立项依据（1 个项目）']);
      }
  });

  it('covers all where each is named, money and goals by their own line too', () => {
    expect(told(accepting('R-52', first, second))).toMatchObject({ open: [], accepted: [{}, {}] });
    const goal = { period: 'long', text: '三年内建成品牌。' };
    const goals = { '/units/0/projects/0/goals/-': goal, '/units/0/projects/1/goals/-': goal };
    const at = '/units/0/projects/0/goals/1';
    const { open, accepted } = told({ ...goals, '/accepted': [{ code: 'R-52', at, reason: '不公开' }] });
    expect(open).toHaveLength(1);
    expect(open[0]).toContain('（1 个项目） /units/0/projects/1/goals/1');
    expect(accepted).toHaveLength(1);
  });

  it('is told when it meets nothing, as one of another rule is', () => {
    const { open } = told(accepting('R-52', '/units/0/projects/0/safeguards'));
    expect(open).toEqual([
      `warning 此版式不印：立项依据（2 个项目） ${first}`,
      'warning 认可的问题已不存在："R-52" 在 "/units/0/projects/0/safeguards" 处没有发现 /accepted/0',
    ]);
    expect(told(accepting('quote-pairs', first)).open).toHaveLength(2);
  });
});

it('the glossary is a hint that says which product prints it, and nothing where that is made', () => {
  const glossary = { '/glossary': [{ name: '三公经费', meaning: '因公出国（境）费等。' }] };
  expect(told(glossary).open).toEqual(['hint 表里不印：名词解释（由 appendix 印出） /glossary/0']);
  expect(told(glossary, true).open).toEqual([]);
});

it('what the layout declares is marked, and stands in one line of a build; the glossary stands by itself', () => {
  const glossary = [{ name: '三公经费', meaning: '因公出国（境）费等。' }];
  const read = readReport(Buffer.from(JSON.stringify(patched({ '/glossary': glossary }))), 'example.json');
  const { listed } = judge(read, [layout.manifest], {}, pagesOf(read.report, [layout]));
  const hints = listed
    .filter(({ severity }) => severity === 'hint')
    .map(({ declared, message }) => [message.zh, declared]);
  const words = '表里不印：名词解释（由 appendix 印出）';
  expect(hints.length).toBeGreaterThan(1);
  for (const [zh, declared] of hints) expect([zh, declared]).toEqual([zh, zh === words ? undefined : true]);
  const told = gate(read, [layout], true, {}).problems.filter(({ severity }) => severity === 'hint');
  expect(told.map(({ code, message }) => [code, message.zh.split('：')[0]])).toEqual([
    ['field-not-printed', '表里不印'],
    ['field-without-place', '本地区表样没有位置的'],
  ]);
});
