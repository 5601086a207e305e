import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkReport } from '../../../src/check/check.js';
import { compareNumbers } from '../../../src/english/compare.js';
import type { TermEntry } from '../../../src/english/entry.js';
import { translate } from '../../../src/english/translate.js';
import { findProduct } from '../../../src/layouts/find.js';
import { Problems } from '../../../src/problem.js';
import { chartTexts } from '../../../src/products/summary/charts/chart.js';
import type { Pair } from '../../../src/products/summary/pair.js';
import { summaryOf } from '../../../src/products/summary/summary.js';
import { viewOf } from '../../../src/products/summary/view.js';
import { publishSummary, type SummaryWish } from '../../../src/publish/summary.js';
import { readReport } from '../../../src/report/read.js';
import type { Report } from '../../../src/report/schema.js';
import { share } from '../../runs.js';
import { fonts } from '../../shippedFonts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-summary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const samples = ['guangzhou-2023', 'guangzhou-2025', 'nansha-2024', 'tianjin-2023', 'shanghai-2024'];
const reportOf = (name: string): Report => {
  const file = `data/${name}.json`;
  return readReport(readFileSync(file), file).report;
};

const template = findProduct(['templates'], 'summary', 'columns');

const wish: SummaryWish = {
  formats: ['pdf', 'docx', 'html'],
  docxFonts: 'used',
  verify: true,
  languages: 'zh-en',
  arrange: 'columns',
  templates: ['templates'],
  terms: [],
};
let made = 0;
const publish = (report: Report, changes: Partial<SummaryWish> = {}) => {
  const own = join(folder, String(made++));
  mkdirSync(own);
  writeFileSync(join(own, 'r.json'), JSON.stringify(report));
  return publishSummary(join(own, 'r.json'), { fonts, out: own }, { ...wish, ...changes });
};

function pairsIn(value: unknown): Pair[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string') return [value as Pair];
  return Object.values(value).flatMap(pairsIn);
}

/** The report without any of its English. */
function withoutEnglish(report: Report): Report {
  const bare = (key: string, value: unknown): unknown =>
    /^(?:name|text|brief|unit|note)En$/.test(key) ? undefined : value;
  return JSON.parse(JSON.stringify(report, bare)) as Report;
}

describe.each(samples)('%s', (name) => {
  const report = reportOf(name);
  const translation = translate(report);
  const { view } = viewOf(translation, 'zh-en');

  it('has English for every text that its summary shows', () => {
    expect(pairsIn(view).filter(({ missing }) => missing)).toEqual([]);
  });

  it('says the same numbers in both languages, wherever it says one', () => {
    for (const { zh, en } of pairsIn([view.figures, view.charts, view.projects, view.overall, view.year]))
      expect(compareNumbers(zh, en), `${zh} | ${en}`).toEqual({ missing: [], extra: [] });
  });

  it('draws charts whose numbers are those of the report', async () => {
    const { figures, view: shown } = await summaryOf(translation, name, 'zh-en', template, fonts);
    expect(figures.size).toBe(shown.charts.length);
    for (const { src, rows } of shown.charts) {
      const strips = figures.get((src ?? '').replace('chart:', '')) ?? [];
      const drawn = strips.flatMap(({ drawing }) => chartTexts(drawing));
      for (const { value } of rows) {
        const printed = value.zh === value.en ? value.zh : `${value.zh} / ${value.en}`;
        expect(drawn).toContain(printed);
      }
    }
    const funds = shown.charts.find(({ src }) => src === 'chart:projects');
    const stated = report.units.flatMap(({ projects }) =>
      projects.flatMap(({ funding = [] }) => funding.filter(({ source }) => source === 'total')),
    );
    const yuan = (amount: string) => Math.round(Number(amount) * (report.moneyUnit === '万元' ? 10_000 : 1));
    const known = stated.map(({ amount }) => yuan(amount));
    if (stated.length > 1)
      for (const { value } of funds?.rows ?? []) expect(known).toContain(Number(value.en.replace(/[^\d.]/g, '')));
  });
});

const arranged = samples.flatMap((name) =>
  (['columns', 'interleaved'] as const).map((arrange) => [name, arrange] as const),
);

