import { fault, type Problem } from '../problem.js';
import { allocationsOf } from '../report/allocations.js';
import { moneyPrint } from '../report/moneyPrint.js';
import { paragraphsOf } from '../report/paragraphs.js';
import { printable } from '../report/printable.js';
import type { Project, Report, Unit } from '../report/schema.js';
import { isolated } from '../script/direction.js';
import type { Manifest, PrintedManifest } from './manifest.js';
import { paperOf } from './paper.js';

/** What a template sees as its root: the report to be published, and the layout's manifest. */
export type View = Omit<Report, 'layout'> & {
  readonly layout: PrintedManifest;
  /** By project, the places that share its money, where each project is a form and the places have none. */
  readonly allocated: ReadonlyMap<Project, readonly Project[]>;
  /** The paths of its projects, and of these places, in the report. */
  readonly paths: ReadonlyMap<Project, readonly string[]>;
};

/**
 * The view of a report for a layout, a new tree with cleaned strings: without withheld projects (`publish: false`) and the places
 * that share their money. Other children of a withheld project stay. Characters that XML cannot contain become problems.
 */
export function viewOf(report: Report, manifest: Manifest, problems: Problem[]): View {
  const shares = allocationsOf(report);
  const isPublic = (project: Project): boolean => project.publish !== false && shares.get(project)?.publish !== false;
  const kept = report.units.map(({ projects }) => projects.flatMap((project, at) => (isPublic(project) ? [at] : [])));
  const units = report.units.map((unit) => ({ ...unit, projects: unit.projects.filter(isPublic) }));
  const { to: moneyUnit, decimals } = moneyPrint(manifest, report);
  const layout = { ...manifest, moneyUnit, decimals, ...paperOf(manifest, report) };
  const inReport = (pointer: string): string =>
    pointer.replace(/^\/units\/(\d+)\/projects\/(\d+)/, (whole, u, p) => {
      const at = kept[Number(u)]?.[Number(p)];
      return at === undefined ? whole : `/units/${u}/projects/${at}`;
    });
  const view = withTexts<Parts>({ ...report, units, layout }, (text, pointer) =>
    cleanText(text, () => inReport(pointer), problems),
  );
  const paths = pathsOf(view, kept);
  return manifest.shape === 'form' && shares.size > 0
    ? bareRecord({ ...withAllocations(view), paths })
    : bareRecord({ ...view, allocated: none, paths });
}

type Parts = Omit<View, 'allocated' | 'paths'>;

/** `kept` has, for each unit, the indexes in the report of the projects that are in the view. */
function pathsOf({ units }: Parts, kept: readonly (readonly number[])[]): View['paths'] {
  const paths = new Map<Project, readonly string[]>();
  units.forEach((unit, u) => {
    unit.projects.forEach((project, index) => {
      paths.set(project, ['units', String(u), 'projects', String(kept[u]?.[index] ?? index)]);
    });
  });
  return paths;
}

const none: View['allocated'] = new Map();

function withAllocations(view: Parts): Omit<View, 'paths'> {
  const shares = allocationsOf(view);
  const allocated = new Map<Project, Project[]>();
  for (const [share, holder] of shares) allocated.set(holder, [...(allocated.get(holder) ?? []), share]);
  const forms = (unit: Unit): Unit =>
    bareRecord({ ...unit, projects: unit.projects.filter((project) => !shares.has(project)) });
  return bareRecord({ ...view, units: view.units.map(forms), allocated });
}

/**
 * The prototype of all records: it has no properties, so that templates reach nothing but data. Handlebars compares contexts
 * with `!=`; through NaN a text in an `each` is unequal to every record, so that `../` always goes up one level.
 */
const bare: object = Object.freeze(Object.assign(Object.create(null), { [Symbol.toPrimitive]: () => Number.NaN }));

/** A record for templates, with own fields only. */
export function bareRecord<T extends object>(fields: T): T {
  return Object.assign(Object.create(bare), fields);
}

/** Plain data as bare records, each text changed. */
export function withTexts<T>(value: T, change: (text: string, pointer: string) => string, pointer = ''): T {
  const inside = (item: unknown, key: string | number): unknown => withTexts(item, change, `${pointer}/${key}`);
  if (typeof value === 'string') return change(value, pointer) as T;
  if (Array.isArray(value)) return value.map(inside) as T;
  if (typeof value !== 'object' || value === null) return value;
  return bareRecord(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item, key)]))) as T;
}

/**
 * Joins lines with U+2028, the subset's line break, and drops blank ones. Text with letters from right to left is isolated from
 * its neighbours.
 */
function cleanText(text: string, pointer: () => string, problems: Problem[]): string {
  const clean = isolated(printable(paragraphsOf(text).join('\u2028')));
  const odd = outsideXml.exec(clean)?.[0];
  if (odd !== undefined) problems.push(oddCharacter(odd, pointer()));
  return clean;
}

/** Everything but the Char production of XML 1.0 (§2.2), and the noncharacters that mark where a text comes from (sources.ts). */
const outsideXml = /[^\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/u;

function oddCharacter(character: string, pointer: string): Problem {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const problem = fault(
    'text-control-character',
    {
      zh: `${pointer} 的文字里有不能印的控制字符 ${code}`,
      en: `the text at ${pointer} has the control character ${code}`,
    },
    undefined,
    { zh: '请删去这个看不见的字符', en: 'delete this invisible character' },
  );
  return { ...problem, fields: [pointer] };
}
