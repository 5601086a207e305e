import type { ReadText } from '../../compare/pages.js';
import type { ReadFont } from './fonts.js';
import { Pen, type ReadGlyph } from './pen.js';
import { unescaped } from './syntax.js';

/** The operators that decide where text stands. The others draw no text, or only raise it (`Ts`). */
const kept = new Set(['q', 'Q', 'cm', 'BT', 'ET', 'Tf', 'Td', 'TD', 'Tm', 'T*', 'Tc', 'Tj', 'TJ']);
/** Operators that move or draw text in ways that are not followed here. */
const unknown = new Set(['Tw', 'Tz', 'TL', "'", '"', 'Do', 'BI']);

type Operand = number | string | (number | string)[];

/** The texts of a page's content, one for each text operation. Throws a plain Error at an operator that it does not follow. */
export function scanContent(content: string, fonts: ReadonlyMap<string, ReadFont>, height: number): ReadText[] {
  const pen = new Pen(height);
  let font: ReadFont | undefined;
  let operands: Operand[] = [];
  let list: (number | string)[] | undefined;
  const tokens = /\((?:[^\\()]|\\[\s\S])*\)|<<|>>|<[0-9a-fA-F\s]*>|[[\]]|%[^\n\r]*|\/?[^\0\t\n\f\r ()<>[\]{}/%]+/g;
  for (let match = tokens.exec(content); match; match = tokens.exec(content)) {
    const token = match[0];
    const first = token.charCodeAt(0);
    if (first === 0x25) continue;
    if (token === '[') list = [];
    else if (token === ']') {
      operands.push(list ?? []);
      list = undefined;
    } else if (first === 0x28) (list ?? operands).push(unescaped(token.slice(1, -1)));
    else if (first === 0x3c && token.length > 2)
      (list ?? operands).push(Buffer.from(token.slice(1, -1), 'hex').toString('latin1'));
    else if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b) {
      (list ?? operands).push(Number(token));
    } else if (first === 0x2f || token === '<<' || token === '>>') operands.push(token.slice(1));
    else {
      if (unknown.has(token)) throw new Error(`the operator ${token} is not followed here`);
      if (token === 'Tf') font = fonts.get(operands[0] as string);
      if (kept.has(token)) pen.obey(token, shown(token, operands, font));
      operands = [];
    }
  }
  return pen.texts;
}

/** Operands as `Pen` takes them: strings decoded into glyphs. */
function shown(operator: string, operands: readonly Operand[], font: ReadFont | undefined): readonly unknown[] {
  if (operator !== 'Tj' && operator !== 'TJ') return operands;
  if (!font) throw new Error('text without a font');
  const [value] = operands;
  const items = Array.isArray(value) ? value : [value as string];
  const glyphs: (number | ReadGlyph)[] = [];
  for (const item of items) {
    if (typeof item === 'number') glyphs.push(item);
    else font.decode(item, glyphs);
  }
  return [glyphs];
}
