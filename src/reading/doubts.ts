import type { Found, Rule } from '../check/rule.js';
import { fundingSum } from '../check/rules/fundingSum.js';
import { level2Misplaced } from '../check/rules/level2Misplaced.js';
import { nameNotName } from '../check/rules/nameNotName.js';
import { subjectOf } from '../check/subject.js';
import { pointerOf } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { type Field, fieldsOf, schema } from '../report/fields.js';
import type { Report } from '../report/schema.js';
import { levelOf } from '../report/taxonomy.js';
import { fieldOfLabel } from './columns/heads.js';
import { bareLevel } from './columns/looks.js';
import { joinedNamesIn } from './fit/paragraphs.js';
import { hasValue, type Indicator, oddRowsIn } from './fit/rows.js';
import { unfitIn } from './fit/unfit.js';
import type { Item, Place } from './items.js';
import { bareText } from './plainText.js';
import type { Difference } from './prove.js';
import { quantityIn } from './targets.js';
import type { Note } from './told.js';

/** What a value that slid into its neighbour's field breaks: a name that is a number, a second level of another first, parts that are not the sum. */
const telling: readonly Rule[] = [nameNotName, level2Misplaced, fundingSum];

/**
 * Cells that may be misread, each with its place, so that no wrong field is silent: what the form prints otherwise than the file, values
 * that do not look like what their field holds (`fit/`), and rows that are unlike the others. They may be faults of the file as well;
 * whoever reads the list tells. A report that still lacks its year or a name is doubted no less. `items` are the file's.
 */
export function doubtsOf(
  report: unknown,
  at: ReadonlyMap<string, Place>,
  differences: readonly Difference[],
  items: readonly Item[] = [],
): Note[] {
  const fields = differences.length > 0 ? new Set([...at.values()].map(keyOf)) : new Set();
  const unlike = differences.flatMap(({ place, isExtra }): Note[] =>
    place && !isExtra && fields.has(keyOf(place)) ? [{ ...printedOtherwise, place }] : [],
  );
  const subject = subjectOf(withNames(report), []);
  const found = telling.flatMap((rule) => [...rule.find(subject)]).flatMap((each) => noteOf(each, at));
  // What is said first of a cell is the least sure: later reasons take its place.
  const oddities = new Map([
    ...unfitIn(report),
    ...ownersIn(report).flatMap(([pointer, { indicators = [] }]) => [
      ...oddRowsIn(indicators, `${pointer}/indicators`, at),
    ]),
    ...joinedNamesIn(report, at, items),
    ...odditiesIn(report),
  ]);
  const unlikely =
    oddities.size === 0
      ? []
      : [...at].flatMap(([pointer, place]): Note[] => {
          const why = oddities.get(pointer);
          return why ? [{ ...why, place }] : [];
        });
  const once = new Map(
    [...unlikely, ...unvalued(report, at), ...found, ...unlike].map((note) => [keyOf(note.place), note]),
  );
  return [...once.values()];
}

/** A report with what it still lacks left blank, names of rows too, so that rules can look at it. */
function withNames(report: unknown): Report {
  return completed(report, schema()) as Report;
}

/** Itself where it lacks nothing that the schema asks for. */
function completed(value: unknown, field: Field | undefined): unknown {
  if (field === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const all = value.map((each) => completed(each, field.items));
    return all.some((each, index) => each !== value[index]) ? all : value;
  }
  const fields = fieldsOf(field);
  const held = value as Readonly<Record<string, unknown>>;
  const changed: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(held)) {
    const whole = completed(each, fields[name]);
    if (whole !== each) changed[name] = whole;
  }
  for (const name of field.required ?? []) if (held[name] === undefined) changed[name] = blankOf(fields[name]);
  return Object.keys(changed).length > 0 ? { ...held, ...changed } : value;
}

