import { paragraphDirection } from '../../document/directed.js';
import type { Heading, Inline, Language, Paragraph, TextStyle } from '../../document/document.js';
import { svgColor } from '../../document/drawingSvg.js';
import { turningMarks } from '../../script/vertical.js';
import { escaped, rem, rounded } from './escape.js';
import type { Looks } from './looks.js';
import { fontStack } from './stacks.js';

/** The context of a paragraph: space above and below in points, a new page when printed, its id for links. */
export interface Surroundings {
  readonly before: number;
  readonly after: number;
  readonly newPage?: boolean;
  readonly id?: string | undefined;
}

/** The style of a line without text, as in `typeset` and Word. */
const plain: TextStyle = { role: '宋体', size: 10.5, bold: false };

/** The language of a paragraph, and whether it is vertical. */
interface Spoken {
  readonly looks: Looks;
  readonly language: Language | undefined;
  readonly vertical: boolean;
}

/** `<p>` or `<h1>` to `<h3>`. Text in another style than the largest of the paragraph is in a `<span>`. */
export function paragraph(block: Paragraph | Heading, looks: Looks, around: Surroundings): string {
  const name = block.type === 'heading' ? `h${block.level}` : 'p';
  const base = largest(block.inlines);
  const { language } = block;
  const classes = [
    looks.named([...shape(block, around), ...font(base, language)]),
    ...(around.newPage ? ['new-page'] : []),
  ];
  const id = around.id === undefined ? '' : ` id="${around.id}"`;
  const lang = language === undefined ? '' : ` lang="${language}"`;
  const words = inlines(block.inlines, base, { looks, language, vertical: block.style.vertical });
  const dir = paragraphDirection(block.inlines) === 'rtl' ? ' dir="rtl"' : '';
  return `<${name}${id}${lang}${dir} class="${classes.join(' ')}">${words}</${name}>`;
}

/** Isolates data with letters from right to left from its neighbours. */
function inlines(list: readonly Inline[], base: TextStyle, { looks, language, vertical }: Spoken): string {
  const alone = list.length === 1;
  return list
    .map((inline) => {
      if (inline.type === 'lineBreak') return '<br/>';
      const text = vertical ? turned(inline.text, looks) : escaped(inline.text);
      const words = inline.direction === undefined || alone ? text : `<bdi>${text}</bdi>`;
      if (sameLook(inline.style, base)) return words;
      return `<span class="${looks.named(font(inline.style, language))}">${words}</span>`;
    })
    .join('');
}

/** Text of a vertical label: upright characters, and marks that the browser turns where the face does not. */
function turned(text: string, looks: Looks): string {
  return escaped(text).replace(turningMarks, (marks) => {
    return `<span class="${looks.named(['text-orientation:mixed'])}">${marks}</span>`;
  });
}

/** Longer than any number or word, so it may be divided. */
const longRun = /[^\s\u3400-\u9fff]{25,}/;

export function shape(
  { type, style, language, inlines }: Paragraph | Heading,
  { before, after }: Surroundings,
): string[] {
  return [
    `margin:${rem(before)} ${style.vertical ? 'auto' : '0'} ${rem(after)}`,
    `line-height:${rounded(style.lineHeight)}`,
    // Browsers cannot align by the decimal point; right-aligned digits of one width do it for equal decimals.
    ...(style.align === 'decimal'
      ? ['text-align:right', 'font-variant-numeric:tabular-nums']
      : [`text-align:${style.align === 'left' && paragraphDirection(inlines) === 'rtl' ? 'right' : style.align}`]),
    ...(style.indent !== 0 && !style.vertical ? [`text-indent:${rem(style.indent)}`] : []),
    ...(style.vertical ? ['writing-mode:vertical-rl', 'text-orientation:upright'] : []),
    // Hyphenation as in the PDF, but not in headings.
    ...(language === 'en' && type === 'paragraph' ? ['hyphens:auto', 'hyphenate-limit-chars:6 3 3'] : []),
    ...(style.autospace ? ['text-autospace:normal'] : []),
    // Else its column would be as wide and leave the others nothing; the PDF divides it too.
    ...(inlines.some((inline) => inline.type === 'text' && longRun.test(inline.text))
      ? ['overflow-wrap:anywhere']
      : []),
  ];
}

export function font({ role, size, bold, color }: TextStyle, language?: Language): string[] {
  return [
    `font-family:${fontStack(role, language)}`,
    `font-size:${rem(size)}`,
    `font-weight:${bold ? 'bold' : 'normal'}`,
    ...(color ? [`color:${svgColor(color)}`] : []),
  ];
}

/** The line height follows the largest text, as in the other formats. */
export function largest(list: readonly Inline[]): TextStyle {
  const styles = list.flatMap((inline) => (inline.type === 'text' ? [inline.style] : []));
  const { color: _, ...style } = styles.reduce(
    (most, each) => (each.size > most.size ? each : most),
    styles[0] ?? plain,
  );
  return style;
}

function sameLook(a: TextStyle, b: TextStyle): boolean {
  return a.role === b.role && a.size === b.size && a.bold === b.bold && a.color === b.color;
}
