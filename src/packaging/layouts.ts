import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkLayout } from '../layouts/checker/checkLayout.js';
import { precompiled } from '../layouts/compile.js';
import { findLayouts, findProduct } from '../layouts/find.js';
import { TemplatesFolder } from '../layouts/folder.js';
import { checkedPartials, noHelpers } from '../layouts/product.js';
import { layoutKey, manifestKey, type ReadManifest } from '../layouts/ready.js';
import { validatorSource } from '../layouts/validator.js';
import { Problems } from '../problem.js';
import { labelsIn } from '../reading/cells.js';
import { grammarOf } from '../reading/grammar.js';
import { helpersNotRead } from '../reading/readable.js';
import { products } from './products.js';

// Run by `npm run build`: the validator of layout manifests, the shipped layouts read, checked and compiled, what of
// them cannot be read back, the labels of their forms, and the templates of products, as modules of their own, so that no run has to.
const here = (name: string): URL => new URL(name, import.meta.url);
writeFileSync(here('../layouts/manifestValidator.cjs'), validatorSource());

// What an earlier build has ready is not asked.
rmSync(here('../layouts/readyLayouts.cjs'), { force: true });
const templates = new Map<string, string>();
const sound: Record<string, readonly string[]> = {};
const notRead: Record<string, readonly string[]> = {};
const manifests: Record<string, ReadManifest> = {};
const labels: Record<string, readonly string[]> = {};
const folder = new TemplatesFolder(fileURLToPath(here('../../templates')));
const { layouts, broken } = findLayouts([folder.path]);
if (broken.length > 0) throw new Problems(broken.flatMap(({ problems }) => problems));
for (const layout of layouts) {
  const { problems, partials } = checkLayout(layout);
  if (problems.length > 0) throw new Problems(problems);
  sound[layoutKey(layout)] = partials;
  const helpers = helpersNotRead(layout);
  if (helpers.length > 0) notRead[layoutKey(layout)] = helpers;
  labels[layoutKey(layout)] = [...labelsIn(grammarOf(layout))];
  for (const [key, text] of precompiled(layout, partials)) templates.set(key, text);
  const { id } = layout.manifest;
  const source = folder.read(`${id}/layout.json`, []);
  if (source) manifests[manifestKey(source, id)] = { manifest: layout.manifest, title: layout.title };
}
for (const [product, [schema, ...names]] of Object.entries(products)) {
  for (const name of names) {
    const found = findProduct([folder.path], product, name);
    const called = checkedPartials(found, schema);
    sound[layoutKey(found)] = called;
    for (const [key, text] of precompiled(found, called, noHelpers)) templates.set(key, text);
  }
}
const listed = [...templates].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',\n');
const [calls, writeOnly, read] = [sound, notRead, manifests].map((table) => JSON.stringify(table));
writeFileSync(
  here('../layouts/readyLayouts.cjs'),
  `module.exports={templates:{${listed}},sound:${calls},notRead:${writeOnly},manifests:${read}};\n`,
);
writeFileSync(here('../reading/readyLabels.cjs'), `module.exports=${JSON.stringify(labels)};\n`);
