/**
 * Plain data as one text, for digests: different data give different texts. Like JSON, but each different `style` is written only
 * once, at the end, and otherwise by its number: cells share styles, which would be most of the text.
 */
export function canonicalText(value: unknown): string {
  const styles = new Map<string, number>();
  const text = valueText(value, styles);
  return `${text}\n${[...styles.keys()].join('\n')}`;
}

function valueText(value: unknown, styles: Map<string, number>): string {
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
  let text = '[';
  for (const item of items) text += valueText(item, styles);
  return `${text}]`;
}

function record(fields: Readonly<Record<string, unknown>>, styles: Map<string, number>): string {
  let text = '{';
  // Plain data has only own keys, and Object.entries would make most of the garbage.
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined)
      text += `${key}:${key === 'style' ? number(value as object, styles) : valueText(value, styles)}`;
  }
  return `${text}}`;
}

function number(style: object, styles: Map<string, number>): string {
  const text = written(style);
  const known = styles.get(text) ?? styles.size;
  styles.set(text, known);
  return `${known}#`;
}

/** Styles do not change, so each is serialised once. */
const texts = new WeakMap<object, string>();

function written(style: object): string {
  const known = texts.get(style);
  if (known !== undefined) return known;
  const text = JSON.stringify(style);
  texts.set(style, text);
  return text;
}
