import type { Json, JsonChange } from '../../json/change.js';
import { pathOf, pointerOf, valueAt } from '../../json/pointer.js';
import { type Field, fieldAt, fieldsOf } from '../../report/fields.js';
import { convert } from '../../report/money.js';
import { paragraphsOf } from '../../report/paragraphs.js';
import type { MoneyUnit } from '../../report/schema.js';
import { levelOf } from '../../report/taxonomy.js';
import { signIn, targetIn } from '../targets.js';
import { amountOf, dayOf } from '../values.js';
import { plain } from './pairs.js';
import { type Span, tidy } from './printed.js';

/** What a text was printed of and how: a piece of a text, or a blank. */
export type Shows = Omit<Span, 'start' | 'end'>;

/** How a report's texts were printed. */
export interface Ground {
  readonly report: Json;
  /** The unit that money is printed in where no amount says it. */
  readonly printedUnit: MoneyUnit;
}

/**
 * The changes of fields after which a text is printed otherwise: what the helpers did to the old text is undone on the new one. ''
 * takes a field away. Undefined where it cannot be told.
 */
export function fieldChanges(shows: Shows, old: string, now: string, ground: Ground): JsonChange[] | undefined {
  const changes: JsonChange[] = [];
  for (const pointer of new Set(printedFields(shows.pointers))) {
    const made = oneChange(pointer, shows, old, now, ground);
    if (!made) return undefined;
    changes.push(...made);
  }
  return shows.pointers.length === 0 ? undefined : changes;
}

/** An amount of a period is found by both, and shows the amount. */
function printedFields(pointers: readonly string[]): readonly string[] {
  const own = pointers.filter((pointer) => !/\/(?:period|year|place|source|kind)$/.test(pointer));
  return own.length > 0 ? own : pointers;
}

function oneChange(pointer: string, shows: Shows, old: string, now: string, ground: Ground): JsonChange[] | undefined {
  const { helpers = [], member } = shows;
  if (/\/-(?=\/|$)/.test(pointer)) return newMember(pointer, member ?? {}, now, shows, ground);
  const field = fieldAt(pathOf(pointer));
  const before = valueAt(ground.report, pathOf(pointer)) as Json | undefined;
  if (Array.isArray(before)) return lineChanges(pointer, before, shows, old, now);
  const value = valueShown(field, before, helpers, old, now, shows.piece, ground);
  if (value === undefined) return undefined;
  if (value === '' && !isAmount(field)) return before === undefined ? [] : [{ type: 'remove', pointer }];
  return differences(pointer, before, value);
}

/** A list of texts that is printed a line each: the line that a piece is, or all of them. */
function lineChanges(
  pointer: string,
  before: readonly Json[],
  { piece }: Shows,
  old: string,
  now: string,
): JsonChange[] | undefined {
  if (before.some((each) => typeof each !== 'string')) return undefined;
  const texts = before as readonly string[];
  const lines = now.split('\n');
  if (piece) {
    const value = textValue(undefined, texts[piece.index] ?? '', old, now);
    if (value === undefined || piece.of !== texts.length) return undefined;
    const at = `${pointer}/${piece.index}`;
    return [value === '' ? { type: 'remove', pointer: at } : { type: 'set', pointer: at, value }];
  }
  const [at, ...more] = texts.flatMap((text, index) => (tidy(text) === old ? [index] : []));
  if (at !== undefined && more.length === 0)
    return [
      now === ''
        ? { type: 'remove', pointer: `${pointer}/${at}` }
        : { type: 'set', pointer: `${pointer}/${at}`, value: now },
    ];
  if (texts.map(tidy).join('\n') !== old) return undefined;
  if (lines.length !== texts.length)
    return [{ type: 'set', pointer, value: lines.map((line) => texts.find((text) => tidy(text) === line) ?? line) }];
  return lines.flatMap((line, index): JsonChange[] =>
    line === tidy(texts[index] as string) ? [] : [{ type: 'set', pointer: `${pointer}/${index}`, value: line }],
  );
}

