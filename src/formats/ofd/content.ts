import type { Page, Part } from '../../typeset/pages.js';
import type { EmbeddedFaces } from './embeddedFace.js';
import { rulesPath, shapePath, stampPath } from './pathObject.js';
import { textObjects } from './textObject.js';
import { type Ids, root } from './xml.js';

/** The objects that show the lines of a part, or its drawing: what the tags refer to. */
export interface Shown {
  readonly part: Part;
  readonly objects: readonly number[];
}

/**
 * The content of a page as XML (GB/T 33190-2016 §7.7), and what its objects show. All in one body layer, in the order in which it
 * is read (GB/T 42133-2022 §6.2.4 a, c); a later object covers an earlier one. `area` is empty for a page of the usual size.
 */
export function pageContent(page: Page, area: string, faces: EmbeddedFaces, ids: Ids): { xml: string; shown: Shown[] } {
  const shown: Shown[] = [];
  const next = () => ids.next();
  let out = `${root('Page')}>${area}<ofd:Content><ofd:Layer ID="${next()}" Type="Body">`;
  if (page.stamp) out += stampPath(page.stamp, next());
  for (const { shade, box } of page.parts) {
    if (shade) out += shapePath({ type: 'rect', fill: shade, ...box }, next);
  }
  for (const width of new Set(page.rules.map((rule) => rule.width))) {
    out += rulesPath(page.rules, width, next());
  }
  for (const part of page.parts) {
    const objects: number[] = [];
    const nextShown = (): number => {
      const id = next();
      objects.push(id);
      return id;
    };
    for (const shape of part.drawing ?? []) out += shapePath(shape, nextShown);
    for (const line of part.lines) out += textObjects(line, faces, nextShown);
    if (objects.length > 0) shown.push({ part, objects });
  }
  return { xml: `${out}</ofd:Layer></ofd:Content></ofd:Page>`, shown };
}
