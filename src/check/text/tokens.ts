/** What stands for a mark, a blank or an end; for a number; for a word of letters. Digits and letters tell nothing by themselves. */
const [mark, number, letters] = [0x7c, 0x30, 0x61];

/** A text as the numbers of its characters, each with the place where it stands in the text; marks at both ends. */
export interface Tokens {
  readonly numbers: Uint16Array;
  readonly places: Uint32Array;
  readonly length: number;
}

/** What a UTF-16 unit is. */
const [aMark, aHan, aDigit, aLetter] = [0, 1, 2, 3];

function classOf(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return aHan;
  if (unit >= 0x30 && unit <= 0x39) return aDigit;
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) ? aLetter : aMark;
}

/** Reads a text: 汉字 one by one, a number, a word of letters and what is neither as one each. */
export function tokensOf(text: string, numbers: Uint16Array): Tokens {
  const found = new Uint16Array(text.length + 2);
  const places = new Uint32Array(text.length + 2);
  let length = 1;
  found[0] = numbers[mark] as number;
  let last = aMark;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    let kind = classOf(unit);
    // 1,000.5 is one number.
    if (kind === aMark && last === aDigit && (unit === 0x2e || unit === 0x2c)) {
      if (i + 1 < text.length && classOf(text.charCodeAt(i + 1)) === aDigit) kind = aDigit;
    }
    if (kind !== aHan && kind === last) continue;
    last = kind;
    places[length] = i;
    found[length] = numbers[
      kind === aHan ? unit : kind === aDigit ? number : kind === aLetter ? letters : mark
    ] as number;
    length += 1;
  }
  if (last !== aMark) {
    places[length] = text.length;
    found[length] = numbers[mark] as number;
    length += 1;
  }
  return { numbers: found, places, length };
}
