import type { Bilingual, Severity } from '../problem.js';
import type { Shift } from './shift.js';

/** What server and page say to each other, as JSON. */

/** How a typed text is understood: what is written in a cell of this kind. */
export type FieldKind =
  | 'text'
  | 'prose'
  | 'money'
  | 'target'
  | 'sign'
  | 'figure'
  | 'unit'
  | 'date'
  | 'number'
  | 'tick'
  | 'flag';

/** Where an edit goes: the values that it fills, the first of which is shown. */
export interface Address {
  readonly kind: FieldKind;
  /** JSON pointers into the report; a step `-` is a member that its list does not have yet. */
  readonly pointers: readonly string[];
  /** What such a member holds beside the edited value. */
  readonly member?: Readonly<Record<string, string | number | boolean>>;
  /** The unit of money that the cell is printed in. */
  readonly unit?: '元' | '万元';
  /** What the form leaves off behind a value, such as 指标 of 数量指标. */
  readonly suffix?: string;
  /** The choice that a box is for. */
  readonly choice?: string;
}

/** A place of the form that can be filled. */
export interface Field extends Address {
  /** The same for two places that print one value. */
  readonly key: string;
  /** As it is printed; of prose the whole text with its line ends. */
  readonly text: string;
  /** The value in the data, to see whether somebody else has changed it. */
  readonly was: string;
  /** Its name for screen readers and in lists. */
  readonly label: string;
  /** What is usual there, offered and not forced. */
  readonly choices?: readonly string[];
  /** It is reckoned from others, and cannot be typed. */
  readonly derived?: true;
}

export type Piece =
  /** `why`: it comes from the report, and this is why it is not filled in here. */
  | { readonly text: string; readonly look?: string; readonly why?: Bilingual }
  | { readonly lineBreak: true }
  | { readonly field: string; readonly look?: string };

export interface SheetParagraph {
  readonly tag: 'p' | 'h1' | 'h2' | 'h3';
  readonly look: string;
  readonly pieces: readonly Piece[];
  /** One field and nothing else: it has the whole line. */
  readonly alone?: true;
  /** Many fields in one run of words: they are filled in rows, those of this list. */
  readonly packed?: string;
}

export interface SheetCell {
  readonly header?: 'column' | 'row';
  readonly colspan: number;
  readonly rowspan: number;
  readonly look: string;
  readonly paragraphs: readonly SheetParagraph[];
  /** Fields of the cell that are blank and have no place among its words: shown while one is in the cell. */
  readonly more?: readonly string[];
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** The member of a list that the row shows, as JSON pointer: such rows are added, moved and deleted. */
  readonly record?: string;
}

export type SheetBlock =
  | { readonly type: 'paragraph'; readonly paragraph: SheetParagraph }
  | {
      readonly type: 'table';
      readonly look: string;
      readonly label: string;
      /** It only puts words side by side, such as 单位 beside 金额单位. */
      readonly lines: boolean;
      /** Shares of the width, in per cent. */
      readonly columns: readonly number[];
      readonly head: readonly SheetRow[];
      readonly body: readonly SheetRow[];
    };

/** The rows of a list whose form prints them in one cell. */
export interface PackedList {
  readonly list: string;
  readonly columns: readonly Bilingual[];
  /** The keys of fields, row by row. */
  readonly rows: readonly (readonly string[])[];
}

/** One form, ready to be drawn. */
export interface Sheet {
  readonly form: string;
  readonly title: string;
  readonly layout: Bilingual;
  /** Rules for the classes of its looks, and for nothing else. */
  readonly css: string;
  /** The names of the faces that it is printed in. */
  readonly faces: readonly string[];
  /** The width of its text, in points. */
  readonly width: number;
  readonly blocks: readonly SheetBlock[];
  readonly fields: Readonly<Record<string, Field>>;
  readonly packed: readonly PackedList[];
  /** Filled or fillable fields that the form has no room for. */
  readonly beside: readonly string[];
  /** The lists of which rows can be added, with what a new row is called. */
  readonly lists: readonly { readonly list: string; readonly name: string }[];
}

/** What a check found, and the field of the form in hand that shows it. */
export interface DeskFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly cell: Bilingual;
  readonly pointer: string;
  /** The form that it stands in; '' for the whole report. */
  readonly form: string;
  /** The key of the field where it is shown. */
  readonly field?: string;
  /** The text that mends it for certain. */
  readonly mended?: string;
  /** Why it is accepted: it stops no publication. */
  readonly reason?: string;
}

