import type { MoneyUnit } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import { codeAndName, isBlank, joined } from './cellText.js';
import type { Draft, Node } from './draft.js';
import type { Ledger, Piece } from './ledger.js';

/** A code and a name, and the pieces that they stand in. */
export interface Named {
  readonly code?: string | undefined;
  readonly name: string;
  readonly codePiece?: Piece | undefined;
  readonly piece: Piece;
}

/** A row with a unit's name and amounts and nothing more: the unit's subtotal, or that of the department above it. */
interface Subtotal {
  readonly named: Named;
  readonly amounts: readonly {
    readonly key: Readonly<Record<string, string>>;
    readonly piece: Piece;
    readonly unit: MoneyUnit | undefined;
  }[];
}

/** A name with its code, from a cell that has both or from two cells. Undefined for a blank. */
export function namedIn(whole: Piece | undefined, code: Piece | undefined, name: Piece | undefined): Named | undefined {
  const piece = name ?? whole ?? code;
  if (!piece || isBlank(piece.text)) return undefined;
  if (piece === code) return undefined;
  const own = whole && !name ? codeAndName(whole.text) : { name: joined(piece.text), code: undefined };
  if (code && !isBlank(code.text)) return { code: joined(code.text), name: own.name, codePiece: code, piece };
  return { code: own.code, name: own.name, codePiece: own.code === undefined ? undefined : whole, piece };
}

const same = (left: { readonly code?: unknown; readonly name?: unknown }, right: Named): boolean =>
  left.name === right.name && (left.code === undefined || right.code === undefined || left.code === right.code);

/** Which unit and project the rows belong to. */
export class Owners {
  unit: Node | undefined;
  project: Node | undefined;
  /** What lines and labels outside of tables say. */
  lineUnit: Named | undefined;
  lineDepartment: Named | undefined;
  /** Where the name of a unit stands whose first projects have none. */
  adopted: Piece | undefined;
  readonly #pending: Subtotal[] = [];
  #lastProjectPiece: Piece | undefined;

  constructor(
    private readonly draft: Draft,
    private readonly ledger: Ledger,
  ) {}

  /** The department by a label or a column of its own. */
  nameDepartment(named: Named): void {
    this.#name(this.draft.department, named);
  }

  /** The unit in hand by a label that comes behind its project. */
  nameUnit(named: Named): void {
    this.#name(this.unit ?? this.enterUnit(undefined), named);
  }

  /** A row of a unit alone. */
  hold(subtotal: Subtotal): void {
    this.#pending.push(subtotal);
  }

  /** The unit that a row names, or else the last that stood alone, or that of a line. */
  enterUnit(named: Named | undefined): Node {
    const last = this.#pending.at(-1);
    if (named === undefined && last === undefined) {
      this.unit ??= this.#newUnit(this.lineUnit);
      return this.unit;
    }
    const own = named ?? (last as Subtotal).named;
    const isOwnTotal = last !== undefined && same(last.named, own);
    for (const each of isOwnTotal ? this.#pending.slice(0, -1) : this.#pending) this.#above(each, own);
    const unit = this.#unitOf(own);
    if (isOwnTotal) this.#fund(unit, last);
    this.#pending.length = 0;
    return unit;
  }

  #unitOf(named: Named): Node {
    if (this.unit && same(this.unit.data, named)) {
      this.#name(this.unit, named);
      return this.unit;
    }
    const units = this.draft.members(this.draft.root, 'units');
    const known = units.find(({ data }) => same(data, named));
    const [nameless, ...others] = units;
    // What stands before the first name, without one, is of the same unit: a page that goes on from another file.
    const isSame = nameless !== undefined && others.length === 0 && nameless.data.name === undefined;
    if (isSame && (nameless.data.projects as unknown[]).length > 0) this.adopted = named.piece;
    this.unit = known ?? (isSame ? nameless : this.#newUnit(named));
    this.project = undefined;
    this.#name(this.unit, named);
    return this.unit;
  }

  #newUnit(named: Named | undefined): Node {
    const unit = this.draft.member(this.draft.root, 'units');
    unit.data.projects = [];
    if (named) this.#name(unit, named);
    return unit;
  }

  #name(node: Node, { code, name, codePiece, piece }: Named): void {
    this.ledger.use(piece);
    if (this.draft.put(node, 'name', name, piece) === 'differs') this.ledger.leave(piece, 'differs');
    if (code === undefined) return;
    if (this.draft.put(node, 'code', code, codePiece ?? piece) === 'differs')
      this.ledger.leave(codePiece ?? piece, 'differs');
    else if (codePiece) this.ledger.use(codePiece);
  }

  /** A subtotal above a unit: the department's, when its code begins that of the unit, it says 部门, or the line above names it. */
  #above(subtotal: Subtotal, unit: Named): void {
    const { named } = subtotal;
    const { department } = this.draft;
    const isAbove =
      (named.code !== undefined && unit.code?.startsWith(named.code) === true && named.code !== unit.code) ||
      /部门$/.test(named.name) ||
      named.name === (this.lineDepartment ?? this.lineUnit)?.name;
    if (isAbove && (department.data.name === undefined || same(department.data, named))) {
      this.#name(department, named);
      this.#fund(department, subtotal);
      return;
    }
    // Of what it is the sum, or whose project it is, nobody knows.
    for (const piece of [named.piece, named.codePiece, ...subtotal.amounts.map((each) => each.piece)]) {
      if (piece) this.ledger.leave(piece, 'no-project');
    }
  }

  #fund(node: Node, { amounts }: Subtotal): void {
    for (const { key, piece, unit } of amounts) {
      const put = this.draft.putMoney(node, 'funding', key, piece, unit);
      if (put === undefined || put === 'differs') this.ledger.leave(piece, put ?? 'not-number');
      else this.ledger.use(piece);
    }
  }

  /** Rows of units at the end, below which nothing stands. */
  finish(): void {
    for (const each of this.#pending) this.#above(each, each.named);
    this.#pending.length = 0;
  }

  /**
   * The project that a row names. The same name again is the same project, unless its code or number differs, or its cell is
   * merged anew; one that no row names is another.
   */
  enterProject(named: Named | undefined, isNew: boolean): { readonly project: Node; readonly isNew: boolean } {
    const unit = this.unit ?? this.enterUnit(undefined);
    if (!named) {
      this.project = this.draft.member(unit, 'projects');
      return { project: this.project, isNew: true };
    }
    const isSame =
      !isNew &&
      this.project !== undefined &&
      same(this.project.data, named) &&
      this.project.pointer.startsWith(`${unit.pointer}/`);
    const again =
      isSame || named.code === undefined || isNew
        ? undefined
        : this.draft.members(unit, 'projects').find(({ data }) => data.code === named.code && data.name === named.name);
    const made = isSame ? undefined : again;
    const project = isSame ? (this.project as Node) : (made ?? this.draft.member(unit, 'projects'));
    this.project = project;
    this.#lastProjectPiece = named.piece;
    this.#name(project, named);
    return { project, isNew: !isSame };
  }

  get lastProjectPiece(): Piece | undefined {
    return this.#lastProjectPiece;
  }
}

export type Term = Period | undefined;
