/** Full-width marks whose other half is blank, so that they close up (CLREQ 3.1.6; GB/T 15834-2011 §5.1). */
const opening = '（〔［【「『《〈“‘';
const closing = '，。、；：！？）〕］】」』》〉”’';
const marks: ReadonlySet<string> = new Set(opening + closing);

export function closesUp(character: string): boolean {
  return marks.has(character);
}

/** How far a line may reach past its cell at its start or end, in points: the blank half em of the mark that stands there. */
export function blankBefore(text: string, size: number): number {
  return text !== '' && opening.includes(text.charAt(0)) ? size / 2 : 0;
}

export function blankAfter(text: string, size: number): number {
  return text !== '' && closing.includes(text.charAt(text.length - 1)) ? size / 2 : 0;
}
