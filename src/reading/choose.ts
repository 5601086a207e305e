import type { Layout } from '../layouts/find.js';
import { fault, Problems } from '../problem.js';
import { labelsIn } from './cells.js';
import { grammarOf } from './grammar.js';
import type { SourceFile } from './items.js';
import { labelIn } from './labels.js';
import { alignerOf, namesRegion, yearIn } from './reading.js';

/** A layout whose form a file may be, and what aligning costs a row. */
export interface Candidate {
  readonly layout: Layout;
  readonly cost: number;
}

/** The right form costs less, wrong ones more: measured 0.13 to 0.7 against 1.2 and more. */
export const mostCost = 0.8;
/** A form that costs up to so much is taken where each other one costs far more: packed cells of long lists are dear. */
const mostAlone = 1;
const farMore = 1.8;
/** Forms that cost less than this many times the best are too near to be told apart. */
export const margin = 2;
/** How many forms are aligned: those with the most labels in common. */
const mostTried = 6;

/** The layouts whose form a file may be, the cheapest first; none costs more than `mostCost`, unless it is far the best. */
export function candidates(source: SourceFile, layouts: readonly Layout[]): Candidate[] {
  const texts = textsIn(source);
  const ranked = layouts
    .map((layout) => ({ layout, share: shareOf(texts, layout) }))
    .filter(({ share }) => share > 0)
    .sort((left, right) => right.share - left.share)
    .slice(0, mostTried);
  const tried: Candidate[] = [];
  for (const { layout, share } of ranked) {
    // Once a form fits, only forms with nearly as many of their labels in the file can fit as well.
    const hasFit = tried.some(({ cost }) => cost <= mostCost);
    if (hasFit && share < 0.75 * (ranked[0]?.share ?? 0)) break;
    tried.push({ layout, cost: alignerOf(layout).align(source.items).perRow });
  }
  tried.sort((left, right) => left.cost - right.cost);
  const [best, next] = tried;
  const isAlone = best && best.cost <= mostAlone && (!next || next.cost >= farMore * best.cost);
  return tried.filter((each) => each.cost <= mostCost || (isAlone && each === best));
}

/**
 * The layout whose form a file is; undefined when none fits. Throws Problems `layout-unclear` when several do: the user says which.
 * Of several, the one of this `region`, of this `year`, or named in the file's first lines.
 */
export function chooseLayout(
  source: SourceFile,
  layouts: readonly Layout[],
  { region, year }: { readonly region?: string | undefined; readonly year?: string | undefined } = {},
): Layout | undefined {
  const all = candidates(source, layouts);
  const [best] = all;
  if (!best) return undefined;
  const near = all.filter(({ cost }) => cost < margin * best.cost);
  const own = near.filter(({ layout }) => region !== undefined && layout.manifest.region.name === region);
  const named = near.filter(({ layout }) => namesRegion(source.items, layout.manifest.region.name));
  const when = year ?? yearIn(source.items);
  const dated = (named.length > 0 ? named : near).filter(({ layout }) =>
    layout.manifest.years.map(String).includes(when ?? ''),
  );
  const [one, ...others] = [own, named, dated, near].find((each) => each.length === 1) ?? near;
  if (one && others.length === 0) return one.layout;
  throw new Problems([unclear(near)]);
}

function textsIn({ items }: SourceFile): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const item of items.slice(0, 3_000)) {
    if (item.kind === 'row')
      for (const cell of item.cells) if (!cell.isContinued && cell.text.length <= 40) texts.add(labelIn(cell.text));
  }
  texts.delete('');
  return texts;
}

/** How much of a form's labels is in a file, and how much of the file's short texts are labels. */
function shareOf(texts: ReadonlySet<string>, layout: Layout): number {
  const labels = labelsIn(grammarOf(layout));
  let common = 0;
  for (const label of labels) if (texts.has(label)) common += 1;
  return common / Math.max(1, labels.size) + common / Math.max(1, texts.size);
}

function unclear(near: readonly Candidate[]) {
  const ids = near.map(({ layout }) => layout.manifest.id);
  const message = {
    zh: `几个版式的表样都与这个文件相符：${ids.join('、')}`,
    en: `several layouts have the form of this file: ${ids.join(', ')}`,
  };
  return fault('layout-unclear', message, undefined, {
    zh: `用 --layout 指定，如 --layout ${ids[0]}`,
    en: `name one with --layout, such as --layout ${ids[0]}`,
  });
}
