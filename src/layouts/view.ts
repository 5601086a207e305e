import { fault, type Problem } from '../problem.js';
import type { Project, Report, Unit } from '../report/schema.js';
import { isolated } from '../script/direction.js';
import { withoutIgnorable } from '../script/scripts.js';
import type { Manifest } from './manifest.js';

/** What a template sees as its root: the report to be published, and the layout's manifest. */
export type View = Omit<Report, 'layout'> & { readonly layout: Manifest };

/**
 * The view of a report through a layout, a fresh tree: without withheld projects (`publish: false`), strings cleaned.
 * Children of a withheld project stay. Characters that XML cannot carry at all are problems.
 */
export function viewOf(report: Report, manifest: Manifest, problems: Problem[]): View {
  const published = { ...report, units: report.units.map(publishedUnit) };
  return cleaned({ ...published, layout: manifest }, '', problems) as View;
}

function publishedUnit(unit: Unit): Unit {
  return { ...unit, projects: unit.projects.filter((project: Project) => project.publish !== false) };
}

/**
 * Nothing is inherited, so templates reach nothing but data. Handlebars compares contexts with `!=`; NaN makes a text
 * that an `each` walks unequal to every record, so that `../` always goes up one level.
 */
const bare: object = Object.freeze(Object.assign(Object.create(null), { [Symbol.toPrimitive]: () => Number.NaN }));

/** A record for templates, made of own fields alone. */
export function bareRecord<T extends object>(fields: T): T {
  return Object.assign(Object.create(bare), fields);
}

function cleaned(value: unknown, pointer: string, problems: Problem[]): unknown {
  if (typeof value === 'string') return cleanText(value, pointer, problems);
  if (Array.isArray(value)) return value.map((item, index) => cleaned(item, `${pointer}/${index}`, problems));
  if (typeof value !== 'object' || value === null) return value;
  return bareRecord(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item, `${pointer}/${key}`, problems)])),
  );
}

/** The first character that is no 汉字, letter, figure or usual mark: only from there on may invisible ones stand. */
const mayBeIgnorable = /[^\u0020-\u007e\u2014\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/;

/**
 * Line ends become U+2028, the subset's line break; tabs and narrow spaces become a space; invisible characters
 * go. What has letters from right to left is marked, so that it stays apart from its neighbours.
 */
function cleanText(text: string, pointer: string, problems: Problem[]): string {
  const spaced = text.replace(/\r\n?|[\n\u2029]/g, '\u2028').replace(/[\t\u2009\u202f]/g, ' ');
  const at = spaced.search(mayBeIgnorable);
  const clean = at < 0 ? spaced : isolated(spaced.slice(0, at) + withoutIgnorable(spaced.slice(at)));
  const odd = outsideXml.exec(clean)?.[0];
  if (odd !== undefined) problems.push(oddCharacter(odd, pointer));
  return clean;
}

/** Everything but the Char production of XML 1.0 (§2.2). */
const outsideXml = /[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function oddCharacter(character: string, pointer: string): Problem {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return fault(
    'text-control-character',
    {
      zh: `${pointer} 的文字里有不能印的控制字符 ${code}`,
      en: `the text at ${pointer} has the control character ${code}`,
    },
    undefined,
    { zh: '请删去这个看不见的字符', en: 'delete this invisible character' },
  );
}
