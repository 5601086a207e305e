import type { Heading, Paragraph } from '../document/document.js';
import type { Cascade, Styled } from './cascade.js';
import type { MarkupElement } from './element.js';
import { readInlines } from './inlines.js';

/** A heading or paragraph; a caption is a paragraph. */
export function buildParagraph(element: MarkupElement, styled: Styled, cascade: Cascade): Paragraph | Heading {
  const inlines = readInlines(element.children, styled, cascade);
  const style = styled.paragraph;
  switch (element.name) {
    case 'h1':
      return { type: 'heading', level: 1, inlines, style };
    case 'h2':
      return { type: 'heading', level: 2, inlines, style };
    case 'h3':
      return { type: 'heading', level: 3, inlines, style };
    default:
      return { type: 'paragraph', inlines, style };
  }
}
