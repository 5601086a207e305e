import type { ProjectAt } from '../subject.js';
import { isMore, lineOf, statedOf } from './money.js';

/**
 * Whether a project has more money over its whole, medium or long term than in the year, by its totals, else by all its lines;
 * undefined where one of the two is not stated.
 */
export function hasMoreMoney({ project: { funding }, path }: ProjectAt): boolean | undefined {
  const list = [...path, 'funding'];
  const year = lineOf(funding, path, 'total', 'year') ?? statedOf(funding, list, ({ period }) => period === 'year');
  for (const longer of ['whole', 'medium', 'long'] as const) {
    const isTotal = lineOf(funding, path, 'total', 'year') !== undefined;
    const all = isTotal
      ? lineOf(funding, path, 'total', longer)
      : statedOf(funding, list, ({ period }) => period === longer);
    if (year && all) return isMore(all.amount, year.amount);
  }
  return undefined;
}
