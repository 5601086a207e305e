import { type Path, pathOf, valueAt } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { bareText } from '../reading/plainText.js';
import { signIn, targetIn } from '../reading/targets.js';
import { amountOf, dayOf } from '../reading/values.js';
import { fieldAt } from '../report/fields.js';
import { convert, isBlankAmount } from '../report/money.js';
import type { MoneyUnit, QuantityTarget, Report, Target } from '../report/schema.js';
import { composeTarget } from '../report/target.js';
import { levelOf, taxonomyOrder } from '../report/taxonomy.js';
import { fundingSources, periods } from '../report/vocabulary.js';
import type { Patch } from './patch.js';
import type { Address, FieldKind } from './wire.js';

/** What a typed text does to the data, and what it was taken for; without patches it was not understood. */
export interface Written {
  readonly patches?: readonly Patch[];
  readonly words: Bilingual;
}

/** Two fields with one key are one value. */
export function keyOf({ kind, pointers, member, choice }: Address): string {
  const holds = member ? ` ${JSON.stringify(member)}` : '';
  return `${kind} ${pointers[0]}${pointers.length > 1 ? `+${pointers.length - 1}` : ''}${holds}${choice === undefined ? '' : ` ${choice}`}`;
}

/** The value of a field as a text, by which it is seen whether somebody has changed it. */
export function wasOf(report: unknown, { pointers }: Address): string {
  const value = valueAt(report, pathOf(pointers[0] as string));
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

/** How a text for a field is understood, as patches of the report. The report is valid; whether it stays so is the caller's to see. */
export function written(report: Report, address: Address, typed: string): Written {
  const text = address.kind === 'prose' ? proseOf(typed) : lineOf(typed);
  const read = readers[address.kind](text, address, report);
  if (!('value' in read)) return read;
  const patches = address.pointers.flatMap((pointer) => patchesFor(report, pathOf(pointer), read.value, address));
  return { patches, words: read.words };
}

type Read = { readonly value: unknown; readonly words: Bilingual } | { readonly words: Bilingual };

const nothing = { zh: '', en: '' };
const plain = (value: unknown, words: Bilingual = nothing): Read => ({ value, words });
const refused = (zh: string, en: string): Read => ({ words: { zh, en } });

const readers: Readonly<Record<FieldKind, (text: string, address: Address, report: Report) => Read>> = {
  text: (text, { suffix, pointers }) => plain(withSuffix(text, suffix, pointers[0] as string)),
  prose: (text) => plain(text),
  number: (text) => {
    if (text === '') return plain('');
    const digits = bareText(text);
    return /^\d{1,9}$/.test(digits)
      ? plain(Number(digits))
      : refused(`“${text}”不是整数，没有记下`, `“${text}” is no whole number`);
  },
  money: (text, { unit }, report) => readMoney(text, unit ?? report.moneyUnit, report.moneyUnit),
  tick: (text, { pointers, choice = '' }, report) => {
    const now = valueAt(report, pathOf(pointers[0] as string));
    const all = choicesIn(typeof now === 'string' ? now : '');
    if (text !== '☑') return plain(all.filter((each) => each !== choice).join('、'));
    // One that is chosen takes the place of another, but among several.
    return plain([...(all.length > 1 ? all.filter((each) => each !== choice) : []), choice].join('、'));
  },
  flag: (text) => {
    if (text === '') return plain('');
    if (/^[是有对√✓☑★*＊yY]/.test(text)) return plain(true);
    if (/^[否无非不×✗□☐nN]/.test(text)) return plain(false);
    return refused(`“${text}”看不出是或否`, `“${text}” is neither yes nor no`);
  },
  date: (text) => {
    if (text === '') return plain('');
    const day = dayOf(text);
    if (day === undefined)
      return refused(`“${text}”看不出日期，写成 2026-01-31 或 2026年1月31日`, `“${text}” is no date: write 2026-01-31`);
    return plain(day, { zh: `日期 ${day}`, en: `date ${day}` });
  },
  target: (text, { pointers }, report) => {
    if (text === '') return plain('');
    const target = keepEnglish(targetIn(text, { open: '(（', close: ')）' }) ?? { text }, targetAt(report, pointers));
    return plain(target, targetWords(target));
  },
  sign: (text, { pointers }, report) => {
    const now = targetAt(report, pointers);
    const sign = signIn(text);
    if (text !== '' && sign === undefined)
      return refused(`“${text}”不是比较符号（≥ ≤ ＝ ＞ ＜）`, `“${text}” is no sign of comparison`);
    if (!now || 'text' in now)
      return text === '' ? plain(now ?? '') : refused('先填指标值，再填符号', 'fill the value first');
    const { sign: _, ...rest } = now;
    return plain(sign === undefined ? rest : { sign, ...rest });
  },
  figure: (text, { pointers }, report) => {
    const now = targetAt(report, pointers);
    if (text === '') return plain('');
    const parted = targetIn(text);
    if (!parted || 'text' in parted) return plain({ text });
    const rest = now && !('text' in now) ? now : {};
    const target = { ...rest, ...parted };
    return plain(target, targetWords(target));
  },
  unit: (text, { pointers }, report) => {
    const now = targetAt(report, pointers);
    if (!now || 'text' in now)
      return text === '' ? plain(now ?? '') : refused('先填指标值，再填单位', 'fill the value first');
    const { unit: _, unitEn: _en, ...rest } = now;
    return plain(text === '' ? rest : { ...rest, unit: text });
  },
};

/** What is ticked of a text such as 新增项目、延续项目. */
function choicesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function targetAt(report: Report, pointers: readonly string[]): Target | undefined {
  return valueAt(report, pathOf(pointers[0] as string)) as Target | undefined;
}

/** A unit that stays the same keeps its English. */
function keepEnglish(target: Target, before: Target | undefined): Target {
  if ('text' in target || !before || 'text' in before || before.unitEn === undefined) return target;
  return target.unit === before.unit ? { ...target, unitEn: before.unitEn } : target;
}

function targetWords(target: Target): Bilingual {
  if ('text' in target) return { zh: `文字“${target.text}”`, en: `words “${target.text}”` };
  const { sign, value, unit, note } = target as QuantityTarget;
  const parts: [string, string, string | undefined][] = [
    ['符号', 'sign', sign],
    ['数值', 'number', value],
    ['单位', 'unit', unit],
    ['说明', 'note', note],
  ];
  const said = parts.filter(([, , part]) => part);
  return {
    zh: said.map(([zh, , part]) => `${zh} ${part}`).join(' · '),
    en: said.map(([, en, part]) => `${en} ${part}`).join(' · '),
  };
}

/** 1,234.5, 1234.5元, ¥1,234.5: in the unit of the form, or the one that is written; kept in that of the report. */
function readMoney(text: string, unit: MoneyUnit, own: MoneyUnit): Read {
  const bare = bareText(text).replace(/^[¥￥]/, '');
  if (bare === '') return plain('');
  const said = /(万元|元)$/.exec(bare)?.[1] as MoneyUnit | undefined;
  const amount = amountOf(said ? bare.slice(0, -said.length) : bare);
  if (amount === undefined)
    return refused(
      `“${text}”看不出金额，请写数字，如 1,234.50`,
      `“${text}” is no amount: write digits, such as 1,234.50`,
    );
  if (isBlankAmount(amount)) return plain('');
  const kept = convert(amount, said ?? unit, own);
  const [zh, en] =
    said && said !== unit ? [`${amount} ${said}`, `${amount} ${said}`] : [`${amount} ${unit}`, `${amount} ${unit}`];
  return plain(kept, { zh, en });
}

/** A level that the form prints without 指标 has it in the data, where the standard name has. */
function withSuffix(text: string, suffix: string | undefined, pointer: string): string {
  if (!suffix || text === '' || text.endsWith(suffix)) return text;
  const level = /level([12])$/.exec(pointer)?.[1];
  const whole = text + suffix;
  return level && levelOf(whole, Number(level) as 1 | 2)?.name === whole ? whole : text;
}

/** Line ends become one kind; what is pasted from other programs has others. */
function proseOf(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\s+$/, '');
}

