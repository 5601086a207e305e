import { checkLayout } from './checker/checkLayout.js';
import { type BrokenLayout, brokenBy, type FoundLayouts, findLayouts, type Layout } from './find.js';
import { readyPartials } from './ready.js';
import { parentsFault } from './regional.js';

/**
 * Finds layouts where the last folder is one that nobody named: what is wrong with a layout of it, in its template too, makes it a
 * broken one, which is an error only when it is chosen. Throws Problems as `findLayouts` does.
 */
export function findWithUnnamed(folders: readonly string[], unnamed: string): FoundLayouts {
  const { layouts, broken } = findLayouts([...folders, unnamed], unnamed);
  const others = layouts.filter(({ folder }) => folder !== unnamed);
  const faulty: BrokenLayout[] = [];
  const sound: Layout[] = [];
  for (const layout of layouts) {
    const isOwn = layout.folder === unnamed;
    const problems = isOwn ? faultsOf(layout, [...others, ...sound.filter(({ folder }) => folder === unnamed)]) : [];
    if (problems.length > 0) faulty.push(brokenBy(problems, layout.manifest.id, layout));
    else sound.push(layout);
  }
  return {
    layouts: sound,
    broken: [...broken, ...faulty].sort((left, right) => (left.id < right.id ? -1 : 1)),
  };
}

function faultsOf(layout: Layout, others: readonly Layout[]): BrokenLayout['problems'] {
  const { id, region } = layout.manifest;
  const otherwise = others.find(
    ({ manifest: { region: other } }) =>
      region.code === undefined &&
      other.code === undefined &&
      other.name === region.name &&
      other.parent !== region.parent,
  );
  return [
    ...(readyPartials(layout) ? [] : checkLayout(layout).problems),
    ...(otherwise
      ? [
          {
            ...parentsFault(region.name, otherwise.manifest.id, id),
            place: { file: `${id}/layout.json`, pointer: '/region/parent' },
          },
        ]
      : []),
  ];
}
