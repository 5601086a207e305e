import { diffArrays } from 'diff';
import { clustersOf } from '../script/clusters.js';
import type { Mark } from './change.js';

/** Above this many differing pieces two texts are shown as one replaced by the other. */
const mostEdits = 2000;

/**
 * What changed inside a text, piece by piece: a character as a reader counts them, or a whole number or Latin word, so that
 * 96 → 98 is not 9 with another digit. Neighbouring changes with little between them are one.
 */
export function marksOf(before: string, after: string): Mark[] {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const parts = diffArrays(old, now, { maxEditLength: mostEdits });
  const marks = parts?.map(
    (part): Mark => ({ op: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value.join('') }),
  );
  if (!marks || isScattered(marks, old.length, now.length)) return replaced(before, after);
  return joined(marks);
}

function piecesOf(text: string): string[] {
  const parts = text.split(/([0-9A-Za-z]+(?:[.,][0-9]+)*\p{M}*)/u);
  return parts.flatMap((part, index) => (index % 2 === 1 ? [part] : clustersOf(part)));
}

/** Less than a quarter of the longer text in common: what is left alike is chance. */
function isScattered(marks: readonly Mark[], old: number, now: number): boolean {
  const alike = marks.filter((mark) => mark.op === 'same').reduce((sum, mark) => sum + piecesOf(mark.text).length, 0);
  return alike * 4 < Math.max(old, now);
}

function replaced(before: string, after: string): Mark[] {
  const marks: Mark[] = [
    { op: 'removed', text: before },
    { op: 'added', text: after },
  ];
  return marks.filter((mark) => mark.text !== '');
}

/** A change with the text before it that stayed. */
interface Step {
  same: string;
  removed: string;
  added: string;
}

function joined(marks: readonly Mark[]): Mark[] {
  const steps: Step[] = [{ same: '', removed: '', added: '' }];
  for (const { op, text } of marks) {
    const last = steps.at(-1) as Step;
    if (op === 'same' && (last.removed !== '' || last.added !== '')) steps.push({ same: text, removed: '', added: '' });
    else last[op] += text;
  }
  return steps.reduce<Step[]>(swallow, []).flatMap(marksOfStep);
}

/** Joins a change to the one before when the text between them is shorter than either: no confetti. */
function swallow(done: Step[], step: Step): Step[] {
  const last = done.at(-1);
  const changes = step.removed !== '' || step.added !== '';
  if (!last || !changes || !isShort(step.same, last, step)) return [...done, step];
  const whole = {
    same: last.same,
    removed: last.removed + step.same + step.removed,
    added: last.added + step.same + step.added,
  };
  return [...done.slice(0, -1), whole];
}

function isShort(between: string, left: Step, right: Step): boolean {
  const size = (text: string): number => Array.from(text).length;
  const largest = (step: Step): number => Math.max(size(step.removed), size(step.added));
  return size(between) <= 1 || (size(between) <= largest(left) && size(between) <= largest(right));
}

function marksOfStep({ same, removed, added }: Step): Mark[] {
  const marks: Mark[] = [
    { op: 'same', text: same },
    { op: 'removed', text: removed },
    { op: 'added', text: added },
  ];
  return marks.filter((mark) => mark.text !== '');
}
