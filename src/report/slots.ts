import type { Indicator } from './schema.js';
import { composeTarget } from './target.js';

/** Whether a row of a form is left open, without name and value: it is printed, but it is no indicator and is counted as none. */
export function isSlot({ name, annualTarget, wholeTarget }: Indicator): boolean {
  const words = [annualTarget, wholeTarget].map((target) => (target ? composeTarget(target) : ''));
  return [name, ...words].every((text) => text.trim() === '');
}
