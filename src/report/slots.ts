import type { Indicator } from './schema.js';
import { composeTarget } from './target.js';

/** Whether an indicator is only an empty row of the form, without name and value: it is printed but not counted. */
export function isSlot({ name, annualTarget, wholeTarget }: Indicator): boolean {
  const words = [annualTarget, wholeTarget].map((target) => (target ? composeTarget(target) : ''));
  return [name, ...words].every((text) => text.trim() === '');
}
