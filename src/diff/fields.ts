import type { Path } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { type Field, fieldsOf } from '../report/fields.js';
import { isBlankAmount, isZero, subtractAmounts } from '../report/money.js';
import { amountPattern } from '../report/patterns.js';
import type { MoneyUnit, Target } from '../report/schema.js';
import { asWritten, type Change, type Owner, type Side } from './change.js';
import {
  contentOf,
  goalLabel,
  indicatorLabel,
  levelName,
  levelsText,
  lineLabel,
  targetsText,
  titleOf,
  valueText,
  within,
} from './labels.js';
import { listKinds, pairItems } from './lists.js';
import { marksOf } from './marks.js';
import { isSame, outOfOrder, walkOrder } from './pairing.js';
import { compareTargets } from './targets.js';

/** The money units of the two reports; the old one's amounts are in the new one's unit already (diff.ts). */
export interface Sides {
  readonly from: MoneyUnit;
  readonly to: MoneyUnit;
}

/** Where a comparison stands: whose cells, the two paths, and the words of what it is inside. */
export interface At {
  readonly owner: Owner;
  readonly before: Path;
  readonly after: Path;
  readonly trail?: Bilingual;
  readonly direction?: string;
}

type Item = Readonly<Record<string, unknown>>;

/** From this length a text is compared inside, character by character. */
const longText = 12;

/** Every field of an object by the schema, so that a field that the schema gains is compared without a word here. */
export function compareFields(
  before: object | undefined,
  after: object | undefined,
  field: Field,
  at: At,
  sides: Sides,
  skip: readonly string[] = [],
): Change[] {
  const [old, now] = [before ?? {}, after ?? {}] as [Item, Item];
  return Object.entries(fieldsOf(field)).flatMap(([name, inner]) => {
    if (skip.includes(name) || isSame(old[name], now[name])) return [];
    const step = { ...at, before: [...at.before, name], after: [...at.after, name] };
    return compareValue(name, old[name], now[name], inner, step, sides);
  });
}

