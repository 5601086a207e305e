import type { MoneyUnit } from '../../report/schema.js';
import { bareText, plainText } from '../plainText.js';
import { isAmount, type Json, type Slot } from './fields.js';

/** The first and the last year of a goal; `list` as the template calls it. */
export interface GoalSpan {
  readonly list: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

/** Writes the text of a cell or paragraph as the template has it: the form's own words, and slots where values stood. */
export class TextWriter {
  /** Names that belong to a report and not to its form, longest first, with what stands for each. */
  readonly #names: readonly (readonly [string, string])[];

  constructor(
    readonly year: number,
    readonly unit: MoneyUnit,
    names: Readonly<Record<string, Json | undefined>>,
    private readonly spans: readonly GoalSpan[] = [],
  ) {
    this.#names = Object.entries(names)
      .flatMap(([code, name]) => (typeof name === 'string' && name.length >= 4 ? [[name, code] as const] : []))
      .sort(([left], [right]) => right.length - left.length);
  }

  /** The form's own words: marks escaped, line ends kept, names and years of this report as fields. */
  words(text: string): string {
    let pieces: (string | { readonly code: string })[] = [text];
    for (const [name, code] of this.#names)
      pieces = pieces.flatMap((piece) => (typeof piece === 'string' ? between(piece.split(name), { code }) : [piece]));
    return pieces.map((piece) => (typeof piece === 'string' ? this.#span(piece) : piece.code)).join('');
  }

  /** 中期目标（2026年—2028年）: the years that a goal names are those of any report. */
  #span(text: string): string {
    for (const found of text.matchAll(/[（(]?(?<!\d)(20\d\d)(\D{1,5})(20\d\d)年?[）)]?/g)) {
      const [whole, from = '', between = '', to = ''] = found;
      const span = this.spans.find((each) => each.from === from && each.to === to);
      if (!span) continue;
      const years = escaped(whole.replace(`${from}${between}${to}`, `\u0000${between}\u0001`))
        .replace('\u0000', '{{from}}')
        .replace('\u0001', '{{to}}');
      const code = `{{#each (goals ${span.list} "${span.period}")}}{{#if (and @first from to)}}${years}{{/if}}{{/each}}`;
      const [before, after] = [text.slice(0, found.index), text.slice(found.index + whole.length)];
      return this.#years(before) + code + this.#years(after);
    }
    return this.#years(text);
  }

  /** In labels a year is that of the report, or so many years from it; in sentences it may be any. */
  #years(text: string): string {
    if (text.length > longestLabel) return escaped(text);
    return text
      .split(/(?<!\d)(20\d\d)(?=\s*年)/)
      .map((piece, at) => (at % 2 === 1 ? (this.#year(Number(piece)) ?? piece) : escaped(piece)))
      .join('');
  }

  #year(year: number): string | undefined {
    const more = year - this.year;
    if (more === 0) return '{{@root.year}}';
    return Math.abs(more) <= 5 ? `{{add @root.year ${more}}}` : undefined;
  }

  /** The text with its slots; those that were not found in it are `lost`, and the template has them nowhere. */
  withSlots(text: string, slots: readonly Slot[]): { readonly markup: string; readonly lost: readonly Slot[] } {
    const [only] = slots;
    const ticked = only?.choice !== undefined && slots.length === 1 ? this.#ticked(text, only.choice) : undefined;
    if (ticked !== undefined) return { markup: ticked, lost: [] };
    const ranges = grouped(slots).flatMap((same) => rangeOf(text, same, this.unit) ?? []);
    const apart = ranges
      .sort((left, right) => left.from - right.from || right.to - left.to)
      .filter((range, at, all) => at === 0 || range.from >= Math.max(...all.slice(0, at).map(({ to }) => to)));
    if (apart.length === 0 && new Set(slots.map(({ code }) => code)).size === 1 && only) {
      const [, label = ''] = /^([^：:]{1,20}[：:])/.exec(text) ?? [];
      return { markup: `${this.words(label)}${codeIn(only, text, label === '')}`, lost: [] };
    }
    const had = new Set(apart.map(({ slot }) => slot.code));
    // A department that is its own unit stands once, and is printed once.
    const said = new Set(apart.map(({ slot }) => slot.value));
    const lost = slots.filter(({ code, value }) => !had.has(code) && (/\d/.test(value) || !said.has(value)));
    // Where a value was not found it may stand in what is left.
    const words = (piece: string): string => (lost.length > 0 && /\d/.test(piece) ? '' : this.words(piece));
    let [markup, end] = ['', 0];
    for (const { from, to, slot } of apart) {
      markup += words(text.slice(end, from)) + codeIn(slot, text.slice(from, to), to - from === text.length);
      end = to;
    }
    return { markup: withoutCode(markup + words(text.slice(end))), lost };
  }

  /** Choices with a box before or behind each: every box is ticked by what the report says. */
  #ticked(text: string, field: string): string | undefined {
    const parts = text.split(/([□☐☑✓✔√■])/);
    if (parts.length < 5) return undefined;
    const isBefore = plainText(parts[0] as string).replace(/^\d+[.、]/, '') === '';
    return parts
      .map((part, at) => {
        if (at % 2 === 0) return this.words(part);
        const lines = (parts[isBefore ? at + 1 : at - 1] as string).trim().split('\n');
        const choice = plainText((isBefore ? lines[0] : lines.at(-1)) ?? '').replace(
          /^\d+[.、,]|[,，、;；]?\d*[.、]?$/g,
          '',
        );
        return `{{tick ${field} "${choice.replaceAll('"', '')}"}}`;
      })
      .join('');
  }
}

/** 314002-成安县民政局: where there is no code, no mark stands before the name. */
function withoutCode(markup: string): string {
  return markup.replace(
    /\{\{((?:@root\.department|unit|project))\.code\}\}([-—－_\s]{1,3})\{\{\1\.name\}\}/u,
    '{{#if $1.code}}{{$1.code}}$2{{/if}}{{$1.name}}',
  );
}

/** What is longer is a sentence. */
const longestLabel = 30;

function between<T>(texts: readonly string[], mark: T): (string | T)[] {
  return texts.flatMap((text, at) => (at === 0 ? [text] : [mark, text]));
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\{\{/g, '\\{{')
    .replace(/\s*\n\s*/g, '<br/>');
}

/** Slots that print one text together: the goals of a period. */
function grouped(slots: readonly Slot[]): Slot[][] {
  const groups = new Map<string, Slot[]>();
  for (const slot of slots) groups.set(slot.code, [...(groups.get(slot.code) ?? []), slot]);
  return [...groups.values()];
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly slot: Slot;
}

/** From where the first of the values begins to where the last one ends. */
function rangeOf(text: string, slots: readonly Slot[], unit: MoneyUnit): Range | undefined {
  const found = slots.map((slot) => placeOf(text, slot, unit)).filter((place) => place !== undefined);
  const [slot] = slots;
  if (!slot || found.length === 0) return undefined;
  return { from: Math.min(...found.map(([from]) => from)), to: Math.max(...found.map(([, to]) => to)), slot };
}

function placeOf(text: string, { look, value }: Slot, unit: MoneyUnit): [number, number] | undefined {
  if (look === 'amount') {
    const number = [...text.matchAll(/-?\d[\d,]*(?:\.\d+)?/g)].find(([written]) => isAmount(written, value, unit));
    return number && [number.index, number.index + number[0].length];
  }
  const day = dayIn(text, value);
  return day ? [day.from, day.to] : plainPlace(text, value);
}

/** Where a text stands in another one, whatever the white space and the width of marks. */
function plainPlace(text: string, value: string): [number, number] | undefined {
  const back: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = plainText(text[at] as string).trim();
    if (character === '') continue;
    plain += character;
    back.push(at);
  }
  const wanted = bareText(value);
  const at = wanted === '' ? -1 : plain.indexOf(wanted);
  return at < 0 ? undefined : [back[at] as number, (back[at + wanted.length - 1] as number) + 1];
}

const dates = /(\d{4})\s*(年|[.]|\/|-)\s*(\d{1,2})(?:\s*(?:月|[.]|\/|-)\s*(\d{1,2}))?\s*(?:日|月)?/g;
const writings = { 年: 'chinese', '.': 'dot', '/': 'slash', '-': 'iso' } as const;

/** A day or month of the report in the text, and how it is written there. */
function dayIn(text: string, value: string): { from: number; to: number; writing: string } | undefined {
  const [, ...wanted] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  if (wanted.length === 0) return undefined;
  for (const found of text.matchAll(dates)) {
    const [, year, mark, month, day] = found;
    const isSame = [year, month, day].every((part, at) => Number(part ?? 0) === Number(wanted[at] ?? 0));
    if (isSame) return { from: found.index, to: found.index + found[0].length, writing: writings[mark as '年'] };
  }
  return undefined;
}

/** A date is written as the file has it. */
function codeIn({ code, inline = code, value }: Slot, text: string, isAlone: boolean): string {
  if (code.startsWith('{{')) return isAlone ? code : inline;
  return `{{date ${code} "${dayIn(text, value)?.writing ?? 'iso'}"}}`;
}
