import { styleText } from 'node:util';

import type { Change, Mark, Owner } from '../diff/change.js';
import type { Summary } from '../diff/summary.js';
import { deedOf, nameOf, sideText } from '../diff/words.js';
import { bandName, summaryText } from '../products/revision/revision.js';
import type { Report } from '../report/schema.js';
import { clustersOf } from '../script/clusters.js';
import type { Language } from './words.js';

/** How changes are marked: with colours on a terminal, else with signs. */
interface Pen {
  readonly head: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
}

const plainPen: Pen = { head: (text) => text, removed: (text) => `[-${text}-]`, added: (text) => `{+${text}+}` };
const colourPen: Pen = {
  head: (text) => styleText('bold', text, { validateStream: false }),
  removed: (text) => styleText(['red', 'strikethrough'], text, { validateStream: false }),
  added: (text) => styleText('green', text, { validateStream: false }),
};

/** The part of a comparison (publish/diff.ts) that is printed. */
interface Printable {
  readonly changes: readonly { readonly change: Change }[];
  readonly summary: Summary;
  readonly after: { readonly report: Report };
}

/** How many characters of unchanged text are shown on each side of a change. */
const context = 12;

/** The comparison for a terminal: by unit and project, one or two lines for each cell, the sum at the end. */
export function diffText({ changes, summary, after }: Printable, language: Language, colours: boolean): string {
  const pen = colours ? colourPen : plainPen;
  const lines: string[] = [];
  let previous: Owner | undefined;
  for (const { change } of changes) {
    lines.push(...headLines(previous, change.owner, after.report, language, pen));
    lines.push(...changeLines(change, language, pen));
    previous = change.owner;
  }
  const all = summaryText({ changes: changes.map(({ change }) => change), summary, language, thousands: false });
  return [...lines, ...(lines.length > 0 ? [''] : []), all].join('\n');
}

function headLines(
  previous: Owner | undefined,
  { unit, project }: Owner,
  report: Report,
  language: Language,
  pen: Pen,
): string[] {
  const isSameUnit = previous !== undefined && JSON.stringify(previous.unit) === JSON.stringify(unit);
  const lines: string[] = [];
  if (!isSameUnit) {
    if (previous) lines.push('');
    lines.push(pen.head(bandName({ ...(unit && { unit }) }, report, language)));
  }
  if (project && !(isSameUnit && JSON.stringify(previous?.project) === JSON.stringify(project)))
    lines.push(`  ${pen.head(nameOf(project)[language])}`);
  return lines;
}

function changeLines(change: Change, language: Language, pen: Pen): string[] {
  const indent = change.owner.project ? '    ' : '  ';
  const colon = language === 'zh' ? '：' : ': ';
  const deed = deedOf(change)[language];
  const open = `${indent}${change.cell[language]}${colon}`;
  if ('marks' in change && change.marks) return [`${open}${deed}`, `${indent}  ${markedText(change.marks, pen)}`];
  const [before, after] = [change.before, change.after].map((side) => oneLine(sideText(side, language)));
  const none = language === 'zh' ? '（无）' : '(none)';
  if (change.type === 'added') return [`${open}${pen.added(deed)}${after ? ` ${after}` : ''}`];
  if (change.type === 'removed') return [`${open}${pen.removed(deed)}${before ? ` ${before}` : ''}`];
  return [`${open}${before ?? none} → ${after ?? none}${language === 'zh' ? `（${deed}）` : ` (${deed})`}`];
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s*\n\s*/g, ' ');
}

function markedText(marks: readonly Mark[], pen: Pen): string {
  const shown = marks.map(({ op, text }, index) => {
    if (op === 'removed') return pen.removed(text);
    return op === 'added' ? pen.added(text) : shortened(text, index === 0, index === marks.length - 1);
  });
  return oneLine(shown.join('')) ?? '';
}

/** Shortens unchanged text to its ends next to changes. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = clustersOf(text);
  const [left, right] = [isFirst ? 0 : context, isLast ? 0 : context];
  if (characters.length <= left + right + 4) return text;
  return `${characters.slice(0, left).join('')}…${right === 0 ? '' : characters.slice(-right).join('')}`;
}
