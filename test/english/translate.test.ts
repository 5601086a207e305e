import { describe, expect, it } from 'vitest';
import type { TermEntry } from '../../src/english/entry.js';
import { listing, staleProblems } from '../../src/english/listing.js';
import { proveEnglish } from '../../src/english/prove.js';
import { readTerms } from '../../src/english/readTerms.js';
import { translate } from '../../src/english/translate.js';
import { writeTermsCsv, writeTmx, writeXliff } from '../../src/english/writeTerms.js';
import type { Project, Report } from '../../src/report/schema.js';
import { seed, seeds } from '../diff/edits.js';

const project: Project = {
  name: '科普活动',
  goals: [{ period: 'year', text: '举办活动8场，安排资金71.78万元。' }],
  indicators: [
    { level1: '产出指标', level2: '数量指标', name: '活动场次', annualTarget: { sign: '≥', value: '8', unit: '场' } },
    { level1: '产出指标', name: '完成情况', annualTarget: { text: '及时' }, wholeTarget: { text: '按计划推进' } },
    { level1: '产出指标', name: '飞行', annualTarget: { sign: '≥', value: '3', unit: '驾次' } },
  ],
};
const report = (...projects: Project[]): Report => ({
  year: 2024,
  region: { name: '广州市' },
  moneyUnit: '万元',
  department: { name: '广州市科学技术协会' },
  units: [{ name: '某中心', projects }],
});
const entry = (pointer: string, zh: string, en: string, more: Partial<TermEntry> = {}): TermEntry => ({
  pointer,
  kind: 'project',
  context: '',
  zh,
  en,
  state: 'translated',
  ...more,
});
const name = '/units/0/projects/0/name';

describe('translate', () => {
  it('finds what is known and tells what is not, without touching the report', () => {
    const given = report(project);
    const before = JSON.stringify(given);
    const { report: both, missing, sourceOf } = translate(given);
    expect(JSON.stringify(given)).toBe(before);
    expect(both.department.nameEn).toBe('Guangzhou Association for Science and Technology');
    expect(both.units[0]?.projects[0]?.indicators?.[1]?.annualTarget).toEqual({ text: '及时', textEn: 'on time' });
    expect(missing.map(({ kind, zh }) => `${kind} ${zh}`)).toEqual([
      'department 某中心',
      'project 科普活动',
      'goal 举办活动8场，安排资金71.78万元。',
      'indicator 活动场次',
      'indicator 完成情况',
      'value 按计划推进',
      'indicator 飞行',
      'unit 驾次',
    ]);
    expect([sourceOf('/region/name'), sourceOf(name)]).toEqual(['ours', undefined]);
  });

  it('takes the report’s own English before the user’s, and the user’s before the shipped', () => {
    const own = [
      entry(name, '科普活动', 'Outreach'),
      entry('', '及时', 'promptly', { kind: 'any' }),
      entry('', '驾次', 'sortie/sorties', { kind: 'unit' }),
    ];
    const both = translate(report(project, { ...project, nameEn: 'Science for All' }), own);
    expect(both.report.units[0]?.projects.map(({ nameEn }) => nameEn)).toEqual(['Outreach', 'Science for All']);
    expect(both.report.units[0]?.projects[0]?.indicators?.[1]?.annualTarget).toMatchObject({ textEn: 'promptly' });
    expect(both.missing.some(({ kind }) => kind === 'unit')).toBe(false);
    expect(both.sourceOf(name)).toBe('user');
  });

  it('follows a project that moved, but never uses a stale translation', () => {
    const own = [entry(name, '科普活动', 'Outreach')];
    const moved = translate(report({ name: '新项目' }, project), own);
    expect(moved.report.units[0]?.projects.map(({ nameEn }) => nameEn)).toEqual([undefined, 'Outreach']);
    expect(moved.stale).toEqual([]);
    const changed = translate(report({ ...project, name: '科普活动（二期）' }), own);
    expect(changed.report.units[0]?.projects[0]).not.toHaveProperty('nameEn');
    expect(changed.stale).toEqual(own);
    expect(staleProblems(changed.stale, 'a.csv')).toMatchObject([{ code: 'term-stale', severity: 'warning' }]);
    const [line] = listing(changed, own).filter(({ kind }) => kind === 'project');
    expect(line).toMatchObject({ pointer: name, zh: '科普活动（二期）', en: 'Outreach', state: 'stale' });
    expect(line?.context).toContain('原文曾为：科普活动');
    // Read back untouched it is still stale; once somebody says it is translated, it counts.
    expect(translate(changed.report, [line as TermEntry]).stale).toHaveLength(1);
    const looked = { ...(line as TermEntry), en: 'Outreach (phase two)', state: 'translated' as const };
    expect(translate(changed.report, [looked]).sourceOf(name)).toBe('user');
  });

  it('takes no side between two translations of one text elsewhere', () => {
    const own = [entry(name, '科普活动', 'Outreach'), entry('/units/0/projects/1/name', '科普活动', 'Fairs')];
    const { report: both, missing } = translate(report(project, project, project), own);
    expect(both.units[0]?.projects.map(({ nameEn }) => nameEn)).toEqual(['Outreach', 'Fairs', undefined]);
    expect(missing.map(({ pointer }) => pointer)).toContain('/units/0/projects/2/name');
  });

  it('says nothing of projects that are not published', () => {
    const hidden = translate(report({ ...project, publish: false, withheldReason: '涉密' }));
    expect(hidden.texts.map(({ pointer }) => pointer)).toEqual(['/region/name', '/department/name', '/units/0/name']);
  });
});

