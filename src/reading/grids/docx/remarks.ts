import { descendants, type Element, elements, textOf } from '../../../formats/office/element.js';
import { type Note, quoted } from '../beside.js';
import type { OfficeFile } from '../officeFile.js';

type Kind = 'comment' | 'footnote' | 'endnote';

const words: Readonly<Record<Kind, Note>> = {
  comment: { zh: '批注', en: 'comment' },
  footnote: { zh: '脚注', en: 'footnote' },
  endnote: { zh: '尾注', en: 'endnote' },
};

/** Comments and notes of a document by their ids, as they are told: `批注（张三）：请核对`. */
export class Remarks {
  readonly #told = new Map<string, Note>();

  constructor(file: OfficeFile, main: string) {
    for (const kind of ['comment', 'footnote', 'endnote'] as const) {
      for (const root of file.trees(main, `${kind}s`)) {
        for (const remark of elements(root, kind))
          this.#told.set(`${kind} ${remark.attributes.id}`, told(kind, remark));
      }
    }
  }

  find(kind: Kind, id: string | undefined): Note | undefined {
    return this.#told.get(`${kind} ${id}`);
  }
}

function told(kind: Kind, remark: Element): Note {
  const { zh, en } = words[kind];
  const { author } = remark.attributes;
  const text = partTextOf(remark);
  return { zh: `${zh}${author ? `（${author}）` : ''}：${text}`, en: `${en}${author ? ` (${author})` : ''}: ${text}` };
}

/** The text of a comment, note, header or footer, its paragraphs parted by spaces. */
export function partTextOf(part: Element): string {
  const paragraphs = descendants(part, 'p').map((paragraph) => descendants(paragraph, 't').map(textOf).join(''));
  return quoted(paragraphs.filter((text) => text.trim() !== '').join(' '));
}
