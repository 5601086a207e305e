import type { QuantityTarget } from '../../report/schema.js';
import { comparisonBefore, comparisonBehind } from './comparisons.js';
import { unitSense } from './units.js';

const number = /^(\D{0,6}?)\s*(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?\s*(\D{0,10}?)\s*[。；;]?$/u;
/** Years and months, which are no numbers of anything. */
const date = /^(?:19|20)\d\d(?:\.\d{1,2})?$/;

/** A text that is but one number, with its sign and its unit, as the quantity that it is: >=17600株, 95%以上, 28.40/株. */
export function numberInText(text: string): QuantityTarget | undefined {
  if (text.length > 40 || !/[\d０-９]/.test(text)) return undefined;
  const [, before = '', whole = '', fraction = '', behind = ''] = number.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === '') return undefined;
  const value = whole.replaceAll(',', '') + fraction;
  const front = comparisonBefore(before);
  if (front.vague || front.length !== before.length) return undefined;
  const { unit, sign = front.comparison } = unitBefore(behind);
  if (sign === undefined && unit === '' && date.test(value)) return undefined;
  if (unit !== '' && unitSense(unit).kind === undefined && !/^\/[\u4e00-\u9fff]{1,3}$/.test(unit)) return undefined;
  return { ...(sign && { sign }), value, ...(unit !== '' && { unit }) };
}

/** %以上 is the unit with the sign behind it. */
function unitBefore(written: string): { readonly unit: string; readonly sign?: '≥' | '≤' } {
  const end = /及?以[上下内]$|之内$/.exec(written)?.[0] ?? '';
  const { comparison } = comparisonBehind(end);
  const unit = written.slice(0, written.length - end.length).trim();
  return comparison === '≥' || comparison === '≤' ? { unit, sign: comparison } : { unit };
}
