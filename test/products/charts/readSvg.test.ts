import { describe, expect, it } from 'vitest';
import { readPathData } from '../../../src/products/summary/charts/pathData.js';
import { readSvg } from '../../../src/products/summary/charts/readSvg.js';

const read = (inner: string) => readSvg(`<svg width="9" height="9">${inner}</svg>`, '黑体');

describe('path data', () => {
  it('becomes absolute lines and curves', () => {
    expect(readPathData('M1 2l3,4H10v-1h-2V0zm1 1 2 2')).toEqual([
      ['M', 1, 2],
      ['L', 4, 6],
      ['L', 10, 6],
      ['L', 10, 5],
      ['L', 8, 5],
      ['L', 8, 0],
      ['Z'],
      ['M', 2, 3],
      ['L', 4, 5],
    ]);
    expect(readPathData('M1-1c1 .5.5 1 2 2')).toEqual([
      ['M', 1, -1],
      ['C', 2, -0.5, 1.5, 0, 3, 1],
    ]);
  });

  it.each([
    ['M10 0A10 10 0 0 1 0 10', 1, true],
    ['M10 0A10 10 0 0 0 0 10', 1, false],
    ['M10 0A10 10 0 1 0 0 10', 3, true],
    ['M10 0A10 10 0 1 1 0 10', 3, false],
  ])('%s: an arc is %d curves on its circle', (data, count, aroundOrigin) => {
    const curves = readPathData(data).slice(1);
    expect(curves).toHaveLength(count);
    const centre = aroundOrigin ? 0 : 10;
    for (const curve of curves) {
      const [x, y] = curve.slice(-2) as [number, number];
      expect(Math.hypot(x - centre, y - centre)).toBeCloseTo(10, 9);
    }
    expect((curves.at(-1) ?? []).slice(-2).map((value) => Math.round((value as number) * 1e6) / 1e6 + 0)).toEqual([
      0, 10,
    ]);
  });

  it.each(['M0 0Q1 1 2 2', 'M0 0L1', 'M0 0S1 1 2 2'])('%s is refused', (data) => {
    expect(() => readPathData(data)).toThrow();
  });
});

describe("a chart's SVG", () => {
  it('becomes shapes and words at their places', () => {
    const text = '<text dominant-baseline="central" text-anchor="end" style="font-size:10px;font-weight:bold;"';
    expect(
      read(
        `<g transform="translate(1 1)"><path d="M0 0l1 0Z" transform="matrix(1,0,0,1,5,6)" fill="rgb(0,0,0)"/></g>` +
          `<rect x="1" y="2" width="3" height="4" fill="#fff" stroke="#f00" stroke-width="0.5" stroke-dasharray="2,1"/>` +
          `<path d="M0 0L9 9" fill="none"/>${text} x="1" y="2" transform="translate(3 4)">甲 &amp;</text>`,
      ),
    ).toEqual([
      { type: 'path', segments: [['M', 6, 7], ['L', 7, 7], ['Z']], fill: 0 },
      {
        type: 'rect',
        x: 1,
        y: 2,
        width: 3,
        height: 4,
        fill: 1,
        stroke: { color: [1, 0, 0], width: 0.5, dash: [2, 1] },
      },
      {
        type: 'text',
        text: '甲 &',
        x: 4,
        y: 9.8,
        anchor: 'end',
        style: { role: '黑体', size: 10, bold: true },
        fill: 0,
      },
    ]);
  });

  it.each([
    '<circle r="1"/>',
    '<path d="M0 0L1 1" clip-path="url(#a)"/>',
    '<path d="M0 0L1 1" fill="url(#a)"/>',
    '<path d="M0 0L1 1" fill="#000" fill-opacity="0.5"/>',
    '<path d="M0 0L1 1" transform="rotate(90)"/>',
    '<text style="font-size:10px" transform="matrix(0,1,-1,0,3,4)">甲</text>',
    '<text style="font-size:10px" dominant-baseline="hanging">甲</text>',
    '<text>甲</text>',
    '<image href="a.png"/>',
  ])('%s is refused', (inner) => {
    expect(() => read(inner)).toThrow();
  });
});
