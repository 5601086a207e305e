import type { TextStyle } from '../../../document/document.js';
import type { FontBook } from '../../../fonts/book.js';

/** The width in points of words in one style. */
export type Measure = (text: string, bold?: boolean) => number;

/** Measures with the advances of the faces that will draw the words. */
export function measureOf({ role, size }: Pick<TextStyle, 'role' | 'size'>, fonts: FontBook): Measure {
  return (text, bold = false) => fonts.width(text, role, bold) * size;
}
