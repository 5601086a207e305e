import { existsSync, readFileSync } from 'node:fs';
import { makers } from './make.js';
import { type Said, score } from './score.js';
import { goldOf, strangers } from './table.js';

/**
 * Scores readings that stand beside the files that make.ts wrote: for out/strangers/CASE/CASE.docx the report CASE.docx.json and,
 * if the reading asked or listed anything, CASE.docx.said.json ({@link Said}). Prints a line a file and the sums a kind of file;
 * with --faults also what is wrong. A reading that is not there is said, and counts as nothing read.
 *
 * `esbuild test/reading/strangers/tally.ts --bundle --platform=node --format=esm --outfile=out/.tally.js`, then
 * `node out/.tally.js [--faults]`.
 */
const heads = ['right', 'wrongSilent', 'wrongSaid', 'missing', 'missingSaid', 'disordered'] as const;
const line = (cells: readonly string[]): string =>
  cells.map((cell, n) => (n === 0 ? cell.padEnd(34) : cell.padStart(12))).join('');

console.log(line(['', ...heads]));
for (const kind of Object.keys(makers)) {
  const sums = heads.map(() => 0);
  for (const name of strangers()) {
    const file = `out/strangers/${name}/${name}.${kind}`;
    const isRead = existsSync(`${file}.json`);
    const said: Said = existsSync(`${file}.said.json`) ? json(`${file}.said.json`) : { asked: [], left: [] };
    const result = score(isRead ? json(`${file}.json`) : {}, goldOf(name), said);
    heads.forEach((head, n) => {
      sums[n] = (sums[n] ?? 0) + result[head];
    });
    console.log(
      line([`${name}.${kind}`, ...heads.map((head) => String(result[head]))]) + (isRead ? '' : '  (not read)'),
    );
    if (process.argv.includes('--faults')) {
      for (const { kind, said, at, gold, read } of result.faults) {
        console.log(
          `    ${kind}${said ? ' (said)' : ''} ${at}${gold === undefined ? '' : ` wanted ${gold}`}${read === undefined ? '' : ` read ${read}`}`,
        );
      }
    }
  }
  console.log(line([`all ${kind}`, ...sums.map(String)]));
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
