import type { Cell } from '../strangers/table.js';

/** A part of a form as rows of a grid of 12 columns: cells apart by ` | `, `→4` behind a text is its width, `↓2` its height. */
export interface Part {
  readonly lines: readonly string[];
  /** What it says of the project. */
  readonly project: object;
}

export const width = 12;

export function rowOf(line: string): Cell[] {
  return line.split(' | ').map((written) => {
    const [, text = '', across = '1', down = '1'] = /^(.*?)(?:→(\d+))?(?:↓(\d+))?$/su.exec(written) ?? [];
    return { text, colspan: Number(across), rowspan: Number(down) };
  });
}
