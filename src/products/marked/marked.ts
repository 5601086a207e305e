import type {
  Cell,
  Document,
  Footer,
  Heading,
  Inline,
  Paragraph,
  Rgb,
  Row,
  Source,
  Text,
  TextStyle,
} from '../../document/document.js';
import { stamped } from '../../document/stamped.js';
import type { Severity } from '../../problem.js';
import { PrintedFields, printedIn } from './place.js';

/** A finding of a check: the field that it stands at, and its number in the list of findings. */
export interface MarkedFinding {
  readonly pointer: string;
  /** The field of it that is missing. */
  readonly lacks?: string | undefined;
  readonly severity: Severity;
  readonly number: number;
}

/** The words of a marked form: its title line, the word across its pages, what stands before a finding's number in a cell. */
export interface MarkWords {
  readonly title: string;
  readonly stamp: string;
  readonly tags: Readonly<Record<Severity, string>>;
}

/** Told by a word, and by colours that also differ in grey; the grounds are light enough for black text on them (WCAG 1.4.3). */
const looks: Readonly<Record<Severity, { readonly ink: Rgb; readonly ground: Rgb }>> = {
  error: { ink: [0.75, 0, 0], ground: [1, 0.85, 0.82] },
  warning: { ink: [0.55, 0.3, 0], ground: [1, 0.94, 0.72] },
  hint: { ink: [0.1, 0.3, 0.6], ground: [0.89, 0.94, 1] },
};

const gravity: readonly Severity[] = ['error', 'warning', 'hint'];

/** Only a short text is set in its finding's colour: of a long one the cell's ground says enough. */
const longestColoured = 40;

/** A line on every page, so that no page of it can be taken for one that is published. */
const lineStyle: TextStyle = { role: '黑体', size: 10.5, bold: false, color: looks.error.ink };

/** The forms with their marks, and the numbers of the findings that no form shows. */
export interface MarkedForms {
  readonly forms: readonly Document[];
  readonly unshown: ReadonlySet<number>;
}

/** Puts each finding into the cell that shows its field. `forms` tell where their texts come from (`from`). */
export function markedForms(
  forms: readonly Document[],
  findings: readonly MarkedFinding[],
  { tags }: MarkWords,
): MarkedForms {
  const fields = new PrintedFields(printedIn(forms));
  const marks = new Map<Source, MarkedFinding[]>();
  const shown = new Set<number>();
  for (const finding of findings) {
    const { pointer, lacks } = finding;
    const source = (lacks && fields.at(`${pointer}/${lacks}`)) || fields.at(pointer);
    if (!source) continue;
    shown.add(finding.number);
    const there = marks.get(source) ?? [];
    if (!there.some(({ number }) => number === finding.number)) marks.set(source, [...there, finding]);
  }
  const unshown = new Set(findings.flatMap(({ number }) => (shown.has(number) ? [] : [number])));
  const marker = new Marker(marks, tags);
  return { forms: forms.map((form) => marker.document(form)), unshown };
}

/** One document of marked forms and the list of their findings, with the title line on every page. */
export function markedDocument(parts: readonly Document[], { title, stamp }: MarkWords): Document {
  const [first] = parts;
  if (!first) throw new Error('a marked form without forms');
  const header: Footer = { parts: [{ type: 'text', text: title }], style: lineStyle, align: 'center' };
  const sections = parts.flatMap((part) => part.sections);
  const headed = sections.map(({ page, blocks }, index) => ({
    page: { ...page, header },
    blocks: index === 0 ? [titleLine(title), ...blocks] : blocks,
  }));
  return stamped({ ...first, title: `${title}：${first.title}`, sections: headed }, stamp);
}

function titleLine(title: string): Paragraph {
  const style = { align: 'center', lineHeight: 1.5, before: 0, after: 6, indent: 0, vertical: false } as const;
  return {
    type: 'paragraph',
    inlines: [{ type: 'text', text: title, style: { ...lineStyle, size: 16 } }],
    style,
    keepNext: true,
  };
}

class Marker {
  constructor(
    readonly marks: ReadonlyMap<Source, readonly MarkedFinding[]>,
    readonly tags: MarkWords['tags'],
  ) {}

