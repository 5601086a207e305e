/**
 * Where a value of the report is kept while it is read: like a JSON pointer. A member of a list that is kept by a key (money by
 * source and period) has the segment `~key`; what is no part of the report (a column's name) is under `#`.
 */
export type Spot = string;

export function inside(spot: Spot, key: string | number): Spot {
  return `${spot}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** A member of a list of money, places or years, by what it is of. */
export function keyed(spot: Spot, ...keys: readonly (string | number)[]): Spot {
  return `${spot}/~${keys.map((key) => encodeURIComponent(String(key))).join('|')}`;
}

/** A line of an owner's money; that of the report itself is the department's. That of 整体 is the sum of its tasks, and no field. */
export function fundingLine(owner: Spot, source: string, period: string): Spot {
  return keyed(inside(holderOf(owner), 'funding'), source, period);
}

function holderOf(owner: Spot): Spot {
  if (owner === '/department/overall') return '#sum';
  return owner === '' ? '/department' : owner;
}
