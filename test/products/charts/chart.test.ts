import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawing, type Drawn, type DrawnText, drawnTexts } from '../../../src/document/drawing.js';
import type { FontBook } from '../../../src/fonts/book.js';
import { openFonts } from '../../../src/fonts/open.js';
import { chart, chartTexts } from '../../../src/products/summary/charts/chart.js';
import type { Bar, ChartSpec } from '../../../src/products/summary/charts/spec.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, words } from '../../arbitraries.js';
import { runs } from '../../runs.js';
import { fonts } from '../../shippedFonts.js';

const hair = 0.05;

const label = fc.oneof(
  words.filter((text) => text.trim() !== ''),
  fc.tuple(words, words).filter(([zh, en]) => `${zh}${en}`.trim() !== ''),
  fc.constant('Internationalization-of-science-popularisation-without-a-space '.repeat(2)),
);
const bar: fc.Arbitrary<Bar & { value: string }> = fc.tuple(label, fc.nat(99_999_999)).map(([own, cents]) => {
  const value = (cents / 100).toFixed(2);
  return { label: own, value, printed: value.replace(/\B(?=(\d{3})+\.)/g, ',') };
});
const bars = (maxLength: number) => fc.array(bar, { minLength: 1, maxLength });
const specs: fc.Arbitrary<ChartSpec> = fc.oneof(
  bars(40).map((own): ChartSpec => ({ kind: 'bars', bars: own.map(withoutSome) })),
  bars(6).map((parts): ChartSpec => ({ kind: 'parts', parts })),
  fc
    .array(
      fc.record({
        label,
        printed: fc.constantFrom('12', ''),
        bars: bars(8),
        alone: fc.constantFrom({}, { alone: true as const }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map(
      (groups): ChartSpec => ({ kind: 'groups', groups: groups.map(({ alone, ...own }) => ({ ...own, ...alone })) }),
    ),
);

/** Every fifth bar only says its amount. */
function withoutSome({ value, ...own }: Bar & { value: string }, index: number): Bar {
  return index % 5 === 4 ? own : { ...own, value };
}

/** What a spec must print, in its order. */
function printedOf(spec: ChartSpec): string[] {
  switch (spec.kind) {
    case 'bars':
      return spec.bars.map(({ printed }) => printed);
    case 'parts':
      return spec.parts.map(({ printed }) => printed);
    case 'groups':
      return spec.groups.flatMap((group) => [group.printed ?? '', ...group.bars.map(({ printed }) => printed)]);
  }
}

/** Of a chart that is drawn in one piece. */
async function only(spec: ChartSpec, ...more: [FontBook?, object?]): Promise<Drawn> {
  const strips = await chart(spec, more[0] ?? fonts, more[1]);
  expect(strips).toHaveLength(1);
  return strips[0] as Drawn;
}

const lengthsOf = (drawing: Drawing): number[] =>
  drawing
    .filter((shape) => shape.type === 'path' && shape.fill !== undefined)
    .map((shape) => {
      const xs = pointsOf({ drawing: [shape], width: 0, height: 0 }).map(([x]) => x);
      return Math.max(...xs) - Math.min(...xs);
    });

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

/** Nothing stands outside a drawing, no word over another. */
function expectSound(drawn: Drawn): void {
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
}

describe('a chart', () => {
  it('prints every amount as given, once, and nothing outside itself or over another word', async () => {
    await fc.assert(
      fc.asyncProperty(specs, async (spec) => {
        const strips = await chart(spec, fonts);
        const printed = printedOf(spec);
        expect(strips.flatMap(({ spoken }) => spoken.map((words) => words.split(' ').at(-1)))).toEqual(
          printed.map(
            (text, index) =>
              text ||
              strips
                .flatMap(({ spoken }) => spoken)
                [index]?.split(' ')
                .at(-1),
          ),
        );
        const rest = printed.filter(Boolean);
        for (const text of strips.flatMap(({ drawing }) => chartTexts(drawing))) if (text === rest[0]) rest.shift();
        expect(rest).toEqual([]);
        for (const strip of strips) expectSound(strip);
      }),
      { numRuns: runs(60) },
    );
  }, 120_000);

  it('has bars as long as its values say', async () => {
    const values = ['10.00', '2.50', '0', '7.25'];
    const own = values.map((value) => ({ label: '甲', value, printed: value }));
    const lengths = lengthsOf((await only({ kind: 'bars', bars: own })).drawing);
    const [whole = 0] = lengths;
    expect(whole).toBeGreaterThan(200);
    expect(lengths.map((length) => Math.round((length / whole) * 1000) / 100)).toEqual(values.map(Number));
  });

  it('has bars of a group that stands alone as long as the longest of the group asks', async () => {
    const group = (...values: string[]) => ({
      label: values.join(),
      bars: values.map((value) => ({ label: '甲', value, printed: value })),
      alone: true as const,
    });
    const { drawing } = await only({ kind: 'groups', groups: [group('1000', '250'), group('2', '1')] });
    const lengths = lengthsOf(drawing).filter((length) => length > 0);
    expect(lengths.map((length) => Math.round((length / (lengths[0] ?? 1)) * 100))).toEqual([100, 25, 100, 50]);
  });

  it('is drawn in strips that are no higher than a fifth of a page, a heading with its first bar', async () => {
    const own = Array.from({ length: 30 }, (_, index) => ({
      label: ['甲', 'A'],
      value: `${index}`,
      printed: `${index}`,
    }));
    const groups = Array.from({ length: 6 }, (_, index) => ({
      label: `组${index}`,
      bars: own.slice(index, index + 3),
    }));
    for (const spec of [{ kind: 'bars', bars: own } as const, { kind: 'groups', groups } as const]) {
      const strips = await chart(spec, fonts);
      expect(strips.length).toBeGreaterThan(1);
      for (const { height, spoken } of strips) {
        expect(height).toBeLessThanOrEqual(145);
        expect(spoken.at(-1)).not.toMatch(/^组/);
      }
    }
  });

  it('has no word under 7.5 points, and fills that differ in grey', async () => {
    const parts = ['40', '30', '20', '10', '5', '1'].map((value) => ({ label: value, value, printed: value }));
    const { drawing } = await only({ kind: 'parts', parts });
    expect(Math.min(...drawnTexts(drawing).map(({ style }) => style.size))).toBeGreaterThanOrEqual(7.5);
    const greys = drawing.flatMap((shape) => (shape.type === 'path' && shape.fill !== undefined ? [shape.fill] : []));
    const bar = greys.slice(0, parts.length) as number[];
    expect(new Set(bar).size).toBe(parts.length);
    for (const [index, grey] of bar.slice(1).entries())
      expect(Math.abs(grey - (bar[index] as number))).toBeGreaterThan(0.2);
  });

  it('has whole labels, on as many lines as they take, of which none is a word alone where it need not be', async () => {
    const label = [
      '广州市科学技术发展中心2022年-2023年信息化运行维护服务项目',
      'Operation and maintenance '.repeat(3).trim(),
      'Unseparated'.repeat(12),
    ];
    const strips = await chart(
      { kind: 'bars', bars: Array.from({ length: 20 }, () => ({ label, value: '1', printed: '1' })) },
      fonts,
    );
    const texts = strips.flatMap(({ drawing }) => chartTexts(drawing));
    expect(texts.join('')).not.toContain('…');
    const plain = (text: string) => text.replaceAll(' ', '');
    for (const own of label) expect(plain(texts.join('')).split(plain(own))).toHaveLength(21);
    const [first = '', second = ''] = texts;
    expect(second.length).toBeGreaterThan(first.length / 3);
  });

  it('is the same whatever was drawn before it, in this process or another', async () => {
    const spec: ChartSpec = { kind: 'bars', bars: [{ label: '科技馆', value: '71.78', printed: '71.78' }] };
    const first = await only(spec);
    await chart({ kind: 'parts', parts: [{ label: '甲', value: '1', printed: '1' }] }, fonts, {
      size: 12,
      role: '宋体',
    });
    expect(await only(spec)).toEqual(first);
    expect(await only(spec, openFonts(['fonts']))).toEqual(first);
    expect(createHash('sha256').update(JSON.stringify(first)).digest('hex')).toMatchInlineSnapshot(
      `"90b9cb515968e58343922b62ffb7afe40844971ce51a83e51904c624bc39c81a"`,
    );
  });

  it('is set and proven as any figure', async () => {
    const spec: ChartSpec = { kind: 'bars', bars: [{ label: ['经费', 'Funds'], value: '1', printed: '1.00 万元' }] };
    const drawn = await only(spec);
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
