import { quoted } from '../json/pointer.js';
import { type Bilingual, Problems } from '../problem.js';
import { homeOf, isNational } from '../regions/home.js';
import { isCode, listedRegions } from '../regions/tree.js';
import type { Manifest } from './manifest.js';

type Region = Manifest['region'];

/** The region of a manifest as it is in the tree, or what is wrong with it. */
export type RegionReading = { readonly region: Region } | { readonly message: Bilingual; readonly hint?: Bilingual };

/**
 * Finds the region of a manifest in the tree. A listed region gets its code or key; another must name its parent, which becomes
 * a key of the tree (none for 全国).
 */
export function readRegion(region: Region): RegionReading {
  if (isNational(region) && region.parent === undefined) return { region };
  try {
    return region.parent === undefined ? listed(region) : own(region, region.parent);
  } catch (cause) {
    if (cause instanceof Problems && cause.problems[0]) return cause.problems[0];
    throw cause;
  }
}

function listed(region: Region): RegionReading {
  const { chain, rest } = homeOf(listedRegions, region);
  const [key] = chain;
  if (region.code !== undefined) return { region };
  if (key !== undefined && rest === '') return { region: isCode(key) ? { ...region, code: key } : { name: key } };
  const parent = key ?? '310000';
  return {
    message: {
      zh: `区划表里没有地区 ${quoted(region.name)}，要写上级`,
      en: `the region ${quoted(region.name)} is not listed: name its parent`,
    },
    hint: {
      zh: `在 region 里加 "parent": "${parent}"（代码或名称；上面只有通用版式的，写 "全国"）`,
      en: `add "parent": "${parent}" to region (a code or a name; "全国" if only the generic form stands above it)`,
    },
  };
}

function own(region: Region, parent: string): RegionReading {
  const same = listedRegions.readings(region.name).filter(({ rest }) => rest === '');
  const key = same[0]?.key;
  if (region.code !== undefined || (key !== undefined && isCode(key))) return superfluous(same.map(({ key }) => key));
  const { parent: _, ...rest } = region;
  if (isNational({ name: parent })) return { region: rest };
  const parentHome = homeOf(listedRegions, isCode(parent) ? { code: parent, name: parent } : { name: parent });
  const [found] = parentHome.chain;
  // A zone may be listed without a code: then the manifest's parent must agree with the list.
  if (key !== undefined)
    return found !== undefined && listedRegions.isBelow(key, found) ? { region: { name: key } } : superfluous([key]);
  if (found !== undefined && (isCode(parent) || parentHome.rest === '')) return { region: { ...rest, parent: found } };
  return {
    message: { zh: `区划表里没有上级 ${quoted(parent)}`, en: `the parent ${quoted(parent)} is not listed` },
    hint: {
      zh: '写代码（如 "120116"）、全名（天津市滨海新区）或 "全国"',
      en: 'write a code ("120116"), a full name (天津市滨海新区) or "全国"',
    },
  };
}

function superfluous([key]: readonly string[]): RegionReading {
  if (key !== undefined && !isCode(key)) {
    return {
      message: {
        zh: `${key} 已在区划表里，不写 parent`,
        en: `${key} is listed, with what it stands in: it has no parent here`,
      },
    };
  }
  const code = key !== undefined && isCode(key) ? `（"code": "${key}"）` : '';
  return {
    message: {
      zh: `区划表里有的地区只写 code${code}，上级由代码得出，不写 parent`,
      en: `a listed region has its code${code} and no parent: that follows from the code`,
    },
  };
}
