import type { Edges, Footer, FooterPart, PageStyle, TextStyle } from '../document/document.js';
import type { Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import type { CssAtRule, CssNode } from './css.js';
import { accept, plainDeclarations, unknownProperty } from './declaration.js';
import { cssPlace, type PageRule } from './look.js';
import { spellingHint } from './spelling.js';
import { initialStyle, textStyle } from './style.js';
import { points, type Reading, read, readLength, readLengths, readRole, refuse, write } from './values.js';

/** Paper in points; landscape paper is wider than high. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** A footer while its rules are read. `parts` is absent until some rule gives `content`; none is `content: none`. */
interface FooterDraft {
  readonly align: Footer['align'];
  readonly parts?: readonly FooterPart[];
  readonly style: TextStyle;
  readonly place: Place;
}

interface PageDraft {
  readonly margin: Edges;
  readonly footer?: FooterDraft;
}

const footerBoxes: Readonly<Record<string, Footer['align']>> = {
  'bottom-left': 'left',
  'bottom-center': 'center',
  'bottom-right': 'right',
};

const usualMargin = points({ number: 20, unit: 'mm' }, 0);

/** The page style of all `@page` rules: later ones win, and a later footer replaces an earlier one elsewhere. */
export function readPage(rules: readonly PageRule[], paper: Paper, problems: Problem[]): PageStyle {
  let page: PageDraft = { margin: { top: usualMargin, right: usualMargin, bottom: usualMargin, left: usualMargin } };
  for (const rule of rules) page = readPageRule(page, rule, paper, problems);
  const { margin, footer } = page;
  if (footer && !footer.parts) problems.push(noContent(footer.place));
  if (!footer?.parts?.length) return { ...paper, margin };
  return { ...paper, margin, footer: { parts: footer.parts, style: footer.style, align: footer.align } };
}

function readPageRule(page: PageDraft, { file, css }: PageRule, paper: Paper, problems: Problem[]): PageDraft {
  const locate = (node: CssNode): Place => cssPlace(file, node);
  const { nodes } = css;
  const boxes = nodes.filter((node) => node.type === 'atrule');
  let { margin, footer } = page;
  for (const decl of plainDeclarations(
    nodes.filter((node) => node.type !== 'atrule'),
    locate,
    problems,
  )) {
    if (decl.prop === 'margin') margin = accept(readMargin(decl.value, paper), decl, locate(decl), problems) ?? margin;
    else
      problems.push(
        decl.prop === 'size' ? paperSize(locate(decl)) : unknownProperty(decl.prop, ['margin'], locate(decl)),
      );
  }
  const known = boxes.filter((box) => {
    const isFooter = Object.hasOwn(footerBoxes, box.name) && box.params === '';
    if (!isFooter) problems.push(unknownBox(box, locate(box)));
    return isFooter;
  });
  for (const box of known.slice(1)) problems.push(secondFooter(locate(box)));
  if (known[0]) footer = readFooter(footer, known[0], file, problems);
  return { margin, ...(footer && { footer }) };
}

function readFooter(before: FooterDraft | undefined, box: CssAtRule, file: string, problems: Problem[]): FooterDraft {
  const locate = (node: CssNode): Place => cssPlace(file, node);
  const align = footerBoxes[box.name] ?? 'center';
  const place = locate(box);
  let footer: FooterDraft = before?.align === align ? before : { align, style: textStyle(initialStyle), place };
  for (const decl of plainDeclarations(box.nodes, locate, problems)) {
    const reading = readFooterProperty(decl.prop, decl.value, footer);
    if (!reading) problems.push(unknownProperty(decl.prop, ['content', 'font-size', 'font-family'], locate(decl)));
    else footer = { ...footer, ...accept(reading, decl, locate(decl), problems) };
  }
  return footer;
}

function readFooterProperty(
  name: string,
  value: string,
  { style }: FooterDraft,
): Reading<Partial<FooterDraft>> | undefined {
  switch (name) {
    case 'content':
      return then(readContent(value), (parts) => ({ parts }));
    case 'font-family':
      return then(readRole(value), (role) => ({ style: { ...style, role } }));
    case 'font-size': {
      const reading = readLength(value, ['pt']);
      if (reading.ok && reading.value.number === 0) return refuse('css-value', write('9pt'));
      return then(reading, ({ number }) => ({ style: { ...style, size: number } }));
    }
    default:
      return undefined;
  }
}

function then<T, U>(reading: Reading<T>, use: (value: T) => U): Reading<U> {
  return reading.ok ? read(use(reading.value)) : reading;
}

/** Reads a series of quoted strings, `counter(page)` and `counter(pages)`; `none` means no footer. */
function readContent(value: string): Reading<readonly FooterPart[]> {
  const parts: FooterPart[] = [];
  let rest = value === 'none' ? '' : value;
  while (rest !== '') {
    const [whole, double, single, counter] =
      /^(?:"([^"\\]*)"|'([^'\\]*)'|counter\(\s*(pages?)\s*\))\s*/.exec(rest) ?? [];
    if (whole === undefined) return refuse('css-value', write('"第 " counter(page) " 页 共 " counter(pages) " 页"'));
    if (counter) parts.push({ type: counter === 'page' ? 'pageNumber' : 'pageCount' });
    else parts.push({ type: 'text', text: double ?? single ?? '' });
    rest = rest.slice(whole.length);
  }
  return read(parts);
}

/** Reads margins, which must leave some of the paper. */
function readMargin(value: string, paper: Paper): Reading<Edges> {
  const reading = readLengths(value, ['mm', 'pt']);
  if (!reading.ok) return reading;
  const [top = 0, right = 0, bottom = 0, left = 0] = reading.value.map((length) => points(length, 0));
  if (left + right < paper.width && top + bottom < paper.height) return read({ top, right, bottom, left });
  return refuse('css-value', { zh: '页边距比纸还大', en: 'the margins leave nothing of the paper' });
}

function unknownBox(box: CssAtRule, place: Place): Problem {
  const message = { zh: `不能用 @${box.name}`, en: `@${box.name} cannot be used` };
  const names = Object.keys(footerBoxes).map((name) => `@${name}`);
  return markupFault('css-at-rule', message, place, spellingHint(`@${box.name}`, names));
}

function secondFooter(place: Place): Problem {
  const message = { zh: '页脚只能有一处', en: 'there is more than one footer' };
  return markupFault('css-at-rule', message, place, { zh: '把内容合到一处', en: 'put its content into the first' });
}

function noContent(place: Place): Problem {
  const hint = { zh: '补上 content: counter(page)', en: 'add content: counter(page)' };
  return markupFault('css-property', { zh: '页脚没有 content', en: 'the footer has no content' }, place, hint);
}

function paperSize(place: Place): Problem {
  const hint = { zh: '在 layout.json 的 paper 和 direction 里写', en: 'set paper and direction in layout.json' };
  return markupFault('css-property', { zh: '纸张大小不在样式里定', en: 'the paper is not set in CSS' }, place, hint);
}
