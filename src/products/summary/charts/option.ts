import type { EChartsCoreOption } from 'echarts/core';
import type { ChartRow } from './rows.js';

/** The measures of a chart of rows, in points. */
export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly lineHeight: number;
  readonly rowHeight: number;
  /** Of the labels and the gap to the bars. */
  readonly labels: number;
  /** Of the amounts and the gap to the bars. */
  readonly amounts: number;
}

/** Dark enough to be seen in a grey print, light enough for toner. */
const barColor = '#4d6b85';
/** Neighbours differ by at least a quarter of the range from black to white. */
export const partColors = ['#404040', '#b8b8b8', '#787878', '#ececec', '#5c5c5c', '#d0d0d0'] as const;

/** Bars whose labels stand at the right of their column, or for groups at its left. */
export function rowsOption(rows: readonly ChartRow[], plan: Plan, labelsLeft: boolean): EChartsCoreOption {
  const data = rows.map(({ bold, value = '0', of }) => ({
    value: Number(of) === 0 ? 0 : Number(value) / Number(of),
    itemStyle: { color: barColor },
    ...(bold && { label: { fontWeight: 'bold' } }),
  }));
  return {
    grid: { ...gridOf(plan), top: 0, height: plan.height },
    xAxis: lengths(0, 1),
    yAxis: labelAxis(rows, plan, labelsLeft, 0),
    series: [bars(rows, data, plan, 0)],
  };
}

/** One bar of all parts over the whole width; below it each part's label, grey and amount. */
export function partsOption(rows: readonly ChartRow[], plan: Plan): EChartsCoreOption {
  const values = rows.map(({ value }) => Number(value));
  const top = plan.rowHeight * 1.5;
  const swatches = rows.map((_, index) => ({ value: 1, itemStyle: swatchStyle(index) }));
  // Of a part of 0 only the outline would show.
  const divided = values.flatMap((value, index) => {
    const data = [{ value, itemStyle: swatchStyle(index) }];
    return value > 0 ? [{ ...plainBars(0, plan), stack: 'all', barWidth: plan.rowHeight, data }] : [];
  });
  return {
    grid: [
      { ...bare, left: 1, right: 1, top: 1, height: plan.rowHeight },
      { ...gridOf(plan), top, height: plan.height - top },
    ],
    xAxis: [lengths(0, sum(values)), lengths(1, (plan.width - plan.labels - plan.amounts) / swatch)],
    yAxis: [{ type: 'category', show: false, data: [''], gridIndex: 0 }, labelAxis(rows, plan, false, 1)],
    series: [...divided, bars(rows, swatches, plan, 1)],
  };
}

/** The width of the grey box beside a part's name, in points. */
const swatch = 16;

function swatchStyle(index: number) {
  return { color: partColors[index] ?? '#fff', borderColor: '#000', borderWidth: 0.4 };
}

/** Keeps ECharts from moving a grid whose labels it thinks too wide. */
const bare = { outerBoundsMode: 'none' } as const;

function gridOf({ labels, amounts }: Plan) {
  return { ...bare, left: labels, right: amounts };
}

function lengths(gridIndex: number, max: number) {
  return { type: 'value', show: false, min: 0, max: max > 0 ? max : 1, gridIndex };
}

function labelAxis(rows: readonly ChartRow[], plan: Plan, labelsLeft: boolean, gridIndex: number) {
  const { size, lineHeight, labels } = plan;
  const data = rows.map(({ lines, bold }) => ({
    value: lines.join('\n'),
    // A label with its own style does not inherit the axis' alignment.
    ...(bold && { textStyle: { fontWeight: 'bold', align: labelsLeft ? 'left' : 'right' } }),
  }));
  const place = labelsLeft ? { align: 'left', margin: labels } : { margin: gap };
  return {
    type: 'category',
    inverse: true,
    gridIndex,
    data,
    axisTick: { show: false },
    axisLine: { show: gridIndex === 0, lineStyle: { color: '#000', width: 0.5 } },
    axisLabel: { interval: 0, hideOverlap: false, color: '#000', fontSize: size, lineHeight, ...place },
  };
}

/** Between words and bars, in points. */
export const gap = 5;

function bars(rows: readonly ChartRow[], data: readonly unknown[], plan: Plan, axis: number) {
  const formatter = ({ dataIndex }: { dataIndex: number }): string => rows[dataIndex]?.printed ?? '';
  const label = { show: true, position: 'right', distance: gap, color: '#000', fontSize: plan.size, formatter };
  return { ...plainBars(axis, plan), barWidth: Math.min(plan.rowHeight * 0.62, 12), label, data };
}

function plainBars(axis: number, { size }: Plan) {
  const still = { silent: true, clip: false, emphasis: { disabled: true }, animation: false };
  return { type: 'bar', xAxisIndex: axis, yAxisIndex: axis, fontSize: size, ...still };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
