import { LeaderType, LineRuleType, Paragraph, Tab, TableOfContents, TabStopType, TextRun } from 'docx';
import type { Contents } from '../../document/document.js';
import { contentsLines } from '../../document/walk.js';
import type { FontNames } from './names.js';
import { textRuns } from './paragraph.js';
import { twips } from './units.js';

/**
 * A table of contents as Word's own field, filled in with the PDF's page numbers; Word makes it anew in the styles TOC 1 to 3.
 * `measure` is the text's width in points.
 */
export function contents(block: Contents, measure: number, names: FontNames): TableOfContents {
  const { entries, style, lineHeight } = block;
  const lines = contentsLines(block);
  const contentChildren = entries.map(({ text, level, page }, index) => {
    const look = names.named('0', style)[0]?.look ?? names.look(style);
    return new Paragraph({
      style: `TOC${level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: twips(measure), leader: LeaderType.MIDDLE_DOT }],
      indent: { left: twips(lines[index]?.title.style.indent ?? 0) },
      spacing: { before: 0, after: 0, line: twips(style.size * lineHeight), lineRule: LineRuleType.EXACT },
      children: [
        ...textRuns(text.replaceAll('\n', ' '), style, names),
        new TextRun({ ...look, children: [new Tab()] }),
        ...textRuns(String(page), style, names),
      ],
    });
  });
  return new TableOfContents('目录', { headingStyleRange: '1-3', beginDirty: false, contentChildren });
}