describe('English composed from terms', () => {
  const termbase = [
    entry('', '科普', 'science outreach', { kind: 'any' }),
    entry('', '活动', 'activities', { kind: 'any' }),
  ];
  const [goal] = project.goals ?? [];
  const open = report({ ...project, goals: [{ ...goal, period: 'year', text: '科普活动' }] });
  const lineFor = (own: readonly TermEntry[], given = open) =>
    listing(translate(given, own), own).find(({ pointer }) => pointer === name) as TermEntry;

  it('stands where nobody has other English, and is told apart; sentences are left to people', () => {
    const both = translate(open, termbase);
    expect(both.report.units[0]?.projects[0]?.nameEn).toBe('Science outreach activities');
    expect(both.sourceOf(name)).toBe('composed');
    expect(both.composed.map(({ pointer }) => pointer)).toEqual([name]);
    expect(both.missing.map(({ pointer }) => pointer)).toContain('/units/0/projects/0/goals/0/text');
    expect(translate(open, [...termbase, entry(name, '科普活动', 'Outreach')]).composed).toEqual([]);
    expect(translate(report({ ...project, nameEn: 'Science for All' }), termbase).composed).toEqual([]);
  });

  it('uses words of the termbase only, never whole texts of other places', () => {
    const placed = termbase.map((each, index) => ({ ...each, pointer: `/units/0/projects/${index}/name` }));
    expect(translate(open, placed).composed).toEqual([]);
  });

  it('is listed with its terms for somebody to read, and is nobody’s translation until they say so', () => {
    const line = lineFor(termbase);
    expect(line).toMatchObject({ en: 'Science outreach activities', state: 'composed' });
    expect(line.terms).toBe('科普 = science outreach；活动 = activities');
    for (const bytes of [writeTermsCsv([line]), writeXliff([line], 'a'), writeTmx([line])]) {
      const read = [...termbase, ...readTerms(bytes, 'a')];
      expect(translate(open, read).sourceOf(name)).toBe('composed');
      expect(translate(open, read).stale).toEqual([]);
    }
    const accepted: TermEntry = { ...line, state: 'translated' };
    expect(translate(open, [...termbase, accepted]).sourceOf(name)).toBe('user');
  });

  it('is stale when it was mended without a word, or when the terms have changed', () => {
    const mended: TermEntry = { ...lineFor(termbase), en: 'Outreach' };
    const both = translate(open, [...termbase, mended]);
    expect([both.sourceOf(name), both.stale]).toEqual(['composed', [mended]]);
    expect(lineFor([...termbase, mended])).toMatchObject({ en: 'Outreach', state: 'stale' });
  });

  it('tells the terms inside texts that it does not cover', () => {
    const line = lineFor(termbase, report({ ...project, name: '量子科普活动周' }));
    expect(line).toMatchObject({ en: '', state: 'missing', terms: '科普 = science outreach；活动 = activities' });
  });
});

describe('the listing', () => {
  it.each(seeds)('%s: filled in and read back leaves nothing missing, as CSV, XLIFF and TMX', (name) => {
    const given = seed(name);
    const lines = listing(translate(given));
    expect(new Set(lines.map(({ kind, zh }) => `${kind} ${zh.trim()}`)).size).toBe(lines.length);
    const filled = lines.map((line) => ({ ...line, en: line.en || 'x', state: 'translated' as const }));
    for (const bytes of [writeTermsCsv(filled), writeXliff(filled, name), writeTmx(filled)]) {
      const own = readTerms(bytes, name);
      const both = translate(given, own);
      expect([both.missing, both.stale]).toEqual([[], []]);
      expect(listing(both, own).map(({ zh, en }) => [zh, en])).toEqual(filled.map(({ zh, en }) => [zh, en]));
    }
  });

  it('is empty of what has nobody looked at once it is read back as it is', () => {
    const lines = listing(translate(report(project)));
    expect(translate(report(project), lines).sourceOf('/department/name')).toBe('ours');
    expect(listing(translate(report(project), lines), lines)).toEqual(lines);
  });
});

describe('proveEnglish', () => {
  it('passes the quantities that we write ourselves', () => {
    for (const name of seeds) expect(proveEnglish(translate(seed(name)), name)).toEqual([]);
  });

  it('stops a goal that says other numbers, with both cells', () => {
    const wrong = 'Eight events; 71.78 million yuan.';
    const goals = [{ period: 'year' as const, text: project.goals?.[0]?.text ?? '', textEn: wrong }];
    const [problem, ...rest] = proveEnglish(translate(report({ ...project, goals })), 'a.json');
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({
      code: 'summary-number-differs',
      place: { file: 'a.json', pointer: '/units/0/projects/0/goals/0/text' },
      related: [{ pointer: '/units/0/projects/0/goals/0/textEn' }],
    });
    const right = goals.map((goal) => ({ ...goal, textEn: 'Eight events; 717,800 yuan.' }));
    expect(proveEnglish(translate(report({ ...project, goals: right })), 'a.json')).toEqual([]);
  });
});
