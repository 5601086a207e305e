import { createRequire } from 'node:module';
import { type AreaLists, packedDivisions } from './pack.js';

/** The divisions of GB/T 2260 (and zones that the statistical bureau numbers the same way), as one text that is searched. */

let known: string | undefined;

/** Loaded when first needed, which most builds do not: as the build wrote it; in tests of `src` from the package. */
function text(): string {
  known ??= `,${packed()},`;
  return known;
}

function packed(): string {
  try {
    return createRequire(import.meta.url)('./divisions.cjs') as string;
  } catch {
    const { areaList } = createRequire(import.meta.url)('@vant/area-data') as { areaList: AreaLists };
    return packedDivisions(areaList);
  }
}

/** The name of the division with a six-digit code. */
export function divisionName(code: string): string | undefined {
  const at = text().indexOf(`,${code}`);
  return at < 0 ? undefined : nameAt(at + 7);
}

let byName: Map<string, string[]> | undefined;

/** The codes of the divisions that are called just so. */
export function divisionCodes(name: string): readonly string[] {
  byName ??= namesOf(text());
  return byName.get(name) ?? [];
}

function namesOf(all: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const each of all.split(',')) {
    const [code, name] = [each.slice(0, 6), each.slice(6)];
    const codes = names.get(name);
    if (codes) codes.push(code);
    else if (name !== '') names.set(name, [code]);
  }
  return names;
}

/** A division whose name, in full or without its last word, is in a text. */
export interface Mention {
  readonly code: string;
  readonly length: number;
  readonly full: boolean;
}

/** The divisions that are named in a text from a character on. */
export function* divisionsAt(named: string, at: number): Generator<Mention> {
  for (const { code, name } of beginning(named.slice(at, at + 2))) {
    if (named.startsWith(name, at)) yield { code, length: name.length, full: true };
    const brief = shortName(name);
    if (brief !== undefined && named.startsWith(brief, at)) yield { code, length: brief.length, full: false };
  }
}

/** The divisions whose names begin with two characters. */
export function* beginning(start: string): Generator<{ readonly code: string; readonly name: string }> {
  if (start.length < 2 || start.includes(',')) return;
  const all = text();
  for (let at = all.indexOf(start); at >= 0; at = all.indexOf(start, at + 1)) {
    if (all[at - 7] === ',') yield { code: all.slice(at - 6, at), name: nameAt(at) };
  }
}

function nameAt(at: number): string {
  return text().slice(at, text().indexOf(',', at));
}

const lastWord = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|林区|[省市区县盟旗])$/;

/** A name without its last word (上海, 普陀, 内蒙古), if two characters are left; 忠县 and 延边朝鲜族自治州 have no short name. */
export function shortName(name: string): string | undefined {
  const brief = name.replace(lastWord, '');
  return brief.length >= 2 && brief !== name && !brief.endsWith('自治') ? brief : undefined;
}
