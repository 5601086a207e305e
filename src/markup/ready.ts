import { createRequire } from 'node:module';
import { shortDigest } from '../kept/digest.js';
import type { CssNode } from './css.js';

/** What the build wrote of the shipped sheets and `style` attributes (packaging/looks.ts): nodes as JSON, by the digest of the text. */
export type Ready = Readonly<Record<string, string>>;

let known: Ready | undefined;

/** Whatever the build has ready; nothing where there was none, as in tests of the sources. */
function ready(): Ready {
  if (known) return known;
  try {
    known = createRequire(import.meta.url)('./readyLooks.cjs') as Ready;
  } catch {
    known = {};
  }
  return known;
}

/** The nodes of a CSS text that was shipped; an edited one is none. */
export function readyNodes(text: string): readonly CssNode[] | undefined {
  const json = ready()[shortDigest(text)];
  return json === undefined ? undefined : (JSON.parse(json) as CssNode[]);
}
