import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problems } from '../problem.js';
import { checkLayout } from './checker/checkLayout.js';
import { precompiled } from './compile.js';
import { findLayouts } from './find.js';
import { layoutKey } from './ready.js';
import { validatorSource } from './validator.js';

// Run by `npm run build`: the validator of layout manifests, and the shipped layouts checked and compiled, as modules of their
// own, so that no run has to.
const here = (name: string): URL => new URL(name, import.meta.url);
writeFileSync(here('./manifestValidator.cjs'), validatorSource());

const templates = new Map<string, string>();
const sound: Record<string, readonly string[]> = {};
const { layouts, broken } = findLayouts([fileURLToPath(here('../../templates'))]);
for (const layout of layouts) {
  const { problems, partials } = checkLayout(layout);
  if (problems.length > 0) throw new Problems(problems);
  sound[layoutKey(layout)] = partials;
  for (const [key, text] of precompiled(layout, partials)) templates.set(key, text);
}
if (broken.length > 0) throw new Problems(broken.flatMap(({ problems }) => problems));
const listed = [...templates].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',\n');
writeFileSync(here('./readyLayouts.cjs'), `module.exports={templates:{${listed}},sound:${JSON.stringify(sound)}};\n`);
