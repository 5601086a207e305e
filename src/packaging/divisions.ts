import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { areaList } from '@vant/area-data';
import { packedDivisions } from '../regions/pack.js';

// Run by `npm run build`: the divisions as a module of their own, with the licence of the package that lists them, which is not
// needed after it.
const folder = dirname(createRequire(import.meta.url).resolve('@vant/area-data/package.json'));
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const licence = readFileSync(join(folder, 'LICENSE'), 'utf8').replaceAll('*/', '');
const text = JSON.stringify(packedDivisions(areaList));
writeFileSync(
  new URL('../regions/divisions.cjs', import.meta.url),
  `/*! Made of ${name} ${version}.\n${licence}*/\nmodule.exports=${text};\n`,
);
