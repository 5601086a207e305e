import { piece } from '../script/clusters.js';

/** The steps from the root of a JSON document to a value: field names, and array indexes from '0'. */
export type Path = readonly string[];

/** The JSON pointer (RFC 6901) of a path: ['units', '0', 'a/b'] is '/units/0/a~1b'; the root is ''. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The path of a JSON pointer. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a path of JSON data; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : undefined,
    root,
  );
}

/** Characters that a line of text does not show: control, format, surrogate; not those that join emoji. */
const unseen =
  /(?!(?<=\p{Emoji}|\ufe0f)\u200d(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

/** The text with unseen characters as \\uXXXX, for messages. */
export function visible(text: string): string {
  return text.replace(unseen, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** A piece of the user's text for a message: quoted as JSON, made visible, cut at 60 characters. */
export function quoted(text: string): string {
  const chars = Array.from(text.slice(0, 130));
  const cut = chars.length > 60 || text.length > 130;
  return visible(JSON.stringify(cut ? `${piece(text, 0, chars.slice(0, 60).join('').length)}…` : text));
}
