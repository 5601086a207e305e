/** The lists of @vant/area-data (MIT): names by six-digit codes of GB/T 2260, by level. */
export interface AreaLists {
  readonly province_list: Readonly<Record<string, string>>;
  readonly city_list: Readonly<Record<string, string>>;
  readonly county_list: Readonly<Record<string, string>>;
}

/** Placeholders of the numbering, which are no names of regions. */
const pseudo: ReadonlySet<string> = new Set(['市辖区', '县', '省直辖县', '自治区直辖县级行政区划']);

/**
 * Below these the lists have towns, or numbers that are not in the standard (Hong Kong, Macao, Taiwan, and the cities without
 * districts), and some of their names are districts elsewhere.
 */
const withoutCounties = /^(?:71|81|82|4419|4420|4604|6202)/;

/** Zones that the lists name without their city ("高新区"): nobody can know which is meant. */
const nameless = /^(?:(?:经济|技术|高新|产业|工业)*(?:开发|园)?区|工业园区|其它区)$/;

/**
 * The divisions as one text, `110000北京市,110101东城区,…`, sorted by code, without what is no division and what has the name
 * of its province (310100 beside 310000).
 */
export function packedDivisions({ province_list, city_list, county_list }: AreaLists): string {
  const cities = Object.entries(city_list).filter(
    ([code, name]) => !/^(?:71|81|82)/.test(code) && province_list[`${code.slice(0, 2)}0000`] !== name,
  );
  const counties = Object.entries(county_list).filter(
    ([code, name]) => !withoutCounties.test(code) && !nameless.test(name),
  );
  return [...Object.entries(province_list), ...cities, ...counties]
    .filter(([, name]) => !pseudo.has(name))
    .map(([code, name]) => code + name)
    .sort()
    .join(',');
}
