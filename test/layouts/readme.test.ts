import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { byProvince } from '../../src/layouts/provinces.js';
import { treeOf } from '../../src/layouts/regional.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** The READMEs' tables of layouts are made from the manifests; GOLDEN=1 writes them. */

const words = {
  'README.md': {
    language: 'zh',
    head: ['地区', '版式', '表', '年度', '纸张、单位', '样页'],
    tables: { project: '项目', department: '部门整体' },
    directions: { portrait: '纵向', landscape: '横向' },
    anyYear: '不限',
    ownUnit: '随报告',
    partial: '（表样只知道一部分）',
  },
  'README.en.md': {
    language: 'en',
    head: ['region', 'layout', 'table', 'years', 'paper, unit', 'page'],
    tables: { project: 'projects', department: 'department' },
    directions: { portrait: 'portrait', landscape: 'landscape' },
    anyYear: 'any',
    ownUnit: 'as the report',
    partial: ' (known in part)',
  },
} as const;
const [start, end] = [
  '<!-- layouts: GOLDEN=1 npx vitest run test/layouts/readme.test.ts -->\n',
  '<!-- /layouts -->',
] as const;

it.each(Object.entries(words))('%s has the layouts as their manifests are', (file, text) => {
  const provinces = byProvince(
    shippedLayouts.layouts.map(({ manifest }) => manifest),
    treeOf(shippedLayouts),
  );
  const rows = provinces.flatMap(({ name, manifests }) =>
    manifests.map((manifest, index) => {
      const { id, table, years, paper, direction, moneyUnit, partial } = manifest;
      const width = direction === 'landscape' ? 160 : 110;
      return [
        index === 0 ? name[text.language] : '',
        `\`${id}\`<br>${manifest.name[text.language]}${partial ? text.partial : ''}`,
        text.tables[table],
        years.join('、') || text.anyYear,
        `${paper} ${text.directions[direction]}<br>${moneyUnit === 'report' ? text.ownUnit : moneyUnit}`,
        `<img src="templates/${id}/page.png" width="${width}">`,
      ];
    }),
  );
  const table = [text.head, text.head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
  const [before, rest = ''] = readFileSync(file, 'utf8').split(start);
  const [shown, after] = rest.split(end);
  if (process.env.GOLDEN === '1') writeFileSync(file, `${before}${start}${table}${end}${after}`);
  else expect(shown).toBe(table);
});
