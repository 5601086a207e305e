import { charactersOfForm } from '../../script/vertical.js';
import { type Element, elements, find, isElement, textOf } from '../office/element.js';

/** The styles that tell how this program wrote a paragraph or run; other programs' files do not have them. */
const verticalLabel = /^VerticalLabel\d*$/;
const spacer = 'Spacer';
/** Of marks written as vertical forms, in the order of the characters that a form stands for. */
const turnedMarks = ['TurnedMark', 'TurnedMark2', 'TurnedMark3'];
/** Of runs that hold a mark of direction and no text. */
const directionMark = 'DirectionMark';

/** Whether a paragraph only keeps tables apart or ends a section, and stands for nothing in the tree. */
export function isSpacer(paragraph: Element): boolean {
  return styleOf(paragraph) === spacer;
}

/**
 * The text of a paragraph: `w:t` joined in order; `w:br` and `w:cr` are `\n`, `w:tab` is a tab. In a label set one character a
 * line `w:br` is nothing, for there it only parts the characters. Deleted text and field codes are no text.
 */
export function paragraphText(paragraph: Element): string {
  return runText(paragraph, lineBreakIn(paragraph), () => '');
}

/** What `w:br` is in a paragraph. */
export function lineBreakIn(paragraph: Element): '' | '\n' {
  return verticalLabel.test(styleOf(paragraph) ?? '') ? '' : '\n';
}

/** The text of a footer, its paragraphs one a line; a field shows its code: `第 {PAGE} 页`. */
export function footerText(footer: Element | undefined): string {
  const paragraphs = elements(footer, 'p').filter((paragraph) => !isSpacer(paragraph));
  return paragraphs.map((paragraph) => runText(paragraph, '\n', (code) => `{${code}}`)).join('\n');
}

function runText(parent: Element, lineBreak: string, field: (code: string) => string): string {
  return parent.children
    .filter(isElement)
    .map((child) => {
      switch (child.name) {
        case 't':
          return textOf(child);
        case 'br':
          return (child.attributes.type ?? 'textWrapping') === 'textWrapping' ? lineBreak : '';
        case 'cr':
          return '\n';
        case 'tab':
          return '\t';
        case 'instrText':
          return field(textOf(child).trim().split(/\s/)[0] ?? '');
        case 'noBreakHyphen':
          return '\u2011';
        case 'pPr':
        case 'rPr':
        case 'del':
        case 'Fallback':
          return '';
        case 'r':
          return inStyle(find(child, 'rPr', 'rStyle')?.attributes.val, () => runText(child, lineBreak, field));
        default:
          return runText(child, lineBreak, field);
      }
    })
    .join('');
}

/** The text of a run by its style: turned marks are the marks that they stand for. */
export function inStyle(style: string | undefined, text: () => string): string {
  if (style === undefined) return text();
  if (style === directionMark) return '';
  const which = turnedMarks.indexOf(style);
  if (which < 0) return text();
  return Array.from(text(), (form) => charactersOfForm.get(form)?.[which] ?? form).join('');
}

function styleOf(paragraph: Element): string | undefined {
  return find(paragraph, 'pPr', 'pStyle')?.attributes.val;
}
