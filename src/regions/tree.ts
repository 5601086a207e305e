import { beginning, divisionName, divisionsAt } from './divisions.js';
import { divisionOfCity, knownRegions, type OwnRegion } from './known.js';

const mostAlike = 3;

/** The budget of a region itself, without those below it: 上海市级, 广东省本级, 广州市市本级. */
const ownLevel = /^[省市区县州盟旗]?本?级$/;
const ownLevelOfShort = /^本级$/;

/** A kind of zone, which every city may have: 苏州高新区, 广州经济技术开发区. */
const zone = /^(?:经济技术|高新技术产业|经济|技术|高新)?(?:开发区|产业园区|高新区|经开区|综合保税区|保税区)$/;

/** A way to read a name: the last region in it, and the rest, which is no region. */
export interface Reading {
  readonly key: string;
  readonly rest: string;
}

/**
 * The regions as a tree. The code of GB/T 2260 implies the regions above (310107, 310100, 310000); regions without one have a
 * parent. The national form is above all and no node. A key is a code, or the name of a region without one.
 */
export class RegionTree {
  /** Names by their first character. */
  readonly #named = new Map<string, Name[]>();
  /** The regions without a code, by key. */
  readonly #own: ReadonlyMap<string, OwnRegion>;

  constructor(own: Iterable<OwnRegion> = []) {
    const all = [...own, ...knownRegions];
    this.#own = new Map(all.filter(({ code }) => code === undefined).map((region) => [region.name, region]));
    for (const name of all.flatMap(namesOf)) {
      const start = name.text.slice(0, 1);
      this.#named.set(start, [...(this.#named.get(start) ?? []), name]);
    }
  }

  /** A region and those above it, the nearest first. */
  chain(key: string): readonly string[] {
    if (isCode(key)) return [...new Set([key, `${key.slice(0, 4)}00`, `${key.slice(0, 2)}0000`])];
    const parent = this.#own.get(key)?.parent;
    return parent === undefined ? [key] : [key, ...this.chain(parent)];
  }

  /** The same by budgets: a city that is one with a division of 兵团 (师市合一) stands in it, and in 兵团, before its province. */
  budgetChain(key: string): readonly string[] {
    const division = divisionOfCity.get(key);
    const [own = key, ...above] = this.chain(key);
    return division === undefined ? [own, ...above] : [own, ...this.chain(division), ...above];
  }

  isKnown(key: string): boolean {
    return this.#own.has(key) || (isCode(key) && divisionName(key) !== undefined);
  }

  /** The full name, such as 上海市普陀区（310107） or 河北省雄安新区; for an unknown code the code. */
  words(key: string): string {
    if (!this.isKnown(key)) return key;
    const names = this.chain(key).flatMap((each) => (isCode(each) ? (divisionName(each) ?? []) : each));
    const whole = names.reduce((name, above) => (name.startsWith(above) ? name : above + name));
    return isCode(key) ? `${whole}（${key}）` : whole;
  }

  /**
   * The ways to read a name that leave the shortest rest; none if it does not begin with a region. A name may be several regions,
   * each within the one before (广东省广州市南沙区, 广东省南沙区, 南沙区). A short name (上海) must be followed by another region,
   * a zone of the city, or nothing: 南京东路街道 is not in 南京. 本级 is the region itself (广州市本级).
   */
  readings(name: string): readonly Reading[] {
    const text = name.replace(/\s+/gu, '');
    const found = new Map<string, string>();
    const walk = (at: number, above: string | undefined): void => {
      for (const { key, length, full } of this.#namesAt(text, at)) {
        if (above !== undefined && !this.isBelow(key, above)) continue;
        const after = text.slice(at + length);
        const rest = (full ? ownLevel : ownLevelOfShort).test(after) ? '' : after;
        const before = found.get(key);
        const isRead = full || rest === '' || (isCity(key) && (zone.test(rest) || this.isAcross(rest, key)));
        if (isRead && (before === undefined || rest.length < before.length)) found.set(key, rest);
        if (rest !== '') walk(at + length, key);
      }
    };
    walk(0, undefined);
    const least = Math.min(...[...found.values()].map((rest) => rest.length));
    return [...found].filter(([, rest]) => rest.length === least).map(([key, rest]) => ({ key, rest }));
  }

  /** A few listed regions that begin like an unknown name: 延边州 is meant for 延边朝鲜族自治州. */
  like(name: string): readonly string[] {
    const start = name.replace(/\s+/gu, '').slice(0, 2);
    return [...beginning(start)].slice(0, mostAlike).map(({ code }) => code);
  }

  isBelow(key: string, above: string): boolean {
    return key !== above && this.chain(key).includes(above);
  }

  /** Whether a zone without a code may extend over several parts of the region above it: 西安市西咸新区. */
  isAcross(zone: string, part: string): boolean {
    const parent = this.#own.get(zone)?.parent;
    return parent !== undefined && this.isBelow(part, parent);
  }

  /** The regions whose name begins at a character of a text. */
  *#namesAt(text: string, at: number): Generator<{ key: string; length: number; full: boolean }> {
    for (const { key, text: each, full } of this.#named.get(text.slice(at, at + 1)) ?? []) {
      if (text.startsWith(each, at)) yield { key, length: each.length, full };
    }
    for (const { code, length, full } of divisionsAt(text, at)) yield { key: code, length, full };
  }
}

/** A name of a region. */
interface Name {
  readonly key: string;
  readonly text: string;
  readonly full: boolean;
}

/** The names of a region. One of two characters (中央, 前海) does not count as full: it may be the beginning of another. */
function namesOf({ name, code: key = name, aliases = [], alone }: OwnRegion): Name[] {
  const isFull = (text: string): boolean => !alone && (text === name || text.length > 2);
  return [name, ...aliases].map((text) => ({ key, text, full: isFull(text) }));
}

/** The tree without the regions that layouts add. */
export const listedRegions = new RegionTree();

/** A province or a city. */
function isCity(key: string): boolean {
  return /^[0-9]{4}00$/.test(key);
}

/** Whether a key is a code of GB/T 2260. */
export function isCode(key: string): boolean {
  return /^[0-9]{6}$/.test(key);
}
