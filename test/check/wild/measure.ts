import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Report } from '../../../src/report/schema.js';
import type { Case } from './corpus.js';
import { kinds } from './kinds.js';
import { type Count, type Defective, type Figures, type Finding, judged, score, scoreClean, Tally } from './score.js';
import { type Fault, foundIn, type ScoredTable, scoreTable, tablesIn } from './tables.js';

/** What a program's check makes of the cases, and of the published tables that are held out. */
export interface Measured {
  readonly made: Figures;
  /** False alarms in the clean reports, and how many projects these have. */
  readonly clean: { readonly alarms: number; readonly projects: number };
}

/** Bodies' names come again after so many reports: more are not checked together. */
const together = 250;

/** Checks all cases, with and without their defects, by the program of a tree. */
export function measure(tree: string, cases: readonly Case[]): Measured {
  const fitting = fitter(tree);
  const clean = checked(
    tree,
    cases.map(({ clean }) => fitting(clean)),
  );
  const put = checked(
    tree,
    cases.map(({ report }) => fitting(report)),
  );
  const tally = new Tally();
  let alarms = 0;
  cases.forEach(({ kind, at }, index) => {
    alarms += scoreClean(tally, clean[index] ?? []);
    score(tally, [{ kind, at }], judged([{ kind, at }], put[index] ?? [], clean[index] ?? []));
  });
  const projects = cases.reduce(
    (sum, { clean }) => sum + clean.units.reduce((inUnits, unit) => inUnits + unit.projects.length, 0),
    0,
  );
  return { made: tally.figures(), clean: { alarms, projects } };
}

const folder = 'test/check/wild/heldout';

/** Checks the published tables that are held out, each by itself. */
export function measureHeldOut(tree: string): Figures {
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as (Defective & {
    readonly report: string;
  })[];
  const names = readdirSync(folder)
    .filter((name) => name !== 'expected.json')
    .map((name) => basename(name, '.json'))
    .sort();
  const reports = names.map((name) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Report);
  const findings = reports.flatMap((report) => checked(tree, [report]));
  const tally = new Tally();
  names.forEach((name, index) => {
    const known = expected.filter(({ report }) => report === name);
    score(tally, known, judged(known, findings[index] ?? []));
  });
  return tally.figures();
}

/** What is known of the published tables whose faults the rules' authors have seen. */
export interface Published {
  /** Faults that anybody would send back, and those that one may dispute. */
  readonly certain: Figures;
  readonly doubtful: Count;
  /** Faults that the typists had not seen until a finding led to them: told apart, as they are found by their nature. */
  readonly later: Count;
  /** Faults of a kind that no rule is for: a name that is too vague, a title of another level. */
  readonly otherKinds: number;
  readonly tables: number;
}

/** Checks the published tables. A finding is right where a fault of its kind was seen, disputed or not. */
export function measurePublished(tree: string): Published {
  const scored = scoredIn(tree, ['test/check/published']);
  const tally = new Tally();
  for (const { table, found, said } of scored) {
    table.faults.forEach(({ kind, doubtful, addedLater }, nth) => {
      if (!doubtful && !addedLater && Object.hasOwn(kinds, kind)) tally.found(kind, found[nth] === true);
    });
    for (const { code, right } of said) tally.said(code, right);
  }
  const hasCode = ({ kind }: Fault): boolean => Object.hasOwn(kinds, kind);
  return {
    certain: tally.figures(),
    doubtful: foundIn(scored, (fault) => fault.doubtful === true && hasCode(fault)),
    later: foundIn(scored, (fault) => fault.addedLater === true && !fault.doubtful),
    otherKinds: foundIn(scored, (fault) => !hasCode(fault))[1],
    tables: scored.length,
  };
}

/** Checks the tables of folders, together as an officer does. */
export function scoredIn(tree: string, folders: readonly string[]): ScoredTable[] {
  const tables = folders.flatMap(tablesIn);
  const findings = checked(
    tree,
    tables.map(({ report }) => report),
  );
  return tables.map((table, nth) => scoreTable(table, findings[nth] ?? []));
}

/** All counts together. */
export function sumOf(counts: Readonly<Record<string, Count>>): Count {
  return Object.values(counts).reduce<Count>(([part, whole], [one, all]) => [part + one, whole + all], [0, 0]);
}

/** The findings of each report, by the command line that people use. */
function checked(tree: string, reports: readonly unknown[]): Finding[][] {
  const found: Finding[][] = reports.map(() => []);
  const files = mkdtempSync(join(tmpdir(), 'jibiao-wild-'));
  for (let from = 0; from < reports.length; from += together) {
    const some = join(files, String(from));
    mkdirSync(some);
    reports.slice(from, from + together).forEach((report, index) => {
      writeFileSync(join(some, `${from + index}.json`), JSON.stringify(report, undefined, 1));
    });
    const args = [join(tree, 'dist/app/main.js'), 'check', some, '--hints', '--json', '--out', join(files, 'out')];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0 && status !== 1) throw new Error(`check: ${status}\n${stderr}`);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Told[] };
    for (const { report, code, severity, message, place, related = [] } of findings) {
      const also = related.flatMap(({ pointer }) => pointer ?? []);
      found[Number(basename(report, '.json'))]?.push({ code, severity, message, pointer: place?.pointer ?? '', also });
    }
  }
  rmSync(files, { recursive: true });
  return found;
}

interface Told extends Omit<Finding, 'pointer' | 'also'> {
  readonly report: string;
  readonly place?: { readonly pointer?: string };
  readonly related?: readonly { readonly pointer?: string }[];
}

/** What an older program can read of a report: the fields of its own schema, and a layout only where it has it. */
function fitter(tree: string): (report: Report) => unknown {
  const schema = JSON.parse(readFileSync(join(tree, 'data/report.schema.json'), 'utf8')) as Schema;
  return ({ layout, ...report }) => {
    const isKnown = layout !== undefined && existsSync(join(tree, 'templates', layout));
    return pruned({ ...report, ...(isKnown && { layout }) }, schema, schema.$defs ?? {});
  };
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
}

function pruned(value: unknown, schema: Schema, known: Readonly<Record<string, Schema>>): unknown {
  const own = schema.$ref === undefined ? schema : (known[schema.$ref.split('/').at(-1) as string] ?? {});
  if (own.enum && !own.enum.includes(value)) return undefined;
  if (Array.isArray(value)) {
    return value.map((one) => pruned(one, own.items ?? {}, known)).filter((one) => one !== undefined);
  }
  const { properties } = own;
  if (typeof value !== 'object' || value === null || !properties) return value;
  const fields = Object.entries(value)
    .filter(([field]) => field in properties)
    .map(([field, inner]) => [field, pruned(inner, properties[field] as Schema, known)] as const);
  // A line of a kind that the program does not know is none.
  const lost = fields.some(
    ([field, inner]) => inner === undefined && (field === 'source' || field === 'period' || field === 'kind'),
  );
  return lost ? undefined : Object.fromEntries(fields.filter(([, inner]) => inner !== undefined));
}
