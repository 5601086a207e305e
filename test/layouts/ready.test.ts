import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkLayout } from '../../src/layouts/checker/checkLayout.js';
import { findLayouts, findProduct } from '../../src/layouts/find.js';
import { checkedPartials } from '../../src/layouts/product.js';
import { readManifest } from '../../src/layouts/readManifest.js';
import { layoutKey, manifestKey, type Ready, type Sources, templateKey } from '../../src/layouts/ready.js';
import { products } from '../../src/packaging/products.js';
import { labelsIn } from '../../src/reading/cells.js';
import type { ReadyLabels } from '../../src/reading/formLabels.js';
import { grammarOf } from '../../src/reading/grammar.js';
import { helpersNotRead } from '../../src/reading/readable.js';

const built = createRequire(import.meta.url);
const ready = built('../../dist/layouts/readyLayouts.cjs') as Ready;
const labels = built('../../dist/reading/readyLabels.cjs') as ReadyLabels;
const asMarkup = { places: true, noEscape: false };

it('the build has every shipped layout ready: its check, whether it can be read back, its labels, its template, its title and the partials that it calls', () => {
  const { layouts } = findLayouts(['templates']);
  expect(layouts.length + shipped.length).toBe(Object.keys(ready.sound).length);
  for (const layout of layouts) {
    expect(ready.sound[layoutKey(layout)]).toEqual(checkLayout(layout).partials);
    expect(ready.notRead[layoutKey(layout)] ?? []).toEqual(helpersNotRead(layout));
    expect(labels[layoutKey(layout)]).toEqual([...labelsIn(grammarOf(layout))]);
    const title = templateKey(layout.title, { places: false, noEscape: true });
    expect([...keysOf(layout), title].filter((key) => !Object.hasOwn(ready.templates, key))).toEqual([]);
  }
});

it('and every template of a product', () => {
  expect(shipped.length).toBeGreaterThan(0);
  for (const { found, schema } of shipped) {
    expect(ready.sound[layoutKey(found)]).toEqual(checkedPartials(found, schema));
    expect(keysOf(found).filter((key) => !Object.hasOwn(ready.templates, key))).toEqual([]);
  }
});

const shipped = Object.entries(products).flatMap(([product, [schema, ...names]]) =>
  names.map((name) => ({ found: findProduct(['templates'], product, name), schema })),
);

/** The keys of a template and of what it calls. */
function keysOf(sources: Sources): string[] {
  const called = (ready.sound[layoutKey(sources)] ?? []).flatMap((name) => sources.partials.get(name) ?? []);
  return [sources.template, ...called].map((source) => templateKey(source, asMarkup));
}

it('a layout that someone edited is another: neither its check nor its template is ready', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'jibiao-ready-')), 'templates');
  cpSync('templates', folder, { recursive: true });
  const file = join(folder, 'generic/project/template.hbs');
  writeFileSync(file, `${readFileSync(file, 'utf8')}<p>{{year}}</p>\n`);
  const [edited, other] = ['generic/project', 'tianjin/project-2023'].map((id) =>
    findLayouts([folder]).layouts.find(({ manifest }) => manifest.id === id),
  );
  if (!edited || !other) throw new Error('no such layout');
  expect(ready.sound[layoutKey(edited)]).toBeUndefined();
  expect(ready.templates[templateKey(edited.template, asMarkup)]).toBeUndefined();
  expect(ready.sound[layoutKey(other)]).toBeDefined();
  // A partial that a layout may call is part of its check.
  const partial = join(folder, 'partials', [...other.partials.keys()][0] as string);
  writeFileSync(`${partial}.hbs`, `${readFileSync(`${partial}.hbs`, 'utf8')} `);
  const again = findLayouts([folder]).layouts.find(({ manifest }) => manifest.id === other.manifest.id);
  expect(ready.sound[layoutKey(again as typeof other)]).toBeUndefined();
});

/** The text of a shipped layout's manifest, as it is found. */
const manifestOf = (id: string) => ({
  file: `${id}/layout.json`,
  text: readFileSync(`templates/${id}/layout.json`, 'utf8'),
});

it('the build has read every shipped manifest and its title, to the same as is read here', () => {
  const { layouts } = findLayouts(['templates']);
  expect(layouts.length).toBe(Object.keys(ready.manifests).length);
  for (const { manifest, title } of layouts) {
    const source = manifestOf(manifest.id);
    const read = ready.manifests[manifestKey(source, manifest.id)];
    expect({ ...read, problems: [] }).toEqual(readManifest(source, manifest.id));
    expect(read).toEqual({ manifest, title });
    // What prints a manifest prints its fields in their order.
    expect(JSON.stringify(read)).toBe(JSON.stringify({ manifest, title }));
  }
});

it('a manifest that someone edited, renamed or moved is another', () => {
  const source = manifestOf('generic/project');
  const known = ({ file, text }: typeof source, id: string) =>
    Object.hasOwn(ready.manifests, manifestKey({ file, text }, id));
  expect(known(source, 'generic/project')).toBe(true);
  expect(known({ ...source, text: `${source.text} ` }, 'generic/project')).toBe(false);
  expect(known({ ...source, file: 'generic/copy/layout.json' }, 'generic/project')).toBe(false);
  expect(known(source, 'generic/copy')).toBe(false);
});
