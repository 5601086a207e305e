import type { Path } from '../../json/pointer.js';
import { fieldAt } from '../../report/fields.js';
import { targetFields } from '../../report/target.js';
import { isSymbolTable } from '../text/signWord.js';
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
    const beside = path.slice(0, -1).reduce(stepInto, root) as Fields | undefined;
    switch (kind) {
      case 'unit':
        return { kind, ...(typeof beside?.value === 'string' && { value: beside.value }) };
      case 'indicator':
        return { kind, units: unitsOf(beside) };
      case 'sign': {
        const list = path.indexOf('indicators') + 1;
        return { kind, amongSymbols: list > 0 && areSymbols(path.slice(0, list).reduce(stepInto, root)) };
      }
      default:
        return kind && { kind };
    }
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** What holds a value of an indicator. */
const valueFields = [...targetFields, 'adjustedTarget'];

function unitsOf(indicator: Fields | undefined): string[] {
  return valueFields.map((half) => stepInto(indicator?.[half], 'unit')).filter((unit) => typeof unit === 'string');
}

/** Whether the signs of a list of indicators are symbols, all but a few. */
function areSymbols(indicators: unknown): boolean {
  if (!Array.isArray(indicators)) return false;
  const signs = indicators
    .flatMap((each) => valueFields.map((field) => stepInto(stepInto(each, field), 'sign')))
    .filter((sign) => typeof sign === 'string');
  return isSymbolTable(signs);
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