function blankOf(field: Field | undefined): unknown {
  if (field?.type === 'object') return completed({}, field);
  if (field?.type === 'array') return [];
  return field?.type === 'integer' || field?.type === 'number' ? 0 : (field?.enum?.[0] ?? '');
}

const printedOtherwise: Bilingual = {
  zh: '按读入的值填回表样，这一格与原文不同，请核对',
  en: 'filled with what was read, the form prints this cell otherwise: look at it',
};

function noteOf({ path, message, related = [] }: Found, at: ReadonlyMap<string, Place>): Note[] {
  const places = [path, ...related].flatMap((each) => placeOf(pointerOf(each), at) ?? []);
  const words = { zh: `也许读错了：${message.zh}`, en: `may be misread: ${message.en}` };
  return places.map((place) => ({ ...words, place }));
}

/** Where a field stands, or the first field of a record. */
function placeOf(pointer: string, at: ReadonlyMap<string, Place>): Place | undefined {
  return at.get(pointer) ?? [...at].find(([each]) => each.startsWith(`${pointer}/`))?.[1];
}

type Owner = { readonly [name: string]: unknown; readonly indicators?: readonly Indicator[] };

/** The department as a whole and all projects, each with its pointer. */
function ownersIn(report: unknown): (readonly [pointer: string, owner: Owner])[] {
  const { department, units = [] } = report as {
    department?: { overall?: Owner };
    units?: readonly { projects?: readonly Owner[] }[];
  };
  return [
    ['/department/overall', department?.overall ?? {}],
    ...units.flatMap(({ projects = [] }, u) =>
      projects.map((project, p) => [`/units/${u}/projects/${p}`, project] as const),
    ),
  ];
}

/**
 * A first level that is not usual and has no value in any of its rows, where others have: 项目决策 and 项目管理 of a self-evaluation
 * (财预〔2020〕10号) say how the work was done, and are no goals.
 */
function unvalued(report: unknown, at: ReadonlyMap<string, Place>): Note[] {
  return ownersIn(report).flatMap(([pointer, { indicators = [] }]) => {
    const valued = new Set(indicators.flatMap((each) => (hasValue(each) ? [each.level1] : [])));
    if (valued.size === 0) return [];
    return indicators.flatMap((indicator, n) =>
      valued.has(indicator.level1) || isOfUsualLevel(indicator)
        ? []
        : ['level1', 'level2', 'name'].flatMap((field): Note[] => {
            const place = at.get(`${pointer}/indicators/${n}/${field}`);
            return place ? [{ ...withoutValue, place }] : [];
          }),
    );
  });
}

function isOfUsualLevel({ level1 }: Record<string, unknown>): boolean {
  return level1 === '' || (typeof level1 === 'string' && levelOf(bareLevel(level1), 1) !== undefined);
}

const withoutValue: Bilingual = {
  zh: '没有指标值，一级指标也不是通行的，也许不是绩效指标',
  en: 'without a value, below a first level that is not usual: perhaps no indicator',
};

const bodies = /^\/(?:department|units\/\d+)\/name$|\/(?:implementingUnit|supervisingUnit)$/;

/** A number and what may be its unit: 28.8万元%, 400元/人、天. 12月底前 and 5%左右 are none; 100% prints the same as text. */
const oddUnit = /^[≥≤<>=]?\d+(?:\.\d+)?(?![年月日号]\S|%$)[^\d余多近~至-]{1,7}(?<![内前后中初底起]|左右|以[上下])$/;

