/** Word counts lengths in twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Word counts type sizes in half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Word counts border widths in eighths of a point; it draws nothing thinner than a quarter point. */
export function eighths(points: number): number {
  return Math.max(2, Math.round(points * 8));
}

/** docx takes sizes of pictures in pixels of 96 to the inch, and makes EMU of them, 9,525 to the pixel. */
export function pixels(points: number): number {
  return (points * 96) / 72;
}
