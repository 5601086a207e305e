import { createRequire } from 'node:module';
import { shortDigest } from '../kept/digest.js';
import type { Manifest } from './manifest.js';
import type { SourceFile } from './source.js';

/** The texts that a layout's template may be made of. */
export interface Sources {
  readonly template: SourceFile;
  /** Products have none. */
  readonly title?: SourceFile;
  readonly partials: ReadonlyMap<string, SourceFile>;
}

/** What the build wrote of the shipped layouts (packaging/layouts.ts): by the digest of their texts, so that an edited one is no match. */
export interface Ready {
  /** Templates, compiled: what `Handlebars.template` takes. */
  readonly templates: Readonly<Record<string, TemplateSpecification>>;
  /** Layouts without a fault: the partials that they call. */
  readonly sound: Readonly<Record<string, readonly string[]>>;
  readonly manifests: Readonly<Record<string, ReadManifest>>;
}

/** A sound manifest, and its title as a template of its own. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly title: SourceFile;
}

/** How a template is compiled: with places of its tags; without escapes, for plain text. */
export interface Way {
  readonly places: boolean;
  readonly noEscape: boolean;
}

let known: Ready | undefined;

/** Whatever the build has ready; nothing where there was none, as in tests of the sources. */
function ready(): Ready {
  if (known) return known;
  try {
    known = createRequire(import.meta.url)('./readyLayouts.cjs') as Ready;
  } catch {
    known = { templates: {}, sound: {}, manifests: {} };
  }
  return known;
}

/** A shipped template as the build compiled it. */
export function readyTemplate(source: SourceFile, way: Way): TemplateSpecification | undefined {
  return ready().templates[templateKey(source, way)];
}

/** The partials that a shipped layout or product calls, when the build found no fault in it. */
export function readyPartials(sources: Sources): readonly string[] | undefined {
  return ready().sound[layoutKey(sources)];
}

/** A shipped manifest as the build read it for a layout of this id. */
export function readyManifest(source: SourceFile, id: string): ReadManifest | undefined {
  return ready().manifests[manifestKey(source, id)];
}

/** Its problems and its title name its file; the id must be its own. */
export function manifestKey({ file, text }: SourceFile, id: string): string {
  return shortDigest(JSON.stringify([file, text, id]));
}

/** A template is known by its name, too: places and problems have it. */
export function templateKey({ file, text }: SourceFile, { places, noEscape }: Way): string {
  return shortDigest(JSON.stringify([file, text, places, noEscape]));
}

/** A layout's check sees its template, its title and every partial that it may call. */
export function layoutKey({ template, title, partials }: Sources): string {
  const all = [template, ...(title ? [title] : []), ...partials.values()].map(({ file, text }) => [file, text]);
  return shortDigest(JSON.stringify([all, [...partials.keys()]]));
}
