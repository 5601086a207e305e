/** Radicals and the characters that they are (Unicode's EquivalentUnifiedIdeograph.txt), of those that are words themselves. */
const radicals = new Map(
  Array.from(
    '⺁厂⺇几⺈刀⺊卜⺌小⺎兀⺒巳⺓幺⺛旡⺝月⺟母⺠民⺧牛⺩王⺪疋⺬示⺮竹⺶羊⺷羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical, character]) => [radical, character] as const,
  ),
);

/**
 * A glyph's text as people type it. Programs that look up a glyph's characters in the font give radicals (⽬ for 目, ⻓ for 长), which
 * share glyphs with characters, and ligatures.
 */
export function unified(text: string): string {
  if (/[\u2f00-\u2fd5\ufb00-\ufb06]/.test(text)) return text.normalize('NFKC');
  return /[\u2e80-\u2ef3]/.test(text) ? Array.from(text, (one) => radicals.get(one) ?? one).join('') : text;
}
