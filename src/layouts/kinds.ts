import type { Bilingual } from '../problem.js';

/**
 * The type of a value in a template. Kinds come from JSON Schemas and from the helpers' signatures; the checker compares them
 * without data. A value of any kind may be missing: then nothing is printed.
 */
export type Kind = TextKind | NumberKind | FlagKind | ListKind | RecordKind | MixedKind | UnknownKind;

/** `words`: all possible values, if known (a literal, an enum). */
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
/** One of several kinds, as `(or a b)` may return: a template can only ask whether it is present. */
export interface MixedKind {
  readonly type: 'mixed';
}
/** Of an unknown name, which is reported already: fits everywhere. */
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

/** The keywords of JSON Schema that the schemas of report and manifest use. */
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

/** The kind that a schema describes; `name` is for a record. The fields of `then` and `else` are included. */
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
  return [schema, schema.then ?? {}, schema.else ?? {}].flatMap(({ properties }) =>
    Object.entries(properties ?? {}).map(([field, inner]): [string, Kind] => [
      field,
      kindOf(inner, `${name}.${field}`, definitions),
    ]),
  );
}

/** The kind of a value that is of one of these kinds. */
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

/** A kind's name, for messages. */
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
