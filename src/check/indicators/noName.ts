import { saysNothing } from '../text/blankText.js';
import { numberWithUnit, unitSense } from './units.js';

const wordless = /^[^\p{L}]*\p{N}[^\p{L}]*$/u;
const letter = /^[A-Za-z]$/;

/** 全年, 2025年底之前, 上半年: when, and nothing that is due then. */
const timeAlone =
  /^(?:(?:19|20)\d\d年?度?)?(?:全年|年(?:底|末|终|内)(?:之?前|以前)?|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月(?:底|末|份)?(?:之?前|以前)?)$/;

/** Whether what stands as a name is none: 72, ≥95%, A, （3）. A blank is another matter. */
export function isNoName(name: string): boolean {
  const plain = name.trim().replace(/。$/, '');
  if (timeAlone.test(plain)) return true;
  const hasHan = /[\u4e00-\u9fff]/.test(plain);
  if (plain.length > 20 || (hasHan && !/\d/.test(plain)) || saysNothing(plain)) return false;
  if (!hasHan && (wordless.test(plain) || letter.test(plain))) return true;
  const value = numberWithUnit(plain);
  if (value === undefined || !/^[≥≤＞＜＝=<>]?=?$/.test(value.before)) return false;
  // 100万 lacks its 元, and is no name either.
  return /^[万亿]$/.test(value.unit) || unitSense(value.unit).kind !== undefined;
}