function compareValue(name: string, before: unknown, after: unknown, field: Field, at: At, sides: Sides): Change[] {
  if (field.type === 'array') return compareLists(name, asList(before), asList(after), field, at, sides);
  const label = within(at.trail, titleOf(field, name));
  if (field.pattern === amountPattern)
    return compareAmounts(before as string | undefined, after as string | undefined, label, at, sides);
  if (field.then) return [targetChange(before as Target | undefined, after as Target | undefined, label, at)];
  if (field.type === 'object')
    return compareFields(before as Item | undefined, after as Item | undefined, field, titled(at, field), sides);
  return [scalarChange(before, after, field, label, at)];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** 主管部门 and 地区 need no name before their cells: 部门名称 says it. */
function titled(at: At, field: Field): At {
  const plain = ['主管部门', '地区', '部门整体', '项目期'];
  return field.title === undefined || plain.includes(field.title)
    ? at
    : { ...at, trail: within(at.trail, titleOf(field, '')) };
}

function side(path: Path, text: Bilingual): Side {
  return { path, text };
}

/** The sides that are there. */
function sidesOf(before: unknown, after: unknown, at: At, say: (value: unknown) => Bilingual) {
  return {
    ...(before !== undefined && { before: side(at.before, say(before)) }),
    ...(after !== undefined && { after: side(at.after, say(after)) }),
  };
}

function scalarChange(before: unknown, after: unknown, field: Field, cell: Bilingual, at: At): Change {
  const { owner } = at;
  const isText = typeof before === 'string' && typeof after === 'string' && !field.enum && !field.pattern;
  if (isText && Math.max(before.length, after.length) >= longText)
    return {
      type: 'text',
      owner,
      cell,
      before: side(at.before, asWritten(before)),
      after: side(at.after, asWritten(after)),
      marks: marksOf(before, after),
    };
  return { type: 'value', owner, cell, ...sidesOf(before, after, at, (value) => valueText(value, field)) };
}

function compareAmounts(
  before: string | undefined,
  after: string | undefined,
  cell: Bilingual,
  at: At,
  { from, to }: Sides,
): Change[] {
  if (before === after) return [];
  const difference = subtractAmounts(after ?? '', before ?? '');
  // Of the same money in another unit no spelling is left to compare.
  const bothMoney = [before, after].every((amount) => amount !== undefined && !isBlankAmount(amount));
  if (from !== to && bothMoney && isZero(difference)) return [];
  const say = (value: unknown): Bilingual => asWritten(String(value));
  return [{ type: 'amount', owner: at.owner, cell, ...sidesOf(before, after, at, say), difference, unit: to }];
}

function targetChange(before: Target | undefined, after: Target | undefined, cell: Bilingual, at: At): Change {
  const say = (value: unknown): Bilingual => targetsText({ annualTarget: value });
  return {
    type: 'target',
    owner: at.owner,
    cell,
    ...sidesOf(before, after, at, say),
    ...compareTargets(before, after, at.direction),
  };
}

function compareLists(
  name: string,
  before: readonly unknown[],
  after: readonly unknown[],
  field: Field,
  at: At,
  sides: Sides,
): Change[] {
  const list: List = { name, before, after, item: field.items ?? {}, title: titleOf(field, name), at, sides };
  const { pairs } = pairItems(name, before, after);
  const settled = pairs.filter((pair) => !changesLevel(name, before[pair.before], after[pair.after]));
  const moved = listKinds[name]?.key ? new Set() : outOfOrder(settled);
  return walkOrder(pairs, before.length, after.length).flatMap((step) => {
    if (step.before === undefined) return cameOrWent(list, step.after as number, 'added');
    if (step.after === undefined) return cameOrWent(list, step.before, 'removed');
    const pair = pairs.find((each) => each.after === step.after);
    return compareItems(list, step.before, step.after, moved.has(pair));
  });
}

interface List {
  readonly name: string;
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly item: Field;
  readonly title: Bilingual;
  readonly at: At;
  readonly sides: Sides;
}

const levelFields = ['level1', 'level2', 'group'];

function changesLevel(list: string, before: unknown, after: unknown): boolean {
  return list === 'indicators' && levelFields.some((name) => (before as Item)[name] !== (after as Item)[name]);
}

/** What an item of a list is called. */
function itemLabel({ name, title }: List, items: readonly unknown[], index: number): Bilingual {
  const item = items[index] as Item;
  if (name === 'indicators') return indicatorLabel(item);
  if (name === 'goals') {
    const same = items.filter((other) => (other as Item).period === item.period);
    return goalLabel(item, same.length > 1 ? same.indexOf(item) + 1 : undefined);
  }
  if (name === 'history' || name === 'places') return within(title, asWritten(String(item.year ?? item.place)));
  const word = listKinds[name]?.title;
  const zh = title.zh.replace(/^表下注$/, '注');
  if (word === undefined)
    return items.length > 1 ? { zh: `${zh}第${index + 1}条`, en: `${title.en} ${index + 1}` } : { ...title, zh };
  return { zh: `${zh}“${item[word]}”`, en: `${title.en} “${item[word]}”` };
}

function cameOrWent(list: List, index: number, type: 'added' | 'removed'): Change[] {
  const { name, at, item, sides } = list;
  const items = type === 'added' ? list.after : list.before;
  const value = items[index];
  const subject = listKinds[name]?.subject;
  if (subject === undefined)
    return lineChange(list, type === 'added' ? {} : { before: index }, type === 'added' ? index : undefined);
  const skip = [listKinds[name]?.title ?? '', ...levelFields, 'annualTarget', 'wholeTarget', 'text', 'period'];
  const base = {
    subject,
    owner: at.owner,
    cell: within(at.trail, itemLabel(list, items, index)),
    content: contentOf(
      value,
      item,
      sides.to,
      name === 'indicators' || name === 'goals' ? skip : [listKinds[name]?.title ?? ''],
    ),
  };
  const text = itemText(name, value);
  return type === 'added'
    ? [{ type, ...base, after: side([...at.after, String(index)], text) }]
    : [{ type, ...base, before: side([...at.before, String(index)], text) }];
}

/** What stands in the cell of an item that came or went. */
function itemText(list: string, value: unknown): Bilingual {
  if (typeof value === 'string') return asWritten(value);
  const item = value as Item;
  if (list === 'indicators') return targetsText(item);
  if (list === 'history' || list === 'places') return targetsText({ annualTarget: item.target });
  return asWritten(String(item[listKinds[list]?.title ?? 'text'] ?? ''));
}

/** Lines of money have no life of their own: they are amounts that were there or were not. */
function lineChange(list: List, from: { before?: number }, after: number | undefined): Change[] {
  const [old, now] = [list.before[from.before ?? -1], list.after[after ?? -1]] as [Item | undefined, Item | undefined];
  const trail = list.title.zh === '项目资金' ? list.at.trail : within(list.at.trail, list.title);
  const cell = within(trail, lineLabel((now ?? old) as Item));
  const at = {
    ...list.at,
    before: [...list.at.before, String(from.before), 'amount'],
    after: [...list.at.after, String(after), 'amount'],
  };
  return compareAmounts(old?.amount as string | undefined, now?.amount as string | undefined, cell, at, list.sides);
}

function compareItems(list: List, before: number, after: number, isMoved: boolean): Change[] {
  const [old, now] = [list.before[before], list.after[after]];
  if (listKinds[list.name]?.subject === undefined) return lineChange(list, { before }, after);
  const cell = within(list.at.trail, itemLabel(list, list.after, after));
  const at = { ...list.at, before: [...list.at.before, String(before)], after: [...list.at.after, String(after)] };
  const order = isMoved ? [placeChange(list, before, after, cell, at)] : [];
  if (typeof old === 'string' || typeof now === 'string')
    return isSame(old, now) ? order : [...order, scalarChange(old, now, { type: 'string' }, cell, at)];
  return [...order, ...compareInside(list, old as Item, now as Item, { ...at, trail: cell })];
}

function placeChange(list: List, before: number, after: number, cell: Bilingual, at: At): Change {
  const place = (index: number): Bilingual => ({ zh: `第 ${index + 1} 位`, en: `place ${index + 1}` });
  const subject = listKinds[list.name]?.subject ?? 'note';
  const sides = { before: side(at.before, place(before)), after: side(at.after, place(after)) };
  return { type: 'moved', to: 'place', subject, owner: at.owner, cell, ...sides };
}

function compareInside(list: List, old: Item, now: Item, at: At): Change[] {
  const { subject, title } = listKinds[list.name] ?? {};
  const changes: Change[] = [];
  const both = (name: string, say: (item: Item) => Bilingual) => ({
    before: side([...at.before, name], say(old)),
    after: side([...at.after, name], say(now)),
  });
  const cell = at.trail ?? list.title;
  if (changesLevel(list.name, old, now))
    changes.push({
      type: 'moved',
      to: 'level',
      subject: 'indicator',
      owner: at.owner,
      cell,
      ...both('level1', levelsText),
    });
  if (title !== undefined && subject !== undefined && old[title] !== now[title])
    changes.push({
      type: 'renamed',
      subject,
      owner: at.owner,
      cell:
        list.name === 'indicators' ? nameCell(now) : { zh: `${list.title.zh}名称`, en: `name of the ${list.title.en}` },
      ...both(title, (item) => asWritten(String(item[title]))),
      marks: marksOf(String(old[title]), String(now[title])),
    });
  const skip = [...(title === undefined ? [] : [title]), ...(list.name === 'indicators' ? levelFields : [])];
  if (list.name === 'goals') return [...changes, ...compareGoals(list, old, now, at)];
  const direction = now.direction === undefined ? {} : { direction: String(now.direction) };
  return [...changes, ...compareFields(old, now, list.item, { ...at, ...direction }, list.sides, skip)];
}

function nameCell(indicator: Item): Bilingual {
  const level = levelName(String(indicator.level2 ?? indicator.level1));
  return { zh: `${level.zh}·指标名称`, en: `${level.en}: name of the indicator` };
}

/** The text of a goal is the goal: its cell is 年度绩效目标, not 年度绩效目标·目标. */
function compareGoals(list: List, old: Item, now: Item, at: At): Change[] {
  const step = { ...at, before: [...at.before, 'text'], after: [...at.after, 'text'] };
  const cell = at.trail ?? list.title;
  const text = old.text === now.text ? [] : [scalarChange(old.text, now.text, { type: 'string' }, cell, step)];
  return [...compareFields(old, now, list.item, at, list.sides, ['text']), ...text];
}