/** What a value must not look like in a field, by the end of its pointer. */
const odd: readonly { readonly field: RegExp; readonly isOdd: (text: string) => boolean; readonly why: Bilingual }[] = [
  {
    field: bodies,
    isOdd: (text) => /[《》。;:]|^[\d.,%]+$/.test(text) || text.length > 40 || isLabel(text),
    why: { zh: '读作单位名称，但不像单位名称', en: 'read as the name of a body, which it does not look like' },
  },
  {
    field: /\/projects\/\d+\/name$/,
    isOdd: (text) => /[。;]|^附件/.test(text) || text.length > 80 || isLabel(text),
    why: { zh: '读作项目名称，但不像项目名称', en: 'read as the name of a project, which it does not look like' },
  },
  {
    field: /\/(?:projects|tasks)\/\d+\/name$/,
    isOdd: (text) => /^(?:打印|制表|填报|导出)(?:日期|时间|人)/.test(text),
    why: { zh: '读作名称，但像是页脚', en: 'read as a name, but looks like the foot of a page' },
  },
  {
    field: /\/indicators\/\d+\/level[12]$/,
    isOdd: (text) => /[。;≥≤<>=%]|^\d/.test(text) || text.length > 24 || isLabel(text),
    why: { zh: '读作一级或二级指标，但不像', en: 'read as a level of an indicator, which it does not look like' },
  },
  {
    field: /\/goals\/\d+\/text$/,
    isOdd: (text) => text.length <= 12 && (/(?:目标|指标|情况)$/.test(text) || isLabel(text)),
    why: { zh: '读作绩效目标，但像是栏目名', en: 'read as a goal, but looks like a label' },
  },
  {
    field: /\/goals\/\d+\/text$/,
    isOdd: (text) => quantityIn(text) !== undefined,
    why: { zh: '读作绩效目标，但像是指标值', en: 'read as a goal, but looks like the value of an indicator' },
  },
  {
    field: /\/(?:summary|content|basis|necessity|feasibility|safeguards|description|scoringRule)$/,
    isOdd: (text) => /^[\d.,%]+$/.test(text) || isLabel(text),
    why: { zh: '读作文字，但是数或栏目名', en: 'read as text, but is a number or a label' },
  },
  {
    field: /Target\/text$/,
    isOdd: (text) => oddUnit.test(text),
    why: { zh: '读作文字，也许是数值和单位', en: 'read as text, perhaps it is a number and its unit' },
  },
  {
    field: /\/unit$/,
    isOdd: (text) => /\d|[≥≤<>=,。;]/.test(text) || text.length > 12,
    why: { zh: '读作计量单位，但不像计量单位', en: 'read as a unit of measure, which it does not look like' },
  },
  {
    field: /Target\/value$/,
    isOdd: (text) => !/\d/.test(text),
    why: { zh: '读作数值，但没有数字', en: 'read as a number, without a digit' },
  },
];

/** What there is to look at in a field, and in what it holds: of all members of a list the same. */
class Kind {
  readonly rules: readonly (typeof odd)[number][];
  readonly #inner = new Map<string, Kind>();

  constructor(readonly pointer: string) {
    this.rules = odd.filter(({ field }) => field.test(pointer));
  }

  inside(name: string): Kind {
    const known = this.#inner.get(name) ?? new Kind(`${this.pointer}/${name}`);
    this.#inner.set(name, known);
    return known;
  }
}

const kinds = new Kind('');

/** By pointer, why values do not look like what their fields hold. A long list has a hundred thousand that do. */
function odditiesIn(report: unknown): Map<string, Bilingual> {
  const found = new Map<string, Bilingual>();
  const path: string[] = [];
  const visit = (value: unknown, kind: Kind): void => {
    if (typeof value === 'string') {
      const text = kind.rules.length === 0 ? '' : bareText(value);
      const rule = text === '' ? undefined : kind.rules.find(({ isOdd }) => isOdd(text));
      if (rule) found.set(pointerOf(path), rule.why);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        path.push(name);
        visit(inner, kind.inside(Array.isArray(value) ? '0' : name));
        path.pop();
      }
    }
  };
  visit(report, kinds);
  return found;
}

/** A label that forms print beside a field: 实施单位, 项目负责人. */
function isLabel(text: string): boolean {
  return text.length <= 12 && fieldOfLabel(text) !== undefined;
}

function keyOf(place: Place | undefined): string {
  return JSON.stringify(place);
}
