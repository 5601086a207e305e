import { descendants, type Element, elements, find, textOf } from '../../../formats/office/element.js';
import { type Note, quoted } from '../beside.js';
import type { OfficeFile } from '../officeFile.js';
import { unmarked } from './sharedStrings.js';

/** What lies over the cells of a sheet: comments with the cell that they are on, drawings, controls. */
export function remarksOf(file: OfficeFile, sheet: string): { cell?: string; note: Note }[] {
  const comments = file.trees(sheet, 'comments').flatMap((root) => {
    const authors = elements(find(root, 'authors'), 'author').map(textOf);
    return elements(find(root, 'commentList'), 'comment').map((comment) => ({
      cell: comment.attributes.ref ?? '',
      note: commentNote(authors[Number(comment.attributes.authorId)] ?? '', comment),
    }));
  });
  const drawings = file.trees(sheet, 'drawing').flatMap((root) => elements(root).flatMap(drawingNotes));
  const boxes = file.trees(sheet, 'ctrlProp').filter(({ attributes }) => attributes.objectType === 'CheckBox');
  const control = { zh: '复选框控件未读入', en: 'a tick box laid over the cells was not read' };
  return [...comments, ...drawings.map((note) => ({ note })), ...boxes.slice(0, 1).map(() => ({ note: control }))];
}

function commentNote(author: string, comment: Element): Note {
  const text = quoted(unmarked(descendants(comment, 't').map(textOf).join('')));
  return { zh: `批注${author && `（${author}）`}：${text}`, en: `comment${author && ` (${author})`}: ${text}` };
}

function drawingNotes(anchor: Element): Note[] {
  const text = quoted(
    descendants(anchor, 'p')
      .map((paragraph) => descendants(paragraph, 't').map(textOf).join(''))
      .join(' '),
  );
  if (text !== '') return [{ zh: `文本框未读入：${text}`, en: `a text box was not read: ${text}` }];
  const isPicture = ['pic', 'graphicFrame'].some((name) => descendants(anchor, name).length > 0);
  return isPicture ? [{ zh: '图片或图表中的文字未读入', en: 'a picture or chart was not read' }] : [];
}
