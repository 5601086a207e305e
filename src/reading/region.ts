import { isCode, listedRegions } from '../regions/tree.js';

/** A region that a text names. */
export interface NamedRegion {
  readonly code: string;
  /** In full, from the province down: 安徽省阜阳市太和县. */
  readonly name: string;
}

/**
 * The region that a name or a title begins with: that of a body (太和县卫生健康委员会), of a title (2023年龙岩市…). Of several of one
 * name (鼓楼区) that in `home`, a code. Undefined where there is none, or several.
 */
export function regionIn(text: string, home?: string): NamedRegion | undefined {
  const bare = text.replace(/\s+/gu, '').replace(/^[\d〇年度附件()（）:：.、-]+/u, '');
  const readings = listedRegions.readings(bare).filter(({ key }) => isCode(key));
  // 新疆生产建设兵团第一师阿拉尔市…: the division's city says more than the whole corps.
  const [, city] = /^新疆生产建设兵团第[一-龥]{1,3}师([一-龥]{2,5}?市)/u.exec(bare) ?? [];
  const inCity = city === undefined ? undefined : regionIn(city);
  if (inCity) return inCity;
  const near = readings.filter(({ key }) => home !== undefined && (key === home || listedRegions.isBelow(key, home)));
  const [only, ...others] = near.length > 0 ? near : readings;
  return only && others.length === 0 ? { code: only.key, name: fullName(only.key) } : undefined;
}

/** The listed region, as it is written in full, that a text begins with: 桃源县 of 桃源县资金. */
export function placeIn(text: string): string | undefined {
  const named = listedRegions.readings(text).map(({ rest }) => text.slice(0, text.length - rest.length));
  return named.find((name) => name.length > 2 && /[省市县区旗州盟]$/.test(name));
}

/** 湖北省鄂州市 of 420700. */
export function fullName(code: string): string {
  return listedRegions.words(code).replace(/（\d+）$/, '');
}
