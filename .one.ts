import { readFileSync } from 'node:fs';
import { readSource } from './src/reading/grids/source.js';
import { readColumns } from './src/reading/columns/columns.js';
import { ownForm } from './src/reading/ownForm/template.js';
const file = process.argv[2] as string;
const source = await readSource(readFileSync(file), file);
const r = readColumns(source, { answers: { year: '2030', region: '安徽省', department: '某局', unit: '某站', project: '某项目' } });
console.log(ownForm({ items: source.items, report: r.report as never, at: r.at, left: r.left })?.template);
