import { fault, type Problem } from '../problem.js';
import { type Member, memberFile, membersOf } from './collection.js';

/** Splits a name of a manifest: `simsun.ttc#NSimSun` is a member of a collection by name, `simsun.ttc#1` by number. */
export function splitName(name: string): { readonly file: string; readonly wanted?: string } {
  const [, file, wanted] = /^(.*\.(?:ttc|otc))#(.+)$/i.exec(name) ?? [];
  return file === undefined || wanted === undefined ? { file: name } : { file, wanted };
}

/**
 * The `wanted` member of a collection as a font file of its own; by default the one for simplified Chinese, else the first. The
 * Problem font-member where there is no such member. Throws a RangeError where the file is cut off.
 */
export function chosenMember(bytes: Buffer, wanted: string | undefined, path: string): Buffer | Problem {
  const members = membersOf(bytes);
  const found = wanted === undefined ? usualMember(members) : named(members, wanted);
  return found ? memberFile(bytes, found.index) : noMember(members, wanted ?? '0', path);
}

/** The member for simplified Chinese, which Noto and Source Han call SC or CN: their first is Japanese and draws 直 and 骨 differently. */
export function usualMember(members: readonly Member[]): Member | undefined {
  return members.find(({ names }) => names.some((name) => /(?:SC|CN|GB|GBK|GB18030)\b|简/.test(name))) ?? members[0];
}

function named(members: readonly Member[], wanted: string): Member | undefined {
  if (/^\d+$/.test(wanted)) return members[Number(wanted)];
  const alike = (name: string): string => name.toLowerCase().replace(/[ -]/g, '');
  return members.find(({ names }) => names.some((name) => alike(name) === alike(wanted)));
}

function noMember(members: readonly Member[], wanted: string, path: string): Problem {
  const list = members.map(({ index, names }) => `#${index} ${names[0] ?? ''}`.trim());
  return fault(
    'font-member',
    { zh: `字体集里没有“${wanted}”`, en: `the font collection has no member “${wanted}”` },
    { file: path },
    { zh: `其中有：${list.join('、')}`, en: `it has: ${list.join(', ')}` },
  );
}
