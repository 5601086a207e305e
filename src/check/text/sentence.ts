/** What stands before a place of the sentence that it is in, `reach` characters at most. */
export function sentenceBefore(text: string, place: number, reach: number): string {
  const before = text.slice(Math.max(0, place - reach), Math.max(0, place));
  return before.slice(Math.max(...['。', '；', ';', '\n'].map((end) => before.lastIndexOf(end))) + 1);
}
