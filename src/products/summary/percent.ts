import Big from 'big.js';

/** A share as percent to one decimal, exact before its one rounding: 71.5%; undefined of nothing. */
export function percentOf(part: string, whole: string): string | undefined {
  const all = new Big(whole);
  if (all.eq(0)) return undefined;
  const share = new Big(part).times(100).div(all).round(1, Big.roundHalfUp);
  return `${share.toFixed()}%`;
}
