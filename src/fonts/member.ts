import { fault, type Problem } from '../problem.js';
import { type Member, memberFile, membersOf } from './collection.js';

/** A file's name in a manifest: `simsun.ttc#NSimSun` is a member of a collection by one of its names, `simsun.ttc#1` by its number. */
export function partedName(name: string): { readonly file: string; readonly wanted?: string } {
  const [, file, wanted] = /^(.*\.(?:ttc|otc))#(.+)$/i.exec(name) ?? [];
  return file === undefined || wanted === undefined ? { file: name } : { file, wanted };
}

/**
 * The member of a collection that is `wanted`, as a font file of its own; without a wish the one for simplified Chinese, else the
 * first. A Problem font-member where there is none. Throws a RangeError where the file is cut.
 */
export function chosenMember(bytes: Buffer, wanted: string | undefined, path: string): Buffer | Problem {
  const members = membersOf(bytes);
  const found = wanted === undefined ? usualMember(members) : named(members, wanted);
  return found ? memberFile(bytes, found.index) : noMember(members, wanted ?? '0', path);
}

/** Noto and Source Han call them SC or CN; their first members are Japanese, which draw 直 and 骨 otherwise. */
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
