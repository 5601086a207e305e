import { isSpacer } from '../../../formats/docx/readText.js';
import { type Element, elements, find } from '../../../formats/office/element.js';
import type { Note } from '../beside.js';
import { type Referred, readParagraph } from './paragraph.js';

/** What a body, a cell or a text box holds, in order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly notes: readonly Note[] }
  | { readonly kind: 'table'; readonly table: Element };

/** Text boxes come after the paragraph that they are anchored in. */
export function blocksIn(parent: Element, referred: Referred): Block[] {
  const blocks: Block[] = [];
  let open: { text: string; notes: readonly Note[] } = { text: '', notes: [] };
  let boxes: Element[] = [];
  const close = (): void => {
    blocks.push({ kind: 'paragraph', ...open });
    for (const block of boxes.flatMap((box) => blocksIn(box, referred))) {
      const note = { zh: '文本框里的文字，读在其所在的段落之后', en: 'text of a text box, read after its paragraph' };
      blocks.push(block.kind === 'table' ? block : { ...block, notes: [...block.notes, note] });
    }
    open = { text: '', notes: [] };
    boxes = [];
  };
  let isOpen = false;
  for (const element of inner(parent, ['p', 'tbl', 'altChunk', 'oMathPara'])) {
    if (element.name === 'p' || element.name === 'oMathPara') {
      if (isSpacer(element)) continue;
      const read = readParagraph(element, referred);
      open = { text: open.text + read.text, notes: [...open.notes, ...read.notes] };
      boxes.push(...read.boxes);
      isOpen = read.goesOn;
      if (!isOpen) close();
      continue;
    }
    if (isOpen) close();
    isOpen = false;
    if (element.name === 'tbl') blocks.push({ kind: 'table', table: element });
    else blocks.push({ kind: 'paragraph', text: '', notes: [chunk] });
  }
  if (isOpen) close();
  return blocks;
}

const chunk: Note = {
  zh: '嵌入的另一份文档未读入；用 Word 打开并另存后即可读入',
  en: 'a document inside this one was not read; Word takes it in when the file is saved again',
};

const wrappers = ['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo', 'AlternateContent', 'Choice'];

/** The elements of some names in a parent, also inside controls and other wrappers that stand for nothing themselves. */
export function inner(parent: Element, names: readonly string[]): Element[] {
  return elements(parent).flatMap((child) =>
    names.includes(child.name) ? [child] : wrappers.includes(child.name) ? inner(child, names) : [],
  );
}

/** Word's rows and cells whose deletion is tracked are gone when it is accepted. */
export function isDeleted(element: Element): boolean {
  return Boolean(find(element, 'trPr', 'del') ?? find(element, 'tcPr', 'cellDel'));
}
