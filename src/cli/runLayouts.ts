import { join } from 'node:path';
import { openFonts } from '../fonts/open.js';
import { checkLayout } from '../layouts/checker/checkLayout.js';
import type { FoundLayouts } from '../layouts/find.js';
import type { Manifest } from '../layouts/manifest.js';
import { layoutsOfRegion, type OfRegion } from '../layouts/ofRegion.js';
import { byProvince, type Province } from '../layouts/provinces.js';
import { readyNotRead, readyPartials } from '../layouts/ready.js';
import { treeOf } from '../layouts/regional.js';
import { fault, type Problem, Problems } from '../problem.js';
import { helpersNotRead } from '../reading/readable.js';
import { foldersOf, layoutsIn, pathsOf } from './layoutFolders.js';
import { layoutMadeText } from './layoutMadeText.js';
import type { LayoutsOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { shippedFonts, shippedTemplates } from './paths.js';
import { harmless, printProblems, problemData, tableText } from './print.js';
import { regionText } from './regionText.js';
import type { Words } from './words.js';

/** By layout that cannot be read back, the helpers that print what no reader understands. */
type NotRead = ReadonlyMap<string, readonly string[]>;

interface Broken {
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** Lists the layouts, and those that cannot be used with their problems: then the exit code is that of wrong input. */
export async function runLayouts(options: LayoutsOptions, text: Words, outcome: Outcome): Promise<void> {
  const unfit = unfitFor(options);
  if (unfit) throw new Problems([unfit]);
  const found = layoutsIn(foldersOf(options.layouts));
  if (options.new !== undefined) return startNew(found, options, text);
  if (options.gallery !== undefined) return showGallery(found, options.gallery, options, text);
  const checked = found.layouts.map((layout) => ({
    manifest: layout.manifest,
    problems: readyPartials(layout) ? [] : checkLayout(layout).problems,
  }));
  const asked = ofRegion(found, options.region);
  const shown = checked
    .filter(({ manifest, problems }) => problems.length === 0 && isShown(manifest, options.region, asked))
    .map(({ manifest }) => manifest);
  const faulty = checked.filter(({ problems }) => problems.length > 0);
  const broken = [...found.broken, ...faulty.map(({ manifest, problems }) => ({ id: manifest.id, problems }))];
  const region = asked && options.region ? { asked: options.region, of: asked, found } : undefined;
  const usable = found.layouts.filter(({ manifest }) => shown.includes(manifest));
  const notRead: NotRead = new Map(
    usable.flatMap((layout) => {
      const helpers = readyNotRead(layout) ?? helpersNotRead(layout);
      return helpers.length > 0 ? [[layout.manifest.id, helpers] as const] : [];
    }),
  );
  if (options.json) printJson(shown, broken, region, notRead, text);
  else printTable(byProvince(shown, treeOf(found)), broken, region, notRead, text);
  if (broken.length > 0) outcome.code = exit.input;
}

/** What was asked for and would be left undone without a word. */
function unfitFor({ new: id, from, like }: LayoutsOptions): Problem | undefined {
  if (from !== undefined && like !== undefined) return fault('from-and-like', fromAndLike, undefined, oneOfBoth);
  const [option] = [from !== undefined && 'from', like !== undefined && 'like'].filter((name) => name !== false);
  if (id !== undefined || option === undefined) return undefined;
  const message = { zh: `--${option} 要与 --new 一起用`, en: `--${option} goes with --new` };
  return fault('new-layout-unnamed', message, undefined, nameIt);
}

const fromAndLike = {
  zh: '--from 照一份文件做版式，--like 从一个版式做起，不能都写',
  en: '--from makes a layout of a file, --like begins with another layout: not both',
};
const oneOfBoth = {
  zh: '有填好的表的，只写 --from；没有的，只写 --like',
  en: 'with a filled form only --from, without one only --like',
};
const nameIt = {
  zh: '例如 jibiao layouts --new 苏州市/project-2026 --from 去年的表.docx',
  en: 'such as jibiao layouts --new 苏州市/project-2026 --from last-year.docx',
};

async function startNew(
  found: FoundLayouts,
  { new: id = '', like = 'generic/project', from, region, out, layouts, json }: LayoutsOptions,
  text: Words,
): Promise<void> {
  if (from !== undefined) {
    const { layoutFromFile } = await import('../publish/layoutFromFile.js');
    const folders = [shippedTemplates, ...pathsOf(foldersOf(layouts))];
    const made = await layoutFromFile(found, { id: id.replace(/\/+$/, ''), file: from, region, folder: out, folders });
    const { written: files, looks, differences } = made;
    if (json) process.stdout.write(`${JSON.stringify({ files, looks, differences }, undefined, 2)}\n`);
    else process.stdout.write(`${harmless(layoutMadeText(made, join(out, id), out, text))}\n`);
    return;
  }
  const { startLayout } = await import('../publish/newLayout.js');
  startLayout(found, { id, like, region, folder: out });
  const folder = join(out, id);
  process.stdout.write(`${text.newMade(folder, join(folder, 'specimen.json'), out)}\n`);
}

async function showGallery(found: FoundLayouts, folder: string, { json }: LayoutsOptions, text: Words): Promise<void> {
  const { writeGallery } = await import('../publish/gallery.js');
  const files = await writeGallery(found, openFonts([shippedFonts]), folder, text.language);
  if (json) process.stdout.write(`${JSON.stringify({ files }, undefined, 2)}\n`);
  else process.stdout.write(`${text.galleryMade(join(folder, 'index.html'), found.layouts.length)}\n`);
}

/** The region that was asked for, and its layouts. */
interface AskedRegion {
  readonly asked: string;
  readonly of: OfRegion;
  readonly found: FoundLayouts;
}

/** The layouts of a region, given by name or code. Throws Problems: region-…. */
function ofRegion(found: FoundLayouts, region: string | undefined): OfRegion | undefined {
  const isFolder = [...found.layouts.map(({ manifest }) => manifest), ...found.broken].some(
    ({ id }) => id.split('/')[0] === region,
  );
  return region && !isFolder ? layoutsOfRegion(found, region) : undefined;
}

function isShown({ id }: Manifest, region: string | undefined, asked: OfRegion | undefined): boolean {
  if (!region) return true;
  return asked
    ? asked.answers.some(({ ids, key }) => key !== undefined && ids.includes(id))
    : id.split('/')[0] === region;
}

function printTable(
  provinces: readonly Province[],
  broken: readonly Broken[],
  region: AskedRegion | undefined,
  notRead: NotRead,
  text: Words,
): void {
  const rows = provinces.flatMap(({ name, manifests }) =>
    manifests.map((manifest, index) => [
      index === 0 ? name[text.language] : '',
      manifest.id,
      manifest.name[text.language],
      text.tables[manifest.table],
      manifest.years.join(', ') || text.anyYear,
      `${manifest.paper} ${text.directions[manifest.direction]}`,
      manifest.moneyUnit === 'report' ? text.ownUnit : manifest.moneyUnit,
      [
        manifest.partial ? text.formKnown.partial : text.formKnown.whole,
        ...(notRead.has(manifest.id)
          ? [text.writeOnly((notRead.get(manifest.id) as readonly string[]).join('、'))]
          : []),
      ].join('，'),
    ]),
  );
  if (region) {
    const answer = regionText(region.asked, region.of, treeOf(region.found))[text.language];
    process.stdout.write(`${harmless(answer)}\n${rows.length > 0 ? '\n' : ''}`);
  }
  if (rows.length > 0) process.stdout.write(`${tableText(text.layoutColumns, rows)}\n`);
  if (broken.length === 0) return;
  process.stderr.write(`${text.brokenLayouts(broken.length)}\n`);
  for (const { problems } of broken) printProblems(problems, text.language);
}

function printJson(
  manifests: readonly Manifest[],
  broken: readonly Broken[],
  region: AskedRegion | undefined,
  notRead: NotRead,
  text: Words,
): void {
  const unusable = broken.map(({ id, problems }) => ({
    id,
    problems: problems.map((problem) => problemData(problem, text.language)),
  }));
  const layouts = manifests.map((manifest) => {
    const helpers = notRead.get(manifest.id);
    return helpers ? { ...manifest, notRead: helpers } : manifest;
  });
  const data = region && { region: { asked: region.asked, ...region.of.home, tables: region.of.answers } };
  process.stdout.write(`${JSON.stringify({ ...data, layouts, broken: unusable }, undefined, 2)}\n`);
}
