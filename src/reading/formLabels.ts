import { createRequire } from 'node:module';
import type { Layout } from '../layouts/find.js';
import { layoutKey } from '../layouts/ready.js';
import { labelsIn } from './cells.js';
import { grammarOf } from './grammar.js';

/** The labels of shipped forms as the build read them (packaging/layouts.ts), by `layoutKey`: an edited form does not match. */
export type ReadyLabels = Readonly<Record<string, readonly string[]>>;

const known = new WeakMap<Layout, ReadonlySet<string>>();

/** The labels of a layout's form. Of shipped ones no template is parsed for them. */
export function labelsOf(layout: Layout): ReadonlySet<string> {
  const labels = known.get(layout) ?? new Set(ready()[layoutKey(layout)] ?? labelsIn(grammarOf(layout)));
  known.set(layout, labels);
  return labels;
}

let read: ReadyLabels | undefined;

/** Empty where there was no build, as in tests of `src`. */
function ready(): ReadyLabels {
  if (read) return read;
  try {
    read = createRequire(import.meta.url)('./readyLabels.cjs') as ReadyLabels;
  } catch {
    read = {};
  }
  return read;
}
