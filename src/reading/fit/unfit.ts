import { pointerOf } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { type FieldName, isLearnt, wholeReport } from './fields.js';
import { learnt } from './learnt.js';
import { type Group, groups, kin, type Shape, shapeOf } from './shape.js';

/**
 * How likely a text is in its field, by its shape: as often as such texts stand in that field of forms that are known, and as often as
 * they do in the same field of the other members of its list here. A text that slid into a field from beside it fits neither.
 */

/** What is less likely is pointed at: of the right texts of published tables 3 of 1,000. At 0.006 it would be 14, and hardly more that are wrong. */
const leastLikely = 0.004;

/** A shape that was met in a field, however seldom, is not less likely there than this. */
const leastMet = 3 * leastLikely;

/** What is known of a field weighs as much as so many other members of a list. */
const weightOfKnown = 4;

/** And no more of them than so many count, or all that is rare in a long list were unlikely. */
const mostBeside = 12;

const unlikeField: Bilingual = {
  zh: '不像这一栏里的内容，也许读错了栏',
  en: 'does not look like what this field holds: perhaps it is another’s',
};

/** Where so many texts of a field are strange to it, they do not speak for each other: the whole column is another’s. */
const mostOfColumn = 0.8;

/** How many texts of each shape stand in a field of a list’s members. */
type Counts = Map<FieldName, Map<Shape, number>>;

/** By pointer, the texts of a report that hardly fit their field and those beside them. */
export function unfitIn(report: unknown): Map<string, Bilingual> {
  const found = new Map<string, Bilingual>();
  const path: string[] = [];
  /** Looks at the members of a list, or the fields of the report; then at the lists in them. */
  const judge = (value: unknown, field: FieldName): void => {
    const each = (onText: OnText, list: OnList): void => {
      for (const [step, inner] of Object.entries(value as object))
        walk(inner, Array.isArray(value) ? field : field.inside(step), { path, step, onText, list });
    };
    const counts: Counts = new Map();
    each((text, at) => count(counts, at, text), judge);
    const odd = new Map([...counts].map(([at, shapes]) => [at, unlikely(at, shapes)] as const));
    if (![...odd.values()].some(({ size }) => size > 0)) return;
    // Pointers are made of those only that are odd: a long list has a hundred thousand texts that are not.
    each(
      (text, at) => {
        if (odd.get(at)?.has(shapeOf(text))) found.set(pointerOf(path), unlikeField);
      },
      () => undefined,
    );
  };
  judge(report, wholeReport);
  return found;
}

type OnText = (text: string, field: FieldName) => void;
type OnList = (value: unknown, field: FieldName) => void;

interface Walk {
  /** The steps above. */
  readonly path: string[];
  readonly step: string;
  readonly onText: OnText;
  readonly list: OnList;
}

/** The texts of a value, without those in lists that it has: each of these is looked at by itself. */
function walk(value: unknown, field: FieldName, { path, step, onText, list }: Walk): void {
  path.push(step);
  if (typeof value === 'string') {
    if (value !== '' && knownOf(field) !== undefined) onText(value, field);
  } else if (Array.isArray(value)) list(value, field);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value))
      walk(inner, field.inside(name), { path, step: name, onText, list });
  path.pop();
}

function count(counts: Counts, field: FieldName, text: string): void {
  const shapes = counts.get(field) ?? new Map<Shape, number>();
  counts.set(field, shapes);
  const shape = shapeOf(text);
  shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
}

const none: ReadonlySet<Shape> = new Set();

/** The shapes of one field in the members of a list that hardly fit: unlike what is known and the others, or nearly all unlike what is known. */
function unlikely(field: FieldName, counts: ReadonlyMap<Shape, number>): ReadonlySet<Shape> {
  const likelihood = knownOf(field);
  if (!likelihood) return none;
  let [all, strange] = [0, 0];
  for (const [shape, texts] of counts) {
    all += texts;
    if (likelihood(shape) < leastLikely) strange += texts;
  }
  const others = all - 1;
  const weight = strange / all >= mostOfColumn ? 0 : Math.min(others, mostBeside);
  const isUnlikely = ([shape, texts]: readonly [Shape, number]): boolean => {
    const alike = others === 0 ? 0 : ((texts - 1) / others) * weight;
    return (alike + weightOfKnown * likelihood(shape)) / (weight + weightOfKnown) < leastLikely;
  };
  return new Set([...counts].filter(isUnlikely).map(([shape]) => shape));
}

type Likelihood = (shape: Shape) => number;
const known = new WeakMap<FieldName, { readonly likelihood: Likelihood | undefined }>();

/** How likely each shape is in a field; undefined where too little is known of it. */
function knownOf(field: FieldName): Likelihood | undefined {
  const found = known.get(field) ?? { likelihood: isLearnt(field.name) ? likelihoodOf(field.name) : undefined };
  known.set(field, found);
  return found.likelihood;
}

const groupOf = new Map<Shape, Group>();
for (const [group, shapes] of Object.entries(groups)) for (const shape of shapes) groupOf.set(shape, group as Group);
const isKin = (one: Shape, other: Shape): boolean =>
  kin[groupOf.get(one) as Group].includes(groupOf.get(other) as Group);

/** Most by what was met there, some by what is like that, and a little by what is akin to it. */
function likelihoodOf(name: string): Likelihood | undefined {
  const line = learnt.split('\n').find((each) => each.startsWith(`${name} `));
  if (line === undefined) return undefined;
  const met = line
    .split(' ')
    .slice(1)
    .map((each) => each.split(':') as [Shape, string]);
  const share = (isOf: (shape: Shape) => boolean): number => {
    const all = met.reduce((sum, [, count]) => sum + Number(count), 0);
    const own = met.reduce((sum, [shape, count]) => sum + (isOf(shape) ? Number(count) : 0), 0);
    const shapes = [...groupOf.keys()].filter(isOf).length;
    // Two more than were met, of any shape: what few texts are known of may hold others.
    return own / (all + 2) / shapes + 2 / (all + 2) / groupOf.size;
  };
  const shares = new Map<Shape, number>();
  for (const shape of groupOf.keys()) {
    const group = groupOf.get(shape);
    const own = share((each) => each === shape);
    const alike = share((each) => groupOf.get(each) === group);
    const akin = share((each) => isKin(shape, each));
    const isMet = met.some(([each]) => each === shape);
    shares.set(shape, Math.max(isMet ? leastMet : 0, 0.6 * own + 0.3 * alike + 0.1 * akin));
  }
  return (shape) => shares.get(shape) ?? 1;
}
