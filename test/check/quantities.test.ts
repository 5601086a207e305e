import { describe, expect, it } from 'vitest';
import { coreOf } from '../../src/check/indicators/phrases.js';
import { quantitiesIn, quantityOf } from '../../src/check/indicators/quantities.js';
import { statementsIn } from '../../src/check/indicators/statements.js';
import { compareDecimals, normal, shifted } from '../../src/report/decimals.js';
import { numberOf } from '../../src/report/numerals.js';
import { provesLinear } from '../linear.js';
import { size } from '../runs.js';

const said = (text: string): string[] =>
  quantitiesIn(text).map(
    ({ comparison = '', value, unit, vague }) => `${comparison}${value}${unit}${vague ? '?' : ''}`,
  );

describe('quantitiesIn', () => {
  it.each([
    ['组织科普志愿活动不少于96场次', ['≥96场']],
    ['播放量不少于2000万人次', ['≥20000000人次']],
    ['服务科技创新企业数大于20家', ['＞20家']],
    ['成本控制率小于100%', ['＜100%']],
    ['满意度达到90%以上', ['≥90%']],
    ['举办２０场，服务200人', ['20场', '200人']],
    ['举办20场，服务1,200.50人', ['20场', '1200.5人']],
    ['发展会员三百名、培训一万二千人次', ['300人', '12000人次']],
    ['两家以上省级媒体', ['≥2家']],
    ['10天以内、15日之内', ['≤10天']],
    ['80余场、20家左右、约200项', ['80场?', '20家?', '200项?']],
    ['40亿元', ['4000000000元']],
    ['12个月、1500万美元、10.8万农户', ['12月', '15000000美元', '108000户']],
  ])('reads %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    '2025年12月31日前',
    '3-5天内完成',
    '20～30场',
    '5%-10%',
    '7×24小时',
    '第3次全体会议、前10名',
    '一个中心、两个次要',
    '8项目',
    '一次性投入',
    '编号A10个',
    '１，２００人',
    '比例为1:10个',
    '《规划（2021-2035年）》',
  ])('reads nothing in %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is linear in a long text', () =>
    provesLinear(size(100_000), (count) => {
      const text = '不少于1'.repeat(count) + '一'.repeat(count) + '1'.repeat(count);
      expect(quantitiesIn(text)).toEqual([]);
    }));
});

it('reads targets in parts and as text', () => {
  expect(quantityOf({ sign: '不少于', value: '10.00', unit: '万人次' })).toEqual({
    value: '100000',
    unit: '人次',
    comparison: '≥',
  });
  expect(quantityOf({ text: '科技馆正常运作264天' })).toMatchObject({ value: '264', unit: '天' });
  expect(quantityOf({ text: '培训2场，每场100人' })).toBeUndefined();
  expect(quantityOf({ value: '8', unit: '幅（条）' })).toBeUndefined();
});

it('finds what a number counts, and leaves out what is of another time', () => {
  const subjects = (text: string): readonly string[][] =>
    statementsIn(text, 2025)
      .filter(({ isElsewhere, isPart, each }) => !isElsewhere && !isPart && each.thing === undefined)
      .map((statement) => [...statement.subjects]);
  expect(subjects('组织科普志愿活动不少于96场次')[0]).toContain('科普志愿活动');
  expect(subjects('围绕20个科普志愿活动系列主题，')[0]).toContain('科普志愿活动主题');
  expect(subjects('与全国、省市学会开展交流活动不少于2场次')[0]).toContain('与全国省市学会开展交流活动');
  expect(subjects('2024年举办活动18场')).toEqual([]);
  expect(subjects('截至目前，举办活动18场')).toEqual([]);
  expect(subjects('其中进校园活动5场')).toEqual([]);
  expect(subjects('每场活动不少于50人')).toEqual([]);
  expect(coreOf('举办“最美”系列活动场次（场）')).toBe('最美活动');
});

it('compares decimals exactly', () => {
  expect(normal('090.00')).toBe('90');
  expect(shifted('0.5', 4)).toBe('5000');
  expect(normal('-0')).toBe('0');
  expect([compareDecimals('9', '10'), compareDecimals('1.5', '1.49'), compareDecimals('-2', '-1')]).toEqual([
    -1, 1, -1,
  ]);
  expect(compareDecimals('100.00', '100')).toBe(0);
});

it('reads 汉字 numerals', () => {
  expect(['十', '三百', '一千二百', '两万', '一百零五', '二十五'].map(numberOf)).toEqual([
    '10',
    '300',
    '1200',
    '20000',
    '105',
    '25',
  ]);
  expect(['万', '三四', '百'].map(numberOf)).toEqual([undefined, undefined, undefined]);
});
