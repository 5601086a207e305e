import { describe, expect, it } from 'vitest';
import { unfitIn } from '../../../src/reading/fit/unfit.js';

const listOf = (field: string, texts: readonly string[]) => ({
  units: [{ projects: [{ indicators: texts.map((text) => ({ [field]: text })) }] }],
});
const unfit = (field: string, texts: readonly string[]): number[] =>
  [...unfitIn(listOf(field, texts)).keys()].map((pointer) => Number(pointer.split('/').at(-2)));

describe('texts that fit neither their field nor those beside them', () => {
  it.each([
    ['name', ['培训人数', '发放补贴户数', '不少于6种', '验收合格率', '资金到位率', '完成时间']],
    ['remark', ['按季度统计数量', '含东溪、西溪面积', '≥10公里', '按月统计数量', '按年统计情况', '含以前年度数量']],
    ['description', ['反映培训情况', '反映发放情况', '100', '反映资金情况', '反映完成情况', '反映满意情况']],
    [
      'scoringRule',
      ['完成得满分，少1个扣1分', '达到得5分', '2024年12月', '每少1%扣1分', '达到得3分', '不达标不得分，达标得5分'],
    ],
  ])('a %s like a value', (field, texts) => {
    expect(unfit(field, texts)).toEqual([2]);
  });

  it('says nothing of a rare text that others beside it are like', () => {
    expect(unfit('name', ['不少于6种', '不少于7种', '验收合格率', '资金到位率'])).toEqual([]);
  });

  it('points at a whole column that is another’s', () => {
    expect(unfit('remark', ['≥10公里', '≥6000平方米', '=98%', '≤12万元'])).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['/department/overall/goals', { goals: [{ text: '目标1' }] }],
    ['/department/overall/indicators', { indicators: [{ level2: '目标1' }] }],
    ['/department/overall/indicators', { indicators: [{ annualTarget: { text: '（盖章）' } }] }],
    ['/department/overall/indicators', { indicators: [{ annualTarget: { text: '年度：≥6公里，全部完成' } }] }],
    ['/department/overall/basis', { basis: '☑经费拨款 □非税收入' }],
  ])('points in %s at what a form prints', (list, overall) => {
    const [pointer = '', ...others] = unfitIn({ department: { overall } }).keys();
    expect(pointer.startsWith(list)).toBe(true);
    expect(others).toEqual([]);
  });

  it('says nothing of what nothing is known of', () => {
    expect(unfit('importance', ['重要', '100', '反映情况。'])).toEqual([]);
  });

  it('points at one that stands alone too', () => {
    const report = { department: { name: '2024年12月' }, units: [{ name: '青岭县河道管理所' }] };
    expect([...unfitIn(report).keys()]).toEqual(['/department/name']);
  });

  it('is no stricter in a long list than in a short one', () => {
    const names = Array.from({ length: 900 }, (_, n) => (n % 90 === 0 ? '水质达标' : '验收合格率'));
    expect(unfit('name', names)).toEqual([]);
  });
});
