/**
 * Plain data as one text, so that data which differ give texts that differ: each piece says its kind and its end. As JSON, but
 * that what stands under `style` is written once and then by its number: cells share their looks, which are most of a tree's JSON.
 */
export function toldOf(value: unknown): string {
  const styles = new Map<string, number>();
  const told = tell(value, styles);
  return `${told}\n${[...styles.keys()].join('\n')}`;
}

function tell(value: unknown, styles: Map<string, number>): string {
  switch (typeof value) {
    case 'string':
      return `${value.length}"${value}`;
    case 'number':
      return `${value},`;
    case 'object':
      return value === null
        ? '0'
        : Array.isArray(value)
          ? list(value, styles)
          : record(value as Readonly<Record<string, unknown>>, styles);
    default:
      return value ? '+' : '-';
  }
}

function list(items: readonly unknown[], styles: Map<string, number>): string {
  let told = '[';
  for (const item of items) told += tell(item, styles);
  return `${told}]`;
}

function record(fields: Readonly<Record<string, unknown>>, styles: Map<string, number>): string {
  let told = '{';
  // Plain data has no other keys than its own; to list them would be most of the garbage.
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined)
      told += `${key}:${key === 'style' ? number(value as object, styles) : tell(value, styles)}`;
  }
  return `${told}}`;
}

function number(style: object, styles: Map<string, number>): string {
  const text = written(style);
  const known = styles.get(text) ?? styles.size;
  styles.set(text, known);
  return `${known}#`;
}

/** Looks do not change: each is written once. */
const texts = new WeakMap<object, string>();

function written(style: object): string {
  const known = texts.get(style);
  if (known !== undefined) return known;
  const text = JSON.stringify(style);
  texts.set(style, text);
  return text;
}
