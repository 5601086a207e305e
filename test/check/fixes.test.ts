import { describe, expect, it } from 'vitest';
import { fixes } from '../../src/check/fixes/all.js';
import type { FixKind, Setting } from '../../src/check/fixes/fix.js';
import { mendText } from '../../src/check/fixes/mend.js';
import { provesLinear } from '../linear.js';
import { size } from '../runs.js';

function mended(text: string, kind: FixKind = 'prose', value?: string): string {
  return mendText(text, { kind, ...(value !== undefined && { value }) }, fixes)?.after ?? text;
}

it('has each code once', () => {
  const codes = fixes.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe.each(fixes.map((fix) => [fix.code, fix] as const))('%s', (code, fix) => {
  const setting: Setting = fix.examples.setting ?? { kind: 'prose' };

  it.each(fix.examples.mends)('mends %j to %j, by itself and with the others', (before, after) => {
    expect(mendText(before, setting, [fix])?.after).toBe(after);
    expect(mendText(before, setting, fixes)?.after).toBe(after);
    expect(mendText(before, setting, fixes)?.counts.has(code)).toBe(true);
  });

  it.each(fix.examples.leaves)('leaves %j alone', (text) => {
    expect(mendText(text, setting, fixes)?.after ?? text).toBe(text);
  });
});

describe('together', () => {
  it.each([
    [
      '<p>&nbsp;&nbsp;建立建全机制,拔付资金。。</p>\r\n<p>满意度$\\geq 90\\%$；</p>',
      '建立健全机制，拨付资金。\n满意度≥90%；',
    ],
    ['&lt;p&gt;完成甲。&lt;/p&gt;', '完成甲。'],
    ['举办”全国科普日“活动２０场 。', '举办“全国科普日”活动20场。'],
    ['2023年科技馆免费开放补助资金(粤财科教(2022)224号)', '2023年科技馆免费开放补助资金（粤财科教〔2022〕224号）'],
    ['甲。 。', '甲。'],
    ['进度≧50％％', '进度≥50%'],
  ])('%j → %j', (before, after) => {
    expect(mended(before)).toBe(after);
  });
});

describe('by the field', () => {
  it('mends signs that are typed or of another glyph', () => {
    expect(mended('≧', 'sign')).toBe('≥');
    expect(mended('>=', 'sign')).toBe('≥');
    expect(mended('≥≥', 'sign')).toBe('≥');
    expect(mended(' ≥', 'sign')).toBe('≥');
    for (const sign of ['>', '不少于', '=', '＞']) expect(mended(sign, 'sign')).toBe(sign);
  });

  it('takes 百分比 for % in units, unless the value may be a ratio', () => {
    expect(mended('百分比', 'unit', '100')).toBe('%');
    expect(mended('百分比', 'unit')).toBe('%');
    expect(mended('％', 'unit', '100')).toBe('%');
    for (const value of ['0.97', '1', '1.00']) expect(mended('百分比', 'unit', value)).toBe('百分比');
    expect(mended('(个)', 'unit')).toBe('(个)');
  });

  it('closes up the words of a list', () => {
    expect(mended('服务对象满意度 指标', 'word')).toBe('服务对象满意度指标');
    expect(mended('社会效益 指标', 'word')).toBe('社会效益指标');
  });

  it('leaves the wording of names alone', () => {
    expect(mended('拔付资金', 'name')).toBe('拔付资金');
    expect(mended('拔付资金', 'indicator')).toBe('拨付资金');
  });

  it('leaves a text alone of which nothing would stay', () => {
    for (const text of ['<p></p>', '&nbsp;', ' ', '[bookmark: _Toc1]']) expect(mended(text)).toBe(text);
  });
});

it.each([
  ...['<p ', '<', '(', '（)', '&amp;', '&amp;amp;', '“', '" ', ' ', ' 科', '0', '０％％', '，', '。', '$\\', '$'],
  ...['[bookmark:', 'PAGEREF _a', 'PAGEREF  _', '\n ', '科(2022)', '1百分比', '拔', '拔付', '科 研 ', '\u200b'],
  ...['<b></b>', '"科"', '”科“'],
])('is linear in a long text of %j, which tempts its patterns', (piece) =>
  provesLinear(size(250_000), (length) => {
    const text = piece.repeat(Math.floor(length / piece.length));
    expect(mended(text).length).toBeLessThanOrEqual(text.length);
  }),
);
