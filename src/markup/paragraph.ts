import type { Heading, Paragraph, Source } from '../document/document.js';
import type { Cascade, Styled } from './cascade.js';
import type { MarkupElement } from './element.js';
import { readInlines } from './inlines.js';

/** A heading or paragraph; a caption is a paragraph. `blanks` gets the sources of its blanks if it has no words. */
export function buildParagraph(
  element: MarkupElement,
  styled: Styled,
  cascade: Cascade,
  blanks: Source[] = [],
): Paragraph | Heading {
  const { inlines, blanks: own } = readInlines(element.children, styled, cascade);
  blanks.push(...own);
  const shared = { inlines, style: styled.paragraph, ...languageOf(styled, cascade) };
  switch (element.name) {
    case 'h1':
      return { type: 'heading', level: 1, ...shared };
    case 'h2':
      return { type: 'heading', level: 2, ...shared };
    case 'h3':
      return { type: 'heading', level: 3, ...shared };
    default:
      return { type: 'paragraph', ...shared };
  }
}

/** The language of a block; absent for Chinese in a Chinese document. */
export function languageOf({ language }: Styled, cascade: Cascade): Pick<Paragraph, 'language'> {
  return language === 'zh-CN' && cascade.language === 'zh-CN' ? {} : { language };
}
