/** Marks that end a clause, each 1, and those of them that end a sentence, each 3; white space is 4. */
const kinds = new Uint8Array(0x10000);
for (const mark of '，,！!）)') kinds[mark.charCodeAt(0)] = 1;
for (const mark of '。；;\n') kinds[mark.charCodeAt(0)] = 3;
for (const space of ' \t\u3000\u00a0\r') kinds[space.charCodeAt(0)] = 4;

/** Tells where each clause of a text ends, without the spaces before its mark, and whether it ends a sentence or the text. */
export function eachClauseEnd(text: string, tell: (end: number, isSentence: boolean) => void): void {
  let end = 0;
  for (let i = 0; i < text.length; i += 1) {
    const kind = kinds[text.charCodeAt(i)] as number;
    if (kind === 0) end = i + 1;
    else if (kind !== 4 && end > 0) {
      tell(end, kind === 3);
      end = 0;
    }
  }
  if (end > 0) tell(end, true);
}
