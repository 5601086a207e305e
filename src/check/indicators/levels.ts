import { type Level, levelOf } from '../../report/taxonomy.js';

/** What tables add to the name of a level: its points (产出指标（50分）), or 值 for 指标 (临邑县 2025: 时效值). */
const added = /[（(]\d{1,3}(?:\.\d{1,2})?分?[）)]$|值$/;

/** The level of the framework that a table's own name of it means; undefined for one of no framework. */
export function levelMeant(name: string, level: 1 | 2): Level | undefined {
  return levelOf(name, level) ?? (added.test(name) ? levelOf(name.replace(added, ''), level) : undefined);
}
