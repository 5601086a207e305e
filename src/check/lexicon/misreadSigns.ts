/**
 * Characters that ≥ and ≤ come out as when a table is read from a picture or loses its fonts: of like shape, before a number.
 * Source: 湖北省鄂州市 2022 年目标表 has 292% for ≥92%; the others by their shapes.
 */
export const misreadAs: Readonly<Record<'≥' | '≤', string>> = {
  '≥': '之三二乏芝乞艺云乙ΞNZz》〉',
  '≤': '《〈∠くWw',
};
