import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/diff/change.js';
import { diffReports } from '../../../src/diff/diff.js';
import { summaryOf } from '../../../src/diff/summary.js';
import { findProduct } from '../../../src/layouts/find.js';
import { revisionMarkup, summaryText } from '../../../src/products/revision/revision.js';
import type { Report } from '../../../src/report/schema.js';
import { oddReports, project, report } from '../../oddReports.js';

const template = findProduct(['templates'], 'revision', 'table');

const revisionOf = (before: Report, after: Report, thousands = true) => ({
  changes: diffReports(before, after),
  summary: summaryOf(diffReports(before, after), before, after),
  before,
  after,
  names: { before: '旧.json', after: '新.json' },
  pageOf: () => undefined,
  thousands,
  language: 'zh' as const,
});

/** The money of all published and withheld projects that state it, in hundredths of 万元; undefined where none does. */
function total({ units, moneyUnit }: Report): number | undefined {
  const amounts = units
    .flatMap(({ projects }) => projects)
    .filter(({ parent }) => parent === undefined)
    .flatMap(({ funding = [] }) => funding.filter(({ source, amount }) => source === 'total' && amount !== '—'))
    .map(({ amount }) => Number(amount) * (moneyUnit === '万元' ? 100 : 0.01));
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0);
}

const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

describe.each(Object.entries(oddReports))('the sentence over the revision of: %s', (_, before) => {
  it.each(Object.entries(oddReports))('to: %s, is true', (_name, after) => {
    const revision = revisionOf(before, after);
    const text = summaryText(revision);
    if (revision.changes.length === 0) {
      expect(before).toEqual(after);
      expect(text).toBe('两份报告内容相同，没有修订。');
      return;
    }
    const said = /^共 (\d+) 处修订：(.*?)。(?:年度资金总额由 (\S+) (\S+)调整为 (\S+) \S+（([+-]\S+) \S+）。)?$/.exec(
      text,
    );
    expect(said, text).not.toBeNull();
    const [, count, kinds = '', old, unit, now, step] = said ?? [];
    expect(Number(count)).toBe(revision.changes.length);
    const counted = kinds.split('，').map((kind) => Number(/ (\d+) 处$/.exec(kind)?.[1]));
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(revision.changes.length);
    const [first, second] = [total(before), total(after)];
    const isMoved = first !== undefined && second !== undefined && Math.abs(first - second) > 1e-6;
    expect(old !== undefined).toBe(isMoved);
    if (!isMoved) return;
    const scale = unit === '万元' ? 100 : 0.01;
    expect(number(old) * scale).toBeCloseTo(first, 5);
    expect(number(now) * scale).toBeCloseTo(second, 5);
    expect(number(step) * scale).toBeCloseTo(second - first, 5);
  });
});

it('writes amounts as the tables do, with separators or without', () => {
  const [before, after] = [[project('甲', '1234.50')], [project('甲', '12345678.50'), project('乙', '4321.00')]];
  const markup = (thousands: boolean) =>
    revisionMarkup(revisionOf(report([before]), report([after]), thousands), template);
  for (const amount of [
    '1,234.50',
    '12,345,678.50',
    '+12,344,444.00',
    '新增 +4,321.00',
    '年度资金总额：4,321.00 万元',
  ]) {
    expect(markup(true)).toContain(amount);
    expect(markup(false)).not.toContain(amount);
    expect(markup(false)).toContain(amount.replaceAll(',', ''));
  }
});

it('says of a blank amount that it is blank', () => {
  const blank = report([[project('甲', '1234.50', { funding: [{ source: 'total', period: 'year', amount: '' }] })]]);
  const revision = revisionOf(report([[project('甲', '1234.50')]]), blank);
  expect(revision.changes.some(({ type }: Change) => type === 'amount')).toBe(true);
  expect(revisionMarkup(revision, template)).toContain('（空白）');
});