export interface OutlineForm {
  readonly form: string;
  readonly name: string;
  readonly money?: string;
  readonly faults: number;
  readonly warnings: number;
  readonly withheld?: true;
}

export interface OutlineUnit {
  readonly pointer: string;
  readonly name: string;
  readonly forms: readonly OutlineForm[];
}

/** The units and projects of a report. */
export interface Outline {
  readonly department: string;
  readonly year: number;
  readonly region: string;
  readonly money: string;
  readonly moneyUnit: string;
  /** The department's own table, where it has one. */
  readonly overall?: OutlineForm;
  readonly units: readonly OutlineUnit[];
  readonly faults: number;
  readonly warnings: number;
}

/** What a person does. Each has an id, so that one that is sent twice is done once. */
export type Act =
  | ({ readonly type: 'set'; readonly text: string; readonly was: string; readonly visit: string } & Address)
  | { readonly type: 'put'; readonly pointer: string; readonly text: string; readonly was: string }
  | { readonly type: 'row'; readonly how: 'add' | 'remove' | 'copy' | 'up' | 'down'; readonly record: string }
  | {
      readonly type: 'paste';
      readonly cells: readonly (Address & { readonly text: string })[];
      readonly more?: NewRows;
    }
  | { readonly type: 'project'; readonly how: 'add' | 'remove' | 'copy' | 'up' | 'down'; readonly at: string }
  | { readonly type: 'unit'; readonly how: 'add' | 'remove'; readonly at: string }
  | { readonly type: 'choose'; readonly pointer: string; readonly isOurs: boolean }
  /** A finding is to be published as it is, for this reason; '' takes that back. */
  | { readonly type: 'accept'; readonly code: string; readonly pointer: string; readonly reason: string }
  /** The file that another program has spoilt is replaced by what is here. */
  | { readonly type: 'replace' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** New members of a list, as typed texts by field name: below one of them, else at the end. */
export interface NewRows {
  readonly list: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** The pointer of the member that they follow. */
  readonly below?: string;
}

export interface ActRequest {
  readonly id: string;
  /** The tab that it comes from. */
  readonly from: string;
  /** The version of the report that its pointers are of. */
  readonly version: number;
  /** Where the act was done. */
  readonly form: string;
  /** The form that the page shows now, where that is another. */
  readonly shown?: string;
  readonly act: Act;
}

/** What a typed text was taken for, in words: 符号 ≥ · 数值 96 · 单位 场次. */
export interface Understood {
  readonly key: string;
  readonly words: Bilingual;
  /** False where it was not understood: the data is as before. */
  readonly taken: boolean;
  /** What was not understood, where the page has not typed it in this field. */
  readonly text?: string;
}

/** Somebody else has changed the value meanwhile. */
export interface Conflict {
  readonly key: string;
  readonly theirs: string;
  readonly yours: string;
}

/** A value that was changed at the desk and, before it was in the file, by another program: now it is as that program has it. */
export interface ShownClash {
  readonly pointer: string;
  readonly form: string;
  readonly cell: Bilingual;
  readonly theirs: string;
  readonly yours: string;
}

export interface View {
  readonly version: number;
  readonly sheet?: Sheet;
  readonly findings: readonly DeskFinding[];
  /** The list of forms, where it is not as the page has it. */
  readonly outline?: Outline;
  /** What would be taken back, in words. */
  readonly canUndo?: Bilingual;
  readonly canRedo?: Bilingual;
  readonly saved: boolean;
  readonly clashes?: readonly ShownClash[];
  /** Another program has made of the file what is no report, and this is why. */
  readonly broken?: Bilingual;
  /** What stands here was published as it is: it is not changed without saying so. */
  readonly published?: true;
}

/** A form as it is shown, asked for with the version that the page has. */
export interface FormView extends View {
  readonly form: string;
  /** What moved since that version; absent where that is too long ago to be known. */
  readonly shifts?: readonly Shift[];
}

export interface ActAnswer extends View {
  readonly understood?: readonly Understood[];
  readonly conflict?: Conflict;
  /** What moved since the version that was named; absent where that is too long ago to be known. */
  readonly shifts?: readonly Shift[];
  /** The field that the typed value stands in now: a blank becomes a field, what is emptied may become a blank. */
  readonly now?: Field;
  /** The form to go to, and the field in it. */
  readonly go?: { readonly form: string; readonly pointer?: string };
}
