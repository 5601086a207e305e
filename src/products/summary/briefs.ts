import { numbersOf, readingKey } from '../../english/compare.js';
import type { Translated } from '../../english/translate.js';
import { asWritten, fault, type Problem } from '../../problem.js';

/** An error `summary-brief-number` for each number in a goal's short form that the goal itself does not have. */
export function briefProblems(texts: readonly Translated[], file: string): Problem[] {
  const byPointer = new Map(texts.map((text) => [text.pointer, text]));
  return texts.filter(isBrief).flatMap(({ pointer, zh, context }) => {
    const whole = pointer.replace(/brief$/, 'text');
    const said = new Set(numbersOf(byPointer.get(whole)?.zh ?? '').map(readingKey));
    const cell = context === '' ? {} : { cell: asWritten(context) };
    return numbersOf(zh)
      .filter((number) => number.certain && !said.has(readingKey(number)))
      .map(({ written }) => ({
        ...fault('summary-brief-number', wordsOf(written), { file, pointer, ...cell }, hint),
        related: [{ file, pointer: whole, ...cell }],
      }));
  });
}

/** The texts without goals that are printed in their short form. */
export function withoutBriefed<T extends Translated>(texts: readonly T[], all: readonly Translated[]): T[] {
  const briefed = new Set(all.filter(isBrief).map(({ pointer }) => pointer.replace(/brief$/, 'text')));
  return texts.filter(({ pointer }) => !briefed.has(pointer));
}

function isBrief({ path }: Translated): boolean {
  return path.at(-1) === 'brief';
}

const wordsOf = (written: string) => ({
  zh: `目标概述里的 ${written} 目标里没有`,
  en: `the goal in one sentence says ${written}, which the goal does not`,
});

const hint = {
  zh: '概述只取目标里有的内容：改概述（brief）或目标（text）',
  en: 'a brief holds only what the goal says: mend brief or text',
};
