import type { Path } from '../../json/pointer.js';
import { fieldAt } from '../../report/fields.js';
import { kindAt } from '../texts.js';
import type { FixKind, Setting } from './fix.js';

/**
 * Tells of each path of a parsed report what may be mended there: the texts that the schema knows, and the sign of a target.
 * Never an amount, a value, a day, a code or a choice, nor a field that the schema does not know.
 */
export function settingsIn(root: unknown): (path: Path) => Setting | undefined {
  // The same fields come again and again, with other numbers in their paths.
  const kinds = new Map<string, FixKind | undefined>();
  return (path) => {
    const shape = path.map((step) => (/^\d+$/.test(step) ? '0' : step)).join('/');
    if (!kinds.has(shape)) kinds.set(shape, fixKindAt(path));
    const kind = kinds.get(shape);
    if (kind !== 'unit') return kind && { kind };
    const value = path.slice(0, -1).concat('value').reduce(stepInto, root);
    return { kind, ...(typeof value === 'string' && { value }) };
  };
}

function fixKindAt(path: Path): FixKind | undefined {
  const field = fieldAt(path);
  if (field?.type !== 'string' || field.pattern !== undefined) return undefined;
  if (path.at(-1) === 'sign') return 'sign';
  return field.enum ? undefined : kindAt(path);
}

function stepInto(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
}
