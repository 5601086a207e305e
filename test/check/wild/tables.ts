import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/report/schema.js';
import { kinds } from './kinds.js';
import { type Count, type Defective, type Finding, judged, type Said } from './score.js';

/** A published table, typed as it stands, with the faults that a budget officer sends back. */
export interface Table {
  readonly name: string;
  readonly report: Report;
  readonly faults: readonly Fault[];
  /** JSON pointers of records that go on where the page ends. */
  readonly cut: readonly string[];
  /** JSON pointers of what the page does not show, though the table may have it: blank here, and no fault. */
  readonly unprinted: readonly string[];
}

export interface Fault extends Defective {
  readonly quote: string;
  readonly why: string;
  /** One may dispute it. */
  readonly doubtful?: true;
  /** Its typist had not seen it; a finding led to it. */
  readonly addedLater?: true;
}

/** What the checks made of a table. */
export interface ScoredTable {
  readonly table: Table;
  readonly found: readonly boolean[];
  readonly said: readonly Said[];
}

/** What is said to be missing where a page ends in the midst of a record tells nothing of the published table. */
const missingAtEnd: ReadonlySet<string> = new Set([
  ...['output-benefit-missing', 'satisfaction-missing', 'required-level2-empty', 'weights', 'department-total'],
]);

/** The part that a finding says to be missing of the record where it stands. */
const partLacked: Readonly<Record<string, RegExp>> = {
  'goal-missing': /^\/goals$/,
  'no-money': /^\/funding$/,
  'output-benefit-missing': /^\/indicators$/,
  'indicator-incomplete': /^\/\w+Target$/,
  'core-indicator-empty': /^\/\w+Target$/,
  'period-half-empty': /^(?:\/\d+)?\/\w+Target$/,
  weights: /^\/weight$/,
};

/**
 * The tables of a folder, by name: NAME.json with NAME.defects.json, or with the faults of all in expected.json; sources.json says what
 * is `cut` and `unprinted`. Throws where a table has no faults' file, for nobody looked for them.
 */
export function tablesIn(folder: string): Table[] {
  const files = readdirSync(folder).sort();
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const together = files.includes('expected.json')
    ? (read('expected.json') as (Fault & { readonly report: string })[])
    : undefined;
  const sources = (files.includes('sources.json') ? read('sources.json') : {}) as Record<
    string,
    { cut?: string[]; unprinted?: string[] }
  >;
  return files
    .filter((file) => /^[^.]+\.json$/.test(file) && file !== 'expected.json' && file !== 'sources.json')
    .map((file) => {
      const name = file.replace(/\.json$/, '');
      const faults =
        together?.filter(({ report }) => report === name) ?? (read(`${name}.defects.json`) as readonly Fault[]);
      const { cut = [], unprinted = [] } = sources[name] ?? {};
      return { name, report: read(file) as Report, faults, cut, unprinted };
    });
}

export function scoreTable(table: Table, findings: readonly Finding[]): ScoredTable {
  const isUnseen = ({ code, pointer }: Finding): boolean =>
    (missingAtEnd.has(code) && table.cut.some((record) => pointer.startsWith(record))) ||
    table.unprinted.some(
      (place) =>
        place === pointer || (place.startsWith(pointer) && partLacked[code]?.test(place.slice(pointer.length))),
    ) ||
    (code === 'no-money' && hasAmount(table.report, pointer));
  const { found, said } = judged(
    table.faults,
    findings.filter((finding) => !isUnseen(finding)),
  );
  return { table, found, said };
}

/** The table shows an amount, in a row that the layout of this program does not have: that is the layout's, not the table's. */
function hasAmount(report: Report, pointer: string): boolean {
  const [, unit, project] = /^\/units\/(\d+)\/projects\/(\d+)\/funding$/.exec(pointer) ?? [];
  const { funding = [] } = report.units[Number(unit)]?.projects[Number(project)] ?? {};
  return funding.some(({ amount }) => /\d/.test(amount));
}

/** Found and all, of the faults that `which` takes. */
export function foundIn(scored: readonly ScoredTable[], which: (fault: Fault) => boolean): Count {
  const found = scored.flatMap(({ table, found }) =>
    table.faults.flatMap((fault, nth) => (which(fault) ? found[nth] : [])),
  );
  return [found.filter(Boolean).length, found.length];
}

/** What may be missing only because a page shows a part of its table: without `cut` and `unprinted` nobody can tell. */
const saysMissing: ReadonlySet<string> = new Set([
  ...missingAtEnd,
  ...['goal-missing', 'name-blank', 'no-money', 'period-half-empty', 'blank-amount'],
]);

/** The figures of tables in words and, with `faults`, each fault that was missed and each finding that no fault explains. */
export function toldTables(scored: readonly ScoredTable[], faults: boolean): string {
  const said = scored.flatMap((each) => each.said);
  const certain = (fault: Fault): boolean => !fault.doubtful && !fault.addedLater;
  const line = (words: string, [part, whole]: Count): string =>
    `${words}: ${part} of ${whole}${whole === 0 ? '' : ` (${(part / whole).toFixed(3)})`}`;
  const noCode = foundIn(scored, (fault) => certain(fault) && !Object.hasOwn(kinds, fault.kind))[1];
  return [
    `${scored.length} tables`,
    line('certain faults found', foundIn(scored, certain)),
    line(
      '  those of kinds that have a code',
      foundIn(scored, (fault) => certain(fault) && Object.hasOwn(kinds, fault.kind)),
    ),
    line(
      'doubtful faults found',
      foundIn(scored, ({ doubtful }) => doubtful === true),
    ),
    line(
      'faults added later found',
      foundIn(scored, (fault) => fault.addedLater === true && !fault.doubtful),
    ),
    line('errors and warnings right', rightOf(said)),
    line('  without what says that a part is missing', rightOf(said.filter(({ code }) => !saysMissing.has(code)))),
    `certain faults of kinds without a code: ${noCode}`,
    ...(faults ? scored.flatMap(toldTable) : []),
  ].join('\n');
}

function rightOf(said: readonly Said[]): Count {
  return [said.filter(({ right }) => right).length, said.length];
}

function toldTable({ table, found, said }: ScoredTable): string[] {
  const missed = table.faults.flatMap(({ kind, at, quote, why, doubtful }, nth) =>
    found[nth]
      ? []
      : [
          `  missed${doubtful ? '?' : ''} ${kind}${Object.hasOwn(kinds, kind) ? '' : ' (no code)'} ${at.join(' ')} “${quote}” ${why}`,
        ],
  );
  const wrong = said
    .filter(({ right }) => !right)
    .flatMap(({ findings }) => findings.map(({ code, pointer, message }) => `  wrong ${code} ${pointer} ${message}`));
  return ['', table.name, ...missed, ...wrong];
}
