import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chart, chartTexts } from '../../src/charts/chart.js';
import type { Bar, ChartSpec } from '../../src/charts/spec.js';
import { type Drawn, type DrawnText, drawnTexts } from '../../src/document/drawing.js';
import { openFonts } from '../../src/fonts/open.js';
import { typeset } from '../../src/typeset/typeset.js';
import { documentOf, words } from '../arbitraries.js';

const fonts = openFonts(['fonts']);
const hair = 0.05;

const label = fc.oneof(
  words.filter((text) => text.trim() !== ''),
  fc.tuple(words, words).filter(([zh, en]) => `${zh}${en}`.trim() !== ''),
  fc.constant('Internationalization-of-science-popularisation-without-a-space '.repeat(2)),
);
const bar: fc.Arbitrary<Bar> = fc.tuple(label, fc.nat(99_999_999)).map(([own, cents]) => {
  const value = (cents / 100).toFixed(2);
  return { label: own, value, printed: value.replace(/\B(?=(\d{3})+\.)/g, ',') };
});
const bars = (maxLength: number) => fc.array(bar, { minLength: 1, maxLength });
const rest = (count: number, value: string) => ({ label: `其他 ${count} 项`, printed: `Σ${value}` });
const specs: fc.Arbitrary<ChartSpec> = fc.oneof(
  bars(40).map((own): ChartSpec => ({ kind: 'bars', bars: own, rest })),
  bars(6).map((parts): ChartSpec => ({ kind: 'parts', parts })),
  fc
    .array(fc.record({ label, printed: fc.constantFrom('12', ''), bars: bars(4) }), { minLength: 1, maxLength: 4 })
    .map((groups): ChartSpec => ({ kind: 'groups', groups })),
);

/** What a spec must print, in its order. */
function printedOf(spec: ChartSpec): string[] {
  switch (spec.kind) {
    case 'bars': {
      if (spec.bars.length <= 30) return spec.bars.map(({ printed }) => printed);
      const others = spec.bars.slice(29).reduce((sum, { value }) => sum + BigInt(value.replace('.', '')), 0n);
      const digits = String(others).padStart(3, '0');
      const total = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
      return [...spec.bars.slice(0, 29).map(({ printed }) => printed), `Σ${total}`];
    }
    case 'parts':
      return spec.parts.map(({ printed }) => printed);
    case 'groups':
      return spec.groups.flatMap((group) => [group.printed ?? '', ...group.bars.map(({ printed }) => printed)]);
  }
}

/** The box of a text's characters: 汉字 reach from 0.88 em above the baseline to 0.12 em below it. */
function boxOf({ text, x, y, anchor, style }: DrawnText) {
  const width = fonts.width(text, style.role, style.bold) * style.size;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { text, left, right: left + width, top: y - 0.88 * style.size, bottom: y + 0.12 * style.size };
}

function pointsOf({ drawing }: Drawn): (readonly [number, number])[] {
  return drawing.flatMap((shape): (readonly [number, number])[] => {
    if (shape.type === 'text') return [];
    if (shape.type === 'rect') {
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ];
    }
    return shape.segments.flatMap(([, ...own]) =>
      own.flatMap((value, index) => (index % 2 === 0 ? [[value, own[index + 1] as number] as const] : [])),
    );
  });
}

