import { readFileSync, writeFileSync } from 'node:fs';
import { run, withCommit } from '../../tree.js';
import { cases } from './corpus.js';
import { kinds } from './kinds.js';
import {
  type Measured,
  measure,
  measureHeldOut,
  measurePublished,
  type Published,
  scoredIn,
  sumOf as sum,
} from './measure.js';
import type { Count, Figures } from './score.js';
import { toldTables } from './tables.js';

/**
 * `npm run wild`: measures the checks of this tree on defects put into clean reports of every layout, and writes
 * docs/checks-measured.md. With a commit (`npm run wild -- COMMIT`) its checks are measured too and become the first column; with
 * `--held-out` the published tables that no rule was written with are scored, which is done once rules are settled; `--again` scores
 * them when what they showed was mended.
 *
 * `npm run wild -- --folder FOLDER... [--faults]` scores published tables of other folders (`tables.ts` says what stands in one) and
 * writes nothing; `--faults` tells each fault that was missed and each error or warning that no fault explains.
 */

interface Kept {
  before: { commit: string; measured: Measured; heldOut: Figures };
  after?: { heldOut: Figures };
  /** What was held out, scored again when what it showed was mended: no longer unseen. */
  again?: { heldOut: Figures };
  /** Published tables that were scored while no rule's author had seen them, and opened then, in the order of time; `before`: by earlier rules. */
  closed: readonly (Closed & { readonly tables: number; readonly invented?: true; readonly before?: Closed })[];
}

interface Closed {
  readonly commit: string;
  readonly found: Count;
}

const words = process.argv.slice(2);
if (words.includes('--folder')) {
  const folders = words.filter((word) => !word.startsWith('--'));
  console.log(toldTables(scoredIn('.', folders), words.includes('--faults')));
} else writeDocument(words);

/** The tables of a collection that were closed, by the rules of before and of then. */
function closedRow({ commit, tables, invented, before, found }: Kept['closed'][number]): string {
  const earlier = before ? `${percent(before.found)} (${before.commit})` : '';
  return `| ${tables} ${invented ? 'tables in the manner of published ones' : 'published tables'}, closed, unseen: found | ${earlier} | ${percent(found)} (${commit}) |`;
}

function writeDocument(words: readonly string[]): void {
  const file = 'test/check/wild/figures.json';
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const commit = words.find((word) => !word.startsWith('--'));
  const all = cases();
  if (commit !== undefined) {
    const before = withCommit(commit, (tree) => ({ measured: measure(tree, all), heldOut: measureHeldOut(tree) }));
    kept.before = { commit: run('git', ['rev-parse', '--short=7', commit], '.').trim(), ...before };
  }
  if (words.includes('--held-out')) kept.after = { heldOut: measureHeldOut('.') };
  if (words.includes('--again')) kept.again = { heldOut: measureHeldOut('.') };
  writeFileSync(file, `${JSON.stringify(kept, undefined, 1)}\n`);
  const now = measure('.', all);
  const seen = measurePublished('.');
  writeFileSync('docs/checks-measured.md', documentOf(kept, now, seen));
  for (const [title, { made, clean }] of [
    ['before', kept.before.measured],
    ['now', now],
  ] as const) {
    console.log(
      `${title}: ${percent(sum(made.kinds))} found, ${clean.alarms} false alarms in ${clean.projects} clean projects`,
    );
  }
}

