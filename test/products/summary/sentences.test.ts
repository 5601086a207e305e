import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/document/drawing.js';
import { translate } from '../../../src/english/translate.js';
import { findProduct } from '../../../src/layouts/find.js';
import { chartTexts } from '../../../src/products/summary/charts/chart.js';
import { summaryOf } from '../../../src/products/summary/summary.js';
import { viewOf } from '../../../src/products/summary/view.js';
import type { ChartView, SummaryView } from '../../../src/products/summary/vocabulary.js';
import type { Project, Report } from '../../../src/report/schema.js';
import { oddReports, project, report } from '../../oddReports.js';
import { fonts } from '../../shippedFonts.js';

const template = findProduct(['templates'], 'summary', 'columns');

/** Published projects with their money in 0.0001 元 of the report's unit; those inside another apart. */
function counted({ units, department, moneyUnit }: Report) {
  const projects = units.flatMap((unit) => unit.projects).filter(({ publish }) => publish !== false);
  const amountOf = (own: Project) => {
    const text = own.funding?.find(({ source: name }) => name === 'total')?.amount ?? '';
    return text === '' || text === '—' ? undefined : Math.round(Number(text) * (moneyUnit === '元' ? 1 : 10_000));
  };
  const stating = projects.filter((own) => amountOf(own) !== undefined);
  const outer = stating.filter(({ parent }) => parent === undefined);
  const named = [department.overall?.indicators ?? [], ...projects.map(({ indicators }) => indicators ?? [])]
    .flat()
    .filter(({ name }) => name !== '');
  return { projects, amountOf, stating, total: outer.reduce((sum, own) => sum + (amountOf(own) ?? 0), 0), named };
}

const yuan = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));
const figure = (view: SummaryView, name: string) => view.figures.find(({ label }) => label.zh === name)?.value.en;

describe.each(Object.entries(oddReports))('the summary of a report: %s', (_, whole) => {
  const { view } = viewOf(translate(whole), 'zh-en');
  const is = counted(whole);
  const tasks = whole.department.overall?.tasks ?? [];

  it('has figures that a reader counts too, and none about nothing', () => {
    if (is.projects.length > 0 || tasks.length === 0) expect(figure(view, '项目数')).toBe(String(is.projects.length));
    else expect(figure(view, '项目数')).toBeUndefined();
    expect(figure(view, '绩效指标数')).toBe(String(is.named.length));
    if (is.stating.length > 0) expect(yuan(figure(view, '年度资金总额') ?? '')).toBe(is.total);
    else expect(figure(view, '年度资金总额')).toBeUndefined();
    if (is.projects.length === 0 && tasks.length > 0) expect(figure(view, '年度任务数')).toBe(String(tasks.length));
    const levels = view.figures
      .filter(({ label }) => /^其中：.*指标$/.test(label.zh))
      .map(({ value }) => yuan(value.en));
    expect(levels.reduce((sum, count) => sum + count, 0)).toBe(is.named.length);
  });

  it('says of its charts what is so', () => {
    for (const chart of view.charts) {
      const below = chart.rows.filter(({ amount }) => amount.startsWith('-')).length;
      const above = chart.rows.filter(({ amount }) => Number(amount) > 0).length;
      const note = chart.note?.zh ?? '';
      // A chart that is not drawn has a note, and one with a bar less than rows.
      if (chart.src === undefined || below > 0) expect(note).not.toBe('');
      expect(/负数的(\d+)项/.exec(note)?.[1] ?? '0').toBe(chart.src === undefined ? '0' : String(below));
      expect(note.includes('都没有大于零')).toBe(above === 0);
      const amounts = chart.rows.map(({ amount }) => Number(amount)).filter((amount) => amount > 0);
      const far = Math.max(...amounts) > 50 * Math.min(...amounts);
      if (chart.src === 'chart:projects') expect(note.includes('相差悬殊')).toBe(far);
    }
    const funds = view.charts.find(({ title }) => title.zh.startsWith('各项目'));
    const shown = funds?.rows.map(({ value }) => yuan(value.en)) ?? [];
    const outer = is.stating.filter(({ parent }) => parent === undefined);
    const wanted = outer.length > 1 ? outer : is.stating.filter(({ parent }) => parent !== undefined);
    if (wanted.length > 1) expect(shown.toSorted()).toEqual(wanted.map((own) => is.amountOf(own) as number).toSorted());
    else expect(shown).toEqual([]);
  });

  it('shows each published project and says that there is none only where there is none', async () => {
    const { markup, figures, view: made } = await summaryOf(translate(whole), 'r.json', 'zh-en', template, fonts);
    expect(made.projects.map(({ name }) => name.zh)).toEqual(is.projects.map(({ name }) => name));
    const isEmpty = is.projects.length === 0 && is.named.length === 0 && made.overall === undefined;
    expect(markup.includes('未列项目和绩效指标')).toBe(isEmpty);
    const owners = [...(made.overall ? [made.overall.indicators] : []), made.projects.flatMap((own) => own.indicators)];
    const listing = owners.filter((indicators) => indicators.length > 0).length;
    expect(markup.split('所列为标明的核心指标').length - 1).toBe(listing);
    for (const { src, rows } of made.charts.filter((chart) => chart.src !== undefined)) {
      const strips = figures.get((src ?? '').replace('chart:', '')) ?? [];
      const texts = strips.flatMap(({ drawing }) => chartTexts(drawing)).join('\n');
      for (const { value } of rows) expect(texts).toContain(value.zh);
      expect(Math.min(...barsOf(strips.map(({ drawing }) => drawing)))).toBeGreaterThan(1);
    }
  });
});

