import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Layout } from './find.js';
import type { SourceFile } from './source.js';

/** The texts that a layout's template may be made of. */
export type Sources = Pick<Layout, 'template' | 'title' | 'partials'>;

/** What the build wrote of the shipped layouts (precompile.ts): by the digest of their texts, so that an edited one is no match. */
export interface Ready {
  /** Templates, compiled: what `Handlebars.template` takes. */
  readonly templates: Readonly<Record<string, TemplateSpecification>>;
  /** Layouts without a fault: the partials that they call. */
  readonly sound: Readonly<Record<string, readonly string[]>>;
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
    known = { templates: {}, sound: {} };
  }
  return known;
}

/** A shipped template as the build compiled it. */
export function readyTemplate(source: SourceFile, way: Way): TemplateSpecification | undefined {
  return ready().templates[templateKey(source, way)];
}

/** The partials that a shipped layout calls, when the build found no fault in it. */
export function readyPartials(sources: Sources): readonly string[] | undefined {
  return ready().sound[layoutKey(sources)];
}

/** A template is known by its name, too: places and problems have it. */
export function templateKey({ file, text }: SourceFile, { places, noEscape }: Way): string {
  return digest([file, text, places, noEscape]);
}

/** A layout's check sees its template, its title and every partial that it may call. */
export function layoutKey({ template, title, partials }: Sources): string {
  const all = [template, title, ...partials.values()].map(({ file, text }) => [file, text]);
  return digest([all, [...partials.keys()]]);
}

function digest(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32);
}
