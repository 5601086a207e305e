import { createRequire } from 'node:module';
import { type AreaLists, packedDivisions } from './pack.js';

/** What is known of the divisions of GB/T 2260 (and of zones that the statistical bureau numbers the same way). */
export interface Divisions {
  readonly nameOf: ReadonlyMap<string, string>;
  /** The codes of what is called so, in full. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** The codes of what is called so without its last word: 上海, 普陀, 内蒙古. */
  readonly short: ReadonlyMap<string, readonly string[]>;
  /** Characters of the longest name. */
  readonly longest: number;
}

let known: Divisions | undefined;

/** Read when it is first asked for: most builds need no name. */
export function divisions(): Divisions {
  known ??= indexed(packed());
  return known;
}

/** As the build wrote them; in tests of the sources from the package. */
function packed(): string {
  try {
    return createRequire(import.meta.url)('./divisions.cjs') as string;
  } catch {
    const { areaList } = createRequire(import.meta.url)('@vant/area-data') as { areaList: AreaLists };
    return packedDivisions(areaList);
  }
}

function indexed(text: string): Divisions {
  const nameOf = new Map<string, string>();
  const named = new Map<string, string[]>();
  const short = new Map<string, string[]>();
  let longest = 0;
  for (const line of text.split(',')) {
    const [code, name] = [line.slice(0, 6), line.slice(6)];
    nameOf.set(code, name);
    add(named, name, code);
    const brief = shortName(name);
    if (brief !== undefined) add(short, brief, code);
    longest = Math.max(longest, name.length);
  }
  return { nameOf, named, short, longest };
}

function add(lists: Map<string, string[]>, key: string, code: string): void {
  const list = lists.get(key);
  if (list) list.push(code);
  else lists.set(key, [code]);
}

const lastWord = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|林区|[省市区县盟旗])$/;

/** A name without its last word, if two characters are left: 忠县 and 延边朝鲜族自治州 have no other. */
function shortName(name: string): string | undefined {
  const brief = name.replace(lastWord, '');
  return brief.length >= 2 && brief !== name && !brief.endsWith('自治') ? brief : undefined;
}
