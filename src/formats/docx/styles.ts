import type { IPropertiesOptions, IRunStylePropertiesOptions } from 'docx';
import { LineRuleType } from 'docx';
import { isDirected } from '../../document/directed.js';
import type { Block, Document, Heading, Paragraph, TextStyle } from '../../document/document.js';
import { blocks, hasEnglish, levelIndent, paragraphs, placeCells } from '../../document/walk.js';
import type { FontNames } from './names.js';
import { directionStyle, emptySize, englishStyle, spacerStyle, verticalStyle } from './paragraph.js';
import { twips } from './units.js';
import { turnedMarkStyles } from './vertical.js';

const plain: TextStyle = { role: '宋体', size: emptySize, bold: false };

/** The styles a person meets who goes on writing in the file: 宋体 五号, headings that look as the document's own. */
export function styles(document: Document, names: FontNames): NonNullable<IPropertiesOptions['styles']> {
  const looks = headingLooks(document);
  const heading = (level: 1 | 2 | 3) => ({
    paragraph: { outlineLevel: level - 1, keepNext: true },
    run: {
      ...names.look(looks[level] ?? { ...plain, bold: true }),
      color: '000000',
    } satisfies IRunStylePropertiesOptions,
  });
  const characterStyles = [
    ...(hasDirected(document) ? [{ id: directionStyle, name: '方向标记' }] : []),
    ...turnedMarkStyles(document),
  ];
  return {
    default: {
      document: { run: names.look(plain) },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
    paragraphStyles: [
      { id: verticalStyle, name: '竖排标签', basedOn: 'Normal', quickFormat: true },
      {
        id: spacerStyle,
        name: '表间空行',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 0, after: 0, line: twips(1), lineRule: LineRuleType.EXACT } },
        run: { ...names.look({ ...plain, size: 1 }) },
      },
      ...(hasEnglish(document) ? [{ id: englishStyle, name: '英文正文', basedOn: 'Normal', quickFormat: true }] : []),
      ...contentsStyles(document, names),
    ],
    ...(characterStyles.length > 0 && { characterStyles }),
  };
}

/** The lines of a table of contents: Word makes them anew in these styles. */
function contentsStyles(document: Document, names: FontNames) {
  const found = [...blocks(document)].find((block) => block.type === 'contents');
  if (!found) return [];
  const { style, lineHeight } = found;
  return ([1, 2, 3] as const).map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    paragraph: {
      indent: { left: twips((level - 1) * levelIndent * style.size) },
      spacing: { before: 0, after: 0, line: twips(style.size * lineHeight), lineRule: LineRuleType.EXACT },
    },
    run: { ...names.look(style) },
  }));
}

/** The theme's fonts, which Word offers first: the document's own instead of Calibri and 等线. */
export function theme(names: FontNames): NonNullable<IPropertiesOptions['theme']> {
  const body = themeFont('宋体', names);
  return { name: 'jibiao', fonts: { headings: themeFont('黑体', names), body } };
}

function themeFont(role: TextStyle['role'], names: FontNames) {
  const name = names.native ? names.fonts.nativeName(role) : names.fonts.face(role, false).family;
  return { latin: name, eastAsia: name };
}

function hasDirected(document: Document): boolean {
  for (const { inlines } of paragraphs(blocks(document))) if (inlines.some(isDirected)) return true;
  return false;
}

function headingLooks(document: Document): Partial<Record<1 | 2 | 3, TextStyle>> {
  const looks: Partial<Record<1 | 2 | 3, TextStyle>> = {};
  for (const block of blocks(document)) {
    for (const heading of headingsOf(block)) {
      const text = heading.inlines.find((inline) => inline.type === 'text');
      if (text) looks[heading.level] ??= text.style;
    }
  }
  return looks;
}

function headingsOf(block: Block): Heading[] {
  switch (block.type) {
    case 'heading':
      return [block];
    case 'table':
      return placeCells(block).flatMap(({ cell }) => cell.blocks.filter(isHeading));
    case 'paragraph':
    case 'contents':
    case 'figure':
    case 'pageBreak':
      return [];
  }
}

function isHeading(block: Heading | Paragraph): block is Heading {
  return block.type === 'heading';
}
