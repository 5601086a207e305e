import type { Bilingual } from '../problem.js';

/**
 * What a name in a template can stand for. Kinds come from JSON Schemas and from the helpers' signatures; the checker
 * compares them before any data is seen. Whether a value is there is no part of a kind: missing data prints nothing.
 */
export type Kind = TextKind | NumberKind | FlagKind | ListKind | RecordKind | MixedKind | UnknownKind;

/** `words`: all that it can be, if that is known (a literal, an enum). */
export interface TextKind {
  readonly type: 'text';
  readonly words?: readonly string[];
}
export interface NumberKind {
  readonly type: 'number';
}
export interface FlagKind {
  readonly type: 'flag';
}
export interface ListKind {
  readonly type: 'list';
  readonly item: Kind;
}
export interface RecordKind {
  readonly type: 'record';
  /** Its name in the schema: `project`, `indicator`, `report.region`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Kind>;
}
/** One of several kinds, as `(or a b)` may give: good for asking whether it is there, for nothing else. */
export interface MixedKind {
  readonly type: 'mixed';
}
/** Named wrongly, which is reported already: fits everywhere. */
export interface UnknownKind {
  readonly type: 'unknown';
}

export const text: TextKind = { type: 'text' };
export const number: NumberKind = { type: 'number' };
export const flag: FlagKind = { type: 'flag' };
const mixed: MixedKind = { type: 'mixed' };
export const unknownKind: UnknownKind = { type: 'unknown' };
export const listOf = (item: Kind): ListKind => ({ type: 'list', item });

/** A record of that name with these fields. */
export function recordOf(name: string, fields: Iterable<readonly [string, Kind]>): RecordKind {
  return { type: 'record', name, fields: new Map(fields) };
}

/** The part of JSON Schema that the report's and the manifest's schema use to describe kinds. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The kind that a schema describes; `name` names it if it is a record. Fields of `then` and `else` are all known. */
export function kindOf(schema: Schema, name: string, definitions: Readonly<Record<string, Schema>>): Kind {
  if (schema.$ref !== undefined) {
    const key = schema.$ref.replace('#/$defs/', '');
    const target = definitions[key];
    if (!target) throw new Error(`no definition ${schema.$ref}`);
    return kindOf(target, key, definitions);
  }
  switch (schema.type) {
    case 'string':
      return schema.enum ? { type: 'text', words: schema.enum } : text;
    case 'integer':
    case 'number':
      return number;
    case 'boolean':
      return flag;
    case 'array':
      return listOf(kindOf(schema.items ?? {}, `${name}[]`, definitions));
    case 'object':
      return recordOf(name, fieldsOf(schema, name, definitions));
    default:
      throw new Error(`the schema of ${name} has no type that templates know`);
  }
}

/** The kind that a schema of an object describes. */
export function recordKind(schema: Schema, name: string, definitions: Readonly<Record<string, Schema>>): RecordKind {
  const kind = kindOf(schema, name, definitions);
  if (kind.type !== 'record') throw new Error('the schema should describe an object');
  return kind;
}

function fieldsOf(schema: Schema, name: string, definitions: Readonly<Record<string, Schema>>): [string, Kind][] {
  return [schema, schema.then ?? {}, schema.else ?? {}].flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([field, inner]): [string, Kind] => [
      field,
      kindOf(inner, `${name}.${field}`, definitions),
    ]),
  );
}

/** The kind of "the first of these that is there". */
export function eitherOf(kinds: readonly Kind[]): Kind {
  const [first = mixed, ...rest] = kinds;
  return rest.reduce(either, first);
}

function either(left: Kind, right: Kind): Kind {
  if (left.type === 'unknown' || right.type === 'unknown') return unknownKind;
  if (left.type === 'text' && right.type === 'text') {
    return left.words && right.words ? { type: 'text', words: [...left.words, ...right.words] } : text;
  }
  if (left.type === 'list' && right.type === 'list') return listOf(either(left.item, right.item));
  if (left.type === 'record' && right.type === 'record') return left.name === right.name ? left : mixed;
  return left.type === right.type ? left : mixed;
}

/** The kind in words, for messages. */
export function wordsFor(kind: Kind): Bilingual {
  switch (kind.type) {
    case 'text':
      return kind.words?.length === 1
        ? { zh: `文字 "${kind.words[0]}"`, en: `the text "${kind.words[0]}"` }
        : textWords;
    case 'number':
      return { zh: '数', en: 'a number' };
    case 'flag':
      return { zh: '是否值', en: 'a yes or no' };
    case 'list':
      return { zh: '列表', en: 'a list' };
    case 'record':
      return { zh: `对象（${kind.name}）`, en: `an object (${kind.name})` };
    case 'mixed':
      return { zh: '不同种类的值', en: 'values of different kinds' };
    case 'unknown':
      return { zh: '未知的值', en: 'an unknown value' };
  }
}

const textWords: Bilingual = { zh: '文字', en: 'a text' };
