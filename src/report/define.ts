import { type Static, type TSchema, Type } from '@sinclair/typebox';

export const definitions: Record<string, TSchema> = {};

/** Registers a named definition and returns a typed reference to it, so that the printed schema stays readable. */
export function define<T extends TSchema>(name: string, schema: T) {
  definitions[name] = schema;
  return Type.Unsafe<Static<T>>({ $ref: `#/$defs/${name}` });
}

export const closed = { additionalProperties: false } as const;
/** The name of a field: as in the forms, and in English as a courtesy (the Chinese is authoritative). */
type Title = readonly [title: string, titleEn: string];
const called = ([title, titleEn]: Title) => ({ title, titleEn });

export const text = (title: Title, description?: string) =>
  Type.String({ ...called(title), ...(description && { description }) });
/** The English of the text field beside it. No table prints it, and no rule about Chinese texts reads it. */
export const english = ([title, titleEn]: Title) => Type.Optional(Type.String(called([`英文${title}`, titleEn])));
export const words = (title: Title, examples: string[]) => Type.String({ ...called(title), examples });
export const oneOf = <const T extends string>(title: Title, values: readonly T[], description?: string) =>
  Type.Unsafe<T>({ type: 'string', enum: values, ...called(title), ...(description && { description }) });

export const titled = <T extends TSchema>(title: Title, schema: T): T => ({ ...schema, ...called(title) });

/** The words of a closed list, for the description of its field. */
export function describe(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([key, word]) => `${key} ${word}`)
    .join('；');
}

/** JSON Schema's if, then, else. From entries, because an object literal with a `then` would look like a promise. */
export function conditional(condition: object, yes: TSchema, no: TSchema): Record<string, object> {
  return Object.fromEntries([
    ['if', condition],
    ['then', yes],
    ['else', no],
  ]);
}
