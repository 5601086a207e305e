import type { Indicator } from './schema.js';
import { composeTarget, targetsIn } from './target.js';

/** Whether an indicator is only an empty row of the form, without name and value: it is printed but not counted. */
export function isSlot(indicator: Indicator): boolean {
  const words = targetsIn(indicator).map(({ target }) => composeTarget(target));
  return [indicator.name, ...words].every((text) => text.trim() === '');
}
