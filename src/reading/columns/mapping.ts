import { createHash } from 'node:crypto';
import { nearestHint } from '../../json/nearest.js';
import { placesOf } from '../../json/places.js';
import { type Path, quoted } from '../../json/pointer.js';
import { type Bilingual, fault, type Problem, Problems } from '../../problem.js';
import { readJson } from '../../report/read.js';
import { fields } from './fields.js';

/** How the columns of tables are read: a file that a person can edit, written beside the output and given again. */
export interface Mapping {
  readonly tables: readonly MappedTable[];
}

/** The columns of all tables that have these heads. */
export interface MappedTable {
  readonly columns: readonly MappedColumn[];
}

export interface MappedColumn {
  /** The texts of the head from the top down, with / between. */
  readonly head: string;
  /** A name of `fields`; `left` for a column that is not read. */
  readonly field: string;
  /** Up to three values, for who reads the file. */
  readonly samples?: readonly string[];
}

/** The same for the same heads, whatever stands below: 12 hexadecimal digits. */
export function hashOfHeads(tables: readonly (readonly string[])[]): string {
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 12);
}

/** mapping-3f2a….json: the same heads have the same file. */
export function mappingFileName({ tables }: Mapping): string {
  return `mapping-${hashOfHeads(tables.map(({ columns }) => columns.map(({ head }) => head)))}.json`;
}

export function writeMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** The columns of the table with these heads; undefined when the mapping has none. */
export function mappedColumns({ tables }: Mapping, heads: readonly string[]): readonly MappedColumn[] | undefined {
  return tables.find(
    ({ columns }) => columns.length === heads.length && columns.every(({ head }, index) => head === heads[index]),
  )?.columns;
}

/** Whether one mapping reads the columns of another's tables as that one does. */
export function saysSame(mapping: Mapping, { tables }: Mapping): boolean {
  return tables.every(({ columns }) => {
    const own = mappedColumns(
      mapping,
      columns.map(({ head }) => head),
    );
    return own !== undefined && columns.every(({ field }, index) => own[index]?.field === field);
  });
}

/** JSON Schema of a mapping file (2020-12). */
export const mappingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:jibiao:mapping',
  title: '列的读法',
  type: 'object',
  required: ['tables'],
  additionalProperties: false,
  properties: {
    tables: {
      type: 'array',
      items: {
        type: 'object',
        required: ['columns'],
        additionalProperties: false,
        properties: {
          columns: {
            type: 'array',
            items: {
              type: 'object',
              required: ['head', 'field'],
              additionalProperties: false,
              properties: {
                head: { type: 'string', title: '表头' },
                field: { type: 'string', title: '字段', enum: [...fields.keys()] },
                samples: { type: 'array', items: { type: 'string' }, title: '样例' },
              },
            },
          },
        },
      },
    },
  },
} as const;

interface Rule {
  readonly type: 'object' | 'array' | 'string';
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly items?: Rule;
  readonly enum?: readonly string[];
}

interface Fault {
  readonly path: Path;
  readonly code: string;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly at: 'key' | 'value';
}

/** Reads a mapping file. Throws Problems with all its faults: mapping-field, mapping-key, mapping-lacks, mapping-type, and those of JSON. */
export function readMapping(bytes: Uint8Array, file: string): Mapping {
  const { text, value, scanned } = readJson(bytes, file);
  const faults = [...faultsOf(value, mappingSchema, [])];
  const places = placesOf(
    faults.map(({ path }) => path),
    text,
  );
  const problems: Problem[] = faults.map(({ path, code, message, hint, at }) =>
    fault(code, message, places.placeOf(path, file, at), hint),
  );
  if (scanned.length + problems.length > 0) throw new Problems([...scanned, ...problems]);
  return value as Mapping;
}

const typeNames = {
  object: { zh: '对象 { }', en: 'an object { }' },
  array: { zh: '数组 [ ]', en: 'an array [ ]' },
  string: { zh: '字符串', en: 'a string' },
} as const;

function* faultsOf(value: unknown, rule: Rule, path: Path): Generator<Fault> {
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (type !== rule.type) {
    const name = typeNames[rule.type];
    yield {
      path,
      at: 'value',
      code: 'mapping-type',
      message: { zh: `这里应为${name.zh}`, en: `this must be ${name.en}` },
    };
  } else if (rule.type === 'array') {
    for (const [index, item] of (value as unknown[]).entries())
      yield* faultsOf(item, rule.items as Rule, [...path, String(index)]);
  } else if (rule.type === 'object') yield* faultsOfObject(value as Record<string, unknown>, rule, path);
  else if (rule.enum && !rule.enum.includes(value as string)) {
    const message = { zh: `没有字段 ${quoted(value as string)}`, en: `there is no field ${quoted(value as string)}` };
    yield { path, at: 'value', code: 'mapping-field', message, hint: nearestHint(value as string, rule.enum) };
  }
}

function* faultsOfObject(
  value: Record<string, unknown>,
  { properties = {}, required = [] }: Rule,
  path: Path,
): Generator<Fault> {
  for (const [name, inner] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known) yield* faultsOf(inner, known, [...path, name]);
    else
      yield {
        path: [...path, name],
        at: 'key',
        code: 'mapping-key',
        message: { zh: `列的读法没有 ${quoted(name)} 这一项`, en: `a mapping has no ${quoted(name)}` },
        hint: nearestHint(name, Object.keys(properties)),
      };
  }
  for (const name of required) {
    if (!Object.hasOwn(value, name))
      yield {
        path,
        at: 'value',
        code: 'mapping-lacks',
        message: { zh: `缺少 ${quoted(name)}`, en: `${quoted(name)} lacks` },
      };
  }
}
