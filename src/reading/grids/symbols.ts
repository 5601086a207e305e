/**
 * What the codes of symbol fonts stand for: Symbol by Adobe's table (Adobe Technical Note 5014, symbol.txt of Unicode), of
 * Wingdings the boxes, ticks, bullets, arrows and numbers that forms are ticked and listed with (L2/11-196).
 */
const symbol = table([
  [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'],
  [0xe5, '∑'],
  [0xf2, '∫'],
]);

const fonts: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['symbol', symbol],
  [
    'wingdings',
    table([
      [0x6c, '●'],
      [0x6e, '■□□□□'],
      [0x74, '◆◆❖◆'],
      [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
      [0x9e, '·•'],
      [0xa1, '○'],
      [0xa7, '▪□'],
      [0xd8, '➢'],
      [0xdf, '←→↑↓'],
      [0xfb, '✗✓☒☑'],
    ]),
  ],
  [
    'wingdings 2',
    table([
      [0x4f, '✗✓☒☑☒☒'],
      [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩'],
      [0x97, '●'],
      [0xa2, '■□'],
    ]),
  ],
]);

function table(stretches: readonly (readonly [first: number, characters: string])[]): ReadonlyMap<number, string> {
  return new Map(
    stretches.flatMap(([first, characters]) =>
      Array.from(characters, (character, index) => [first + index, character] as const),
    ),
  );
}

export function isSymbolFont(font: string): boolean {
  return fonts.has(font.toLowerCase()) || /^(wingdings|webdings)/i.test(font);
}

/** The character of a code of a symbol font, with or without 0xF000; undefined where it is not known. */
export function symbolOf(font: string, code: number): string | undefined {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return low === 0x20 ? ' ' : fonts.get(font.toLowerCase())?.get(low);
}