it.each(share(arranged))('%s is published, read back and the same each time: %s', async (name, arrange) => {
  const report = reportOf(name);
  const [first, second] = [await publish(report, { arrange }), await publish(report, { arrange })];
  expect(first.missing).toEqual([]);
  expect(first.files.map(({ format }) => format)).toEqual(['pdf', 'docx', 'html']);
  first.files.forEach(({ path }, index) => {
    expect(readFileSync(path).equals(readFileSync(second.files[index]?.path as string))).toBe(true);
  });
});

it('keeps Chinese that has no English, marks it and lists it', async () => {
  const bare = withoutEnglish(reportOf('tianjin-2023'));
  const { files, missing } = await publish(bare, { formats: ['html'] });
  const html = readFileSync(files[0]?.path as string, 'utf8');
  expect(missing.length).toBeGreaterThan(50);
  expect(html).toContain('基层科普能力提升项目（中央专款）＊');
  for (const { zh } of missing) expect(html).toContain(zh.slice(0, 8));
});

it('marks English that was composed from terms, and says so once', async () => {
  const bare = withoutEnglish(reportOf('tianjin-2023'));
  const term = (zh: string, en: string): TermEntry => ({
    pointer: '',
    kind: 'any',
    context: '',
    zh,
    en,
    state: 'translated',
  });
  const terms = [term('科普', 'science outreach'), term('经费', 'funds'), term('观众', 'visitor')];
  const { files, composed, missing } = await publish(bare, { formats: ['html', 'pdf'], terms });
  const html = readFileSync(files.find(({ format }) => format === 'html')?.path as string, 'utf8');
  expect(composed.map(({ en }) => en)).toEqual(['Science outreach funds', 'Visitor satisfaction']);
  expect(html).toContain('Science outreach funds†<');
  expect(html.split('Science outreach funds').length).toBe(html.split('Science outreach funds†').length);
  expect(html).toContain('标†的英文由术语拼成，尚未经人核对。');
  expect(missing.map(({ zh }) => zh)).not.toContain('科普经费');
  const plain = await publish(bare, { formats: ['html'] });
  expect(readFileSync(plain.files[0]?.path as string, 'utf8')).not.toContain('†');
});

it('says in both languages where Chinese without English stands', async () => {
  const bare = withoutEnglish(reportOf('nansha-2024'));
  const { missing } = viewOf(translate(bare), 'zh-en').view;
  const contexts = missing.map(({ context }) => [context.zh, context.en]);
  expect(contexts).toContainEqual([
    '部门整体·目标概述',
    'The department as a whole, performance target in one sentence',
  ]);
  expect(contexts).toContainEqual(['部门整体·任务名称', 'The department as a whole, name of the task']);
  const report = withoutEnglish(reportOf('tianjin-2023'));
  Object.assign(report.units[0]?.projects[0] ?? {}, { publish: false, withheldReason: '涉密' });
  const places = viewOf(translate(report), 'zh-en').view.missing.map(({ context }) => context);
  expect(places).toContainEqual({
    zh: '项目1·绩效目标',
    en: 'Project 1, performance target',
  });
  expect(places.filter(({ zh }) => /·指标“.+”·指标值$/.test(zh)).length).toBeGreaterThan(0);
  const { files } = await publish(report, { formats: ['html'], languages: 'en' });
  const html = readFileSync(files[0]?.path as string, 'utf8');
  expect(html).toContain('Project 1, performance target');
  expect(html).not.toContain('项目1·');
});

it('uses the terms of a file, and none that are stale', async () => {
  const bare = withoutEnglish(reportOf('tianjin-2023'));
  const entry = (zh: string, en: string): TermEntry => ({
    pointer: '/units/0/projects/0/name',
    kind: 'project',
    context: '',
    zh,
    en,
    state: 'translated',
  });
  const zh = bare.units[0]?.projects[0]?.name as string;
  const fresh = await publish(bare, { formats: ['html'], terms: [entry(zh, 'Grassroots Project')] });
  expect(readFileSync(fresh.files[0]?.path as string, 'utf8')).toContain('Grassroots Project');
  expect(fresh.stale).toEqual([]);
  const stale = await publish(bare, { formats: ['html'], terms: [entry('别的名称', 'Another Project')] });
  expect(readFileSync(stale.files[0]?.path as string, 'utf8')).not.toContain('Another Project');
  expect(stale.stale).toHaveLength(1);
});

