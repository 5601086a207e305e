/** Typographic roles; `fonts/fonts.json` names the face of each. */
export const roles = ['宋体', '黑体', '小标宋', '仿宋', '楷体'] as const;
export type Role = (typeof roles)[number];

/** Red, green and blue of sRGB, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface TextStyle {
  readonly role: Role;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  /** Black where absent, as in all that is published. DOCX does not show it. */
  readonly color?: Rgb;
}
