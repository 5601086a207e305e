import { fieldAt } from '../../report/fields.js';
import type { Path } from '../../report/pointer.js';
import { kindAt } from '../texts.js';
import type { Setting } from './fix.js';

/**
 * What may be mended at a path of a report, and as what: the texts that the schema knows, and the sign of a target. Never
 * an amount, a value, a date, a code or a choice, nor a field that the schema does not know. `root` is the parsed report.
 */
export function settingAt(path: Path, root: unknown): Setting | undefined {
  const field = fieldAt(path);
  if (field?.type !== 'string' || field.pattern !== undefined) return undefined;
  if (path.at(-1) === 'sign') return { kind: 'sign' };
  const kind = field.enum ? undefined : kindAt(path);
  if (kind !== 'unit') return kind && { kind };
  const value = path.slice(0, -1).reduce<unknown>(stepInto, root);
  const beside = stepInto(value, 'value');
  return { kind, ...(typeof beside === 'string' && { value: beside }) };
}

function stepInto(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
}