describe('a chart', () => {
  it('prints every amount as given, once, and nothing outside itself or over another word', async () => {
    await fc.assert(
      fc.asyncProperty(specs, async (spec) => {
        const drawn = await chart(spec, fonts);
        const amounts = chartTexts(drawn.drawing).slice(-printedOf(spec).filter(Boolean).length);
        expect(amounts).toEqual(printedOf(spec).filter(Boolean));
        const boxes = drawnTexts(drawn.drawing).map(boxOf);
        for (const box of boxes) {
          expect(box.left).toBeGreaterThan(-hair);
          expect(box.right).toBeLessThan(drawn.width + hair);
          expect(box.top).toBeGreaterThan(-hair);
          expect(box.bottom).toBeLessThan(drawn.height + hair);
        }
        const meets = boxes.flatMap((a, index) =>
          boxes
            .slice(index + 1)
            .filter((b) => a.left < b.right - hair && b.left < a.right - hair)
            .filter((b) => a.top < b.bottom - hair && b.top < a.bottom - hair)
            .map((b) => `${a.text} | ${b.text}`),
        );
        expect(meets).toEqual([]);
        for (const [x, y] of pointsOf(drawn)) {
          expect(x >= -hair && x <= drawn.width + hair && y >= -hair && y <= drawn.height + hair).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('has bars as long as its values say', async () => {
    const values = ['10.00', '2.50', '0', '7.25'];
    const own = values.map((value) => ({ label: '甲', value, printed: value }));
    const { drawing } = await chart({ kind: 'bars', bars: own }, fonts);
    const lengths = drawing
      .filter((shape) => shape.type === 'path' && shape.fill !== undefined)
      .map((shape) => {
        const xs = pointsOf({ drawing: [shape], width: 0, height: 0 }).map(([x]) => x);
        return Math.max(...xs) - Math.min(...xs);
      });
    const [whole = 0] = lengths;
    expect(whole).toBeGreaterThan(200);
    expect(lengths.map((length) => Math.round((length / whole) * 1000) / 100)).toEqual(values.map(Number));
  });

  it('has no word under 7.5 points, and fills that differ in grey', async () => {
    const parts = ['40', '30', '20', '10', '5', '1'].map((value) => ({ label: value, value, printed: value }));
    const { drawing } = await chart({ kind: 'parts', parts }, fonts);
    expect(Math.min(...drawnTexts(drawing).map(({ style }) => style.size))).toBeGreaterThanOrEqual(7.5);
    const greys = drawing.flatMap((shape) => (shape.type === 'path' && shape.fill !== undefined ? [shape.fill] : []));
    const bar = greys.slice(0, parts.length) as number[];
    expect(new Set(bar).size).toBe(parts.length);
    for (const [index, grey] of bar.slice(1).entries())
      expect(Math.abs(grey - (bar[index] as number))).toBeGreaterThan(0.2);
  });

  it('gives each language of a label two lines while there is room, then one, cut only where it must be', async () => {
    const label = [
      '广州市科学技术发展中心2022年-2023年信息化运行维护服务项目',
      'Operation and maintenance '.repeat(3).trim(),
    ];
    const bars = (count: number) => Array.from({ length: count }, () => ({ label, value: '1', printed: '1' }));
    const texts = async (count: number) =>
      chartTexts((await chart({ kind: 'bars', bars: bars(count) }, fonts)).drawing).slice(0, -count);
    const few = await texts(2);
    expect(few).toHaveLength(8);
    expect(few.join('')).not.toContain('…');
    const many = await texts(20);
    expect(many).toHaveLength(40);
    expect(many.every((text) => text.endsWith('…'))).toBe(true);
  });

  it('is the same whatever was drawn before it, in this process or another', async () => {
    const spec: ChartSpec = { kind: 'bars', bars: [{ label: '科技馆', value: '71.78', printed: '71.78' }] };
    const first = await chart(spec, fonts);
    await chart({ kind: 'parts', parts: spec.bars }, fonts, { size: 12, role: '宋体' });
    expect(await chart(spec, fonts)).toEqual(first);
    expect(await chart(spec, openFonts(['fonts']))).toEqual(first);
    expect(createHash('sha256').update(JSON.stringify(first)).digest('hex')).toMatchInlineSnapshot(
      `"af0a2488496d0ce0f3c96756593084334c0549d19bacb70ff7d80d28e01dde80"`,
    );
  });

  it('is set and proven as any figure', async () => {
    const spec: ChartSpec = { kind: 'bars', bars: [{ label: ['经费', 'Funds'], value: '1', printed: '1.00 万元' }] };
    const drawn = await chart(spec, fonts);
    const figure = { type: 'figure' as const, ...drawn, alt: '图', before: 0, after: 0, align: 'center' as const };
    expect(typeset(documentOf([figure]), fonts).pages).toHaveLength(1);
  });

  it.each<[string, ChartSpec]>([
    ['without bars', { kind: 'bars', bars: [] }],
    ['less than nothing', { kind: 'bars', bars: [{ label: '甲', value: '-1', printed: '-1' }] }],
    ['no amount', { kind: 'bars', bars: [{ label: '甲', value: '1e3', printed: '1' }] }],
    ['without a label', { kind: 'bars', bars: [{ label: ' ', value: '1', printed: '1' }] }],
    ['without a printed', { kind: 'bars', bars: [{ label: '甲', value: '1', printed: '' }] }],
    ['no greys', { kind: 'parts', parts: Array.from('1234567', (value) => ({ label: value, value, printed: value })) }],
    ['no room', { kind: 'bars', bars: [{ label: '甲', value: '1', printed: '一'.repeat(60) }] }],
  ])('cannot be: %s', async (_, spec) => {
    await expect(chart(spec, fonts)).rejects.toThrow();
  });
});
