import { readFileSync } from 'node:fs';
import { readSource } from '/work/wt/all/src/reading/grids/source.js';
import { readColumns } from '/work/wt/all/src/reading/columns/columns.js';
const file = process.argv[2] as string;
const source = await readSource(readFileSync(file), file);
const r = readColumns(source, { answers: { year: '2022', region: '安徽省' } });
const by = new Map<object, string[]>();
for (const [p, place] of r.at) by.set(place, [...(by.get(place) ?? []), p]);
for (const item of source.items) {
  if (item.kind === 'paragraph') console.log('P', JSON.stringify(item.text), by.get(item.place)?.join(' '));
  else console.log('R', item.table, item.cells.map((c) => `${c.isContinued ? '^' : ''}[${c.column}+${c.span}]${c.text.slice(0, 14).replace(/\n/g, '⏎')}{${(by.get(c.place) ?? []).map((x) => x.replace('/units/0/projects/0', 'P')).join(' ')}}`).join(' | '));
}
