import { describe, expect, it } from 'vitest';
import { amountOf } from '../../src/report/amounts.js';
import type { Project, Report } from '../../src/report/schema.js';

const project = (id: string, total?: string, parent?: string): Project => ({
  id,
  name: id,
  ...(parent && { parent }),
  ...(total !== undefined && { funding: [{ source: 'total', period: 'year', amount: total }] }),
});
const report = (...units: Project[][]): Report => ({
  year: 2024,
  region: { name: '上海市' },
  moneyUnit: '元',
  department: { name: '科协' },
  units: units.map((projects, index) => ({ name: `单位${index}`, projects })),
});

// 上海市 2024: 基层科普服务 is the parent of four others in the same file.
const family = [
  project('基层科普服务', '1700000.00'),
  project('甲', '300000.00', '基层科普服务'),
  project('乙', '300000.00', '基层科普服务'),
  project('丙', '800000.00', '基层科普服务'),
  project('丁', '300000.00', '基层科普服务'),
];

describe('amountOf', () => {
  it('adds projects, but no project to the one above it', () => {
    const whole = report([...family, project('别的', '5.50')], [project('又一个', '1')]);
    expect(whole.units.map((unit) => amountOf(unit, 'total', 'year'))).toEqual(['1700005.50', '1']);
    expect(amountOf(whole, 'total', 'year')).toBe('1700006.50');
  });

  it('counts a child in its unit but not twice in the report when its parent is in another unit', () => {
    const whole = report([project('上级', '10.00')], [project('下级', '4.00', '上级')]);
    expect(whole.units.map((unit) => amountOf(unit, 'total', 'year'))).toEqual(['10.00', '4.00']);
    expect(amountOf(whole, 'total', 'year')).toBe('10.00');
  });

  it('adds the children when no project above states the amount', () => {
    const whole = report([project('上级'), project('中级', '', '上级'), project('下级', '4.00', '中级')]);
    expect(amountOf(whole, 'total', 'year')).toBe('4.00');
  });

  it('takes what is stated before any sum', () => {
    const whole = report(family);
    const stated = [{ source: 'total', period: 'year', amount: '—' }] as const;
    const [unit] = whole.units;
    if (!unit) throw new Error('a report of one unit has a unit');
    expect(amountOf({ ...unit, funding: [...stated] }, 'total', 'year')).toBe('—');
    expect(amountOf({ ...whole, department: { name: '科协', funding: [...stated] } }, 'total', 'year')).toBe('—');
  });

  it('is blank where nothing is stated, of another period, and for a task without money', () => {
    const whole = report(family);
    expect(amountOf(whole, 'fiscal', 'year')).toBe('');
    expect(amountOf(whole, 'total', 'whole')).toBe('');
    expect(amountOf({ name: '任务' }, 'total', 'year')).toBe('');
  });

  it('adds several lines of one source', () => {
    const lines = ['1.5', '2.25'].map((amount) => ({ source: 'other', period: 'year', amount }) as const);
    expect(amountOf({ name: '任务', funding: lines }, 'other', 'year')).toBe('3.75');
  });

  it('survives parents in a ring', () => {
    const whole = report([project('甲', undefined, '乙'), project('乙', undefined, '甲'), project('丙', '1', '甲')]);
    expect(amountOf(whole, 'total', 'year')).toBe('1');
  });
});
