import type { Path } from '../../json/pointer.js';
import type { Task } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import type { OwnerAt } from '../subject.js';
import { quantitiesIn, quantityOf } from './quantities.js';
import { comparable, isCount, measureOf, writingOf } from './units.js';

/** A text of a project or department with its place. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Goals, tasks, names and values of an owner. */
export function textsOfOwner({ goals, indicators, table }: OwnerAt, tasks: readonly Task[] = []): PlacedText[] {
  const ofTasks = table !== 'department' ? [] : tasks;
  return [
    ...goalTexts({ goals }),
    ...ofTasks.flatMap(({ content = '', expected = '' }, index) => {
      const path = ['department', 'overall', 'tasks', String(index)];
      return [
        { path: [...path, 'content'], text: content },
        { path: [...path, 'expected'], text: expected },
      ];
    }),
    ...indicators.flatMap(({ path, indicator, targets }) => [
      { path: [...path, 'name'], text: indicator.name },
      // A unit in a cell of its own has its number before it.
      ...targets.map(({ path: at, target }) =>
        'text' in target
          ? { path: [...at, 'text'], text: target.text }
          : { path: [...at, 'unit'], text: `1${target.unit ?? ''}` },
      ),
    ]),
  ].filter(({ text }) => text !== '');
}

export function goalTexts({ goals }: Pick<OwnerAt, 'goals'>): PlacedText[] {
  return goals.map(({ path, goal }) => ({ path: [...path, 'text'], text: goal.text }));
}

/** One thing in two units: 20台 of the goal, 20辆 of the indicator. */
export interface TwoUnits {
  readonly path: Path;
  readonly goal: Path;
  readonly written: string;
  readonly wanted: string;
}

/** One and two may be anything. */
const least = 3;

/** Where a goal counts what an indicator counts, by the number and a word of it, in another unit. */
export function* otherUnits({ goals, indicators }: OwnerAt): Generator<TwoUnits> {
  for (const { path, goal } of goals) {
    if (!/\d/.test(goal.text)) continue;
    let quantities: ReturnType<typeof quantitiesIn> | undefined;
    for (const { indicator, targets } of indicators) {
      const at = targets.find(({ period }) => period === goal.period);
      // A quick look first: most numbers of a table are not in its goal.
      if (at && 'value' in at.target && !goal.text.includes(at.target.value)) continue;
      const quantity = at && quantityOf(at.target);
      if (!at || !quantity || Number(quantity.value) < least || !isCounter(quantity.unit)) continue;
      quantities ??= quantitiesIn(goal.text.slice(0, 3000));
      const same = quantities.filter(({ value }) => value === quantity.value);
      const [only, second] = same;
      if (!only || second || !isCounter(only.unit) || comparable(only.unit, quantity.unit)) continue;
      const clause = /[^，。；;\n]*$/.exec(goal.text.slice(0, only.start))?.[0] ?? '';
      const behind = /^[^，。；;\n\d]{0,24}/.exec(goal.text.slice(only.end))?.[0] ?? '';
      if (!sharesWord(indicator.name, clause.slice(-16) + behind)) continue;
      yield {
        path: at.path,
        goal: [...path, 'text'],
        written: goal.text.slice(only.start, only.end),
        wanted: composeTarget(at.target),
      };
    }
  }
}

/** Things and events by the piece; 个 and 项 are of anything, and people are told apart from their visits by unit-mismatch. */
function isCounter(unit: string): boolean {
  return isCount(unit) && !/^(?:个|项|人|人次|类|种)$/.test(unit);
}

const common = /数量|总数|人数|个数|次数|完成|开展|组织|举办|实施|项目|工作|活动|建设|全年|年度|新增|新建/g;

/** Whether two texts have a word of two characters in common, other than what any name has. */
function sharesWord(name: string, text: string): boolean {
  const bare = name.replace(common, ' ');
  for (let at = 0; at + 2 <= bare.length; at += 1) {
    const word = bare.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(word) && text.includes(word)) return true;
  }
  return false;
}

const pieces =
  /(?<=\d\s?[万百千]?)([件台个户人处座张只])\s?(?:[/／]\s?|[（(]\s?)?([套头次只座组册])\s?[）)]?(?![\u4e00-\u9fff]?\d)/g;

/** Two writings of a unit of two words: 1万件/套 and 100件（套）. */
export function pieceWritings(texts: readonly PlacedText[]): Map<string, Map<string, PlacedText>> {
  const found = new Map<string, Map<string, PlacedText>>();
  for (const at of texts)
    for (const [written, first = '', second = ''] of at.text.matchAll(pieces)) {
      const form = written.replace(/\s/g, '').replace('／', '/').replace('(', '（').replace(')', '）');
      const ways = found.get(first + second) ?? new Map<string, PlacedText>();
      found.set(first + second, ways);
      if (!ways.has(form)) ways.set(form, at);
    }
  return found;
}

/** Writings of units of measure in goals, by unit: 平方米 of a goal beside ㎡ of a value. */
export function goalWritings({
  goals,
}: OwnerAt): readonly { readonly unit: string; readonly written: string; readonly at: PlacedText }[] {
  return goals.flatMap(({ path, goal }) =>
    [...goal.text.slice(0, 3000).matchAll(measured)].flatMap(([, written = '']) => {
      const writing = measureOf(written) || written !== '' ? writingOf(written) : undefined;
      return writing ? [{ ...writing, at: { path: [...path, 'text'], text: goal.text } }] : [];
    }),
  );
}

const measured =
  /(?:\d\s?万?|[元人户]\s?[/／])(平方公里|平方千米|平方米|平米|㎡|m²|公里|千米|km|立方米|立方|m³|公斤|千克|kg|吨|公顷|亩|米)(?![A-Za-z²³])/g;

/** What is counted as people and as visits: 参观人数60万人次 of one goal, 参观人数20万人 of another. */
export function* peopleAndVisits(
  texts: readonly PlacedText[],
): Generator<{ readonly name: string; readonly at: PlacedText; readonly other: PlacedText }> {
  const seen = new Map<string, { readonly unit: string; readonly at: PlacedText }>();
  for (const at of texts)
    for (const [, name = '', unit = ''] of at.text.slice(0, 3000).matchAll(visits)) {
      const before = seen.get(name);
      if (before === undefined) seen.set(name, { unit, at });
      else if (before.unit !== unit && before.at !== at) {
        yield { name, at, other: before.at };
        return;
      }
    }
}

const visits =
  /([\u4e00-\u9fff]{2}人[数次])(?:达到|达|为|不少于|不低于|超过|约)?\s?\d[\d,.]{0,9}\s?[万千百]?(人次|人)/g;