  document(document: Document): Document {
    const sections = document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.type === 'paragraph' || block.type === 'heading') return this.#paragraph(block);
        if (block.type !== 'table') return block;
        return { ...block, head: this.#rows(block.head), body: this.#rows(block.body) };
      }),
    }));
    return { ...document, sections };
  }

  #rows(rows: readonly Row[]): Row[] {
    return rows.map(({ cells }) => ({ cells: cells.map((cell) => this.#cell(cell)) }));
  }

  #cell(cell: Cell): Cell {
    const blank = (cell.from ?? []).flatMap((source) => this.#of(source));
    const words = cell.blocks.flatMap(({ inlines }) => inlines.flatMap((inline) => this.#in(inline)));
    const worst = gravity.find((severity) => [...blank, ...words].some((finding) => finding.severity === severity));
    if (!worst) return cell;
    const blocks = cell.blocks.flatMap((block) => this.#block(block));
    const last = blocks.at(-1);
    const tagged =
      blank.length > 0 && last ? [...blocks.slice(0, -1), withTags(last, this.#tags(blank, last))] : blocks;
    return { ...cell, shade: looks[worst].ground, blocks: tagged };
  }

  /** A label of one character a line has no room for tags beside it: they stand below. */
  #block(block: Paragraph | Heading): (Paragraph | Heading)[] {
    if (!block.style.vertical) return [this.#paragraph(block)];
    const found = block.inlines.flatMap((inline) => this.#in(inline));
    if (found.length === 0) return [block];
    const style = { ...block.style, vertical: false, indent: 0 };
    return [block, { type: 'paragraph', inlines: this.#tags(found, block), style }];
  }

  #paragraph<B extends Paragraph | Heading>(block: B): B {
    if (!block.inlines.some((inline) => this.#in(inline).length > 0)) return block;
    return { ...block, inlines: block.inlines.flatMap((inline) => this.#inline(inline)) };
  }

  /** A text in pieces: what is marked in its colour if it is short, and the tags behind it. */
  #inline(inline: Inline): Inline[] {
    if (inline.type !== 'text' || this.#in(inline).length === 0) return [inline];
    const { from = [], ...text } = inline;
    const pieces: Text[] = [];
    let at = 0;
    const upTo = (end: number, color?: Rgb): void => {
      if (end > at) pieces.push(piece(text, at, end, color));
      at = Math.max(at, end);
    };
    for (const source of from) {
      const found = this.#of(source);
      if (found.length === 0) continue;
      upTo(source.start);
      const isShort = source.end - source.start <= longestColoured;
      upTo(source.end, isShort ? looks[(found[0] as MarkedFinding).severity].ink : undefined);
      pieces.push(...found.map((finding) => this.#tag(finding, text.style)));
    }
    upTo(text.text.length);
    return pieces;
  }

  /** The gravest first. */
  #of(source: Source): readonly MarkedFinding[] {
    const found = this.marks.get(source) ?? [];
    return found.toSorted((left, right) => gravity.indexOf(left.severity) - gravity.indexOf(right.severity));
  }

  #in(inline: Inline): MarkedFinding[] {
    return inline.type === 'text' ? (inline.from ?? []).flatMap((source) => this.#of(source)) : [];
  }

  #tags(found: readonly MarkedFinding[], { inlines }: Paragraph | Heading): Text[] {
    const style = inlines.find((inline) => inline.type === 'text')?.style ?? plain;
    return found.map((finding) => this.#tag(finding, style));
  }

  #tag({ severity, number }: MarkedFinding, { size }: TextStyle): Text {
    const style: TextStyle = {
      role: '黑体',
      size: Math.min(size, mostTagSize),
      bold: true,
      color: looks[severity].ink,
    };
    return { type: 'text', text: `〔${this.tags[severity]}\u00a0${number}〕`, style };
  }
}

const plain: TextStyle = { role: '宋体', size: 9, bold: false };
const mostTagSize = 10.5;

function piece({ text, style, ...rest }: Text, start: number, end: number, color: Rgb | undefined): Text {
  return { ...rest, text: text.slice(start, end), style: color ? { ...style, color } : style };
}

function withTags(block: Paragraph | Heading, tags: readonly Text[]): Paragraph | Heading {
  return { ...block, inlines: [...block.inlines, ...tags] };
}
