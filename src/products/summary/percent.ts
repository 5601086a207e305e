import Big from 'big.js';

/** A share as percent, rounded once to one decimal: 71.5%; undefined for a whole of 0. */
export function percentOf(part: string, whole: string): string | undefined {
  const all = new Big(whole);
  if (all.eq(0)) return undefined;
  const share = new Big(part).times(100).div(all).round(1, Big.roundHalfUp);
  return `${share.toFixed()}%`;
}
