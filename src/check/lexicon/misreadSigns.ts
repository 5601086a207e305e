/**
 * Characters that ≥ and ≤ come out as when a table is read from a picture or loses its fonts: of like shape, before a number.
 * = comes out as a double line of a frame (永德县 2022: ═100%) or another pair of strokes. Source: 湖北省鄂州市 2022 年目标表 has 292% for ≥92%; the others by their shapes.
 */
export const misreadAs: Readonly<Record<'≥' | '≤' | '=', string>> = {
  '≥': '之三二乏芝乞艺云乙ΞNZz》〉',
  '≤': '《〈∠くWw',
  '=': '═〓゠＿‗╤╧﹍┅〦',
};
