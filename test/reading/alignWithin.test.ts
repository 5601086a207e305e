import { expect, it } from 'vitest';
import { Aligner } from '../../src/reading/align.js';
import { grammarOf } from '../../src/reading/grammar.js';
import { readSource } from '../../src/reading/grids/source.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { makers } from './strangers/make.js';
import { tableOf } from './strangers/table.js';

const forms = shippedLayouts.layouts.filter(({ manifest }) =>
  ['shanghai/project-2024', 'national/project', 'hubei/project', 'generic/project'].includes(manifest.id),
);

it.each(['shanghai-2024', 'nansha-2024', 'gansu-2023'])(
  'gives up a form of %s only where it costs more, and else says the same',
  async (name) => {
    const { items } = await readSource(makers.docx(tableOf(name), false), `${name}.docx`);
    for (const layout of forms) {
      const aligner = new Aligner(grammarOf(layout));
      const whole = aligner.align(items);
      expect(aligner.mostLabels(items), layout.manifest.id).toBeGreaterThanOrEqual(whole.labelShare);
      for (const most of [0.4, 1, 1.5, 3]) {
        const within = new Aligner(grammarOf(layout)).alignWithin(items, most);
        if (!within) expect(whole.perRow, layout.manifest.id).toBeGreaterThan(most);
        else
          expect([within.cost, within.perRow, within.labelShare]).toEqual([whole.cost, whole.perRow, whole.labelShare]);
      }
    }
  },
);

it('gives up a form that is not the file’s', async () => {
  const { items } = await readSource(makers.docx(tableOf('nansha-2024'), false), 'nansha-2024.docx');
  const given = forms.map((layout) => new Aligner(grammarOf(layout)).alignWithin(items, 1) === undefined);
  expect(given).toContain(true);
});
