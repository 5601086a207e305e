import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Measure } from './measure.js';

use([BarChart, GridComponent, SVGRenderer]);

/** A chart's size in points, which are the units of its SVG, and the name of its font for measuring. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly family: string;
}

/**
 * A chart drawn by Apache ECharts on the server, as SVG. We measure the words, because without a browser ECharts would guess. It
 * caches widths by the font's name while the process runs, so each set of faces needs its own name.
 */
export function chartSvg(option: EChartsCoreOption, { width, height, size, family }: Sheet, measure: Measure): string {
  setPlatformAPI({
    measureText: (text, font = '') => {
      const own = Number(/([\d.]+)px/.exec(font)?.[1] ?? size);
      return { width: (measure(text, /\bbold\b/.test(font)) * own) / size };
    },
  });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: family, fontSize: size, color: '#000' }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