it('is not published when a number differs, and names both cells', async () => {
  const report = structuredClone(reportOf('tianjin-2023'));
  const goal = report.units[0]?.projects[0]?.goals?.[1];
  Object.assign(goal ?? {}, { textEn: 'Carry out at least 9 capacity improvement projects.' });
  const failure = await publish(report).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(Problems);
  const [problem, ...others] = (failure as Problems).problems.filter(({ code }) => code === 'summary-number-differs');
  expect(others).toEqual([]);
  expect(problem?.place?.pointer).toBe('/units/0/projects/0/goals/1/text');
  expect(problem?.related?.[0]?.pointer).toBe('/units/0/projects/0/goals/1/textEn');
  const acceptance = { code: 'summary-number-differs', at: '/units/0/projects/0/goals/1/text', reason: '译法如此' };
  const accepted = { ...report, accepted: [...(report.accepted ?? []), acceptance] };
  expect((await publish(accepted, { formats: ['html'] })).files).toHaveLength(1);
  const text = JSON.stringify(accepted);
  const { findings } = checkReport({ report: accepted, text, file: 'r.json', warnings: [] }, []);
  expect(findings.map(({ problem }) => problem.code)).not.toContain('acceptance-unused');
});

describe('a goal in one sentence', () => {
  const withBrief = (brief: object) => {
    const report = structuredClone(reportOf('tianjin-2023'));
    Object.assign(report.units[0]?.projects[0]?.goals?.[1] ?? {}, brief);
    return report;
  };
  const sentence = { brief: '实施能力提升项目8项以上。', briefEn: 'Carry out at least 8 improvement projects.' };

  it('stands in the summary for the goal, and the summary says so', () => {
    const whole = viewOf(translate(withBrief({})), 'zh-en').view;
    const { view } = viewOf(translate(withBrief(sentence)), 'zh-en');
    expect(whole.briefs).toBe(false);
    expect(view.briefs).toBe(true);
    expect(view.projects[0]?.goals).toEqual([
      whole.projects[0]?.goals[0],
      { zh: sentence.brief, en: sentence.briefEn },
    ]);
    expect(view.projects.slice(1)).toEqual(whole.projects.slice(1));
  });

  it('is proven as the goal is, in both languages and against the goal', async () => {
    const codes = async (brief: object) => {
      const failure = await publish(withBrief(brief), { formats: ['html'] }).catch((cause: unknown) => cause);
      return failure instanceof Problems ? failure.problems.map(({ code, place }) => [code, place?.pointer]) : [];
    };
    const pointer = '/units/0/projects/0/goals/1/brief';
    expect(await codes({ ...sentence, briefEn: 'At least 4 projects.' })).toContainEqual([
      'summary-number-differs',
      pointer,
    ]);
    expect(await codes({ brief: '项目不少于9个。', briefEn: 'At least 9 projects.' })).toContainEqual([
      'summary-brief-number',
      pointer,
    ]);
  });

  it('needs no English of the goal that it stands for', () => {
    const { view } = viewOf(translate(withoutEnglish(withBrief(sentence))), 'zh-en');
    const [goal] = withBrief({}).units[0]?.projects[0]?.goals?.slice(1) ?? [];
    expect(view.missing.map(({ zh }) => zh)).toContain(sentence.brief);
    expect(view.missing.map(({ zh }) => zh)).not.toContain(goal?.text);
  });
});

it('shows nothing of a project that is withheld, in no sum either', async () => {
  const report = structuredClone(reportOf('tianjin-2023'));
  Object.assign(report.units[0]?.projects[1] ?? {}, { publish: false, withheldReason: '涉密' });
  const { view } = viewOf(translate(report), 'zh-en');
  const total = view.figures.find(({ label }) => label.zh === '年度资金总额');
  expect(total?.value.zh).toBe('1,661.00万元');
  expect(JSON.stringify(view)).not.toContain('科普经费"');
});

it('leaves out a sum that would leave out a project', () => {
  const report = structuredClone(reportOf('tianjin-2023'));
  const [first] = report.units[0]?.projects ?? [];
  Object.assign(first ?? {}, { funding: [{ source: 'generalPublicBudget', period: 'year', amount: '185.00' }] });
  const labels = (view: ReturnType<typeof viewOf>['view']) => view.figures.map(({ label }) => label.zh);
  expect(labels(viewOf(translate(report), 'zh-en').view)).not.toContain('年度资金总额');
});

