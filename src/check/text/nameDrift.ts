const shortest = 4;
const longest = 40;

/**
 * Names of a report to find near misses of. Names outside 4 to 40 characters are found by no other spelling: too common, or too
 * dear.
 */
export class NameIndex {
  readonly names: ReadonlySet<string>;
  #bySorted: ReadonlyMap<string, string> | undefined;
  #byGap: ReadonlyMap<string, string> | undefined;

  constructor(names: readonly string[]) {
    this.names = new Set(names.map(bareName));
  }

  /** By its characters in order. Made when first asked for, as most reports cite nothing. */
  get bySorted(): ReadonlyMap<string, string> {
    this.#bySorted ??= new Map(this.#usable().map((name) => [sortedKey(name), name]));
    return this.#bySorted;
  }

  /** By what is left when one character is taken away. */
  get byGap(): ReadonlyMap<string, string> {
    this.#byGap ??= new Map(this.#usable().flatMap((name) => gaps(name).map((gap) => [gap, name] as const)));
    return this.#byGap;
  }

  #usable(): string[] {
    return [...this.names].filter(({ length }) => length >= shortest && length <= longest);
  }
}

/**
 * The name that `written` nearly is: the same characters in another order, or one character (of at least eight) other. What
 * differs by a numeral, a place or a level (一期/二期, 市级/区级) is another name, and so is what stands inside a name.
 */
export function nearName(written: string, index: NameIndex): string | undefined {
  const key = bareName(written);
  if (key.length < shortest || key.length > longest || index.names.has(key)) return undefined;
  const turned = index.bySorted.get(sortedKey(key));
  if (turned !== undefined) return turned;
  if (key.length < 8) return undefined;
  for (const gap of gaps(key)) {
    const name = index.byGap.get(gap);
    if (name !== undefined && name.length === key.length && !differsByKind(name, key)) return name;
  }
  return undefined;
}

/** The same for one name and one text of its length. Cheap, because a long text has many places to compare. */
export function isNear(name: string, written: string): boolean {
  let other = 0;
  let sum = 0;
  for (let i = 0; i < name.length; i += 1) {
    if (name[i] !== written[i]) other += 1;
    sum += name.charCodeAt(i) - written.charCodeAt(i);
  }
  if (other === 1) return name.length >= 8 && !differsByKind(name, written);
  return other > 1 && sum === 0 && sortedKey(name) === sortedKey(written);
}

/** Without what print may change: spaces, quotes, widths of brackets. */
export function bareName(name: string): string {
  return name
    .replace(/[\s“”‘’"']/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')');
}

/** The characters of a name in order: of two that have the same, one is the other turned. */
export function sortedKey(name: string): string {
  return [...name].sort().join('');
}

function gaps(name: string): string[] {
  return [...name].map((_, at) => `${at}:${name.slice(0, at)}${name.slice(at + 1)}`);
}

const kinds =
  /[0-9A-Za-z〇一二三四五六七八九十百两首甲乙丙丁东南西北中上下前后左右内外大小新老旧省市区县镇乡村街校院男女春夏秋冬]/;

function differsByKind(name: string, written: string): boolean {
  for (let i = 0; i < name.length; i += 1) {
    if (name[i] !== written[i]) return kinds.test(name[i] ?? '') || kinds.test(written[i] ?? '');
  }
  return false;
}
