import { distance } from 'fastest-levenshtein';
import type { Path } from '../json/pointer.js';
import { visible } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { reportSchema } from './schema.js';
import { expenditureKinds, fundingSources, periods } from './vocabulary.js';

/** The keywords of JSON Schema that the report's schema uses, without references. */
export interface Field {
  readonly type?: string;
  readonly title?: string;
  /** The title in English, as a courtesy; not in the published schema. */
  readonly titleEn?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly required?: readonly string[];
  readonly then?: Field;
  readonly else?: Field;
}

let known: Field | undefined;

/** The schema as plain JSON with every reference replaced by its definition, under the title of the place. */
export function schema(): Field {
  known ??= withoutReferences({ ...reportSchema, $defs: undefined });
  return known;
}

function withoutReferences(node: unknown): Field {
  return JSON.parse(JSON.stringify(node), (_, inner: { readonly $ref?: string } | undefined) => {
    if (inner?.$ref === undefined) return inner;
    const { $ref, ...own } = inner;
    return { ...withoutReferences(reportSchema.$defs[$ref.replace('#/$defs/', '')]), ...own };
  });
}

/** The schema's field at a path; undefined if there is none. */
export function fieldAt(path: Path): Field | undefined {
  let field: Field | undefined = schema();
  for (const step of path) field = field && (field.items ?? fieldsOf(field)[step]);
  return field;
}

/** The title of a field; its name where it has none. */
export function titleOf({ title, titleEn }: Field, name: string): Bilingual {
  return { zh: title ?? name, en: titleEn ?? title ?? name };
}

const fieldsKnown = new WeakMap<Field, Readonly<Record<string, Field>>>();

/** The fields of an object; of a target, those of a quantity and of a text. */
export function fieldsOf(field: Field): Readonly<Record<string, Field>> {
  const known =
    fieldsKnown.get(field) ??
    Object.assign(Object.create(null), field.properties, field.else?.properties, field.then?.properties);
  fieldsKnown.set(field, known);
  return known;
}

/** The names of a record's fields in the schema's order. */
export function fieldOrder(path: Path): readonly string[] {
  const field = fieldAt(path);
  return field ? Object.keys(fieldsOf(field)) : [];
}

/** A value's name in messages: name（项目名称）, or the third item of projects. */
export function labelOf(path: Path): Bilingual {
  const last = path.at(-1);
  if (last === undefined) return { zh: '整个文件', en: 'the whole file' };
  const list = path.at(-2);
  if (list !== undefined && /^\d+$/.test(last) && fieldAt(path.slice(0, -1))?.type === 'array') {
    const number = Number(last) + 1;
    return { zh: `${list} 的第 ${number} 项`, en: `item ${number} of "${list}"` };
  }
  return named(last, fieldAt(path)?.title);
}

/** name（项目名称） / "name" (项目名称). */
export function named(name: string, title: string | undefined): Bilingual {
  const shown = visible(name);
  // A title that has brackets, 权重（分值）, becomes 权重/分值.
  const word = title?.replace(/（(.+)）$/, '/$1');
  return word ? { zh: `${shown}（${word}）`, en: `"${shown}" (${word})` } : { zh: shown, en: `"${shown}"` };
}

/** A valid value of a field, as JSON: its example, its first choice, or an empty value of its type. */
export function sampleOf(field: Field): string {
  const example = field.examples?.find((value) => value !== '') ?? field.enum?.[0];
  if (example !== undefined) return JSON.stringify(example);
  const forms: Readonly<Record<string, string>> = { array: '[]', object: '{…}', integer: '1', boolean: 'true' };
  return forms[field.type ?? ''] ?? '"…"';
}

/** The Chinese word of an English identifier that is a value: total is 资金总额. */
export const valueWords: Readonly<Record<string, string>> = { ...expenditureKinds, ...fundingSources, ...periods };

/**
 * The candidate that a misspelt word most likely means, or undefined if none is near. Candidates are names with their
 * Chinese words: 项目名称 means name. Of equally near ones the first wins.
 */
export function nearest(
  word: string,
  candidates: readonly (readonly [name: string, title?: string])[],
): string | undefined {
  let best: string | undefined;
  let least = 1;
  for (const [name, title] of candidates) {
    for (const form of [name, ...formsOf(title ?? '')]) {
      const remoteness = remotenessOf(plain(word), plain(form));
      if (remoteness >= least) continue;
      best = name;
      least = remoteness;
    }
  }
  return best;
}

/** A title's words: 项目总体（实施周期） can be called 项目总体, 实施周期, or both. */
function formsOf(title: string): string[] {
  return title === '' ? [] : [title, ...title.split(/[（）、]/).filter((form) => form.length > 1)];
}

function plain(word: string): string {
  return word
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()（）-]/g, '');
}

/** 0 for equal words, 1 for words too different to be meant; 0.4 at most when one holds the other. */
function remotenessOf(left: string, right: string): number {
  const longer = Math.max(left.length, right.length, 1);
  const remoteness = distance(left, right) / longer;
  const holds = Math.min(left.length, right.length) > 1 && (left.includes(right) || right.includes(left));
  if (holds) return Math.min(remoteness, 0.4);
  // In short words one typing error is a large part of the word: nmae, 项目名.
  const farthest = longer <= 4 || /\p{Script=Han}/u.test(right) ? 0.5 : 0.4;
  return remoteness <= farthest ? remoteness : 1;
}
