import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonBytes } from '../json/bytes.js';
import type { FoundLayouts } from '../layouts/find.js';
import type { Manifest } from '../layouts/manifest.js';
import { regionNamed } from '../layouts/ofRegion.js';
import { fault, Problems } from '../problem.js';
import type { Report } from '../report/schema.js';
import { writeWhole } from './writeWhole.js';

export interface NewLayout {
  /** 苏州市/project-2026: the folder of the region and that of the table, which ends with the year. */
  readonly id: string;
  /** The full name of the region, where the folder is not called so. */
  readonly region?: string | undefined;
  /** The templates folder of one's own. */
  readonly folder: string;
}

/** Where a layout of one's own goes, its region and its year. Throws Problems: new-layout-id, new-layout-exists, region-…. */
export function placeOf(found: FoundLayouts, { id, region: named, folder }: NewLayout) {
  const [, place = '', year] =
    /^([\p{L}\p{N}][\p{L}\p{N}._-]*)\/[\p{L}\p{N}][\p{L}\p{N}._-]*?-(\d{4})$/u.exec(id) ?? [];
  if (year === undefined) throw new Problems([fault('new-layout-id', wrongId(id), undefined, idHint)]);
  const target = join(folder, id);
  if (existsSync(target)) throw new Problems([fault('new-layout-exists', exists(target), { file: target }, otherId)]);
  return { target, region: regionNamed(found, named ?? place), year: Number(year) };
}

/**
 * Starts a layout as a copy of another one `like`: its manifest under the new id, region and year, its template, look and specimen. What
 * is there is never overwritten. Gives the paths written. Throws Problems: new-layout-id, new-layout-exists, layout-unknown,
 * region-….
 */
export function startLayout(found: FoundLayouts, wish: NewLayout & { readonly like: string }): string[] {
  const { id, like } = wish;
  const source = found.layouts.find(({ manifest }) => manifest.id === like);
  if (!source) throw new Problems([fault('layout-unknown', unknown(like), undefined, listThem)]);
  const { target, region, year } = placeOf(found, wish);
  const from = join(source.folder, like);
  const look = source.looks.filter(({ file }) => file.endsWith('/look.css')).map(({ text }) => text);
  const files = readdirSync(from)
    .filter((name) => !['page.png', 'labels.txt', 'look.css'].includes(name))
    .map((name) => ({ name, bytes: readFileSync(join(from, name)) }))
    .map(({ name, bytes }) => {
      if (name === 'layout.json') return { name, bytes: jsonBytes(manifestOf(source.manifest, id, region, year)) };
      if (name === 'specimen.json') return { name, bytes: jsonBytes(specimenOf(bytes, region, year)) };
      return { name, bytes };
    });
  files.push({ name: 'look.css', bytes: Buffer.from(look.join('')) });
  const written = files.map(({ name, bytes }) => ({ path: join(target, name), bytes }));
  writeWhole(written);
  return written.map(({ path }) => path);
}

export function nameOf(region: Manifest['region'], table: Manifest['table'], year: number): Manifest['name'] {
  const words = table === 'project' ? '项目支出绩效目标表' : '部门整体支出绩效目标表';
  return { zh: `${region.name}${words}（${year}）`, en: `${region.name}, ${table} (${year})` };
}

function manifestOf(like: Manifest, id: string, region: Manifest['region'], year: number): object {
  const { undated: _undated, withoutPlace: _place, partial: _partial, missing: _missing, look: _look, ...rest } = like;
  return {
    ...rest,
    id,
    name: nameOf(region, like.table, year),
    region,
    years: [year],
    published: `${region.name} ${year} 年公开表样（请写文件名称和在哪里公开）`,
  };
}

function specimenOf(bytes: Uint8Array, region: Manifest['region'], year: number): object {
  const { layout: _, ...report } = JSON.parse(new TextDecoder().decode(bytes)) as Report;
  const { code, name } = region;
  return { ...report, year, region: { ...(code !== undefined && { code }), name } };
}

const wrongId = (id: string) => ({ zh: `“${id}”不是版式编号`, en: `"${id}" is no id of a layout` });
const idHint = {
  zh: '写成 地区/表-年度，如 苏州市/project-2026、suzhou/department-2026（后一种加 --region 苏州市）',
  en: 'write region/table-year, like 苏州市/project-2026, or suzhou/department-2026 with --region 苏州市',
};
const unknown = (id: string) => ({ zh: `没有编号为 ${id} 的版式`, en: `there is no layout ${id}` });
const listThem = { zh: '用 jibiao layouts 看有哪些', en: 'jibiao layouts lists them' };
const exists = (folder: string) => ({
  zh: `${folder} 已经有了，没有动它`,
  en: `${folder} is there already; it was left as it is`,
});
const otherId = { zh: '换一个编号，或先把原来的移走', en: 'take another id, or move the old one away' };