/** In a cell of one line, a pasted line end is a space. */
function lineOf(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}

/** The patches that make a value be at a path; '' empties it. */
function patchesFor(report: Report, path: Path, value: unknown, { member }: Address): Patch[] {
  const coming = path.indexOf('-');
  if (coming >= 0) return value === '' ? [] : [newMember(report, path, coming, value, member ?? {})];
  const there = valueAt(report, path);
  if (value !== '') return same(there, value) ? [] : [{ op: 'set', path, value }];
  if (there === undefined || there === '') return [];
  return emptied(report, path);
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** An amount takes its line with it, a goal's text its goal, if there is nothing else in them; a field that must be there is ''. */
function emptied(report: Report, path: Path): Patch[] {
  const last = path.at(-1) as string;
  const owner = path.slice(0, -1);
  const list = owner.slice(0, -1);
  const record = valueAt(report, owner);
  const isMember = Array.isArray(valueAt(report, list)) && typeof record === 'object' && record !== null;
  if (isMember && isEmptyWithout(record, last)) {
    const members = valueAt(report, list) as readonly unknown[];
    return [
      members.length === 1 && list.at(-1) !== 'units' ? { op: 'remove', path: list } : { op: 'remove', path: owner },
    ];
  }
  if (requiredAt(owner).includes(last)) return [{ op: 'set', path, value: '' }];
  return [{ op: 'remove', path }];
}

const said: ReadonlySet<string> = new Set(['source', 'kind', 'period']);

function isEmptyWithout(record: object, field: string): boolean {
  return (field === 'amount' || field === 'text') && Object.keys(record).every((key) => key === field || said.has(key));
}

/** The fields that a record of the schema must have. */
export function requiredAt(path: Path): readonly string[] {
  return fieldAt(path)?.required ?? [];
}

/** A member made for a value: with what it must hold, what the schema asks for empty, in the order of the schema. */
function newMember(
  report: Report,
  path: Path,
  coming: number,
  value: unknown,
  member: Readonly<Record<string, unknown>>,
): Patch {
  const list = path.slice(0, coming);
  const inside = path.slice(coming + 1);
  const known = (valueAt(report, list) ?? []) as readonly unknown[];
  const field = fieldAt([...list, '0']);
  if (inside.length === 0 && field?.type === 'string') return inserted(report, list, known.length, value);
  const name = inside.length > 0 ? inside : [firstTextOf([...list, '0'])];
  const filled = name.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as object;
  const record = orderedMember([...list, '0'], { ...member, ...filled });
  return inserted(report, list, placeFor(known, record, list.at(-1) as string), record);
}

/** Where typing in a blank list goes: the text of a goal, the name of an indicator. */
function firstTextOf(record: Path): string {
  const required = requiredAt(record);
  return required.find((each) => each === 'text' || each === 'name' || each === 'content') ?? required[0] ?? 'name';
}

/** A record with what its schema asks for, in the order of the schema. */
export function orderedMember(record: Path, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const properties = fieldAt(record)?.properties ?? {};
  const needed = Object.fromEntries(
    requiredAt(record).map((name) => [
      name,
      properties[name]?.enum?.[0] ?? (properties[name]?.type === 'array' ? [] : ''),
    ]),
  );
  const all: Record<string, unknown> = { ...needed, ...given };
  if (record.at(-2) === 'indicators' && all.level1 === '') all.level1 = '产出指标';
  return Object.fromEntries(
    Object.keys(all)
      .sort((left, right) => orderIn(properties, left) - orderIn(properties, right))
      .map((key) => [key, all[key]]),
  );
}

function orderIn(properties: object, name: string): number {
  const at = Object.keys(properties).indexOf(name);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** A list is made if there is none yet. */
export function inserted(report: unknown, list: Path, index: number, value: unknown): Patch {
  return valueAt(report, list) === undefined
    ? { op: 'set', path: list, value: [value] }
    : { op: 'insert', path: [...list, String(index)], value };
}

/** Indicators stay together by their levels, in the order of the framework; all else goes to the end. */
function placeFor(members: readonly unknown[], record: Readonly<Record<string, unknown>>, list: string): number {
  if (list !== 'indicators') return members.length;
  const rank = (each: Readonly<Record<string, unknown>>): number =>
    taxonomyOrder(String(each.level1 ?? ''), 1) * 100 + taxonomyOrder(String(each.level2 ?? ''), 2);
  const own = rank(record);
  const last = (members as readonly Readonly<Record<string, unknown>>[]).findLastIndex((each) => rank(each) <= own);
  return last + 1;
}

/** A value of the data as it is shown where no form prints it. */
export function plainText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && ('text' in value || 'value' in value))
    return composeTarget(value as Target);
  return String(value);
}

/** What a line of money is called: 年度资金总额. */
export function moneyName(member: Readonly<Record<string, unknown>>): string {
  const source = fundingSources[member.source as keyof typeof fundingSources] ?? '';
  const period = periods[member.period as keyof typeof periods] ?? '';
  return `${period}${source}`.replace(/（[^）]*）/g, '');
}
