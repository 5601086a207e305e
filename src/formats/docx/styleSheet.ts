import { levelIndent } from '../../document/walk.js';
import type { ParagraphLook } from './looks.js';
import type { FontNames } from './names.js';
import { spacer } from './spacer.js';
import type { StretchLooks } from './stretchLooks.js';
import { edgesKey, isFramed, type TableLook } from './tableLook.js';
import { emptySize, type Kind, type WordParagraph, type WordTable } from './word.js';

/** A paragraph style as it stands in the gallery of styles. */
export interface NamedStyle {
  readonly id: string;
  /** Word shows its own names (heading 1, caption, toc 1) in the user's language. */
  readonly name: string;
  readonly look: ParagraphLook;
  /** Absent is Normal. */
  readonly basedOn?: NamedStyle;
  /** Of headings, from 0. */
  readonly outline?: number;
}

export interface TableStyle {
  readonly id: string;
  readonly name: string;
  readonly look: TableLook;
}

interface KindNames {
  readonly id: string;
  readonly name: string;
  readonly outline?: number;
  /** One style only: Word knows no second of it. */
  readonly single?: true;
}

const kinds: Readonly<Record<Kind, KindNames>> = {
  heading1: { id: 'Heading1', name: 'heading 1', outline: 0, single: true },
  heading2: { id: 'Heading2', name: 'heading 2', outline: 1, single: true },
  heading3: { id: 'Heading3', name: 'heading 3', outline: 2, single: true },
  plain: { id: 'PlainText', name: '正文段落' },
  english: { id: 'EnglishText', name: '英文正文' },
  lead: { id: 'TableLead', name: '表前文字' },
  note: { id: 'TableNote', name: '表注' },
  figure: { id: 'Figure', name: '图' },
  caption: { id: 'Caption', name: 'caption', single: true },
  cell: { id: 'CellText', name: '表内文字' },
  englishCell: { id: 'CellEnglish', name: '表内英文' },
  head: { id: 'CellHead', name: '表头' },
  label: { id: 'CellLabel', name: '栏目' },
  centred: { id: 'CellCentred', name: '居中文字' },
  amount: { id: 'CellAmount', name: '金额' },
  vertical: { id: 'VerticalLabel', name: '竖排标签' },
  contents1: { id: 'TOC1', name: 'toc 1', single: true },
  contents2: { id: 'TOC2', name: 'toc 2', single: true },
  contents3: { id: 'TOC3', name: 'toc 3', single: true },
  spacer: { id: 'Spacer', name: '表间空行', single: true },
};

/** A look that fewer paragraphs have gets no style: they say how they differ from their kind's. */
const worthAStyle = 3;

/**
 * The styles of a document, derived from how its paragraphs and tables look: one for each kind, a second where a kind has two
 * looks (表内文字 2), all of what stands in tables based on 表内文字. None that nothing is set in.
 */
export class StyleSheet {
  /** Where text is of no style. */
  readonly normal: ParagraphLook;
  readonly #styles: NamedStyle[] = [];
  readonly #byLook = new Map<Kind, Map<ParagraphLook, NamedStyle>>();
  readonly #first = new Map<Kind, NamedStyle>();
  readonly #tables = new Map<string, TableStyle>();
  /** Of runs, by id. */
  readonly characterStyles: readonly string[];

  constructor(
    all: readonly StretchLooks[],
    private readonly names: FontNames,
  ) {
    this.normal = names.looks.plain(names.look({ role: '宋体', size: emptySize, bold: false }), {});
    this.characterStyles = [...new Set(all.flatMap(({ characterStyles }) => characterStyles))].sort();
    const found = foundLooks(all, names);
    const cell = cellLook(found) ?? (found.has('cell') ? this.normal : undefined);
    if (cell) this.#add('cell', found.get('cell') ?? new FoundLooks(), cell);
    for (const kind of Object.keys(kinds) as Kind[]) {
      const own = found.get(kind);
      if (own && kind !== 'cell')
        this.#add(kind, own, cell ?? this.normal, own.outside ? undefined : this.#first.get('cell'));
    }
    for (const { tables } of all) for (const look of tables) this.#addTable(look);
  }

  /** Each behind the one that it is based on. */
  get paragraphStyles(): readonly NamedStyle[] {
    return this.#styles;
  }

