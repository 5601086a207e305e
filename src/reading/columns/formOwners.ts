import { amountIn } from './cellText.js';
import type { Node } from './draft.js';
import type { Named } from './owners.js';
import { isDivision, namedBy, type Said } from './said.js';

/** Whose a form is, by what waits for its project, and whether something said is of the next one. */

/** The unit of a form: its own label's, else that of the line above it (`lineUnit`). */
export function unitOf(waiting: readonly Said[], lineUnit: Named | undefined): Named | undefined {
  const of = (pattern: RegExp) => waiting.find(({ field }) => pattern.test(field));
  const nameOf = (said: Said): string => namedBy(said.text, said.piece).name;
  const department = of(/^department(?:\/name)?$/);
  // 编制单位 above a form, in a line or a row, is the department that the form names beside its unit.
  const isAbove = (name: string | undefined): boolean => department !== undefined && name === nameOf(department);
  const own = of(/^unit(?:\/name)?$/);
  const runs = of(/^implementing$/);
  const runner = runs && isDivision(runs.text) ? (department ?? runs) : runs;
  const unit = own && runner && isAbove(nameOf(own)) && runner !== department ? runner : (own ?? runner);
  const line = unit && isAbove(lineUnit?.name) ? undefined : lineUnit;
  return line ?? (unit && namedBy(unit.text, unit.piece));
}

/** Whether a project has a goal or an amount of that kind and period already, and another one. */
export function hasAnother({ data }: Node, { field, text }: Said): boolean {
  const [kind, of, period] = field.split('/');
  if (kind === 'goal') {
    const goals = (data.goals ?? []) as { period: string; text: string }[];
    const known = goals.filter((goal) => goal.period === of);
    return known.length > 0 && known.every((goal) => goal.text !== text.trim());
  }
  const funding = (data.funding ?? []) as { source: string; period: string; amount: string }[];
  const known = funding.find((each) => each.source === of && each.period === period);
  return kind === 'funding' && known !== undefined && known.amount !== amountIn(text)?.amount;
}