describe('amounts', () => {
  const withAmount = (name: string, amount: string) => {
    const report = structuredClone(reportOf(name));
    const [line] = report.units[0]?.projects[1]?.funding ?? [];
    Object.assign(line ?? {}, { amount });
    return viewOf(translate(report), 'zh-en').view;
  };

  it.each([
    ['tianjin-2023', '185.1', '185.10万元', '1,851,000\u00a0yuan'],
    ['tianjin-2023', '185.123456', '185.123456万元', '1,851,234.56\u00a0yuan'],
    ['shanghai-2024', '300000.00', '30.00万元', '300,000\u00a0yuan'],
    ['shanghai-2024', '300100', '30.01万元', '300,100\u00a0yuan'],
    ['shanghai-2024', '0.00', '0.00万元', '0\u00a0yuan'],
    ['shanghai-2024', '300050', '300,050.00元', '300,050\u00a0yuan'],
    ['shanghai-2024', '300000.5', '300,000.50元', '300,000.50\u00a0yuan'],
  ])('of %s: %s is %s and %s', (name, amount, zh, en) => {
    expect(withAmount(name, amount).projects[1]?.amount).toEqual({ zh, en });
  });

  it('have one unit in the whole summary', () => {
    const { figures, projects } = withAmount('shanghai-2024', '300050');
    const printed = [...figures, ...projects.map((project) => ({ value: project.amount }))].map(
      ({ value }) => value.zh,
    );
    expect(printed.filter((text) => text.endsWith('元')).length).toBeGreaterThan(5);
    expect(printed.filter((text) => text.endsWith('万元'))).toEqual([]);
  });

  it('that are very long have charts while there is room, and tables without', async () => {
    const chartOf = (digits: number) => {
      const { charts } = withAmount('tianjin-2023', `${'1'.repeat(digits)}.00`);
      return charts[0]?.src;
    };
    expect([chartOf(16), chartOf(40)]).toEqual(['chart:projects', undefined]);
    const report = structuredClone(reportOf('tianjin-2023'));
    for (const { projects } of report.units)
      for (const project of projects)
        Object.assign(project, { funding: [{ source: 'total', period: 'year', amount: `${'1'.repeat(15)}.00` }] });
    expect((await publish(report, { formats: ['pdf'], draft: true })).files).toHaveLength(1);
  });
});

it('counts indicators in the singular and the plural, a level under its first level', () => {
  const { view } = viewOf(translate(reportOf('nansha-2024')), 'zh-en');
  const rows = view.charts.at(-1)?.rows ?? [];
  const said = rows.map(({ label, value, heads, inner }) => [label.en, value.en, heads, inner]);
  expect(said).toContainEqual(['Output indicators', '31', true, false]);
  expect(said).toContainEqual(['Quantity indicators', '23', false, true]);
  expect(said).toContainEqual(['Quality indicator', '1', false, true]);
});

it('says why the rest of many projects has no bar', () => {
  const report = structuredClone(reportOf('tianjin-2023'));
  const [unit] = report.units;
  const notes = (count: number) => {
    const projects = Array.from({ length: count }, () => structuredClone(unit?.projects[0]));
    Object.assign(report.units[0] ?? {}, { projects });
    report.units.splice(1);
    const { view } = viewOf(translate(report), 'zh-en');
    return [view.charts[0]?.rows.length, view.charts[0]?.note?.en.slice(0, 30)];
  };
  expect(notes(20)).toEqual([20, undefined]);
  expect(notes(25)).toEqual([25, 'The other 6 are given as one s']);
});

it('prints one language alone', async () => {
  const text = async (languages: 'zh' | 'en') => {
    const { files } = await publish(reportOf('shanghai-2024'), { formats: ['html'], languages });
    return readFileSync(files[0]?.path as string, 'utf8');
  };
  expect(await text('zh')).not.toContain('Key figures');
  const english = await text('en');
  expect(english).not.toContain('主要数据');
  expect(english).toContain('the Chinese text rules');
});

it('prints what looks like a template or like markup as text', async () => {
  const report = structuredClone(reportOf('tianjin-2023'));
  const name = '{{lookup this "constructor"}} <table> & {{{x}}}';
  Object.assign(report.units[0]?.projects[0] ?? {}, { name, nameEn: name });
  const { files } = await publish(report, { formats: ['html'], draft: true });
  const html = readFileSync(files[0]?.path as string, 'utf8');
  expect(html).toContain('{{lookup this');
  expect(html).toContain('&lt;table');
  expect(html).toContain('{{{x}}}');
});

