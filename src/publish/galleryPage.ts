import { escaped } from '../formats/html/escape.js';
import type { Manifest } from '../layouts/manifest.js';
import type { Province } from '../layouts/provinces.js';

type Language = 'zh' | 'en';

/** What the page of a layout's picture needs: files beside the page, absent where there is none. */
export interface Shown {
  readonly picture?: string;
  readonly specimen?: string;
}

const zh = {
  title: '绩效目标表版式',
  count: (layouts: number, provinces: number) =>
    `${layouts} 个版式，按省份排列（${provinces} 组）。点图看填好的样张（PDF，内容是虚构的）。`,
  tables: { project: '项目', department: '部门整体' },
  shapes: { form: '一项目一表', list: '一行一项目', longList: '一行一指标' },
  directions: { portrait: '纵向', landscape: '横向' },
  anyYear: '不限年度',
  ownUnit: '随报告',
  published: '依据：',
  partial: '只知道一部分',
  missing: '还不知道：',
};

const en: typeof zh = {
  title: 'Layouts of performance target tables',
  count: (layouts, provinces) =>
    `${layouts} layouts by province (${provinces} groups). A picture leads to a filled specimen (PDF, invented contents).`,
  tables: { project: 'projects', department: 'department' },
  shapes: { form: 'a form a project', list: 'a row a project', longList: 'a row an indicator' },
  directions: { portrait: 'portrait', landscape: 'landscape' },
  anyYear: 'any year',
  ownUnit: 'as the report',
  published: 'After: ',
  partial: 'known in part',
  missing: 'Not known yet: ',
};

/** One page without scripts that shows all layouts by province. The same layouts give the same bytes. */
export function galleryPage(
  provinces: readonly Province[],
  shownOf: (id: string) => Shown,
  language: Language,
): string {
  const text = language === 'zh' ? zh : en;
  const count = provinces.reduce((sum, { manifests }) => sum + manifests.length, 0);
  const groups = provinces.map(({ name, manifests }) =>
    [
      `<section><h2>${escaped(name[language])}</h2><div class="wall">`,
      ...manifests.map((manifest) => card(manifest, shownOf(manifest.id), language)),
      '</div></section>',
    ].join('\n'),
  );
  return [
    `<!DOCTYPE html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<title>${text.title}</title><style>${style}</style></head><body>`,
    `<header><h1>${text.title}</h1><p>${text.count(count, provinces.length)}</p></header>`,
    ...groups,
    '</body></html>\n',
  ].join('\n');
}

function card(manifest: Manifest, { picture, specimen }: Shown, language: Language): string {
  const text = language === 'zh' ? zh : en;
  const { id, name, region, table, shape, years, paper, direction, moneyUnit, published, partial, missing } = manifest;
  const image = picture ? `<img src="${escaped(picture)}" alt="" loading="lazy"/>` : '<span class="none">—</span>';
  const facts = [
    region.name,
    text.tables[table],
    text.shapes[shape],
    years.join('、') || text.anyYear,
    `${paper} ${text.directions[direction]}`,
    moneyUnit === 'report' ? text.ownUnit : moneyUnit,
  ];
  return [
    '<article>',
    specimen ? `<a href="${escaped(specimen)}">${image}</a>` : image,
    `<h3>${escaped(name[language])}${partial ? ` <em>${text.partial}</em>` : ''}</h3>`,
    `<p class="id"><code>${escaped(id)}</code></p>`,
    `<p>${facts.map(escaped).join(' · ')}</p>`,
    `<p class="source">${text.published}${escaped(published)}</p>`,
    missing ? `<p class="source">${text.missing}${escaped(missing)}</p>` : '',
    '</article>',
  ].join('');
}

const style = `
:root{color-scheme:light;--ink:#1c1c1c;--soft:#5c5c5c;--line:#d8d4cc;--paper:#fff;--ground:#f5f3ef;--mark:#9a3412}
*{box-sizing:border-box}body{margin:0 auto;max-width:1280px;padding:1rem;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.15rem;margin:2rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
header p{color:var(--soft);margin:.25rem 0}
.wall{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:1rem}
article{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.75rem;min-width:0}
article img{display:block;width:100%;height:260px;object-fit:contain;object-position:top;background:var(--paper);border:1px solid var(--line)}
article .none{display:grid;place-items:center;height:260px;color:var(--soft);border:1px dashed var(--line)}
h3{font-size:.95rem;line-height:1.4;margin:.6rem 0 .2rem}h3 em{font-style:normal;font-weight:normal;font-size:.75rem;color:var(--mark);border:1px solid;border-radius:3px;padding:0 .3em;white-space:nowrap}
article p{margin:.2rem 0;font-size:.82rem;color:var(--soft);overflow-wrap:anywhere}.id code{color:var(--ink)}
a:focus-visible{outline:2px solid var(--mark);outline-offset:2px}
@media (max-width:520px){.wall{grid-template-columns:1fr 1fr;gap:.6rem}article{padding:.5rem}article img,article .none{height:180px}}
@media (max-width:340px){.wall{grid-template-columns:1fr}}
`;
