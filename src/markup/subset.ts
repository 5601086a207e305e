/** The markup subset: its elements, and what each may contain. */
export const elementNames = [
  'section',
  'h1',
  'h2',
  'h3',
  'p',
  'figure',
  'img',
  'br',
  'strong',
  'span',
  'table',
  'caption',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;
export type ElementName = (typeof elementNames)[number];

export function isElementName(name: string): name is ElementName {
  return (elementNames as readonly string[]).includes(name);
}

/** What an element may contain; `text` is whether text other than white space is allowed. */
export interface Content {
  readonly elements: readonly ElementName[];
  readonly text: boolean;
}

const headings = ['h1', 'h2', 'h3'] as const;
const inline = ['strong', 'span', 'br'] as const;
const flow: Content = { elements: ['p', ...headings, 'table', 'figure', 'section'], text: false };
const words: Content = { elements: inline, text: true };
const rows: Content = { elements: ['tr'], text: false };
const cell: Content = { elements: [...inline, 'p', ...headings], text: true };
const nothing: Content = { elements: [], text: false };

/** `document` is the fragment itself. That a cell holds either inlines or blocks is checked in `structure.ts`. */
export const content: Readonly<Record<ElementName | 'document', Content>> = {
  document: flow,
  section: flow,
  h1: words,
  h2: words,
  h3: words,
  p: words,
  figure: { elements: ['img'], text: false },
  img: nothing,
  br: nothing,
  strong: words,
  span: words,
  table: { elements: ['caption', 'colgroup', 'thead', 'tbody', 'tr'], text: false },
  caption: words,
  colgroup: { elements: ['col'], text: false },
  col: nothing,
  thead: rows,
  tbody: rows,
  tr: { elements: ['th', 'td'], text: false },
  th: cell,
  td: cell,
};

export function isInlineName(name: ElementName): boolean {
  return (inline as readonly string[]).includes(name);
}

/** HTML elements that people write by habit, and what to write instead. */
export const meantElements: Readonly<Record<string, ElementName>> = {
  b: 'strong',
  em: 'strong',
  i: 'strong',
  font: 'span',
  div: 'section',
  article: 'section',
  header: 'thead',
  tfoot: 'tbody',
  li: 'p',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  svg: 'figure',
  picture: 'figure',
};

/** Whether a text is only white space, and marks of sources (sourceMarks.ts); a no-break or ideographic space is not blank. */
export function isBlank(text: string): boolean {
  return !/[^ \t\r\n\ufdd0-\ufdef]/.test(text);
}