describe('a template of one’s own', () => {
  const faults = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    const own = mkdtempSync(join(folder, 'own-'));
    mkdirSync(join(own, 'summary'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(own, 'summary', name), text);
    const failure = await publish(reportOf('shanghai-2024'), {
      templates: ['templates', own],
      formats: ['html'],
    }).catch((cause: unknown) => cause);
    if (!(failure instanceof Problems)) return failure;
    return failure.problems.map(({ code, place, hint }) => [code, `${place?.file}:${place?.line ?? ''}`, hint?.zh]);
  };
  const columns = 'summary/columns.hbs';

  it('may have partials of its own', async () => {
    const made = await faults({ 'columns.hbs': '{{> mine}}', 'mine.hbs': '<h1>{{title.zh}}</h1>' });
    expect(made).toMatchObject({ pages: 1 });
  });

  it.each<[string, Record<string, string | Uint8Array>, string, string, string | undefined]>([
    [
      'a name',
      { 'columns.hbs': '<h1>{{title.zh}}</h1>\n<p>{{tilte}}</p>' },
      'template-unknown-name',
      `${columns}:2`,
      'title',
    ],
    [
      'a pair for a text',
      { 'columns.hbs': '<p>{{year.zh}}\n{{department}}</p>' },
      'template-not-printable',
      `${columns}:2`,
      '{{department.zh}}',
    ],
    [
      'a name in a branch not taken',
      { 'columns.hbs': '{{#unless zh}}{{nam}}{{/unless}}甲' },
      'template-unknown-name',
      `${columns}:1`,
      undefined,
    ],
    [
      'a name in a partial',
      { 'columns.hbs': '{{> summary-head}}', 'summary-head.hbs': '<p>甲</p>\n<p>{{department.name}}</p>' },
      'template-unknown-name',
      'summary/summary-head.hbs:2',
      undefined,
    ],
    [
      'the syntax of a partial',
      { 'columns.hbs': '{{> mine}}', 'mine.hbs': '<p>甲</p>\n{{#if zh}}' },
      'template-syntax',
      'summary/mine.hbs:2',
      '{{#…}}',
    ],
    [
      'a partial that is not there',
      { 'columns.hbs': '\n{{> summary-haed}}' },
      'template-unknown-partial',
      `${columns}:2`,
      'summary-head',
    ],
    [
      'a partial that calls itself',
      { 'columns.hbs': '{{> mine}}', 'mine.hbs': '甲\n{{> mine}}' },
      'template-partial-recursion',
      'summary/mine.hbs:2',
      undefined,
    ],
    [
      'a helper of layouts',
      { 'columns.hbs': '<p>{{count projects}}</p>' },
      'template-unknown-helper',
      `${columns}:1`,
      undefined,
    ],
    ['nothing', { 'columns.hbs': '' }, 'template-empty', `${columns}:`, 'templates/summary'],
    ['no words', { 'columns.hbs': '<section></section>\n' }, 'template-empty', `${columns}:`, 'templates/summary'],
    ['another encoding', { 'columns.hbs': new Uint8Array([0xb8, 0xc5]) }, 'layout-encoding', `${columns}:`, 'UTF-8'],
    ['an element', { 'columns.hbs': '<p>甲</p>\n<div>乙</div>' }, 'markup-element', `${columns}:2`, undefined],
  ])('that has %s wrong is refused with file and line', async (_, files, code, place, hint) => {
    const problems = (await faults(files)) as string[][];
    expect(problems.map((each) => each.slice(0, 2))).toEqual([[code, place]]);
    if (hint !== undefined) expect(problems[0]?.[2]).toContain(hint);
  });
});

it.each(['columns', 'interleaved'] as const)(
  'says that there is nothing where a report lists nothing: %s',
  async (arrange) => {
    const report = { ...structuredClone(reportOf('shanghai-2024')), units: [] };
    const { files } = await publish(report, { formats: ['html', 'pdf', 'docx'], draft: true, arrange });
    const html = readFileSync(files[0]?.path as string, 'utf8');
    expect(html).toContain('未列项目和绩效指标');
    expect(html).toContain('No projects and no performance indicators are listed');
  },
);
