/** Parts of patterns; they need the flag u. */
export const han = '\\p{Script=Han}';
/** All that leaves a gap within a line. */
export const gap = '[ \\t\\u00a0\\u2002-\\u200a\\u202f\\u205f\\u3000]';

const hanCharacter = new RegExp(`^${han}$`, 'u');
const chineseMark = /^[。，；：、！？…—“”‘’（）《》〈〉【】〔〕]$/;

function isHan(character: string | undefined): boolean {
  return character !== undefined && hanCharacter.test(character);
}

/** Whether a character is set in a full square, or is no character at all: the end of a text or of a line. */
export function isSquareOrEnd(character: string | undefined): boolean {
  return character === undefined || character === '\n' || isHan(character) || chineseMark.test(character);
}
