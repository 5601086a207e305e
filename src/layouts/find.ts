import { type Problem, Problems } from '../problem.js';
import { TemplatesFolder, unreadableFault } from './folder.js';
import { guessedManifest } from './guessedManifest.js';
import type { Manifest } from './manifest.js';
import { readManifest } from './readManifest.js';
import type { SourceFile } from './source.js';

/** A layout with the texts of all its files. */
export interface Layout {
  readonly manifest: Manifest;
  /** The templates folder that it was found in, as it was given. */
  readonly folder: string;
  readonly template: SourceFile;
  /** The manifest's title as a template of its own. */
  readonly title: SourceFile;
  /** The shared style sheet of every folder up to this one, then that of the layout whose look it has, then its own. */
  readonly looks: readonly SourceFile[];
  readonly partials: ReadonlyMap<string, SourceFile>;
}

/** A layout folder that cannot be used, and why: an error only when it is chosen. */
export interface BrokenLayout {
  readonly id: string;
  readonly problems: readonly Problem[];
  /** Its own manifest if that is sound, else that of the layout it would override, else what can be told of it. */
  readonly manifest: Manifest;
}

/** Both sorted by id. */
export interface FoundLayouts {
  readonly layouts: readonly Layout[];
  readonly broken: readonly BrokenLayout[];
}

/** What templates may include and what they look like: with the folders before theirs, or their own. */
interface Shared {
  readonly partials: ReadonlyMap<string, SourceFile>;
  readonly looks: readonly SourceFile[];
}

/** The template of what is no layout: a summary, what a check found, a table of revisions. */
export interface ProductTemplate extends Shared {
  /** Its folder. */
  readonly product: string;
  readonly template: SourceFile;
}

/**
 * Finds the layouts of templates folders, the shipped one first; a later folder overrides layouts of the same id, and
 * its layouts may use the partials and looks of the folders before it.
 * Throws Problems when a folder or what its layouts share cannot be read: layout-missing, layout-unreadable, layout-outside,
 * layout-encoding. Of the folder `unnamed`, which nobody named, the layouts are broken by what they share.
 */
export function findLayouts(folders: readonly string[], unnamed?: string): FoundLayouts {
  const problems: Problem[] = [];
  const found = new Map<string, Layout | BrokenLayout>();
  let shared: Shared = { partials: new Map(), looks: [] };
  for (const path of folders) {
    const folder = openFolder(path, problems);
    if (!folder) continue;
    const faults = path === unnamed ? [] : problems;
    shared = sharedIn(folder, 'partials', 'base.css', shared, faults);
    for (const id of layoutIds(folder)) {
      const layout = readLayout(folder, id, shared, found.get(id)?.manifest);
      found.set(id, path === unnamed && faults.length > 0 ? brokenBy(faults, id, layout) : layout);
    }
  }
  if (problems.length > 0) throw new Problems(problems);
  const all = [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, layout]) => layout);
  return {
    layouts: all.filter((layout) => 'template' in layout),
    broken: all.filter((layout) => 'problems' in layout),
  };
}

/**
 * Finds the template of a product in templates folders, the shipped one first, in each the folder of that name; a later folder's
 * templates stand for earlier ones of the same name, and its look adds to theirs. Throws Problems as `findLayouts` does.
 */
export function findProduct(folders: readonly string[], product: string, name: string): ProductTemplate {
  const problems: Problem[] = [];
  const opened = folders.flatMap((path) => openFolder(path, problems) ?? []);
  const base = opened[0]?.read('partials/base.css', problems);
  const shared = opened.reduce<Shared>((before, folder) => sharedIn(folder, product, 'look.css', before, problems), {
    partials: new Map(),
    looks: base ? [base] : [],
  });
  const template = shared.partials.get(name) ?? opened[0]?.read(`${product}/${name}.hbs`, problems);
  if (!template || problems.length > 0) throw new Problems(problems);
  return { product, template, ...shared };
}

function openFolder(path: string, problems: Problem[]): TemplatesFolder | undefined {
  try {
    return new TemplatesFolder(path);
  } catch (cause) {
    problems.push(unreadableFault(path, cause));
    return undefined;
  }
}

/** Adds the templates and the look of a folder to those before; a file of the same name stands for the earlier one. */
function sharedIn(folder: TemplatesFolder, name: string, look: string, before: Shared, problems: Problem[]): Shared {
  const partials = new Map(before.partials);
  const looks = [...before.looks];
  for (const file of folder.list(name)) {
    const partial = file === look ? undefined : partialName(file);
    if (!partial && file !== look) continue;
    const source = folder.read(`${name}/${file}`, problems);
    if (source && partial) partials.set(partial, source);
    else if (source) looks.push(source);
  }
  return { partials, looks };
}

/** A partial's name, from its file's. The second expression takes a millisecond to build and is rarely needed. */
function partialName(file: string): string | undefined {
  const found = /^([\w-]+)\.hbs$/.exec(file) ?? /^([\p{L}\p{N}_-]+)\.hbs$/u.exec(file);
  return found?.[1];
}

/** A layout is a folder in a region's folder that has a manifest or a template. */
function layoutIds(folder: TemplatesFolder): string[] {
  const regions = folder.list('').filter((region) => region !== 'partials');
  const ids = regions.flatMap((region) => folder.list(region).map((table) => `${region}/${table}`));
  return ids.filter((id) => folder.list(id).some((name) => name === 'layout.json' || name === 'template.hbs'));
}

function readLayout(
  folder: TemplatesFolder,
  id: string,
  shared: Shared,
  overridden: Manifest | undefined,
): Layout | BrokenLayout {
  const problems: Problem[] = [];
  const [json, template] = ['layout.json', 'template.hbs'].map((name) => folder.read(`${id}/${name}`, problems));
  const reading = json ? readManifest(json, id) : { problems: [] };
  const own = ownLooks(folder, id, 'manifest' in reading ? reading.manifest.look : undefined, problems);
  for (const problem of reading.problems) problems.push(problem);
  if ('manifest' in reading && template && !own.includes(undefined)) {
    const { manifest, title } = reading;
    const looks = [...shared.looks, ...(own as SourceFile[])];
    return { manifest, folder: folder.path, template, title, looks, partials: shared.partials };
  }
  const manifest = 'manifest' in reading ? reading.manifest : (overridden ?? guessedManifest(id, json?.text));
  return { id, problems, manifest };
}

/** A layout that cannot be used because of further faults. */
export function brokenBy(faults: readonly Problem[], id: string, layout: Layout | BrokenLayout): BrokenLayout {
  return { id, manifest: layout.manifest, problems: [...('problems' in layout ? layout.problems : []), ...faults] };
}

/** The sheets of a layout by itself: that of the layout whose look it has, then its own, which it then need not have. */
function ownLooks(folder: TemplatesFolder, id: string, like: string | undefined, problems: Problem[]) {
  const owners = [
    ...(like === undefined ? [] : [like]),
    ...(like === undefined || folder.list(id).includes('look.css') ? [id] : []),
  ];
  return owners.map((owner) => folder.read(`${owner}/look.css`, problems));
}
