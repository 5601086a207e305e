import { quoted } from '../json/pointer.js';
import type { Manifest } from '../layouts/manifest.js';
import type { Answer, OfRegion } from '../layouts/ofRegion.js';
import type { Bilingual } from '../problem.js';
import type { RegionTree } from '../regions/tree.js';

const tables: Readonly<Record<Manifest['table'], Bilingual>> = {
  project: { zh: '项目表', en: 'projects' },
  department: { zh: '部门整体表', en: 'department' },
};

/** Which layouts a region's reports get, a line for each kind of table: its own, an ancestor's, national ones, the generic one. */
export function regionText(asked: string, { home, answers }: OfRegion, tree: RegionTree): Bilingual {
  const lines = answers.map((answer) => line(answer, home.chain[0], tree));
  const where = whereText(asked, home, tree);
  return {
    zh: [where.zh, ...lines.map(({ zh }) => `  ${zh}`)].join('\n'),
    en: [where.en, ...lines.map(({ en }) => `  ${en}`)].join('\n'),
  };
}

function whereText(asked: string, { chain, rest }: OfRegion['home'], tree: RegionTree): Bilingual {
  const [key] = chain;
  if (key === undefined) {
    const alike = tree.like(asked).map((each) => tree.words(each));
    const meant =
      alike.length > 0 ? { zh: `，是不是 ${alike.join('、')}？`, en: `; ${alike.join(', ')}?` } : { zh: '', en: '' };
    return {
      zh: `区划表里没有地区 ${quoted(asked)}${meant.zh}`,
      en: `the region ${quoted(asked)} is not listed${meant.en}`,
    };
  }
  const words = tree.words(key);
  if (rest === '') return { zh: `${words}：`, en: `${words}:` };
  return { zh: `${words}（区划表里没有 ${quoted(rest)}）：`, en: `${words} (${quoted(rest)} is not listed):` };
}

function line({ table, key, ids }: Answer, own: string | undefined, tree: RegionTree): Bilingual {
  const kind = tables[table];
  if (ids.length === 0) return { zh: `${kind.zh}：没有版式`, en: `${kind.en}: none` };
  const all = { zh: ids.join('、'), en: ids.join(', ') };
  if (key === undefined && ids.length > 1)
    return {
      zh: `${kind.zh}：没有，用全国通行的或通用的版式，看哪个印得全：${all.zh}`,
      en: `${kind.en}: none; of ${all.en} one that prints all of a report is used`,
    };
  if (key === undefined)
    return { zh: `${kind.zh}：没有，用通用版式 ${all.zh}`, en: `${kind.en}: none; ${all.en} is used` };
  if (key === own) return { zh: `${kind.zh}：${all.zh}`, en: `${kind.en}: ${all.en}` };
  return {
    zh: `${kind.zh}：没有自己的，用上级${tree.words(key)}的 ${all.zh}`,
    en: `${kind.en}: none of its own; ${all.en} of ${tree.words(key)}`,
  };
}
