import { hearXml } from '../../../formats/office/element.js';
import type { Note } from '../beside.js';
import { CellCount, damaged, mostOfSheet, tooLarge } from '../refusals.js';
import { cellAt, mostColumns, mostRows, type Range, rangeAt } from './cellName.js';
import type { Formats } from './formats.js';
import { InnerText, unmarked } from './sharedStrings.js';

/** What a sheet holds, by rows and columns from 0. */
export interface Sheet {
  /** Texts that are not blank, row by row. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merged: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly columns: readonly Columns[];
  /** In characters, of columns that say none. */
  readonly width: number;
  readonly notes: readonly { readonly row: number; readonly column: number; readonly note: Note }[];
}

export interface Columns {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly isHidden: boolean;
}

/** What cells refer to. */
export interface Referred {
  readonly strings: readonly string[];
  readonly formats: Formats;
}

/** Reads a sheet's part (ISO/IEC 29500-1 §18.3). Throws Problems `source-damaged`, `source-too-large`, and what `hearXml` throws. */
export function readSheet(xml: string, referred: Referred): Sheet {
  const reader = new SheetReader(referred);
  hearXml(xml, reader);
  return reader;
}

const mostMerged = 100_000;

class SheetReader implements Sheet {
  readonly rows = new Map<number, Map<number, string>>();
  readonly merged: Range[] = [];
  readonly hiddenRows: number[] = [];
  readonly columns: Columns[] = [];
  readonly notes: Sheet['notes'][number][] = [];
  width = 8.43;
  readonly #count = new CellCount(mostOfSheet);
  readonly #inner = new InnerText();
  #row = -1;
  #column = -1;
  #cell: Readonly<Record<string, string>> = {};
  #value = '';
  #formula: string | undefined;
  /** Which text comes now. */
  #into: 'value' | 'formula' | undefined;

  constructor(readonly referred: Referred) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r) - 1;
        this.#column = -1;
        if (!(this.#row >= 0 && this.#row < mostRows)) throw damaged(new Error(`row ${attributes.r}`));
        if (isTrue(attributes.hidden)) this.hiddenRows.push(this.#row);
        return;
      case 'c':
        this.#cell = attributes;
        this.#column = attributes.r === undefined ? this.#column + 1 : (cellAt(attributes.r)?.column ?? mostColumns);
        if (this.#column >= mostColumns) throw damaged(new Error(`cell ${attributes.r}`));
        this.#value = '';
        this.#formula = undefined;
        this.#inner.start();
        return;
      case 'v':
        this.#into = 'value';
        return;
      case 'f':
        this.#formula = '';
        this.#into = 'formula';
        return;
      case 'col':
        this.columns.push(columns(attributes));
        return;
      case 'sheetFormatPr':
        this.width = Number(attributes.defaultColWidth) || this.width;
        return;
      case 'mergeCell':
        this.#merge(attributes.ref ?? '');
        return;
      default:
        this.#inner.open(name);
    }
  }

  text(text: string): void {
    if (this.#into === 'value') this.#value += text;
    else if (this.#into === 'formula') this.#formula += text;
    else this.#inner.text(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.#into = undefined;
    else if (name === 'c') this.#end();
    else this.#inner.close(name);
  }

  #merge(ref: string): void {
    const range = rangeAt(ref);
    if (this.merged.length >= mostMerged) throw tooLarge('合并单元格太多', 'too many merged cells');
    if (range && (range.top < range.bottom || range.left < range.right)) this.merged.push(range);
  }

  #end(): void {
    const text = this.#shown();
    if (text.trim() === '') return;
    this.#count.add(1);
    const row = this.rows.get(this.#row) ?? new Map<number, string>();
    row.set(this.#column, text);
    this.rows.set(this.#row, row);
  }

  /** By the cell's type (ST_CellType). */
  #shown(): string {
    const { t: type = 'n', s: style } = this.#cell;
    const format = this.referred.formats.of(style);
    if (type === 'inlineStr') return format.text(this.#inner.all);
    if (this.#value === '') {
      if (this.#formula !== undefined && type !== 'str')
        this.#tell({
          zh: '公式没有算出的值，读作空白；用 Excel 打开并另存',
          en: 'a formula without its value, read as blank: save the file in Excel',
        });
      return '';
    }
    switch (type) {
      case 's':
        return format.text(this.#shared(this.#value));
      case 'b':
        return this.#value === '1' || this.#value === 'true' ? 'TRUE' : 'FALSE';
      case 'str':
        return format.text(unmarked(this.#value));
      case 'e':
        // =100(%) that was typed as a text is an error where a program took it for a formula.
        if (/^\d+(?:\.\d+)?[（(][^()（）]{1,8}[)）]$/u.test(this.#formula ?? '')) return `=${this.#formula}`;
        this.#tell({ zh: `单元格是错误值 ${this.#value}`, en: `the cell is the error ${this.#value}` });
        return this.#value;
      case 'd':
        return this.#date(format.number);
      default:
        return this.#number(this.#value, format.number);
    }
  }

  #shared(index: string): string {
    const text = this.referred.strings[Number(index)];
    if (text === undefined) throw damaged(new Error(`no shared string ${index}`));
    return text;
  }

  /** An ISO 8601 date in the file, which Excel shows by the cell's format. */
  #date(format: Formats['isoDate']['number']): string {
    const [day = '', time] = this.#value.split('T');
    const milliseconds = Date.parse(`${day}T${time ?? '00:00:00'}Z`.replace(/ZZ$/, 'Z'));
    if (Number.isNaN(milliseconds)) return this.#value;
    const serial = milliseconds / 86_400_000 + 25_569 - (this.referred.formats.is1904 ? 1462 : 0);
    const { text, hides } = format(`${serial}`);
    return hides === undefined && !/^\d+(?:\.\d+)?$/.test(text) ? text : this.#value;
  }

  #number(value: string, format: Formats['isoDate']['number']): string {
    const { text, hides } = format(value);
    if (hides !== undefined)
      this.#tell({
        zh: `表中显示“${text}”，实际数值 ${hides}；按显示的读入`,
        en: `it shows ${text} and is ${hides}; read as shown`,
      });
    return text;
  }

  #tell(note: Note): void {
    this.notes.push({ row: this.#row, column: this.#column, note });
  }
}

function columns({ min, max, width, hidden }: Readonly<Record<string, string>>): Columns {
  return { first: Number(min) - 1, last: Number(max) - 1, width: Number(width) || 0, isHidden: isTrue(hidden) };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
