import type { Bilingual, Problem } from '../problem.js';

/** What is said of a file that was dropped. */

/** A piece of the file and what became of it. */
export interface ReadPiece {
  readonly place: Bilingual;
  readonly text: string;
  readonly why: Bilingual;
}

/** A cell of the file, how many columns it is over, and whether it was not understood. */
export interface ReadCell {
  readonly text: string;
  readonly span: number;
  readonly isLeft?: true;
}

/** A table that was read: its rows are a label and what was read for it. */
export interface ReadTable {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** What was read of somebody's file; it is in the folder only where `name` says so. */
export interface ReadIn {
  readonly by: 'form' | 'heads' | 'data';
  readonly layout?: Bilingual;
  readonly fields: number;
  readonly questions: readonly AskedOf[];
  readonly left: readonly ReadPiece[];
  readonly notes: readonly Bilingual[];
  readonly lost: readonly ReadPiece[];
  readonly problems: readonly Problem[];
  /** What was read, to be held against the file. */
  readonly values: readonly ReadTable[];
  /** The file's own rows. */
  readonly rows: readonly { readonly cells: readonly ReadCell[] }[];
  /** A layout can be made of the file's form, which no layout has. */
  readonly mayMake: boolean;
  /** The layout that was made, with the places to look at. */
  readonly made?: { readonly name: Bilingual; readonly looks: readonly ReadPiece[] };
  readonly name?: string;
}

/** A finding of the table that the officer sent, and the way to its cell where the report is in the folder. */
export interface OfficersFinding {
  readonly file: string;
  readonly table: string;
  readonly cell: string;
  readonly message: string;
  readonly hint: string;
  readonly isError: boolean;
  readonly report?: string;
  readonly form?: string;
  readonly pointer?: string;
}

/** What a file that was dropped holds: somebody's table, or an officer's findings. */
export type Dropped = ReadIn | { readonly officers: readonly OfficersFinding[] };

/** What a file does not say; `proposed` is what is taken without an answer. */
export interface AskedOf extends Bilingual {
  readonly id: string;
  readonly options: readonly ({ readonly value: string } & Bilingual)[];
  readonly proposed: string | undefined;
}
