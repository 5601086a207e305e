/** A piece of a number format: text that stands as it is, or a mark such as `0`, `#`, `yyyy`, `General`. */
export interface Piece {
  readonly kind: 'text' | 'mark';
  readonly value: string;
}

/** One of the up to four sections of a format. Undefined pieces: it has what is not known here. */
export interface Section {
  readonly pieces: readonly Piece[];
  readonly isDate: boolean;
  /** `[h]`, `[DBNum1]`, conditions, fractions, exponents: not shown here as Excel does. */
  readonly isStrange: boolean;
}

const token =
  /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General|AM\/PM|A\/P|上午\/下午|a{3,4}|y+|m+|d+|h+|s+|[0#?.,%@]|E[+-])|(.)/giu;

/** The sections of a number format (ISO/IEC 29500-1 §18.8.31). */
export function sectionsOf(code: string): Section[] {
  const sections: { pieces: Piece[]; isStrange: boolean }[] = [{ pieces: [], isStrange: false }];
  for (const [, quoted, escaped, space, filler, bracket, mark, other] of code.matchAll(token)) {
    const section = sections.at(-1) as (typeof sections)[number];
    const text = quoted ?? escaped ?? (space === undefined ? undefined : ' ');
    if (text !== undefined) section.pieces.push({ kind: 'text', value: text });
    else if (bracket !== undefined) bracketed(bracket, section);
    else if (mark !== undefined) {
      if (/^E/i.test(mark)) section.isStrange = true;
      section.pieces.push({ kind: 'mark', value: mark });
    } else if (other === ';') sections.push({ pieces: [], isStrange: false });
    else if (other !== undefined) {
      if (other === '/' && !section.pieces.some(isOfDate)) section.isStrange = true;
      section.pieces.push({ kind: 'text', value: other });
    } else if (filler === undefined) section.isStrange = true;
  }
  return sections.map((section) => ({ ...section, isDate: section.pieces.some(isOfDate) }));
}

function isOfDate({ kind, value }: Piece): boolean {
  return kind === 'mark' && /^(?!General)(?:[ymdhs]+|a{3,4}|AM\/PM|A\/P|上午\/下午)$/i.test(value);
}

/** `[$¥-804]` shows ¥, colours show nothing; the rest changes what is shown. */
function bracketed(content: string, section: { pieces: Piece[]; isStrange: boolean }): void {
  const currency = /^\$([^-]*)/.exec(content);
  if (currency) {
    if (currency[1]) section.pieces.push({ kind: 'text', value: currency[1] });
  } else if (!/^(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|[黑蓝青绿洋红白黄]+色?)$/i.test(content))
    section.isStrange = true;
}

/** Formats that are named by a number only: those of all languages, and those of Chinese (ISO/IEC 29500-1 §18.8.30). */
export const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
