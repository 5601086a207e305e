import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyOf, written } from '../../src/desk/fields.js';
import { formTree } from '../../src/desk/forms.js';
import { patchedAll } from '../../src/desk/patch.js';
import { drawn } from '../../src/desk/sheet.js';
import type { Document } from '../../src/document/document.js';
import { blocksText, placeCells } from '../../src/document/walk.js';
import { toldTree } from '../../src/generate.js';
import type { Layout } from '../../src/layouts/find.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

function specimen({ manifest }: Layout): Report {
  const path = join('templates', manifest.id, 'specimen.json');
  return readReport(readFileSync(path), path).report;
}

function cellTexts(document: Document): string[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'table' ? placeCells(block).map(({ cell }) => blocksText(cell.blocks)) : [],
    ),
  );
}

const all = shippedLayouts.layouts;
const projectForms = all.filter(({ manifest }) => manifest.table === 'project' && manifest.shape === 'form');

it.each(share(projectForms, 1).map((layout) => [layout.manifest.id, layout] as const))(
  'fills a project alone as it is among others: %s',
  (_, layout) => {
    const report = specimen(layout);
    const [unit] = report.units;
    const [project] = unit?.projects ?? [];
    if (!unit || !project) throw new Error('a specimen without a project');
    const named = (name: string) => ({ ...project, name, id: name, code: name });
    const three = { ...report, units: [{ ...unit, projects: ['甲', '乙', '丙'].map(named) }] };
    const whole = cellTexts(toldTree(three, layout)).join('\n');
    const tree = formTree(three, '/units/0/projects/1', { project: layout });
    expect(whole).toContain(cellTexts(tree?.document as Document).join('\n'));
  },
);

it.each(share(all, 2).map((layout) => [layout.manifest.id, layout] as const))(
  'draws each form with its fields, and understands what it prints as it was: %s',
  (_, layout) => {
    const report = specimen(layout);
    const isOverall = layout.manifest.table === 'department';
    const form = isOverall ? 'overall' : '/units/0/projects/0';
    const tree = formTree(report, form, isOverall ? { overall: layout } : { project: layout });
    if (!tree) throw new Error('no form');
    const { sheet } = drawn(tree, report, (table, width) => columnWidths(table, width, fonts), fonts);
    const fields = Object.values(sheet.fields);
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) {
      expect(field.key).toBe(keyOf(field));
      expect(field.label, field.key).not.toBe('');
      if (field.text === '' || field.derived || field.pointers.some((pointer) => pointer.includes('/-'))) continue;
      // What is printed, typed in again: the same data, or the same but for zeros that the form rounds away.
      const { patches } = written(report, field, field.text);
      if (!patches || patches.length === 0) continue;
      const after = patchedAll(report, patches).value as Report;
      const again = formTree(after, form, isOverall ? { overall: layout } : { project: layout });
      const redrawn = drawn(again ?? tree, after, (table, width) => columnWidths(table, width, fonts), fonts).sheet;
      expect(redrawn.fields[field.key]?.text, field.key).toBe(field.text);
    }
  },
);
