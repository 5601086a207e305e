import { checkLayout } from '../layouts/checker/checkLayout.js';
import { findLayouts } from '../layouts/find.js';
import type { Manifest } from '../layouts/manifest.js';
import type { Problem } from '../problem.js';
import type { LayoutsOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { shippedTemplates } from './paths.js';
import { printProblems, problemData, tableText } from './print.js';
import type { Words } from './words.js';

interface Broken {
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** Lists the layouts, and names those that cannot be used with their problems; that there are such is the input's fault. */
export function runLayouts(options: LayoutsOptions, text: Words, outcome: Outcome): void {
  const found = findLayouts([shippedTemplates, ...options.layouts]);
  const checked = found.layouts.map((layout) => ({
    manifest: layout.manifest,
    problems: checkLayout(layout).problems,
  }));
  const shown = checked
    .filter(({ manifest, problems }) => problems.length === 0 && matches(manifest, options.region))
    .map(({ manifest }) => manifest);
  const faulty = checked.filter(({ problems }) => problems.length > 0);
  const broken = [...found.broken, ...faulty.map(({ manifest, problems }) => ({ id: manifest.id, problems }))];
  if (options.json) printJson(shown, broken, text);
  else printTable(shown, broken, text);
  if (broken.length > 0) outcome.code = exit.input;
}

/** A region is named by its name, a part of it, its code, or the layout's folder. */
function matches(manifest: Manifest, region: string | undefined): boolean {
  if (!region) return true;
  return (
    manifest.region.name.includes(region) || manifest.region.code === region || manifest.id.split('/')[0] === region
  );
}

function printTable(manifests: readonly Manifest[], broken: readonly Broken[], text: Words): void {
  const rows = manifests.map((manifest) => [
    manifest.id,
    manifest.name[text.language],
    manifest.region.name,
    text.tables[manifest.table],
    manifest.years.join(', ') || text.anyYear,
    `${manifest.paper} ${text.directions[manifest.direction]}`,
    manifest.moneyUnit === 'report' ? text.ownUnit : manifest.moneyUnit,
  ]);
  process.stdout.write(rows.length > 0 ? `${tableText(text.layoutColumns, rows)}\n` : `${text.noLayout}\n`);
  if (broken.length === 0) return;
  process.stderr.write(`${text.brokenLayouts(broken.length)}\n`);
  for (const { problems } of broken) printProblems(problems, text.language);
}

function printJson(manifests: readonly Manifest[], broken: readonly Broken[], text: Words): void {
  const unusable = broken.map(({ id, problems }) => ({
    id,
    problems: problems.map((problem) => problemData(problem, text.language)),
  }));
  process.stdout.write(`${JSON.stringify({ layouts: manifests, broken: unusable }, undefined, 2)}\n`);
}
