import type { Piece } from './ledger.js';
import type { Question } from './reading.js';

/** Questions of a reading, each asked once and only where no answer is given. */
export class Asked {
  readonly questions: Question[] = [];

  constructor(readonly answers: Readonly<Record<string, string>>) {}

  ask(
    id: string,
    zh: string,
    en: string,
    proposed: string | undefined,
    options: Question['options'] = [],
    piece?: Piece,
  ): void {
    if (this.answers[id] === undefined && !this.questions.some((question) => question.id === id))
      this.questions.push({ id, zh, en, options, proposed, ...(piece && { place: piece.place }) });
  }
}
