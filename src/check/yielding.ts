import type { Path } from '../json/pointer.js';
import type { RuleFound } from './rule.js';

/** The findings without what less sure rules say of a cell of which another rule, or one of them before, has spoken. */
export function withoutSpoken(found: readonly RuleFound[]): readonly RuleFound[] {
  if (!found.some(({ rule }) => rule.yields)) return found;
  const spoken = new Set<string>();
  for (const { rule, path, related = [] } of found) {
    if (rule.yields || rule.ofEntry) continue;
    spoken.add(cellOf(path));
    for (const other of related) spoken.add(cellOf(other));
  }
  return found.filter(({ rule, path }) => {
    if (!rule.yields) return true;
    const cell = cellOf(path);
    if (spoken.has(cell) || spoken.has(rowOf(path))) return false;
    spoken.add(cell);
    return true;
  });
}

/** The name or the value of an indicator, whichever part of it a path is; another path stays. */
function cellOf(path: Path): string {
  const row = path.lastIndexOf('indicators');
  return (row < 0 ? path : path.slice(0, row + 3)).join('/');
}

function rowOf(path: Path): string {
  return path.slice(0, path.lastIndexOf('indicators') + 2).join('/');
}
