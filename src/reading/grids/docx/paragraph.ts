import { inStyle, lineBreakIn } from '../../../formats/docx/readText.js';
import { descendants, type Element, elements, find, isElement, textOf } from '../../../formats/office/element.js';
import { type Note, quoted } from '../beside.js';
import { isSymbolFont, symbolOf } from '../symbols.js';
import type { Remarks } from './remarks.js';
import { isOn, type Styles } from './styles.js';

/** What a document's paragraphs refer to. */
export interface Referred {
  readonly styles: Styles;
  readonly remarks: Remarks;
}

export interface ReadParagraph {
  /** As it reads with all tracked changes accepted; `w:br` is `\n`. */
  readonly text: string;
  readonly notes: readonly Note[];
  /** The contents of the text boxes that are anchored in it (`w:txbxContent`). */
  readonly boxes: readonly Element[];
  /** Its end was deleted: it goes on in the next paragraph. */
  readonly goesOn: boolean;
}

export function readParagraph(paragraph: Element, referred: Referred): ReadParagraph {
  const reader = new ParagraphReader(referred, lineBreakIn(paragraph));
  const { notes, boxes } = reader;
  const properties = find(paragraph, 'pPr');
  const read = (): string => reader.textIn(paragraph);
  const text = referred.styles.isHidden(properties, 'pStyle') ? reader.unseen(read, hidden) : read();
  if (text.trim() !== '' && referred.styles.isNumbered(properties))
    notes.push({ zh: '自动编号不是文字，未读入', en: 'the automatic number is no text and was not read' });
  const end = find(properties, 'rPr');
  return { text, notes, boxes, goesOn: Boolean(find(end, 'del') ?? find(end, 'moveFrom')) };
}

const hidden: Note = { zh: '隐藏文字未读入', en: 'hidden text was not read' };
const deleted: Note = { zh: '修订中删去的文字未读入', en: 'text deleted in a tracked change was not read' };
const prompt: Note = { zh: '未填的提示文字未读入', en: 'a prompt that nobody filled in was not read' };
const inserted: Note = { zh: '修订中插入的文字已读入', en: 'text inserted in a tracked change was read' };

class ParagraphReader {
  readonly notes: Note[] = [];
  readonly boxes: Element[] = [];
  /** Open fields: whether their code is over and their result is being read. */
  readonly #fields: { result: boolean }[] = [];

  constructor(
    readonly referred: Referred,
    readonly lineBreak: string,
  ) {}

  textIn(parent: Element): string {
    return parent.children.map((child) => (isElement(child) ? this.#textOf(child) : '')).join('');
  }

  /** Of what the reader of the document does not see there is no text, only a note. */
  unseen(read: () => string, why: Note): '' {
    this.#tell(why, read());
    return '';
  }

  #tell({ zh, en }: Note, about: string): void {
    const text = quoted(about);
    if (text !== '') this.notes.push({ zh: `${zh}：${text}`, en: `${en}: ${text}` });
  }

  #textOf(element: Element): string {
    switch (element.name) {
      case 'pPr':
      case 'rPr':
      case 'sdtPr':
      case 'sdtEndPr':
      case 'instrText':
      case 'delInstrText':
      case 'softHyphen':
      case 'rt':
        return '';
      case 't':
      case 'delText':
        return this.#shown(characters(element));
      case 'br':
        return this.#shown((element.attributes.type ?? 'textWrapping') === 'textWrapping' ? this.lineBreak : '');
      case 'cr':
        return this.#shown('\n');
      case 'tab':
      case 'ptab':
        return this.#shown('\t');
      case 'noBreakHyphen':
        return this.#shown('\u2011');
      case 'sym':
        return this.#symbol(element.attributes.font ?? '', Number.parseInt(element.attributes.char ?? '', 16));
      case 'r':
        return this.#run(element);
      case 'del':
      case 'moveFrom':
        return this.unseen(() => this.textIn(element), deleted);
      case 'ins':
      case 'moveTo':
        return this.#inserted(element);
      case 'fldChar':
        return this.#field(element);
      case 'sdt':
        return this.#control(element);
      case 'AlternateContent':
        return this.textIn(find(element, 'Choice') ?? find(element, 'Fallback') ?? element);
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#drawn(element);
      case 'oMath':
        this.notes.push({
          zh: '公式按其中的文字读入，请核对',
          en: 'of a formula the characters were read: check them',
        });
        return this.textIn(element);
      case 'commentReference':
        return this.#remark('comment', element);
      case 'footnoteReference':
        return this.#remark('footnote', element);
      case 'endnoteReference':
        return this.#remark('endnote', element);
      default:
        return this.textIn(element);
    }
  }

