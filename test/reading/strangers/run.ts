import { mkdirSync, writeFileSync } from 'node:fs';
import { findLayouts } from '../../../src/layouts/find.js';
import { type Kind, kinds, type ReadCase, readCase } from './reads.js';
import { strangers } from './table.js';

/**
 * `npm run reads [-- FOLDER] [--heads] [--faults] [--kind docx] [CASE…]`: how well published tables that others typed are read. Prints a line
 * a file: leaves right, how many of these are pointed at, silently wrong, wrong but said, listed as left, missing; members of lists out of order; by which layout (or
 * `heads`), the CPU time in milliseconds, and the sums of each kind of file. `--heads` reads all as tables that no layout is known for. `--faults` also prints what is wrong, and writes
 * files, readings and what they said to out/strangers.
 */
const heads = ['right', 'rightSaid', 'wrongSilent', 'wrongSaid', 'missingSaid', 'missing', 'disordered'] as const;
const words = process.argv.slice(2);
const hasFaults = words.includes('--faults');
const only = words[words.indexOf('--kind') + 1] as Kind;
const given = words.filter((word, n) => !word.startsWith('--') && words[n - 1] !== '--kind');
const folder = given.find((word) => word.includes('/'));
const names = given.filter((word) => !word.includes('/'));
const layouts = words.includes('--heads') ? [] : findLayouts(['templates']).layouts;

const line = (cells: readonly string[]): string =>
  cells.map((cell, n) => (n === 0 ? cell.padEnd(36) : cell.padStart(12))).join('');
console.log(line(['', ...heads]));
for (const kind of kinds.filter((each) => !words.includes('--kind') || each === only)) {
  const sums = heads.map(() => 0);
  for (const name of strangers(folder).filter((each) => names.length === 0 || names.includes(each))) {
    const read = await readCase(name, kind, layouts, folder);
    heads.forEach((head, n) => {
      sums[n] = (sums[n] ?? 0) + read.score[head];
    });
    const cells = [`${name}.${kind}`, ...heads.map((head) => String(read.score[head]))];
    console.log(`${line(cells)}  ${read.by}  ${read.milliseconds} ms`);
    if (hasFaults) tell(read, `out/strangers/${name}`, `${name}.${kind}`);
  }
  console.log(line([`all ${kind}`, ...sums.map(String)]));
}

function tell({ score, bytes, report, said }: ReadCase, folder: string, file: string): void {
  for (const { kind, said: isSaid, at, gold, read } of score.faults) {
    const [wanted, had] = [gold === undefined ? '' : ` wanted ${gold}`, read === undefined ? '' : ` read ${read}`];
    console.log(`    ${kind}${isSaid ? ' (said)' : ''} ${at}${wanted}${had}`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${file}`, bytes);
  writeFileSync(`${folder}/${file}.json`, JSON.stringify(report, undefined, 1));
  writeFileSync(`${folder}/${file}.said.json`, JSON.stringify(said, undefined, 1));
}