/** A change for each part that differs; of a record of another kind one for the whole. */
function differences(pointer: string, before: Json | undefined, now: Json): JsonChange[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  const isRecord = (value: Json | undefined): value is { [field: string]: Json } =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord(before) || !isRecord(now) || 'text' in before !== 'text' in now)
    return [{ type: 'set', pointer, value: now }];
  const set = Object.entries(now).flatMap(([name, value]) => differences(`${pointer}/${name}`, before[name], value));
  const gone = Object.keys(before).filter((name) => !(name in now) && ['sign', 'value', 'unit', 'note'].includes(name));
  return [...set, ...gone.map((name): JsonChange => ({ type: 'remove', pointer: `${pointer}/${name}` }))];
}

/** A new member of a list, at its end: what the blank stands for, and the text in its field. */
function newMember(
  pointer: string,
  member: Readonly<Record<string, string | number | boolean>>,
  now: string,
  shows: Shows,
  ground: Ground,
): JsonChange[] | undefined {
  if (now === '') return [];
  const path = pathOf(pointer);
  const at = path.indexOf('-');
  const list = path.slice(0, at);
  const inner = path.slice(at + 1);
  const items = fieldAt(list)?.items ?? {};
  const own = inner.length > 0 ? inner : items.type === 'string' ? [] : [mainField(items)];
  const field = fieldAt([...list, '0', ...own]);
  const value = valueShown(field, undefined, shows.helpers ?? [], '', now, undefined, ground);
  if (value === undefined || value === '') return undefined;
  const whole = own.reduceRight<Json>(
    (made, name, depth) => ({ ...(depth === 0 && { ...member }), [name]: made }),
    value,
  );
  const there = valueAt(ground.report, list);
  const after = Array.isArray(there) ? there.length - 1 : -1;
  return [{ type: 'insert', list: pointerOf(list), after, value: whole }];
}

/** The field that a member is printed by where a form shows it as one text. */
function mainField(items: Field): string {
  const names = Object.keys(fieldsOf(items));
  return ['text', 'content', 'name'].find((name) => names.includes(name)) ?? names[0] ?? '';
}

function valueShown(
  field: Field | undefined,
  before: Json | undefined,
  helpers: readonly string[],
  old: string,
  now: string,
  piece: Shows['piece'],
  ground: Ground,
): Json | undefined {
  if (isTarget(field)) return targetValue(before, helpers, old, now);
  if (now === '') return '';
  if (isAmount(field)) return amountValue(typeof before === 'string' ? before : '', old, now, ground);
  if (helpers.includes('date')) return dayOf(now) ?? undefined;
  if (piece && piece.of > 1 && typeof before === 'string') {
    const lines = paragraphsOf(before);
    lines[piece.index] = now;
    return lines.filter((line) => line !== '').join('\n');
  }
  const text = textValue(field, before === undefined ? '' : String(before), old, now);
  if (text === undefined) return undefined;
  if (field?.type === 'integer' || field?.type === 'number')
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (field?.type === 'boolean') return undefined;
  return text;
}

function isTarget(field: Field | undefined): boolean {
  if (!field || field.type === 'string') return false;
  const names = Object.keys(fieldsOf(field));
  return names.includes('sign') && names.includes('value') && names.includes('text');
}

function isAmount(field: Field | undefined): boolean {
  return field?.title !== undefined && field.pattern !== undefined && field.pattern === amountField().pattern;
}

function amountField(): Field {
  return fieldAt(['department', 'funding', '0', 'amount']) ?? {};
}

/** A text without what the form put around it, or with what the form left out: 15% is 15 where 10% was 10. */
function textValue(field: Field | undefined, before: string, old: string, now: string): string | undefined {
  const value = tidy(before);
  if (value === old || old === '' || value === '') return now;
  const inside = old.indexOf(value);
  if (inside >= 0) {
    const [front, back] = [old.slice(0, inside), old.slice(inside + value.length)];
    if (!now.startsWith(front) || !now.endsWith(back)) return /^[\d.]+$/.test(value) ? undefined : now;
    return now.slice(front.length, now.length - back.length);
  }
  const outside = value.indexOf(old);
  if (outside < 0) return undefined;
  const [front, back] = [value.slice(0, outside), value.slice(outside + old.length)];
  const whole = front + now + (back !== '' && now.endsWith(back) ? '' : back);
  const isLevel = /^[一二]级指标/.test(field?.title ?? '');
  const known = (text: string): boolean => (levelOf(text, 1) ?? levelOf(text, 2))?.name === text;
  return isLevel && !known(whole) ? now : whole;
}

