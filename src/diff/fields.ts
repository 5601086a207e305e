import type { Path } from '../json/pointer.js';
import { asWritten, type Bilingual } from '../problem.js';
import { type Field, fieldsOf, titleOf } from '../report/fields.js';
import { amountPattern } from '../report/patterns.js';
import type { Target } from '../report/schema.js';
import { targetFields } from '../report/target.js';
import type { Change } from './change.js';
import {
  contentOf,
  goalLabel,
  indicatorLabel,
  levelName,
  levelsText,
  lineLabel,
  targetsText,
  within,
} from './labels.js';
import { type ListKind, listKindOf, pairItems } from './lists.js';
import { marksOf } from './marks.js';
import { isSame, outOfOrder, walkOrder } from './pairing.js';
import { type At, compareAmounts, type Sides, scalarChange, side, targetChange } from './values.js';

type Item = Readonly<Record<string, unknown>>;

/** Compares all fields of two objects by the schema, so that new fields of the schema are compared too. */
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

/** 主管部门 and 地区 are not named before their cells: 部门名称 is clear by itself. */
function titled(at: At, field: Field): At {
  const plain = ['主管部门', '地区', '部门整体', '项目期'];
  return field.title === undefined || plain.includes(field.title)
    ? at
    : { ...at, trail: within(at.trail, titleOf(field, '')) };
}

function compareLists(
  name: string,
  before: readonly unknown[],
  after: readonly unknown[],
  field: Field,
  at: At,
  sides: Sides,
): Change[] {
  const kind = listKindOf(name, field);
  const list: List = { name, kind, before, after, item: field.items ?? {}, title: titleOf(field, name), at, sides };
  const { pairs } = pairItems(name, kind, before, after);
  const settled = pairs.filter((pair) => !changesLevel(name, before[pair.before], after[pair.after]));
  const moved = kind.key ? new Set() : outOfOrder(settled);
  return walkOrder(pairs, before.length, after.length).flatMap((step) => {
    if (step.before === undefined) return addedOrRemoved(list, step.after as number, 'added');
    if (step.after === undefined) return addedOrRemoved(list, step.before, 'removed');
    const pair = pairs.find((each) => each.after === step.after);
    return compareItems(list, step.before, step.after, moved.has(pair));
  });
}