  #shown(text: string): string {
    if (this.#fields.every(({ result }) => result)) return text;
    return this.unseen(() => text, { zh: '域代码中的文字未读入', en: 'text in the code of a field was not read' });
  }

  #run(run: Element): string {
    const properties = find(run, 'rPr');
    const read = (): string => this.#written(run, properties);
    return this.referred.styles.isHidden(properties, 'rStyle') ? this.unseen(read, hidden) : read();
  }

  #written(run: Element, properties: Element | undefined): string {
    const { ascii, hAnsi } = find(properties, 'rFonts')?.attributes ?? {};
    const font = [ascii, hAnsi].find((name) => name !== undefined && isSymbolFont(name));
    const text = inStyle(find(properties, 'rStyle')?.attributes.val, () => this.textIn(run));
    return font === undefined ? text : Array.from(text, (character) => this.#ofFont(font, character)).join('');
  }

  /** A character typed in a symbol font: `³` in Symbol is shown as ≥. */
  #ofFont(font: string, character: string): string {
    const code = character.codePointAt(0) as number;
    const isCode = (code > 0x20 && code <= 0xff) || (code >= 0xf000 && code <= 0xf0ff);
    return isCode ? this.#symbol(font, code) : character;
  }

  #symbol(font: string, code: number): string {
    const known = symbolOf(font, code);
    if (known === undefined) {
      const name = `${font} ${Number.isNaN(code) ? '?' : code.toString(16).toUpperCase()}`;
      this.notes.push({
        zh: `认不出的符号（${name}），读作 \ufffd`,
        en: `an unknown symbol (${name}), read as \ufffd`,
      });
    }
    return this.#shown(known ?? '\ufffd');
  }

  #inserted(element: Element): string {
    const text = this.textIn(element);
    this.#tell(inserted, text);
    return text;
  }

  /** Fields are told by their marks; the boxes and lists of old forms have their value in the first. */
  #field(element: Element): string {
    const { fldCharType } = element.attributes;
    if (fldCharType === 'end') this.#fields.pop();
    const open = this.#fields.at(-1);
    if (fldCharType === 'separate' && open) open.result = true;
    if (fldCharType !== 'begin') return '';
    const value = formValue(find(element, 'ffData'));
    this.#fields.push({ result: false });
    return value;
  }

  /** A content control: a tick is read as ☑ or □, and a prompt that nobody typed over is no text. */
  #control(element: Element): string {
    const properties = find(element, 'sdtPr');
    const box = find(properties, 'checkbox');
    if (box) return tick(find(box, 'checked'));
    const content = find(element, 'sdtContent') ?? element;
    const shown = find(properties, 'showingPlcHdr');
    return shown && isOn(shown) ? this.unseen(() => this.textIn(content), prompt) : this.textIn(content);
  }

  #drawn(element: Element): '' {
    const boxes = descendants(element, 'txbxContent');
    this.boxes.push(...boxes);
    const art = descendants(element, 'textpath').map(({ attributes }) => attributes.string ?? '');
    this.#tell({ zh: '艺术字未读入', en: 'WordArt was not read' }, art.join(' '));
    if (boxes.length === 0 && pictures.some((name) => descendants(element, name).length > 0))
      this.notes.push({ zh: '图片或图形中的文字未读入', en: 'a picture was not read' });
    return '';
  }

  #remark(kind: Parameters<Remarks['find']>[0], element: Element): '' {
    const remark = this.referred.remarks.find(kind, element.attributes.id);
    if (remark) this.notes.push(remark);
    return '';
  }
}

const pictures = ['blip', 'imagedata', 'OLEObject', 'chart', 'relIds'];

function tick(state: Element | undefined): '☑' | '□' {
  return state !== undefined && isOn(state) ? '☑' : '□';
}

function formValue(data: Element | undefined): string {
  const box = find(data, 'checkBox');
  if (box) return tick(find(box, 'checked') ?? find(box, 'default'));
  const list = find(data, 'ddList');
  const chosen = Number((find(list, 'result') ?? find(list, 'default'))?.attributes.val ?? 0);
  return elements(list, 'listEntry')[chosen]?.attributes.val ?? '';
}

/** Without `xml:space="preserve"` the white space at both ends is no text (ISO/IEC 29500-1 §17.3.3.31). */
function characters(element: Element): string {
  const text = textOf(element);
  return element.attributes.space === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
