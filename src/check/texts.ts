import type { Path } from '../json/pointer.js';
import { englishFields } from '../report/patterns.js';
import type { Report } from '../report/schema.js';

/** What a text is: rules about long prose have nothing to say of a unit of measurement. */
export type TextKind =
  | 'name'
  | 'prose'
  | 'goal'
  | 'indicator'
  | 'value'
  | 'unit'
  | 'document'
  | 'word'
  | 'note'
  | 'date';

/** A text that may be printed, with its place. */
export interface TextAt {
  readonly path: Path;
  readonly text: string;
  readonly kind: TextKind;
}

/** Fields that are no Chinese words: identifiers, choices, numbers, dates, English, and what the public copy does not print. */
const silent: ReadonlySet<string> = new Set([
  ...'$schema layout code id parent goal amount sign source date approvalDate moneyUnit accepted signoff contacts withheldReason executionWeight executionRate'.split(
    ' ',
  ),
  ...englishFields,
]);

const words: ReadonlySet<string> = new Set(
  'kind nature attribute type origin investmentField classification granularity allocationMethod approval fundNature fundType functionClass importance category division direction standard level1 level2 state region'.split(
    ' ',
  ),
);

/** All texts of a report that may be printed, in the order of the data; of a project that is withheld, none. */
export function textsOf(report: Report): TextAt[] {
  const found: TextAt[] = [];
  collect(report, [], found);
  return found;
}

function collect(value: unknown, path: Path, found: TextAt[]): void {
  if (typeof value === 'string') {
    const kind = kindOf(path);
    if (kind) found.push({ path, text: value, kind });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if ((value as { publish?: unknown }).publish === false) return;
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(value) || !silent.has(name)) collect(inner, [...path, name], found);
  }
}

/** What a text at a path is; undefined where no words are meant. */
export function kindAt(path: Path): TextKind | undefined {
  return path.some((step) => silent.has(step)) ? undefined : kindOf(path);
}

function kindOf(path: Path): TextKind | undefined {
  const last = path.at(-1) as string;
  const field = /^\d+$/.test(last) ? (path.at(-2) as string) : last;
  switch (field) {
    case 'value':
    case 'weight':
    case 'period':
      return undefined;
    case 'start':
    case 'end':
      return path.includes('plan') ? 'date' : undefined;
    case 'years':
    case 'build':
    case 'operate':
      return 'date';
    case 'name':
      return path.includes('indicators') ? 'indicator' : 'name';
    case 'brief':
      return 'goal';
    case 'text':
      return path.includes('indicators') ? 'value' : 'goal';
    case 'unit':
      return 'unit';
    case 'note':
      return 'value';
    case 'notes':
      return 'note';
    case 'transferDocument':
      return 'document';
    default:
      return words.has(field) || path[0] === 'region' ? 'word' : 'prose';
  }
}
