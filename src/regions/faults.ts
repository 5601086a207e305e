import { quoted } from '../json/pointer.js';
import { type Bilingual, fault, type Problem } from '../problem.js';
import type { Reading, RegionTree } from './tree.js';

/** The problems of regions that are ambiguous or contradictory. */

/** How many candidates are listed. */
const listed = 8;

export function ambiguous(tree: RegionTree, name: string, readings: readonly Reading[]): Problem {
  const all = candidates(tree, readings);
  const message = {
    zh: `地区 ${quoted(name)} 不止一个：${all.zh}`,
    en: `there is more than one region ${quoted(name)}: ${all.en}`,
  };
  return about(name, fault('region-ambiguous', message, undefined, wholeNameHint));
}

/** A name of regions of which the second is not in the first: 广东省鼓楼区. */
export function contradictory(tree: RegionTree, name: string, key: string, elsewhere: readonly Reading[]): Problem {
  const all = candidates(tree, elsewhere);
  const message = {
    zh: `地区 ${quoted(name)} 的前后不在一处：${tree.words(key)}；${all.zh}`,
    en: `the parts of the region ${quoted(name)} do not stand in each other: ${tree.words(key)}; ${all.en}`,
  };
  return about(name, fault('region-ambiguous', message, undefined, wholeNameHint));
}

const wholeNameHint: Bilingual = {
  zh: '把上级写全（如 上海市普陀区），或写 code（如 "310107"）',
  en: 'name what it stands in (上海市普陀区), or write its code ("310107")',
};

export function codeDiffers(tree: RegionTree, code: string, name: string, readings: readonly Reading[]): Problem {
  const [all, of] = [candidates(tree, readings), tree.words(code)];
  const unlisted = { zh: of === code ? '（区划表里没有）' : '', en: of === code ? ' (not listed)' : '' };
  const message = {
    zh: `行政区划代码与地区名称不符：代码 ${code} ${of === code ? '' : `是 ${of}`}${unlisted.zh}，名称 ${quoted(name)} 是 ${all.zh}`,
    en: `code and name are of different regions: ${of}${unlisted.en}; ${quoted(name)} is ${all.en}`,
  };
  return about(code, fault('region-code-differs', message, undefined, codeHint));
}

export function codeUnknown(tree: RegionTree, code: string, name: string, readings: readonly Reading[]): Problem {
  const start = code.slice(0, 2);
  const message = {
    zh: `没有行政区划代码 ${code}：没有代码以 ${start} 开头的省`,
    en: `there is no code ${code}: no province begins with ${start}`,
  };
  const all = candidates(tree, readings);
  const hint = { zh: `${quoted(name)} 是 ${all.zh}`, en: `${quoted(name)} is ${all.en}` };
  return about(code, fault('region-code-unknown', message, undefined, readings.length > 0 ? hint : codeHint));
}

const codeHint: Bilingual = {
  zh: '请核对，改正其中之一（GB/T 2260）；没有代码的地区不写 code',
  en: 'mend one of the two (GB/T 2260); a region without a code has no code here',
};

/** The regions that may be meant, as a list. */
function candidates(tree: RegionTree, readings: readonly Reading[]): Bilingual {
  const words = readings.slice(0, listed).map(({ key }) => tree.words(key));
  const more = readings.length - words.length;
  return {
    zh: `${words.join('、')}${more > 0 ? ` 等 ${readings.length} 个` : ''}`,
    en: `${words.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

function about(text: string, problem: Problem): Problem {
  return { ...problem, about: text };
}