/** An amount in the report's unit, written as the one before: with as many zeros. */
function amountValue(before: string, old: string, now: string, { report, printedUnit }: Ground): string | undefined {
  const [shown, printed] = [amountOf(now), amountOf(old)];
  if (shown === undefined) return undefined;
  if (plain(old) === plain(now) && old !== '') return before;
  const unit = ((report as { moneyUnit?: MoneyUnit }).moneyUnit ?? '万元') as MoneyUnit;
  const isSame = (from: MoneyUnit): boolean => printed !== undefined && isNear(convert(before, unit, from), printed);
  const units: MoneyUnit[] = ['元', '万元'];
  const from = before !== '' && before !== '—' && Number(before) !== 0 ? units.find(isSame) : printedUnit;
  if (from === undefined) return undefined;
  const amount = convert(shown, from, unit);
  const isBare = before !== '' && !before.includes('.');
  return isBare || from !== unit ? amount.replace(/\.0+$/, '') : amount;
}

/** Whether a printed amount is another one rounded. */
function isNear(exact: string, printed: string): boolean {
  const places = printed.split('.')[1]?.length ?? 0;
  return Math.abs(Number(exact) - Number(printed)) <= 0.5001 * 10 ** -places;
}

/** What forms put around units, none first. */
const brackets = [undefined, { open: '(', close: ')' }, { open: '（', close: '）' }] as const;

type Target = { readonly [field: string]: Json };

/** A target of what is printed of it: all, or its sign, figure or unit alone. */
function targetValue(before: Json | undefined, helpers: readonly string[], old: string, now: string): Json | undefined {
  const known = (typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {}) as Target;
  const part = helpers.find((helper) => /^(?:signOf|figureOf|unitOf)$/.test(helper));
  if (part) return partValue(known, part, now);
  if (now === '') return '';
  const isText = typeof known.text === 'string';
  const around = brackets.find((each) => sameTarget(targetIn(old, each), known));
  // A dash is read as a blank elsewhere: here somebody wrote it.
  const [was, is] = [targetIn(old, around), targetIn(now, around) ?? { text: now }];
  // What its author wrote as words stays words, unless it had no number and has one now.
  if (isText && was && !('text' in was)) return { text: textValue(undefined, String(known.text), old, now) ?? now };
  if ('text' in is || before === undefined || isText) return { ...is } as Json;
  if (!was || 'text' in was) return undefined;
  const made: { [field: string]: Json } = { ...known };
  for (const name of ['sign', 'value', 'unit', 'note'] as const) {
    const [one, other] = [was[name], is[name]];
    if (one === other) continue;
    if (other === undefined) delete made[name];
    else made[name] = name === 'value' ? figureAs(String(known.value ?? ''), String(other)) : other;
  }
  return made;
}

/** A figure with the zeros of the one before: 20.00 is 20 where 16.00 was 16. */
function figureAs(before: string, now: string): string {
  if (before.includes('.') || !/\.0+$/.test(now)) return now;
  return now.replace(/\.0+$/, '');
}

function sameTarget(read: ReturnType<typeof targetIn>, known: Target): boolean {
  if (!read) return false;
  if ('text' in read) return known.text === read.text;
  return (
    plain(read.value) === plain(String(known.value)) &&
    (read.unit ?? '') === (known.unit ?? '') &&
    read.sign === known.sign
  );
}

function partValue(known: Target, part: string, now: string): Json | undefined {
  const { text: _, ...rest } = known;
  if (part === 'signOf') {
    const sign = now === '' ? undefined : (signIn(now) ?? now);
    const { sign: __, ...others } = rest;
    return { ...(sign !== undefined && { sign }), ...others };
  }
  if (part === 'unitOf') {
    const { unit: __, ...others } = rest;
    return { ...others, ...(now !== '' && { unit: now }) };
  }
  if (now === '') return undefined;
  if (!/^-?\d+(?:,\d{3})*(?:\.\d+)?$/.test(now)) return { text: now };
  return { ...rest, value: figureAs(String(known.value ?? ''), now.replace(/,/g, '')) };
}