interface List {
  readonly name: string;
  readonly kind: ListKind;
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

/** The name of an item of a list. */
function itemLabel({ name, kind, title }: List, items: readonly unknown[], index: number): Bilingual {
  const item = items[index] as Item;
  if (name === 'indicators') return indicatorLabel(item);
  if (name === 'goals') {
    const same = items.filter((other) => (other as Item).period === item.period);
    return goalLabel(item, same.length > 1 ? same.indexOf(item) + 1 : undefined);
  }
  if (name === 'history' || name === 'places') return within(title, asWritten(String(item.year ?? item.place)));
  const word = kind.title;
  const zh = title.zh.replace(/^表下注$/, '注');
  if (word === undefined)
    return items.length > 1 ? { zh: `${zh}第${index + 1}条`, en: `${title.en} ${index + 1}` } : { ...title, zh };
  return { zh: `${zh}“${item[word]}”`, en: `${title.en} “${item[word]}”` };
}

function addedOrRemoved(list: List, index: number, type: 'added' | 'removed'): Change[] {
  const { name, kind, at, item, sides } = list;
  const items = type === 'added' ? list.after : list.before;
  const value = items[index];
  const { subject } = kind;
  if (subject === undefined)
    return lineChange(list, type === 'added' ? {} : { before: index }, type === 'added' ? index : undefined);
  const skip = [kind.title ?? '', ...levelFields, ...targetFields, 'text', 'period'];
  const base = {
    subject,
    owner: at.owner,
    cell: within(at.trail, itemLabel(list, items, index)),
    content: contentOf(value, item, sides.to, name === 'indicators' || name === 'goals' ? skip : [kind.title ?? '']),
  };
  const text = itemText(list, value);
  return type === 'added'
    ? [{ type, ...base, after: side([...at.after, String(index)], text) }]
    : [{ type, ...base, before: side([...at.before, String(index)], text) }];
}

/** The text in the cell of an added or removed item. */
function itemText({ name: list, kind }: List, value: unknown): Bilingual {
  if (typeof value === 'string') return asWritten(value);
  const item = value as Item;
  if (list === 'indicators') return targetsText(item);
  if (list === 'history' || list === 'places') return targetsText({ annualTarget: item.target });
  return asWritten(String(item[kind.title ?? 'text'] ?? ''));
}

/** Added or removed lines of money are changes of an amount, not of an item. */
function lineChange(list: List, from: { before?: number }, after: number | undefined): Change[] {
  const [old, now] = [list.before[from.before ?? -1], list.after[after ?? -1]] as [Item | undefined, Item | undefined];
  const cell = lineCell(list, (now ?? old) as Item);
  const at = {
    ...list.at,
    before: [...list.at.before, String(from.before), 'amount'],
    after: [...list.at.after, String(after), 'amount'],
  };
  return compareAmounts(old?.amount as string | undefined, now?.amount as string | undefined, cell, at, list.sides);
}

/** The name of a line's cell; 项目资金 is not named before it. */
function lineCell({ title, at }: List, line: Item): Bilingual {
  return within(title.zh === '项目资金' ? at.trail : within(at.trail, title), lineLabel(line));
}

function compareItems(list: List, before: number, after: number, isMoved: boolean): Change[] {
  const [old, now] = [list.before[before], list.after[after]];
  if (list.kind.subject === undefined) return compareLines(list, before, after);
  const cell = within(list.at.trail, itemLabel(list, list.after, after));
  const at = { ...list.at, before: [...list.at.before, String(before)], after: [...list.at.after, String(after)] };
  const order = isMoved ? [placeChange(list, before, after, cell, at)] : [];
  if (typeof old === 'string' || typeof now === 'string')
    return isSame(old, now) ? order : [...order, scalarChange(old, now, { type: 'string' }, cell, at)];
  return [...order, ...compareInside(list, old as Item, now as Item, { ...at, trail: cell })];
}

/** Two lines of money of one source and period: the amount, then what stands beside it. */
function compareLines(list: List, before: number, after: number): Change[] {
  const [old, now] = [list.before[before], list.after[after]] as [Item, Item];
  const trail = lineCell(list, now);
  const step = (path: Path, index: number): Path => [...path, String(index)];
  const at = { ...list.at, trail, before: step(list.at.before, before), after: step(list.at.after, after) };
  return [
    ...lineChange(list, { before }, after),
    ...compareFields(old, now, list.item, at, list.sides, ['source', 'kind', 'period', 'amount']),
  ];
}

function placeChange(list: List, before: number, after: number, cell: Bilingual, at: At): Change {
  const place = (index: number): Bilingual => ({ zh: `第 ${index + 1} 位`, en: `place ${index + 1}` });
  const subject = list.kind.subject ?? 'note';
  const sides = { before: side(at.before, place(before)), after: side(at.after, place(after)) };
  return { type: 'moved', to: 'place', subject, owner: at.owner, cell, ...sides };
}

function compareInside(list: List, old: Item, now: Item, at: At): Change[] {
  const { subject, title } = list.kind;
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

/** The text of a goal is the goal itself: its cell is 年度绩效目标, not 年度绩效目标·目标. */
function compareGoals(list: List, old: Item, now: Item, at: At): Change[] {
  const step = { ...at, before: [...at.before, 'text'], after: [...at.after, 'text'] };
  const cell = at.trail ?? list.title;
  const text = old.text === now.text ? [] : [scalarChange(old.text, now.text, { type: 'string' }, cell, step)];
  return [...compareFields(old, now, list.item, at, list.sides, ['text']), ...text];
}
