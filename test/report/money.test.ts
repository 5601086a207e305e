import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, plainDecimal, printAmount, sumAmounts } from '../../src/report/money.js';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
    const point = text.length - decimals;
    const unsigned = decimals === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
    return digits < 0n ? `-${unsigned}` : unsigned;
  });
const maybeBlank = fc.oneof({ weight: 4, arbitrary: amount }, fc.constantFrom('', '—', '0'));
const plain = { from: '万元', to: '万元', decimals: 2, thousands: false } as const;

describe('convert', () => {
  it.each([
    ['71.78', '万元', '元', '717800'],
    ['1700000.00', '元', '万元', '170'],
    ['0.1', '元', '万元', '0.00001'],
    ['71.780', '万元', '万元', '71.780'],
    ['', '万元', '元', ''],
    ['—', '元', '万元', '—'],
    ['0', '元', '万元', '0'],
    ['-0.05', '万元', '元', '-500'],
  ] as const)('%s %s is %s %s', (text, from, to, expected) => {
    expect(convert(text, from, to)).toBe(expected);
  });

  it('comes back the same from 元 to 万元 to 元', () => {
    fc.assert(
      fc.property(amount, (text) => {
        const back = convert(convert(text, '元', '万元'), '万元', '元');
        const print = { from: '元', to: '元', decimals: 6, thousands: false } as const;
        expect(printAmount(back, print).text.replace(/^0$/, '0.000000')).toBe(
          printAmount(text, print).text.replace(/^0$/, '0.000000'),
        );
      }),
    );
  });
});

describe('printAmount', () => {
  it.each([
    ['71.78', '71.78', false],
    ['71.7', '71.70', false],
    ['71.785', '71.79', true],
    ['-71.785', '-71.79', true],
    ['71.784', '71.78', true],
    ['71.780', '71.78', false],
    ['', '', false],
    ['—', '—', false],
    ['0', '0', false],
    ['0.00', '0.00', false],
    ['-0.004', '0.00', true],
    ['-0', '0.00', false],
  ])('%s is printed %s', (text, printed, rounded) => {
    expect(printAmount(text, plain)).toEqual({ text: printed, rounded });
  });

  it.each([
    ['1234.5', '1,234.50'],
    ['999.995', '1,000.00'],
    ['-1234567', '-1,234,567.00'],
    ['100', '100.00'],
  ])('%s is printed %s with thousands separators', (text, printed) => {
    expect(printAmount(text, { ...plain, thousands: true }).text).toBe(printed);
  });

  it('converts before it rounds, once', () => {
    const print = { from: '元', to: '万元', decimals: 2, thousands: true } as const;
    expect(printAmount('226145100.00', print)).toEqual({ text: '22,614.51', rounded: false });
    expect(printAmount('49', print)).toEqual({ text: '0.00', rounded: true });
    expect(printAmount('50', print)).toEqual({ text: '0.01', rounded: true });
    expect(printAmount('12345.6', { ...print, decimals: 0 })).toEqual({ text: '1', rounded: true });
  });

  it('prints no trailing zeros where the form has none', () => {
    const texts = ['191', '372.88', '504.50', '814.00', '1234', '-7.0', '6.999', '0.00'];
    const print = { ...plain, thousands: true, withoutTrailingZeros: true };
    expect(texts.map((each) => printAmount(each, print).text)).toEqual([
      '191',
      '372.88',
      '504.5',
      '814',
      '1,234',
      '-7',
      '7',
      '0',
    ]);
  });

  it('comes back the same through 万元 with enough decimals', () => {
    fc.assert(
      fc.property(amount, (text) => {
        const there = printAmount(text, { from: '元', to: '万元', decimals: 10, thousands: false });
        const back = printAmount(there.text, { from: '万元', to: '元', decimals: 6, thousands: false });
        expect(there.rounded || back.rounded).toBe(false);
        expect(back.text).toBe(printAmount(text, { from: '元', to: '元', decimals: 6, thousands: false }).text);
      }),
    );
  });
});

describe('sumAmounts', () => {
  it.each([
    [[], ''],
    [['', '—'], ''],
    [['71.78', '', '0.2'], '71.98'],
    [['1.50', '1.50'], '3.00'],
    [['0', '—'], '0'],
    [['71.78', '293.01', '4.42', '56.10', '65.69'], '491.00'],
    [['0.1', '0.2'], '0.3'],
    [['-1.00', '1'], '0.00'],
  ])('%j is %s', (parts, sum) => {
    expect(sumAmounts(parts)).toBe(sum);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(maybeBlank), (parts) => {
        expect(sumAmounts(parts.toReversed())).toBe(sumAmounts(parts));
        expect(sumAmounts(parts.toSorted())).toBe(sumAmounts(parts));
      }),
    );
  });

  it('is the exact sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { minLength: 1 }), (parts) => {
        const sum = parts.reduce((left, right) => left + right, 0n);
        expect(sumAmounts(parts.map(String))).toBe(String(sum));
      }),
    );
  });
});

describe('plainDecimal', () => {
  it.each([
    ['71.10', '71.10'],
    ['7.1e1', '71'],
    ['1e-3', '0.001'],
    ['1e999999999', undefined],
  ])('%s is %s', (raw, decimal) => {
    expect(plainDecimal(raw)).toBe(decimal);
  });
});