/** The lengths of what is filled, in points; nothing is as good as nothing. */
function barsOf(drawings: readonly Drawing[]): number[] {
  return drawings.flat().flatMap((shape) => {
    if (shape.type !== 'path' || shape.fill === undefined) return [];
    const xs = shape.segments.flatMap(([, ...own]) => own.filter((_, index) => index % 2 === 0) as number[]);
    const length = Math.max(...xs) - Math.min(...xs);
    return length > 0 ? [length] : [];
  });
}

describe('the chart of projects', () => {
  const chartOf = (...amounts: string[]): ChartView | undefined =>
    viewOf(translate(report([amounts.map((amount, index) => project(`第${index}`, amount))])), 'zh-en').view.charts[0];

  it('keeps its bars beside a project below nothing, which stands without one, and one of nothing', () => {
    const chart = chartOf('120.00', '-5.00', '0.00');
    expect(chart?.src).toBe('chart:projects');
    expect(chart?.rows.map(({ value }) => value.zh)).toEqual(['120.00万元', '0.00万元', '-5.00万元']);
    expect(chart?.note?.zh).toContain('负数的1项只写数额，不画条。');
    expect(chartOf('120.00', '5.00', '0.00')?.rows.map(({ value }) => value.en)).toContain('0\u00a0yuan');
  });

  it.each([
    [['10100', '2'], true],
    [['10100', '203'], false],
    [['9', '0.1'], true],
    [['100', '99', '50', '2.1'], false],
    [['1', '0', '-3'], false],
  ])('of %j is drawn by size: %s', (amounts, grouped) => {
    expect(chartOf(...amounts)?.note?.zh.includes('只有同一组里的条可以比长短') ?? false).toBe(grouped);
  });
});

it.each(['guangzhou-2023', 'guangzhou-2025', 'nansha-2024', 'tianjin-2023', 'shanghai-2024'])(
  'opens all English cells alike: %s',
  (name) => {
    const { view } = viewOf(translate(JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as Report), 'zh-en');
    const owners = [...view.projects, ...(view.overall ? [view.overall] : [])];
    const cells = [
      ...owners.flatMap(({ indicators }) => indicators.flatMap((each) => [each.name, each.target, each.level1])),
      ...view.figures.map(({ value }) => value),
    ];
    expect(cells.length).toBeGreaterThan(5);
    for (const { en } of cells) expect(en).not.toMatch(/^\p{Ll}(?!\p{Ll}*\p{Lu})/u);
  },
);
