import { readFileSync } from 'node:fs';

/** A text of a table with one slip of typing, or with none (`ok`). */
export interface WrittenSlip {
  readonly text: string;
  /** The words that hold the slip as they stand in the text, and what they should be; '' where there is none. */
  readonly wrong: string;
  readonly right: string;
  readonly kind: string;
}

/** The texts of slips.tsv, in their order (sources.md says who wrote them and how). */
export function slips(): WrittenSlip[] {
  const lines = readFileSync('test/check/words/slips.tsv', 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [text = '', wrong = '', right = '', kind = ''] = line.split('\t');
    return { text, wrong, right, kind };
  });
}
