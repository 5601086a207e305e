import { xml } from '../office/parts.js';

/**
 * How text and paragraphs look, in Word's terms, and what is written of a look: only what the style it stands in does not say.
 * Looks are made once each (`Looks`), so that two are alike if they are the same.
 */

/** Of a run. */
export interface RunLook {
  /** The font of Latin letters (`ascii`, `hAnsi`), of 汉字, and of scripts that are joined or run from the right (`cs`). */
  readonly latin: string;
  readonly eastAsian: string;
  readonly complex: string;
  readonly bold: boolean;
  /** Half points. */
  readonly size: number;
  /** Marks that Chinese and Latin share (“ ” — …) are set as Chinese ones. */
  readonly hinted: boolean;
  readonly rightToLeft: boolean;
}

/** Of a paragraph and of its text. Lengths in twips (twentieths of a point). */
export interface ParagraphLook {
  readonly run: RunLook;
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** Line pitch; 0 as the font has it. */
  readonly line: number;
  /** A larger character stretches its line; else the pitch holds whatever stands in it. */
  readonly stretches: boolean;
  /** A quarter em between 汉字 and Latin letters or digits. */
  readonly autospace: boolean;
  /** Whether words may be divided at line ends. */
  readonly hyphenated: boolean;
  readonly before: number;
  readonly after: number;
  /** Of the first line. */
  readonly indent: number;
  /** Of all lines. */
  readonly left: number;
  readonly keepNext: boolean;
}

/** Makes looks, each once. */
export class Looks {
  readonly #runs = new Map<string, RunLook>();
  readonly #paragraphs = new Map<string, ParagraphLook>();
  readonly #numbers = new Map<RunLook, number>();

  run(look: RunLook): RunLook {
    const { latin, eastAsian, complex, bold, size, hinted, rightToLeft } = look;
    const key = `${latin}|${eastAsian}|${complex}|${bold}|${size}|${hinted}|${rightToLeft}`;
    const known = this.#runs.get(key);
    if (known) return known;
    this.#runs.set(key, look);
    this.#numbers.set(look, this.#numbers.size);
    return look;
  }

  paragraph(look: ParagraphLook): ParagraphLook {
    const key = `${this.typeKey(look)}|${look.before}|${look.after}|${look.indent}|${look.left}|${look.keepNext}`;
    const known = this.#paragraphs.get(key);
    if (known) return known;
    this.#paragraphs.set(key, look);
    return look;
  }

  /** Text set left on lines as high as its font has them, but for what is `own`. */
  plain(run: RunLook, own: Partial<ParagraphLook>): ParagraphLook {
    const spaces = { before: 0, after: 0, indent: 0, left: 0 };
    const switches = { stretches: false, autospace: false, hyphenated: false, keepNext: false };
    return this.paragraph({ run, align: 'left', line: 0, ...spaces, ...switches, ...own });
  }

  /** What two paragraphs have in common that one style can be of: all but their place among others. */
  typeKey({ run, align, line, stretches, autospace, hyphenated }: ParagraphLook): string {
    return `${this.#numbers.get(run)}|${align}|${line}|${stretches}|${autospace}|${hyphenated}`;
  }
}

/** The children of `w:rPr` that make a run of one look from text of another. `hint` says whether the text has marks to be hinted. */
export function runProperties(look: RunLook, from: RunLook | undefined, hint: boolean): string {
  const { latin, eastAsian, complex, bold, size } = look;
  const fonts = [
    ...(latin === from?.latin ? [] : [`w:ascii="${xml(latin)}" w:hAnsi="${xml(latin)}"`]),
    ...(eastAsian === from?.eastAsian ? [] : [`w:eastAsia="${xml(eastAsian)}"`]),
    ...(complex === from?.complex ? [] : [`w:cs="${xml(complex)}"`]),
    ...(hint && look.hinted ? ['w:hint="eastAsia"'] : []),
  ];
  const isBold = bold ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>';
  return [
    fonts.length === 0 ? '' : `<w:rFonts ${fonts.join(' ')}/>`,
    bold === (from?.bold ?? false) ? '' : isBold,
    size === from?.size ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    look.rightToLeft ? '<w:rtl/>' : '',
  ].join('');
}

/** What a paragraph has beside its look, and no style has. */
export interface ParagraphExtras {
  readonly pageBreakBefore?: boolean;
  readonly isRightToLeft?: boolean;
  /** Where the decimal point of a number stands, in twips: Word and LibreOffice set what stands left in a cell by its only decimal tab, without a tab character. */
  readonly decimalPoint?: number;
  /** Where page numbers of a table of contents end, in twips, dots before them. */
  readonly dotsTo?: number;
  /** 0 is the outermost. */
  readonly outline?: number;
}

/** The children of `w:pPr` that make a paragraph of one look from one of another, in the order of CT_PPr (ECMA-376 part 1, §17.3.1.26). */
export function paragraphProperties(look: ParagraphLook, from: ParagraphLook, extras: ParagraphExtras = {}): string {
  const { autospace, hyphenated, keepNext } = look;
  const { decimalPoint, dotsTo, outline } = extras;
  const align = decimalPoint === undefined ? look.align : 'left';
  const autospaced = autospace
    ? '<w:autoSpaceDE/><w:autoSpaceDN/>'
    : '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';
  return [
    keepNext === from.keepNext ? '' : onOff('keepNext', keepNext),
    extras.pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    decimalPoint === undefined ? '' : `<w:tabs><w:tab w:val="decimal" w:pos="${decimalPoint}"/></w:tabs>`,
    dotsTo === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${dotsTo}" w:leader="middleDot"/></w:tabs>`,
    hyphenated === from.hyphenated ? '' : onOff('suppressAutoHyphens', !hyphenated),
    autospace === from.autospace ? '' : autospaced,
    extras.isRightToLeft ? '<w:bidi/>' : '',
    spacing(look, from),
    indentation(look, from),
    align === from.align ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
}

function spacing(look: ParagraphLook, from: ParagraphLook): string {
  const { before, after, line, stretches } = look;
  const isSame = line === from.line && stretches === from.stretches;
  const said = [
    ...(before === from.before ? [] : [`w:before="${before}"`]),
    ...(after === from.after ? [] : [`w:after="${after}"`]),
    ...(isSame || line === 0 ? [] : [`w:line="${line}" w:lineRule="${stretches ? 'atLeast' : 'exact'}"`]),
  ];
  return said.length === 0 ? '' : `<w:spacing ${said.join(' ')}/>`;
}

function indentation(look: ParagraphLook, from: ParagraphLook): string {
  const said = [
    ...(look.left === from.left ? [] : [`w:left="${look.left}"`]),
    ...(look.indent === from.indent ? [] : [`w:firstLine="${look.indent}"`]),
  ];
  return said.length === 0 ? '' : `<w:ind ${said.join(' ')}/>`;
}

function onOff(name: string, isOn: boolean): string {
  return isOn ? `<w:${name}/>` : `<w:${name} w:val="0"/>`;
}
