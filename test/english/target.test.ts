import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishAmount } from '../../src/english/amount.js';
import { compareNumbers } from '../../src/english/compare.js';
import { englishDate } from '../../src/english/dates.js';
import { englishTarget } from '../../src/english/target.js';
import { termbase } from '../../src/english/termbase.js';
import { writtenQuantity } from '../../src/english/writtenQuantity.js';
import { normal, shifted } from '../../src/report/decimals.js';
import { composeTarget } from '../../src/report/target.js';
import type { Sign } from '../../src/report/vocabulary.js';

const shipped = termbase();
const english = (sign: Sign | '', value: string, unit = '', name = '活动', more = {}) =>
  englishTarget({ ...(sign && { sign }), value, ...(unit && { unit }), ...more }, { name }, shipped);

describe('englishTarget', () => {
  it.each([
    ['≥', '8', '个', '完成项目数量', 'at least 8'],
    ['≤', '5', '天', '响应时间', 'no more than 5 days'],
    ['=', '100', '%', '完成率', '100%'],
    ['≥', '90', '%', '满意度', 'at least 90%'],
    ['≥', '90.00', '百分比', '满意度', 'at least 90%'],
    ['>', '20', '家', '联系企业数', 'more than 20 companies'],
    ['>', '20', '家', '联系单位数', 'more than 20 organizations'],
    ['不少于', '96', '场次', '举办讲座', 'at least 96 sessions'],
    ['≥', '1', '场次', '举办讲座', 'at least 1 session'],
    ['≥', '1.00', '篇', '推文', 'at least 1 article'],
    ['以上', '2.5', '万人次', '参观人次', 'at least 25,000 visits'],
    ['≥', '2000', '万人次', '视频播放量', 'at least 20,000,000 views'],
    ['≥', '20', '人次', '出国人次', 'at least 20 person-times'],
    ['≤', '71.78', '万元', '成本', 'no more than 717,800 yuan'],
    ['≥', '1.5', '亿元', '交易额', 'at least 150,000,000 yuan'],
    ['＜', '3', '次', '事故', 'fewer than 3 times'],
    ['低于', '3', '%', '投诉率', 'less than 3%'],
    ['以内', '10', '分钟', '响应', 'no more than 10 minutes'],
    ['≥', '3', '千米', '路', 'at least 3 km'],
    ['≥', '3.0', '公里', '路', 'at least 3 km'],
    ['≥', '4', '场次/年', '活动', 'at least 4 sessions per year'],
    ['≥', '2', '台（套）', '设备', 'at least 2 sets'],
    ['≥', '1', '户', '受益', 'at least 1 household'],
    ['≤', '0', '起', '事故', 'no more than 0 cases'],
    ['', '264', '天', '开放', '264 days'],
    ['≥', '80', '', '得分', 'at least 80'],
    ['≥', '0.5', '‰', '率', 'at least 0.5‰'],
    ['≥', '12000', '平米', '面积', 'at least 12,000 m²'],
  ] as const)('%s%s%s of %s: %s', (sign, value, unit, name, said) => {
    expect(english(sign, value, unit, name)).toBe(said);
  });

  it('takes the report’s own English first, then the user’s', () => {
    expect(english('≥', '1.2', '万人次', '活动', { unitEn: 'guest/guests' })).toBe('at least 12,000 guests');
    expect(english('≥', '1', '驾次', '飞行', { unitEn: 'sortie/sorties' })).toBe('at least 1 sortie');
    expect(english('≥', '98', '正常运转率', '正常运转率', { unitEn: '%' })).toBe('at least 98%');
    const own = termbase([{ zh: '驾次', en: 'sortie/sorties', kind: 'unit', source: 'user' }]);
    const target = { sign: '≥', value: '0.3', unit: '万驾次' } as const;
    expect(englishTarget(target, { name: '飞行' }, own)).toBe('at least 3,000 sorties');
  });

  it('invents nothing: an unknown unit, note or text has no English', () => {
    expect(english('≥', '3', '驾次')).toBeUndefined();
    expect(english('≥', '3', '个', '活动', { note: '（含线上）' })).toBeUndefined();
    expect(english('≥', '3', '个', '活动', { note: '（含线上）', noteEn: '(online ones included)' })).toBe(
      'at least 3 (online ones included)',
    );
    expect(englishTarget({ text: '公众满意且认可' }, { name: '活动' }, shipped)).toBeUndefined();
    expect(englishTarget({ text: '及时。' }, { name: '活动' }, shipped)).toBe('on time');
    expect(englishTarget({ text: '及时', textEn: 'promptly' }, { name: '活动' }, shipped)).toBe('promptly');
    expect(englishTarget(undefined, { name: '活动' }, shipped)).toBeUndefined();
  });

  it('prints the Chinese as tables do', () => {
    expect(composeTarget({ sign: '以上', value: '90', unit: '%' })).toBe('90%以上');
  });
});

describe('money, dates', () => {
  it('spells money out', () => {
    expect(englishAmount('71.78', '万元')).toBe('717,800 yuan');
    expect(englishAmount('1700000.00', '元')).toBe('1,700,000 yuan');
    expect(englishAmount('1234.5', '元')).toBe('1,234.50 yuan');
    expect(englishAmount('0.00001', '万元')).toBe('0.10 yuan');
    expect(englishAmount('0', '万元')).toBe('0 yuan');
    expect([englishAmount('', '万元'), englishAmount('—', '元')]).toEqual(['', '—']);
  });

  it('turns dates', () => {
    expect(englishDate('2024年3月5日')).toBe('5 March 2024');
    expect(englishDate('2024 年 12 月')).toBe('December 2024');
    expect(englishDate('2024年')).toBe('2024');
    expect(englishDate('2024-03-05')).toBe('5 March 2024');
    expect([englishDate('2024年13月'), englishDate('年底'), englishDate('2024年3月32日')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('decimals', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.option(fc.stringMatching(/^\d{1,12}$/)))
    .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`));

  it('moves the point exactly, there and back', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -20, max: 20 }), (value, places) => {
        expect(shifted(shifted(value, places), -places)).toBe(normal(value));
      }),
    );
  });

  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }), (whole, places) => {
        expect(shifted(String(whole), places)).toBe(String(whole * 10n ** BigInt(places)));
      }),
    );
  });
});

describe('a text value that is a quantity or a date', () => {
  it.each([
    ['100%', '100%'],
    ['≥90%', 'at least 90%'],
    ['不少于8个', 'at least 8'],
    ['10家以上', 'at least 10 organizations'],
    ['95%及以上', 'at least 95%'],
    ['≤5天。', 'no more than 5 days'],
    ['2025年6月', 'June 2025'],
    ['2025年12月31日前', 'by 31 December 2025'],
    ['12月', undefined],
    ['≥3级', undefined],
    ['≥8个以上', undefined],
    ['逐步完善', undefined],
  ])('%s is %s', (zh, en) => {
    expect(writtenQuantity(zh, '', termbase())).toBe(en);
    if (en !== undefined) expect(compareNumbers(zh, en)).toEqual({ missing: [], extra: [] });
  });
});
