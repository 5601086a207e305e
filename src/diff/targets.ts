import { isZero, subtractAmounts } from '../report/money.js';
import type { QuantityTarget, Target, TextTarget } from '../report/schema.js';
import { comparison } from '../report/target.js';
import { type TargetAspect, type TargetChange, targetAspects } from './change.js';
import { marksOf } from './marks.js';

type Verdict = Pick<TargetChange, 'aspects' | 'demand' | 'difference' | 'measure' | 'marks'>;

/**
 * What changed between two targets that are not the same. Raised and lowered are the number's; the demand is told by the
 * sign, and without one by the indicator's direction (正向指标, 反向指标).
 */
export function compareTargets(before: Target | undefined, after: Target | undefined, direction?: string): Verdict {
  if (before === undefined) return { aspects: ['added'] };
  if (after === undefined) return { aspects: ['removed'] };
  if ('text' in before) return 'text' in after ? compareTexts(before, after) : { aspects: ['quantified'] };
  return 'text' in after ? { aspects: ['qualified'] } : compareQuantities(before, after, direction);
}

/** Of equal texts only the English beside them differs. */
function compareTexts(before: TextTarget, after: TextTarget): Verdict {
  if (before.text === after.text) return { aspects: ['notation'] };
  return { aspects: ['reworded'], marks: marksOf(before.text, after.text) };
}

function compareQuantities(before: QuantityTarget, after: QuantityTarget, direction?: string): Verdict {
  const step = subtractAmounts(after.value, before.value);
  const moves = !isZero(step);
  const sameUnit = (before.unit ?? '') === (after.unit ?? '');
  const aspects: Record<string, boolean> = {
    unit: !sameUnit,
    raised: moves && sameUnit && !step.startsWith('-'),
    lowered: moves && sameUnit && step.startsWith('-'),
    sign: before.sign !== after.sign,
    note: before.note !== after.note,
    notation: !moves && before.value !== after.value,
  };
  const found: TargetAspect[] = targetAspects.filter((aspect) => aspects[aspect]);
  const demand = sameUnit ? demandOf(before, after, step, direction) : undefined;
  return {
    // An empty unit for a missing one prints alike, and is still an edit of the data.
    aspects: found.length > 0 ? found : ['notation'],
    ...(demand && { demand }),
    ...(moves && sameUnit && { difference: step, ...(after.unit && { measure: after.unit }) }),
  };
}

/** The side that the number must be on, and whether the bound itself is excluded. */
function senseOf({ sign }: QuantityTarget, direction?: string): { side: number; strict: boolean } {
  const mark = sign === undefined ? undefined : comparison(sign);
  if (mark === '≥' || mark === '＞') return { side: 1, strict: mark === '＞' };
  if (mark === '≤' || mark === '＜') return { side: -1, strict: mark === '＜' };
  const side = direction?.startsWith('正向') ? 1 : direction?.startsWith('反向') ? -1 : 0;
  return { side, strict: false };
}

function demandOf(
  before: QuantityTarget,
  after: QuantityTarget,
  step: string,
  direction?: string,
): 'higher' | 'lower' | undefined {
  const [old, now] = [senseOf(before, direction), senseOf(after, direction)];
  if (old.side !== now.side || now.side === 0) return undefined;
  const towards = isZero(step) ? Number(now.strict) - Number(old.strict) : (step.startsWith('-') ? -1 : 1) * now.side;
  return towards === 0 ? undefined : towards > 0 ? 'higher' : 'lower';
}
