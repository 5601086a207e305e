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

interface Text {
  readonly pointer: string;
  readonly shape: Shape;
}

/** By pointer, the texts of a report that hardly fit their field and those beside them. */
export function unfitIn(report: unknown): Map<string, Bilingual> {
  const found = new Map<string, Bilingual>();
  const path: string[] = [];
  const judge = (beside: ReadonlyMap<FieldName, readonly Text[]>): void => {
    for (const [field, texts] of beside)
      for (const { pointer } of unlikely(field, texts)) found.set(pointer, unlikeField);
  };
  const visit = (value: unknown, field: FieldName, beside: Map<FieldName, Text[]>): void => {
    if (typeof value === 'string') {
      if (value === '' || knownOf(field) === undefined) return;
      const texts = beside.get(field);
      const text = { pointer: pointerOf(path), shape: shapeOf(value) };
      if (texts) texts.push(text);
      else beside.set(field, [text]);
    } else if (Array.isArray(value)) {
      const members = new Map<FieldName, Text[]>();
      for (const [index, each] of value.entries()) within(String(index), each, field, members);
      judge(members);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) within(name, inner, field.inside(name), beside);
    }
  };
  const within = (step: string, value: unknown, field: FieldName, beside: Map<FieldName, Text[]>): void => {
    path.push(step);
    visit(value, field, beside);
    path.pop();
  };
  const alone = new Map<FieldName, Text[]>();
  visit(report, wholeReport, alone);
  judge(alone);
  return found;
}

/** The texts of one field in the members of a list that hardly fit: unlike what is known and the others, or nearly all unlike what is known. */
function unlikely(field: FieldName, texts: readonly Text[]): readonly Text[] {
  const likelihood = knownOf(field);
  if (!likelihood) return [];
  const counts = new Map<Shape, number>();
  for (const { shape } of texts) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const strange = texts.filter(({ shape }) => likelihood(shape) < leastLikely).length;
  const isColumn = strange / texts.length >= mostOfColumn;
  const others = texts.length - 1;
  const weight = isColumn ? 0 : Math.min(others, mostBeside);
  const isUnlikely = (shape: Shape): boolean => {
    const alike = others === 0 ? 0 : (((counts.get(shape) ?? 0) - 1) / others) * weight;
    return (alike + weightOfKnown * likelihood(shape)) / (weight + weightOfKnown) < leastLikely;
  };
  const odd = new Set([...counts.keys()].filter(isUnlikely));
  return odd.size === 0 ? [] : texts.filter(({ shape }) => odd.has(shape));
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
