import { expect, test } from 'vitest';
import { generate, pagesOf } from '../../src/generate.js';
import { sumAmounts } from '../../src/report/money.js';
import type { FundingLine, Project, Report } from '../../src/report/schema.js';
import { type FundingSource, fundingSources } from '../../src/report/vocabulary.js';
import { share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { projectOf, reportOf } from './make.js';

/** Any number of sources of money has room in the tables of tasks and of allocations, whatever the amounts. */

const { layouts } = shippedLayouts;
const sources = (Object.keys(fundingSources) as FundingSource[]).filter((source) => source !== 'total');
const counts = [1, 3, 4, 6, 8, 10, 12, sources.length];
const target = { sign: '≥', value: '6', unit: '公里' } as const;
const indicators = [{ level1: '产出指标', level2: '数量指标', name: '治理长度', annualTarget: target }];

/** The total and so many sources, no two amounts alike. */
function money(count: number, seed: number, digits: string): FundingLine[] {
  const parts = sources
    .slice(0, count)
    .map((source, index) => ({ source, amount: `${digits}${seed}${index}.${10 + index}` }));
  const total = { source: 'total' as const, amount: sumAmounts(parts.map(({ amount }) => amount)) };
  return [total, ...parts].map((line) => ({ ...line, period: 'year' }));
}

function withSources(count: number, digits: string): Report {
  const goals = [{ period: 'year' as const, text: '治理河道6公里。' }];
  const shares = ['石桥县', '柳林区', '青川县'].map((name, index) =>
    projectOf(name, [], { parent: 'p', funding: money(count, index + 1, digits) }),
  );
  const whole = projectOf('中小河流治理补助', indicators, { id: 'p', goals, funding: money(count, 7, digits) });
  const tasks = ['河道整治', '农村供水', '水文监测'].map((name, index) => ({
    name,
    content: '清淤6公里，修复护岸2处，新建堤防3公里。',
    funding: money(count, index + 1, digits),
    ...(index === 0 && { expected: '汛前完成主体工程。' }),
  }));
  const department = { name: '水务局', overall: { goals, tasks, indicators } };
  return reportOf([whole, ...shares] as Project[], { department });
}

const forms = layouts.filter(({ manifest }) => manifest.shape === 'form');
const trials = counts.flatMap((count) => ['1', '123456', '1234567890'].map((digits) => [count, digits] as const));
const tried = share(forms, 4).flatMap((layout, turn) =>
  share(trials, turn).map(([count, digits]) => [layout.manifest.id, count, digits, layout] as const),
);

test.each(tried)('%s: %i sources of amounts that begin with %s', async (_, count, digits, layout) => {
  const report = withSources(count, digits);
  expect(pagesOf(report, [layout], fonts).starved).toEqual([]);
  const wish = { formats: ['pdf', 'docx', 'html'], docxFonts: 'native', verify: true } as const;
  expect((await generate(report, [layout], fonts, wish)).files).toHaveLength(3);
});

test('each source and amount is printed, once a task, an allocation and for the sum', async () => {
  for (const [id, table] of [
    ['generic/department', '年度主要任务'],
    ['generic/project', '资金分配'],
  ] as const) {
    const layout = layouts.filter(({ manifest }) => manifest.id === id);
    const report = withSources(10, '123');
    const wish = { formats: ['markup'], docxFonts: 'native', verify: false } as const;
    const markup = Buffer.from((await generate(report, layout, fonts, wish)).files[0]?.bytes ?? []).toString();
    const shown = markup
      .slice(markup.indexOf(table))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(',', '');
    for (const owner of id === 'generic/department'
      ? (report.department.overall?.tasks ?? [])
      : (report.units[0]?.projects.slice(1) ?? []))
      for (const { amount } of owner.funding ?? []) expect(shown.split(/\s+/)).toContain(amount);
  }
});
