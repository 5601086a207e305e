import { createRequire } from 'node:module';
import { shortDigest } from '../kept/digest.js';
import type { Manifest } from './manifest.js';
import type { SourceFile } from './source.js';

/** The texts that a layout is made of. */
export interface Sources {
  readonly template: SourceFile;
  /** Products have none. */
  readonly title?: SourceFile;
  readonly partials: ReadonlyMap<string, SourceFile>;
}

/** What the build prepared of the shipped layouts (packaging/layouts.ts), by digest of their texts: an edited one does not match. */
export interface Ready {
  /** Compiled templates, for `Handlebars.template`. */
  readonly templates: Readonly<Record<string, TemplateSpecification>>;
  /** Of layouts that passed the checker, the partials that they call. */
  readonly sound: Readonly<Record<string, readonly string[]>>;
  /** Of those of them that are write-only, the helpers whose printed texts cannot be read back (reading/readable.ts). */
  readonly notRead: Readonly<Record<string, readonly string[]>>;
  readonly manifests: Readonly<Record<string, ReadManifest>>;
}

/** A valid manifest, and its title as a template. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly title: SourceFile;
}

/** How a template is compiled: with the places of its tags; without escaping, for plain text. */
export interface Compilation {
  readonly places: boolean;
  readonly noEscape: boolean;
}

let known: Ready | undefined;

/** What the build prepared; empty where there was no build, as in tests of `src`. */
function ready(): Ready {
  if (known) return known;
  try {
    known = createRequire(import.meta.url)('./readyLayouts.cjs') as Ready;
  } catch {
    known = { templates: {}, sound: {}, notRead: {}, manifests: {} };
  }
  return known;
}

/** A shipped template as the build compiled it. */
export function readyTemplate(source: SourceFile, compilation: Compilation): TemplateSpecification | undefined {
  return ready().templates[templateKey(source, compilation)];
}

/** The partials that a shipped layout or product calls, when the build found no fault in it. */
export function readyPartials(sources: Sources): readonly string[] | undefined {
  return ready().sound[layoutKey(sources)];
}

/** The helpers of a shipped layout whose printed texts cannot be read back; none where the layout can be. */
export function readyNotRead(sources: Sources): readonly string[] | undefined {
  const key = layoutKey(sources);
  return key in ready().sound ? (ready().notRead[key] ?? []) : undefined;
}

/** A shipped manifest as the build read it for a layout of this id. */
export function readyManifest(source: SourceFile, id: string): ReadManifest | undefined {
  return ready().manifests[manifestKey(source, id)];
}

/** The file's name counts because problems name it, the id because it is checked. */
export function manifestKey({ file, text }: SourceFile, id: string): string {
  return shortDigest(JSON.stringify([file, text, id]));
}

/** The file's name counts because places and problems name it. */
export function templateKey({ file, text }: SourceFile, { places, noEscape }: Compilation): string {
  return shortDigest(JSON.stringify([file, text, places, noEscape]));
}

/** All that the checker of a layout reads. */
export function layoutKey(sources: Sources): string {
  const key = keys.get(sources) ?? keyOf(sources);
  keys.set(sources, key);
  return key;
}

const keys = new WeakMap<Sources, string>();

function keyOf({ template, title, partials }: Sources): string {
  const own = [template, ...(title ? [title] : [])].map(({ file, text }) => [file, text]);
  const shared = partialsKeys.get(partials) ?? partialsKey(partials);
  partialsKeys.set(partials, shared);
  return shortDigest(JSON.stringify([own, shared]));
}

/** All layouts of a folder share its partials. */
const partialsKeys = new WeakMap<Sources['partials'], string>();

function partialsKey(partials: Sources['partials']): string {
  return shortDigest(JSON.stringify([...partials].map(([name, { file, text }]) => [name, file, text])));
}