  get tableStyles(): readonly TableStyle[] {
    return [...this.#tables.values()];
  }

  /** The style that a paragraph stands in. */
  styleOf({ kind, look }: WordParagraph): NamedStyle {
    return this.#byLook.get(kind)?.get(look) ?? (this.#first.get(kind) as NamedStyle);
  }

  tableStyleOf({ look }: WordTable): TableStyle {
    return this.#tables.get(tableKey(look)) as TableStyle;
  }

  /** How a paragraph looks; one without text as its style does, but for its height. */
  lookOf(paragraph: WordParagraph): ParagraphLook {
    if (!paragraph.isBlank) return paragraph.look;
    const { line, stretches, keepNext } = paragraph.look;
    return this.names.looks.paragraph({ ...this.styleOf(paragraph).look, line, stretches, keepNext });
  }

  /** `otherwise` is the look of a kind of which only blank lines are found. */
  #add(kind: Kind, found: FoundLooks, otherwise: ParagraphLook, basedOn?: NamedStyle): void {
    const { id, name, outline, single } = kinds[kind];
    const byLook = new Map<ParagraphLook, NamedStyle>();
    const groups = found.groups.length > 0 ? found.groups : [{ look: otherwise, count: 0, looks: [] }];
    groups.forEach(({ look, count, looks }, index) => {
      if (index > 0 && (single || count < worthAStyle)) return;
      const base = index === 0 ? basedOn : this.#first.get(kind);
      // Whoever writes on in a style does not want all of it on one page; under a heading one does.
      const keepNext = outline !== undefined && look.keepNext;
      const style: NamedStyle = {
        id: index === 0 ? id : `${id}${index + 1}`,
        name: index === 0 ? name : `${name} ${index + 1}`,
        look: this.names.looks.paragraph({ ...look, keepNext }),
        ...(base && { basedOn: base }),
        ...(outline !== undefined && { outline }),
      };
      this.#styles.push(style);
      if (index === 0) this.#first.set(kind, style);
      for (const each of looks) byLook.set(each, style);
    });
    this.#byLook.set(kind, byLook);
  }

  #addTable(look: TableLook): void {
    const key = tableKey(look);
    if (this.#tables.has(key)) return;
    const [id, name] = isFramed(look) ? ['FramedTable', '有框表格'] : ['OpenTable', '无框表格'];
    const before = this.tableStyles.filter((style) => style.id.startsWith(id)).length;
    const [ending, numbered] = before === 0 ? ['', name] : [before + 1, `${name} ${before + 1}`];
    this.#tables.set(key, { id: `${id}${ending}`, name: numbered, look });
  }
}

/** Of one kind: looks that one style can be of, and how many paragraphs have each. */
class FoundLooks {
  readonly #groups = new Map<string, Map<ParagraphLook, number>>();
  /** Whether one stands outside of tables. */
  outside = false;

  /** `look` may come from an earlier build. */
  add(look: ParagraphLook, { looks }: FontNames, count = 1): void {
    const own = looks.paragraph({ ...look, run: looks.run(look.run) });
    const typeKey = looks.typeKey(own);
    const group = this.#groups.get(typeKey) ?? new Map<ParagraphLook, number>();
    group.set(own, (group.get(own) ?? 0) + count);
    this.#groups.set(typeKey, group);
  }

  /** The most usual first, each with its own most usual look. */
  get groups(): readonly {
    readonly look: ParagraphLook;
    readonly count: number;
    readonly looks: readonly ParagraphLook[];
  }[] {
    const groups = [...this.#groups.values()].map((group) => {
      const [most] = [...group].sort(([, one], [, other]) => other - one);
      const count = [...group.values()].reduce((sum, each) => sum + each, 0);
      return { look: most?.[0] as ParagraphLook, count, looks: [...group.keys()] };
    });
    return groups.sort((one, other) => other.count - one.count);
  }
}

function foundLooks(all: readonly StretchLooks[], names: FontNames): Map<Kind, FoundLooks> {
  const found = new Map<Kind, FoundLooks>();
  for (const { paragraphs } of all) {
    for (const { kind, look, isInTable, count } of paragraphs) {
      const own = found.get(kind) ?? new FoundLooks();
      found.set(kind, own);
      // All spacers are of the lowest's style, and say how high they are.
      if (kind === 'spacer') own.add(spacer(names).look, names);
      else if (look) own.add(look, names, count);
      if (!isInTable || kind === 'spacer') own.outside = true;
    }
  }
  addContents(found, names);
  return found;
}

/** All three levels where there is one, for Word makes the table of contents anew. */
function addContents(found: Map<Kind, FoundLooks>, names: FontNames): void {
  const levels = [1, 2, 3] as const;
  const look = levels.flatMap((level) => found.get(`contents${level}`)?.groups[0]?.look ?? [])[0];
  if (!look) return;
  for (const level of levels) {
    const own = new FoundLooks();
    own.outside = true;
    own.add({ ...look, left: (level - 1) * levelIndent * look.run.size * 10 }, names);
    found.set(`contents${level}`, own);
  }
}

/** The look of text in tables, on which all other styles of tables are based; undefined without tables that have any text. */
function cellLook(found: ReadonlyMap<Kind, FoundLooks>): ParagraphLook | undefined {
  const own = found.get('cell')?.groups[0]?.look;
  if (own) return own;
  const inside = [...found.values()].filter(({ outside }) => !outside).flatMap(({ groups }) => groups);
  const [most] = inside.sort((one, other) => other.count - one.count);
  return most && { ...most.look, align: 'left', keepNext: false };
}

function tableKey({ border, padding, verticalAlign }: TableLook): string {
  return `${edgesKey(border)}|${edgesKey(padding)}|${verticalAlign}`;
}
