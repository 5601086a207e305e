import { checkLayout } from '../../../src/layouts/checker/checkLayout.js';
import { fillLayout, stripPlaces } from '../../../src/layouts/fill.js';
import type { Layout } from '../../../src/layouts/find.js';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { readSource } from '../../../src/reading/grids/source.js';
import type { SourceFile } from '../../../src/reading/items.js';
import type { Json } from '../../../src/reading/ownForm/fields.js';
import { type OwnForm, ownForm } from '../../../src/reading/ownForm/template.js';
import { readReport } from '../../../src/report/read.js';
import type { Report } from '../../../src/report/schema.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { makers } from '../strangers/make.js';
import type { Table } from '../strangers/table.js';

/** A table as a file, what was read of it, and the form that was made of it. */
export interface Made {
  readonly source: SourceFile;
  readonly report: Report;
  readonly left: readonly { readonly place: object; readonly text: string }[];
  readonly form: OwnForm;
  readonly layout: Layout;
}

const [like] = shippedLayouts.layouts.filter(({ manifest }) => manifest.id === 'generic/project') as [Layout];
const unnamed = {
  year: '2031',
  region: '江西省',
  department: '某某局',
  unit: '某某中心',
  project: '某某项目',
  'money-unit': '万元',
};

/** Undefined where no form is made of it. */
export async function made(table: Table, kind: keyof typeof makers = 'docx'): Promise<Made | undefined> {
  const source = await readSource(makers[kind](table), `table.${kind}`);
  const { report: data, at, left } = readColumns(source, { answers: unnamed });
  const { report } = readReport(new TextEncoder().encode(JSON.stringify(data)), 'table.json');
  const form = ownForm({ items: source.items, report: data as Json, at, left });
  if (!form) return undefined;
  const manifest = { ...like.manifest, id: 'own/form', table: form.table, moneyUnit: report.moneyUnit, ...form.money };
  const layout = { ...like, manifest, template: { file: 'own/form/template.hbs', text: form.template } };
  return { source, report, left, form, layout };
}

/** The problems of the template by its own. */
export function problemsOfForm({ layout }: Made): string[] {
  return checkLayout(layout).problems.map(({ code, message }) => `${code} ${message.zh}`);
}

/** What the form prints for a report: a line a row, cells between |. */
export function printed({ layout }: Made, report: Report): string {
  return stripPlaces(fillLayout(layout, report).markup)
    .replace(/>\s+/g, '>')
    .replace(/<\/t[dh]>/g, '|')
    .replace(/<\/tr>|<\/p>(?=<p|<table|<section)/g, '\n')
    .replace(/<br\/>|<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim().replace(/\|$/, ''))
    .filter((line) => line !== '')
    .join('\n');
}
