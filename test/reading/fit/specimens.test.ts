import { expect, it } from 'vitest';
import { doubtsOf } from '../../../src/reading/doubts.js';
import { joinedNamesIn } from '../../../src/reading/fit/paragraphs.js';
import { readWith } from '../../../src/reading/reading.js';
import { share } from '../../runs.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { answersTo, documentOf, specimenOf } from '../recall.js';
import { treeItems } from '../treeItems.js';

const ofFit = /不像这一栏|这一行没有|却像有|又出现一次|有几段/;

function valueAt(report: unknown, pointer: string): unknown {
  const steps = pointer.slice(1).split('/');
  return steps.reduce<unknown>((of, step) => (of as Record<string, unknown> | undefined)?.[step], report);
}

it('points at no text of a specimen that its own layout reads rightly', () => {
  const pointed = share(shippedLayouts.layouts).flatMap((layout) => {
    const specimen = specimenOf(layout);
    const source = treeItems(documentOf(layout, specimen));
    const answers = answersTo(readWith(layout, source).questions, specimen);
    const { report, at } = readWith(layout, source, { answers });
    const told = new Map(doubtsOf(report, at, [], source.items).map(({ zh, place }) => [JSON.stringify(place), zh]));
    return [...at].flatMap(([pointer, place]) => {
      const why = told.get(JSON.stringify(place)) ?? '';
      const isRight = valueAt(report, pointer) === valueAt(specimen, pointer);
      return ofFit.test(why) && isRight ? [`${layout.manifest.id} ${pointer} ${why}`] : [];
    });
  });
  expect(pointed).toEqual([]);
}, 120_000);

it('points at a name that was put together from paragraphs', () => {
  const place = { table: 1, row: 2, column: 3 };
  const cell = { text: '修复工程\n\n反映修复情况', column: 2, span: 1, left: 0, right: 1, isContinued: false, place };
  const items = [{ kind: 'row' as const, table: 0, cells: [cell], place }];
  const at = new Map([
    ['/units/0/projects/0/indicators/0/name', place],
    ['/units/0/projects/0/summary', place],
  ]);
  const pointed = (name: string): string[] => [
    ...joinedNamesIn({ units: [{ projects: [{ indicators: [{ name }] }] }] }, at, items).keys(),
  ];
  expect(pointed('修复工程反映修复情况')).toEqual(['/units/0/projects/0/indicators/0/name']);
  // A form that prints two fields in one cell.
  expect(pointed('修复工程')).toEqual([]);
});