function documentOf({ before, after, again, closed }: Kept, now: Measured, seen: Published): string {
  const heldOut = after?.heldOut;
  const kindRows = Object.keys(now.made.kinds).map(
    (kind) =>
      [
        kinds[kind]?.words ?? '',
        `\`${kind}\``,
        of(before.measured.made.kinds[kind]),
        of(now.made.kinds[kind]),
      ] as const,
  );
  const codes = [...new Set([...Object.keys(before.measured.made.rules), ...Object.keys(now.made.rules)])].sort();
  const ruleRows = codes.map((code) => [
    `\`${code}\``,
    right(before.measured.made.rules[code]),
    right(now.made.rules[code]),
  ]);
  const heldRows = Object.keys(before.heldOut.kinds).map((kind) => [
    kinds[kind]?.words ?? '',
    `\`${kind}\``,
    of(before.heldOut.kinds[kind]),
    heldOut ? of(heldOut.kinds[kind]) : '',
  ]);
  const seenRows = Object.entries(seen.certain.kinds).map(([kind, count]) => [
    kinds[kind]?.words ?? '',
    `\`${kind}\``,
    of(count),
  ]);
  const heads = [`before (${before.commit})`, 'now'];
  return `# How well the checks find what is wrong

Written by \`npm run wild\`; the same tree gives the same figures. No rule may be written to these cases: they are there to tell
whether rules hold on tables that they were not written with.

## How it is measured

- **Clean reports** are made for every shipped layout: the form is its specimen's, words, values, times and amounts are of nine trades
  (\`test/check/wild/trades.ts\`), with rows and sentences that look odd and are right (\`fair.ts\`). Nothing in them is wrong, so
  each error or warning there is a false alarm.
- **Defects** of each kind (\`defects/\`) are put into them one at a time, in all their wordings, at places drawn by seed. A defect is
  found when a finding of a code that names its kind (\`kinds.ts\`) is where it is; hints count.
- **Right and wrong** are errors and warnings, one code once a project. What a defect rightly brings about besides is neither.
- **Held out** are 25 tables in the manner of published ones, of invented bodies, with faults as they were published (\`heldout/\`):
  half of a list of published faults, drawn by seed. Who wrote them had not read the rules, and who wrote the rules had not seen
  them. The checks of the first column were run over them once while they were written, to find slips of the tables themselves;
  those of the second were run once, when rules were settled. What that showed was mended by kind, with cases of other words;
  since then these tables are not unseen, and their later score is given apart. (The first score took a finding of several rows to
  be at its first row only.)
- **Published tables, seen** are ${seen.tables} tables as they were published, typed with every fault that a budget officer would send back
  (\`test/check/published/\`, with address and title of each; persons and their telephones are replaced). Faults that one may dispute
  are apart. The rules' authors have seen them and mended by kind: their score says what the rules are for, not how well they do on
  tables that nobody has seen. Where a page ends in the midst of a table (\`cut\` in sources.json), what is missing at its end is
  neither right nor wrong. Faults that the typist had not seen until a finding led there are marked \`addedLater\` and counted apart.
- **First scores of what was closed**: some of these tables had been kept from the rules' authors. The checks of a commit were run over
  them once; then they were opened, and what they showed was mended by kind. These figures are the ones to expect of tables that nobody
  has seen: rules that were written to the open half of the second collection (48 of 98 found before, 86 after) found hardly more in
  its closed half.
- What no measure here tells: real tables are more irregular than these, so false alarms are rarer here than there.
- A program that does not know a layout or a field gets the report without them, and prints the general form.

## Summary

| | ${heads.join(' | ')} |
| --- | --- | --- |
| defects put in, found | ${percent(sum(before.measured.made.kinds))} | ${percent(sum(now.made.kinds))} |
| their findings, right | ${precision(before.measured.made)} | ${precision(now.made)} |
| false alarms in clean projects | ${alarms(before.measured)} | ${alarms(now)} |
| held out, found | ${percent(sum(before.heldOut.kinds))} | ${heldOut ? percent(sum(heldOut.kinds)) : 'not scored yet'} |
| held out, findings right | ${precision(before.heldOut)} | ${heldOut ? precision(heldOut) : 'not scored yet'} |
${again ? `| the same, no longer unseen: found | | ${percent(sum(again.heldOut.kinds))} |\n| the same, no longer unseen: right | | ${precision(again.heldOut)} |\n` : ''}${closed.map(closedRow).join('\n')}
| published tables, seen by the rules' authors: found | | ${percent(sum(seen.certain.kinds))} |
| those: faults one may dispute, found | | ${percent(seen.doubtful)} |
| those: faults that a finding led to, found | | ${percent(seen.later)} |
| those: findings right | | ${precision(seen.certain)} |

## Found, by kind

${table(['kind', 'id', ...heads], kindRows)}

## Right, by rule

${table(['rule', ...heads], ruleRows)}

## Held out, by kind

${table(['kind', 'id', ...heads], heldRows)}

## Published tables, seen by the rules' authors

Of ${seen.otherKinds} further faults the kind has no rule, such as a name that is too vague.

${table(['kind', 'id', 'found'], seenRows)}
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function percent([part, whole]: Count): string {
  return `${part} of ${whole} (${(part / whole).toFixed(2)})`;
}

function precision({ rules }: Figures): string {
  const [right, wrong] = sum(rules);
  return percent([right, right + wrong]);
}

function alarms({ clean }: Measured): string {
  return `${clean.alarms} in ${clean.projects}`;
}

function of(count: Count | undefined): string {
  return count ? `${count[0]} / ${count[1]}` : '';
}

function right(count: Count | undefined): string {
  return count ? `${count[0]} right, ${count[1]} wrong` : '';
}
