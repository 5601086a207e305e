import { expect, it } from 'vitest';
import { readWith } from '../../src/reading/reading.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { documentOf, specimenOf } from './recall.js';
import { treeItems } from './treeItems.js';

/** Levels that a form prints in words of its own: what they are read as is told where they stand. */
const told = (id: string): string[] => {
  const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === id) ?? expect.fail();
  const { notes } = readWith(layout, treeItems(documentOf(layout, specimenOf(layout))));
  return notes.map(({ zh }) => zh).filter((zh) => zh.startsWith('表上写'));
};

it('tells each level that a form prints otherwise', () => {
  expect(told('dongguan/project-2019')).toEqual(
    expect.arrayContaining([
      '表上写“预期产出指标”，读作“产出指标”',
      '表上写“效果指标”，读作“效益指标”',
      '表上写“预算(或投资规模)控制指标”，读作“成本指标”',
    ]),
  );
});

it.each(['national/project', 'shanghai/project-2024', 'tianjin/project-2023', 'fujian/project-2017', 'hubei/project'])(
  'says nothing in %s, which prints levels as they are',
  (id) => {
    expect(told(id)).toEqual([]);
  },
);
