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
