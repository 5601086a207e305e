import { cellOf, tableOf } from '../check/cells.js';
import { type Path, pathOf, pointerOf, valueAt } from '../json/pointer.js';
import type { Report } from '../report/schema.js';

/**
 * The JSON pointer of a cell that a check has named, in a report that may have changed since: `pointer` where it still leads to a
 * cell of that name, else wherever that cell is now, its row known by its name if by nothing better. Undefined where there is none.
 */
export function cellAt(report: Report, table: string, cell: string, pointer = ''): string | undefined {
  const isOf = (path: Path): boolean => Object.values(tableOf(report, path)).includes(table);
  const given = pathOf(pointer);
  const isCalled = (path: Path, plain = (words: string): string => words): boolean =>
    Object.values(cellOf(report, path)).some((words) => plain(words) === plain(cell));
  if (pointer !== '' && isOf(given) && isCalled(given)) return pointer;
  const owners = ownersOf(report).filter(isOf);
  const all = owners.flatMap((owner) => [...pathsIn(valueAt(report, owner), owner)]);
  const exact = all.find((path) => isCalled(path));
  if (exact) return pointerOf(exact);
  const named = all.filter((path) => isCalled(path, withoutNumbers));
  return named.length === 1 ? pointerOf(named[0] as Path) : undefined;
}

/** 第3个绩效指标“举办场次” is 绩效指标“举办场次”, wherever it stands; a row without a name is told by its number only. */
function withoutNumbers(cell: string): string {
  return cell.replace(/第\d+个(?=[^·“]*“)| \d+(?= “)/g, '');
}

/** What has a table of its own, or is the head of the file. */
function ownersOf({ units, department }: Report): Path[] {
  return [
    [],
    ['department'],
    ...(department.overall ? [['department', 'overall']] : []),
    ...units.flatMap(({ projects }, u) => [
      ['units', String(u)],
      ...projects.map((_, p) => ['units', String(u), 'projects', String(p)]),
    ]),
  ];
}

/** Every value of a table, but for those of the tables within. */
function* pathsIn(value: unknown, path: Path): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [step, inner] of Object.entries(value)) {
    const isOther =
      (path.length === 0 && (step === 'units' || step === 'department')) ||
      (path.length === 1 && path[0] === 'department' && step === 'overall') ||
      (path.length === 2 && path[0] === 'units' && step === 'projects');
    if (!isOther) yield* pathsIn(inner, [...path, step]);
  }
}
