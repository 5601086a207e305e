import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import type { SourceFile } from '../../../src/reading/items.js';
import { isWhole, lines, rows } from './office.js';

/*
 * data/nansha-2024.json as files that other programs wrote: libreoffice.* by LibreOffice 7.4 from our DOCX by way of ODT (the XLSX by
 * way of HTML; fonts taken out of the DOCX), pandoc.docx by pandoc from that HTML without its groups of rows.
 */
const report = JSON.parse(readFileSync('data/nansha-2024.json', 'utf8'));

/** Every text of the report that is printed by itself in a cell: names of indicators and tasks, and what tasks are. */
function printed(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['name', 'content', 'expected'].includes(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'region' ? [] : printed(inner, Array.isArray(value) ? key : name),
  );
}

const wanted = [...new Set(printed(report))];

function read(name: string): Promise<SourceFile> {
  return readSource(readFileSync(`test/reading/grids/files/${name}`), name);
}

it.each(['libreoffice.docx', 'pandoc.docx', 'libreoffice-html.xls', 'libreoffice.xlsx', 'libreoffice.pdf'])(
  'reads every text of %s in a cell of its own',
  async (name) => {
    const file = await read(name);
    const texts = new Set(rows(file).flatMap(({ cells }) => cells.map(({ text }) => text)));
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter((text) => !texts.has(text))).toEqual([]);
    expect(rows(file).every(isWhole)).toBe(true);
  },
);

it.each(['libreoffice.docx', 'pandoc.docx', 'libreoffice-html.xls', 'libreoffice.xlsx', 'libreoffice.pdf'])(
  'gives each indicator of %s its level and its target',
  async (name) => {
    const all = lines(await read(name)).map((line) => line.replace(/#\d+|\s/g, ''));
    expect(
      all.filter((line) => /\^?产出指标\|\^?数量指标\|举办科普志愿活动场次\|≥96场次\|≥96场次/.test(line)),
    ).toHaveLength(1);
    expect(all.filter((line) => line.includes('基本支出|238.97|财政拨款|567.97'))).toHaveLength(1);
  },
);
