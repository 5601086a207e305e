import { type Each, type Expression, fieldOf } from '../layouts/expression.js';
import type { Layout } from '../layouts/find.js';
import type { Bilingual } from '../problem.js';
import { convert } from '../report/money.js';
import type { MoneyUnit } from '../report/schema.js';
import { Aligner } from './align.js';
import { Draft } from './draft.js';
import { yearIn } from './firstLines.js';
import type { Found } from './found.js';
import { grammarOf } from './grammar.js';
import type { Item, Place, SourceFile } from './items.js';
import { likeness } from './labels.js';
import { bareText } from './plainText.js';
import type { Left, Note, Question } from './told.js';
import { plainOf } from './tree.js';
import { complete } from './unsaid.js';
import { wholeReport } from './wholeReport.js';

/** What a file says as a layout's form. */
export interface Reading {
  /** A report as JSON data, to be read by `readReport`. */
  readonly report: unknown;
  /** By pointer into the report, where the value was found. */
  readonly at: ReadonlyMap<string, Place>;
  readonly left: readonly Left[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
  /** Of the alignment, a row: up to 0.5 for the file's own form, from 1.2 on for others. */
  readonly cost: number;
}

const noteWords: Readonly<Record<string, Bilingual>> = {
  'first-of-several': {
    zh: '这一格可以是几个栏目之一，按第一个读',
    en: 'this cell may be one of several fields; read as the first',
  },
  'empty-rows': { zh: '没有指标的空行没有读入', en: 'rows without an indicator were not read' },
  'level-inferred': {
    zh: '没有写一级、二级指标的，按二级指标或上一行补上',
    en: 'levels that were not written are those of the second level or of the row above',
  },
  'period-inferred': {
    zh: '没有写是哪一期间的目标，按目标名称读，没有写明的按年度目标',
    en: 'the goal has no period: that of its name, else the year',
  },
  'value-missing': { zh: '有符号或单位，没有值，没有读入', en: 'a sign or unit without a value was not read' },
  leaked: { zh: '去掉了网页或公式的标记', en: 'tags of a web page or a formula were taken out' },
  'level-unknown': { zh: '不是通行的一级指标，照原样读入', en: 'no usual first level; read as it stands' },
};

/** What is known beside the file: answers to questions by their ids. */
export interface Hints {
  readonly answers?: Readonly<Record<string, string>>;
}

const aligners = new WeakMap<Layout, Aligner>();

export function alignerOf(layout: Layout): Aligner {
  const known = aligners.get(layout) ?? new Aligner(grammarOf(layout));
  aligners.set(layout, known);
  return known;
}

/** Reads a file as a form that a layout fills. */
export function readWith(layout: Layout, source: SourceFile, hints: Hints = {}): Reading {
  const { found, perRow } = alignerOf(layout).align(source.items);
  return readingOf(layout, source, found, perRow, hints);
}

function readingOf(layout: Layout, source: SourceFile, found: readonly Found[], cost: number, hints: Hints): Reading {
  const said: Note[] = [];
  const printed = moneyUnitOf(layout, source.items, said);
  const periods = periodsOf(layout);
  const year = yearOf(source, hints);
  const inReport = (unit: string | undefined, amount: string): string =>
    unit ? convert(amount, unit as MoneyUnit, printed) : amount;
  const read = (all: readonly Found[], apart?: ReadonlySet<Each>): { draft: Draft; left: Left[] } => {
    const draft = new Draft(inReport, periods, apart);
    const left: Left[] = [];
    for (const each of all) readFound(each, draft, left);
    if (draft.spots.get('/year') === undefined) draft.spots.put('/year', year, undefined);
    draft.finish();
    return { draft, left };
  };
  const first = read(found);
  const { others } = first.draft;
  const whole = others.size === 0 ? first : read(found, others);
  const own = withoutOthers(found, whole.draft.spots.conflicts);
  const { draft, left } = own === found ? whole : read(own, others);
  for (const { other } of draft.spots.conflicts)
    if (other.place) left.push({ place: other.place, text: String(other.value), why: 'says-otherwise' });
  said.push(...heldOtherwise(draft.spots, source.items));
  const notes = [...draft.notes];
  const tree = wholeReport(draft.spots, notes, others.size > 0);
  const questions = complete(tree, layout, source, printed, hints.answers ?? {}, said);
  const at = new Map<string, Place>();
  const once = new Map(notes.map((note) => [`${note.code} ${JSON.stringify(note.place)}`, note]));
  const told = [...once.values()].map(({ code, place }) => ({
    ...(noteWords[code] ?? { zh: code, en: code }),
    ...(place && { place }),
  }));
  return { report: plainOf(tree, at), at, left, questions, notes: [...told, ...said], cost };
}

/** First and second levels that the form prints in words of its own: 预期产出指标 for 产出指标. */
function heldOtherwise({ held, leaves }: Draft['spots'], items: readonly Item[]): Note[] {
  if (held.size === 0) return [];
  const texts = new Map(
    items.flatMap((item) => (item.kind === 'row' ? item.cells.map((cell) => [cell.place, cell.text] as const) : [])),
  );
  const notes = [...held].flatMap((spot): [Place, Note][] => {
    const { value, place } = leaves.get(spot) ?? {};
    const text = place && texts.get(place);
    if (!place || text === undefined || levelWord(text) === levelWord(String(value))) return [];
    const [zh, en] = [`表上写“${bareText(text)}”，读作“${value}”`, `the form says ${bareText(text)}, read as ${value}`];
    return [[place, { zh, en, place }]];
  });
  return [...new Map(notes).values()];
}

/** A level without points and 指标: 数量指标（20分） is 数量. */
function levelWord(text: string): string {
  return bareText(text)
    .replace(/[([][^()[\]]*\d[^()[\]]*[)\]]分?$/, '')
    .replace(/指标$/, '');
}

/**
 * A project that is named twice, in other words: what stands before its second name, such as the list of another fund's shares above
 * its table, is of another project. It is left.
 */
function withoutOthers(found: readonly Found[], conflicts: Draft['spots']['conflicts']): readonly Found[] {
  const conflict = conflicts.find(
    ({ spot, kept, other: second }) =>
      /\/projects\/\d+\/name$/.test(spot) &&
      likeness(bareText(String(kept.value)), bareText(String(second.value))) < mostUnlike,
  );
  const other = conflict?.other.place;
  if (!other) return found;
  const isThere = (each: Found): boolean =>
    (each.type === 'paragraph' && each.item.place === other) ||
    (each.type === 'row' && each.read.events.some((event) => event.type === 'cell' && event.item.place === other));
  const until = found.findIndex(isThere);
  const line = found.findIndex((each) => each.type === 'paragraph' && each.item.place === conflict.kept.place);
  const between = found.slice(line + 1, until).filter(({ type }) => type === 'row' || type === 'paragraph');
  // The heading of a group of projects, with no more than the unit's name between it and the table of one of them.
  if (line >= 0 && between.length <= 1)
    return found.map((each, at) =>
      at === line && each.type === 'paragraph' ? { type: 'extra', item: each.item, isOther: true } : each,
    );
  const from = found.findLastIndex((each, at) => at < until && each.type === 'turn' && isOfProjects(each.loop.list));
  return found.map((each, at) =>
    at > from && at < until && (each.type === 'row' || each.type === 'paragraph')
      ? { type: 'extra', item: each.item, isOther: true }
      : each,
  );
}

function isOfProjects(list: Expression): boolean {
  return list.type === 'call' ? list.helper === 'projects' : fieldOf(list) === 'projects';
}

/** Names less alike are of two projects. */
const mostUnlike = 0.6;

/** The periods that a form asks goals and money of. */
function periodsOf(layout: Layout): ReadonlySet<string> {
  const texts = [layout.template, ...layout.partials.values()].filter(
    ({ file }, index) => index === 0 || layout.template.text.includes(file.replace(/^.*\/|\.hbs$/g, '')),
  );
  return new Set(
    texts.flatMap(({ text }) => [...text.matchAll(/"(year|whole|medium|long)"/g)].map(([, period = '']) => period)),
  );
}

function readFound(found: Found, draft: Draft, left: Left[]): void {
  switch (found.type) {
    case 'turn':
    case 'end':
    case 'option':
      draft.event(found, undefined);
      return;
    case 'missing':
      return;
    case 'extra':
      leave(found.item, left, found.isOther ? 'other-project' : 'no-place');
      return;
    case 'paragraph': {
      const { item, read } = found;
      if (read.isLabel) {
        if (read.cost > 0.5) leave(item, left, 'label-differs');
      } else if (!read.read) leave(item, left, 'unread');
      else for (const event of read.read.events) take(event, draft, item.place);
      return;
    }
    case 'row':
      for (const cell of found.read.left) left.push({ place: cell.place, text: cell.text, why: 'no-place' });
      for (const event of found.read.events) {
        if (event.type !== 'cell') draft.event(event, found.item.place);
        else if (event.read.isLabel) {
          const why = event.read.isFree ? 'without-field' : 'label-differs';
          const isOdd = event.read.isFree ? !event.item.isContinued : event.read.cost > 0.9;
          if (isOdd && bareText(event.item.text) !== '')
            left.push({ place: event.item.place, text: event.item.text, why });
        } else if (!event.read.read) left.push({ place: event.item.place, text: event.item.text, why: 'unread' });
        else {
          if (event.read.read.cost >= 1) left.push({ place: event.item.place, text: event.item.text, why: 'near' });
          for (const inner of event.read.read.events) take(inner, draft, event.item.place);
        }
      }
  }
}

type TextEvent = NonNullable<Extract<Found, { type: 'paragraph' }>['read']['read']>['events'][number];

function take(event: TextEvent, draft: Draft, place: Place): void {
  if (event.type === 'hole') draft.hole(event.hole.shows, event.text, place);
  else draft.event(event, place);
}

function leave(item: Item, left: Left[], why: Left['why']): void {
  const texts = item.kind === 'paragraph' ? [item] : item.cells.filter((cell) => !cell.isContinued);
  for (const { text, place } of texts) if (bareText(text) !== '') left.push({ place, text, why });
}

/** The unit that the file prints money in: that of the label of its money, else of its other labels, else the layout's. */
function moneyUnitOf({ manifest }: Layout, items: readonly Item[], notes: Note[]): MoneyUnit {
  const cells = items.flatMap((item): readonly { readonly text: string; readonly place: Place }[] =>
    item.kind === 'paragraph' ? [item] : item.cells,
  );
  const said = cells.flatMap(({ text, place }) => {
    const plain = bareText(text);
    if (plain.length >= 40) return [];
    const found = /[([](?:单位:?|金额单位:?)?(万元|元)[)\]]|单位[:：](?:人民币)?(万元|元)/.exec(plain);
    const isOfMoney = /^(?:项目|专项)?(?:资金|预算)(?:情况|来源|安排|总额)?[([]/.test(plain);
    return found ? [{ unit: (found[1] ?? found[2]) as MoneyUnit, isOfMoney, place }] : [];
  });
  const [first] = said;
  const chosen = said.find(({ isOfMoney }) => isOfMoney) ?? first;
  if (!chosen || !first) return manifest.moneyUnit === 'report' ? '万元' : manifest.moneyUnit;
  if (chosen.unit !== first.unit)
    notes.push({
      zh: `表里金额单位有${first.unit}、有${chosen.unit}，按资金一栏的${chosen.unit}读`,
      en: `the file says ${first.unit} and ${chosen.unit}: money is read in ${chosen.unit}, as its label says`,
      place: first.place,
    });
  return chosen.unit;
}

/** The year by the answer or the first lines: what was last year's is known by it. */
function yearOf({ items }: SourceFile, { answers }: Hints): number | undefined {
  const said = answers?.year ?? yearIn(items);
  return said !== undefined && /^\d{4}$/.test(said) ? Number(said) : undefined;
}
