import { describe, expect, it } from 'vitest';
import { blocksText } from '../../../src/document/walk.js';
import { bookletTitle, coverSection } from '../../../src/products/booklet/front.js';
import { noteSentences, type TableKind } from '../../../src/products/booklet/note.js';
import type { Indicator, Project, Report } from '../../../src/report/schema.js';
import { oddReports, report } from '../../oddReports.js';

const named = (list: readonly Indicator[] = []) => list.filter(({ name }) => name !== '').length;
const cents = (project: Project, source: string): number | undefined => {
  const line = project.funding?.find((each) => each.source === source && each.amount !== '—');
  return line && Math.round(Number(line.amount) * 100);
};
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

/** What a reader would count in the report, one number for each that a sentence may name. */
function counted(whole: Report): Record<string, number | undefined> {
  const all = whole.units.flatMap(({ projects }) => projects);
  const projects = all.filter(({ publish }) => publish !== false);
  const outer = projects.filter(({ parent }) => parent === undefined);
  const { overall } = whole.department;
  const stating = projects.filter((project) => cents(project, 'total') !== undefined);
  return {
    projects: projects.length,
    inner: projects.length - outer.length,
    withheld: all.length - projects.length,
    withTargets: projects.filter(({ goals = [], indicators }) => goals.length + named(indicators) > 0).length,
    indicators: sum(projects.map(({ indicators }) => named(indicators))),
    stating: stating.length,
    money: stating.length > 0 ? sum(outer.map((project) => cents(project, 'total') ?? 0)) : undefined,
    fiscal: stating.every((project) => cents(project, 'fiscal') !== undefined)
      ? sum(outer.map((project) => cents(project, 'fiscal') ?? 0))
      : undefined,
    tasks: (overall?.tasks ?? []).length,
    overallIndicators: named(overall?.indicators),
    overallGoals: (overall?.goals ?? []).length,
  };
}

/** Each sentence of the note that there is, and what must be so wherever it stands. A sentence that none of them reads fails. */
type Truth = (found: RegExpExecArray, is: ReturnType<typeof counted>, kinds: ReadonlySet<TableKind>) => void;
const money = (text: string | undefined) => Math.round(Number(text?.replaceAll(',', '')) * 100);
const truths: readonly (readonly [RegExp, Truth])[] = [
  [
    /^青禾市某某局2026年度(编报|公开)项目(\d+)个，(?:(均?)设置了绩效目标|其中设置绩效目标的项目(\d+)个)，设置绩效指标(\d+)条。$/,
    ([, verb, projects, every, some, indicators], is) => {
      expect(Number(projects)).toBe(is.projects);
      expect(is.projects).toBeGreaterThan(0);
      expect(Number(some ?? projects)).toBe(is.withTargets);
      expect(Number(indicators)).toBe(is.indicators);
      if (is.withheld) expect(verb).toBe('公开');
      if (every === '均') expect(is.projects).toBeGreaterThan(1);
    },
  ],
  [
    /^(?:列明年度资金的项目(\d+)个，|项目)年度资金总额(-?[\d,.]+)(?:万元|元)(?:，其中财政资金(-?[\d,.]+)(?:万元|元))?。$/,
    ([, stating, total, fiscal], is) => {
      expect(Number(stating ?? is.projects)).toBe(is.stating);
      expect(money(total)).toBe(is.money);
      expect(fiscal === undefined ? undefined : money(fiscal)).toBe(is.fiscal);
    },
  ],
  [
    /^青禾市某某局(2026年度|同时)(设置了部门整体绩效目标)?(?:，?列明(?:任务(\d+)项)?、?(?:绩效指标(\d+)条)?)?。$/,
    ([, when, set, tasks, indicators], is) => {
      expect(when === '同时').toBe((is.projects ?? 0) > 0);
      expect(set !== undefined).toBe((is.overallGoals ?? 0) + (is.overallIndicators ?? 0) > 0);
      expect(Number(tasks ?? 0)).toBe(is.tasks);
      expect(Number(indicators ?? 0)).toBe(is.overallIndicators);
    },
  ],
  [
    /^(?:(.*)见后附表。)?以上数字由编报数据计算得出(，下级项目的资金不与其上级项目重复计算)?。$/,
    ([, whose, nested], is, kinds) => {
      for (const each of whose?.split('和') ?? []) {
        expect(['部门整体绩效目标', '项目绩效目标', '各项目绩效目标']).toContain(each);
        expect(kinds.has(each.startsWith('部门') ? 'department' : 'project')).toBe(true);
        if (each.startsWith('部门')) expect((is.tasks ?? 0) + (is.overallGoals ?? 0)).toBeGreaterThan(0);
        else expect(each.startsWith('各') ? 2 : 1).toBe(Math.min(2, is.projects ?? 0));
      }
      expect(nested !== undefined).toBe(is.inner !== 0);
    },
  ],
  [
    /^青禾市某某局2026年度没有编报项目，也没有设置部门整体绩效目标。$/,
    (_, is) => {
      expect([is.projects, is.tasks, is.overallGoals, is.overallIndicators]).toEqual([0, 0, 0, 0]);
    },
  ],
];

const kinds: readonly TableKind[][] = [['project'], ['department'], ['department', 'project'], []];

describe.each(Object.entries(oddReports))('the note on a report: %s', (_, whole) => {
  it.each(kinds.map((list) => [new Set(list)]))('is true before tables of %o', (tables) => {
    const sentences = noteSentences(whole, tables, true);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) {
      const read = truths.flatMap(([pattern, truth]) => {
        const found = pattern.exec(sentence);
        return found ? [{ found, truth }] : [];
      });
      expect(read.length, sentence).toBe(1);
      for (const { found, truth } of read) truth(found, counted(whole), tables);
    }
  });

  it('says what there is', () => {
    const text = noteSentences(whole, new Set(['project', 'department']), true).join('');
    const is = counted(whole);
    expect(text.includes('项目年度资金总额') || text.includes('列明年度资金')).toBe(is.money !== undefined);
    expect(/项目\d+个，/.test(text)).toBe((is.projects ?? 0) > 0);
    expect(text.includes('设置了部门整体绩效目标')).toBe((is.overallGoals ?? 0) + (is.overallIndicators ?? 0) > 0);
    expect(text.includes('各项目绩效目标见后附表')).toBe((is.projects ?? 0) > 1);
  });
});

describe('the cover', () => {
  const words = (title?: string) => {
    const cover = { pageStyle: 'plain', ...(title !== undefined && { title }) } as const;
    return {
      text: blocksText(coverSection(report([]), cover).blocks as never),
      title: bookletTitle(report([]), cover),
    };
  };

  it.each([[undefined], ['2026年预算绩效目标'], ['二〇二六年预算绩效目标'], ['２０２６年目标'], ['预算绩效目标']])(
    'names the year once: %s',
    (title) => {
      const { text } = words(title);
      expect(text.normalize('NFKC').match(/2026|二〇二六/g), text).toHaveLength(1);
    },
  );
});
