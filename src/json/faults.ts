import type { Words } from './finding.js';
import type { Lines } from './lines.js';

/** A fault at an offset of a text; its message may need the lines of other places. */
export interface Fault {
  readonly offset: number;
  readonly say: (lines: Lines) => Words;
}

/** The faults of lexer and grammar, in the order in which they were found. */
export class Faults {
  readonly list: Fault[] = [];

  tell(offset: number, words: Words): void {
    this.list.push({ offset, say: () => words });
  }

  tellWithLines(offset: number, say: Fault['say']): void {
    this.list.push({ offset, say });
  }
}
