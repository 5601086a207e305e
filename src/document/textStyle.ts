/** Typographic roles; `fonts/fonts.json` names the face of each. */
export const roles = ['宋体', '黑体', '小标宋', '仿宋', '楷体'] as const;
export type Role = (typeof roles)[number];

export interface TextStyle {
  readonly role: Role;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
}
