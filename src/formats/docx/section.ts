import type { ISectionOptions } from 'docx';
import type { Section } from '../../document/document.js';
import type { FontNames } from './names.js';
import { type Margins, marginLines, page } from './page.js';
import { spacer } from './paragraph.js';
import type { StretchWriter } from './stretch.js';

/** A section of the tree as a section of Word. Each one, also the last, ends with a paragraph, as Word demands. */
export function section(part: Section, writer: StretchWriter, names: FontNames, margins: Margins): ISectionOptions {
  const children = writer.children(part);
  const end = part.blocks.findLast((block) => block.type !== 'pageBreak');
  if (!end || end.type === 'table') children.push(spacer());
  return { properties: page(part.page), ...marginLines(part.page, names, margins), children };
}
