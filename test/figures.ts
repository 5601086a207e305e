import type { Figure } from '../src/document/document.js';
import type { DrawnText } from '../src/document/drawing.js';

/** Figures for tests. */

export function drawnText(text: string, x: number, y: number, options: Partial<DrawnText> = {}): DrawnText {
  return {
    type: 'text',
    text,
    x,
    y,
    anchor: 'start',
    style: { role: '黑体', size: 9, bold: false },
    fill: 0,
    ...options,
  };
}

/** Each kind of shape once or more, words in two faces and a colour; `value` is a number that it shows. */
export function sampleFigure(value = '1,234.50', options: Partial<Figure> = {}): Figure {
  return {
    type: 'figure',
    alt: `资金“来源” <财政> & 自筹：${value} 万元`,
    width: 300,
    height: 120,
    before: 6,
    after: 6,
    align: 'center',
    drawing: [
      { type: 'rect', x: 80, y: 20, width: 160, height: 18, fill: 0.3 },
      { type: 'rect', x: 80, y: 50, width: 60, height: 18, fill: [0.2, 0.4, 0.9], stroke: { color: 0, width: 0.5 } },
      drawnText('财政拨款 ☑', 76, 33, { anchor: 'end' }),
      drawnText('自筹 & <其他>', 76, 63, { anchor: 'end' }),
      {
        type: 'path',
        segments: [
          ['M', 80, 10],
          ['L', 80, 100],
          ['C', 100, 110, 200, 90, 240, 100],
        ],
        stroke: { color: [0.5, 0.5, 0.5], width: 0.75, dash: [3, 2] },
      },
      {
        type: 'path',
        segments: [['M', 250, 80], ['L', 270, 80], ['L', 260, 95], ['Z']],
        fill: 0.6,
      },
      drawnText(value, 160, 33, { anchor: 'middle', fill: 1 }),
      drawnText('12.00', 144, 63, { style: { role: '宋体', size: 8, bold: true } }),
      drawnText('Funding by source', 150, 115, { anchor: 'middle', fill: [0.2, 0.2, 0.2] }),
    ],
    ...options,
  };
}
