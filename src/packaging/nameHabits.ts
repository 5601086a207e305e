import { readFileSync, writeFileSync } from 'node:fs';
import { packedHabits } from '../check/indicators/habitTable.js';

// Run by `npm run build`: what the ends of names have in common, as a module of its own, so that no check goes through the list.
const list = readFileSync(new URL('../../src/check/lexicon/names.txt', import.meta.url), 'utf8');
writeFileSync(
  new URL('../check/indicators/nameHabits.cjs', import.meta.url),
  `module.exports=${JSON.stringify(packedHabits(list))};\n`,
);
