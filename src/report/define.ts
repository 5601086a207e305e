import { type Static, type TSchema, Type } from '@sinclair/typebox';

export const definitions: Record<string, TSchema> = {};

/** Registers a named definition and returns a typed reference to it, so that the printed schema stays readable. */
export function define<T extends TSchema>(name: string, schema: T) {
  definitions[name] = schema;
  return Type.Unsafe<Static<T>>({ $ref: `#/$defs/${name}` });
}

export const closed = { additionalProperties: false } as const;
export const text = (title: string, description?: string) =>
  Type.String({ title, ...(description && { description }) });
/** The English of the text field beside it, as a courtesy: the Chinese rules. No table prints it, no rule of Chinese texts reads it. */
export const english = (title: string) => Type.Optional(Type.String({ title: `英文${title}` }));
export const words = (title: string, examples: string[]) => Type.String({ title, examples });
export const oneOf = <const T extends string>(title: string, values: readonly T[], description?: string) =>
  Type.Unsafe<T>({ type: 'string', enum: values, title, ...(description && { description }) });

export const titled = <T extends TSchema>(title: string, schema: T): T => ({ ...schema, title });

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
