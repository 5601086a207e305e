import type { Row } from '../items.js';
import { isBlank } from './cellText.js';
import type { HeadColumn } from './headColumn.js';
import { type Look, share } from './looks.js';

/** A head above several columns of values, or with columns without a head at its right. */
export interface Split {
  readonly columns: readonly HeadColumn[];
  /** Heads whose columns are read by what stands in them. */
  readonly parted: readonly HeadColumn[];
}

/**
 * Parts heads that stand above more than one column of values: 三级指标 above numbers and names, 指标值 above a sign, a number and a unit.
 * `data` are rows below the heads.
 */
export function withSplit(columns: readonly HeadColumn[], data: readonly Row[]): Split {
  const parted: HeadColumn[] = [];
  const split = columns.flatMap((column, at): HeadColumn[] => {
    if (isNameless(columns, at)) return [];
    let to = column.to;
    for (let next = at + 1; isNameless(columns, next); next += 1) to = columns[next]?.to ?? to;
    const whole = { ...column, to };
    const parts = mayPart(column.field) ? partsOf(whole, data) : [];
    const fields = parts.length > 1 ? fieldsOf(column.field as string, parts) : undefined;
    if (!fields)
      return to === column.to ? [column] : [column, ...columns.slice(at + 1).filter((each) => each.to <= to)];
    parted.push(column);
    return parts.map(({ from, to: end }, n) => ({ ...column, from, to: end, field: fields[n] ?? 'left' }));
  });
  return { columns: split, parted };
}

/** A column without a head behind one that may stand above both. */
function isNameless(columns: readonly HeadColumn[], at: number): boolean {
  const [column, before] = [columns[at], columns[at - 1]];
  if (column?.head !== '' || !before) return false;
  return mayPart(before.field) || isNameless(columns, at - 1);
}

function mayPart(field: string | undefined): boolean {
  return /^indicator\/(?:name(?:-or-description)?|level[12]|\?|\w+Target)$/.test(field ?? '');
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly values: readonly string[];
}

/** The columns of values below a head: where in most rows that have cells there another one begins. */
function partsOf({ from, to }: HeadColumn, data: readonly Row[]): Part[] {
  const rows = data
    .map(({ cells }) => cells.filter(({ column }) => from <= column && column < to))
    .filter((cells) => cells.some(({ column }) => column === from));
  const starts = new Map<number, number>();
  for (const cells of rows) for (const { column } of cells) starts.set(column, (starts.get(column) ?? 0) + 1);
  const common = [...starts].filter(([, count]) => count > rows.length / 2).map(([column]) => column);
  return common
    .toSorted((left, right) => left - right)
    .map((start, n, all) => ({
      from: start,
      to: all[n + 1] ?? to,
      values: rows.flatMap((cells) =>
        cells.filter(({ column, isContinued }) => column === start && !isContinued).map(({ text }) => text.trim()),
      ),
    }))
    .filter(({ values }, n) => n === 0 || values.some((value) => !isBlank(value)));
}

/** What stands in each part; undefined where nothing tells. */
function fieldsOf(field: string, parts: readonly Part[]): readonly string[] | undefined {
  const mostly = ({ values }: Part | undefined = { from: 0, to: 0, values: [] }, look: Look): boolean =>
    share(values, look) > 0.6;
  const [first, second] = parts;
  if (/level[12]$/.test(field))
    return mostly(second, 'weight') ? [field, ...parts.slice(1).map(() => 'label')] : undefined;
  if (/Target$|\?$/.test(field)) {
    const found = parts.map((part) =>
      mostly(part, 'sign')
        ? `${field}/sign`
        : mostly(part, 'unit')
          ? `${field}/unit`
          : mostly(part, 'number')
            ? `${field}/value`
            : undefined,
    );
    const known = found.filter((each) => each !== undefined);
    if (new Set(known).size !== known.length || known.length < parts.length - 1) return undefined;
    return found.map((each) => each ?? (known.includes(`${field}/value`) ? 'left' : `${field}/value`));
  }
  const isNumbered = mostly(first, 'number');
  const [names, values] = isNumbered ? [second, parts[2]] : [first, second];
  if (names && mostly(names, 'number')) return undefined;
  const rest = values && (mostly(values, 'quantity') ? ['indicator/?'] : ['indicator/description']);
  return [
    ...(isNumbered ? ['label'] : []),
    'indicator/name',
    ...(rest ?? []),
    ...parts.slice(isNumbered ? 3 : 2).map(() => 'left'),
  ];
}
