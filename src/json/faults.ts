import type { Words } from './finding.js';
import type { Lines } from './lines.js';

/** A fault at an offset of a text; its words may need the lines of other places. */
export interface Fault {
  readonly offset: number;
  readonly say: (lines: Lines) => Words;
}

/** The faults that lexer and grammar tell, in the order in which they met them. */
export class Faults {
  readonly list: Fault[] = [];

  tell(offset: number, words: Words): void {
    this.list.push({ offset, say: () => words });
  }

  tellWithLines(offset: number, say: Fault['say']): void {
    this.list.push({ offset, say });
  }
}
