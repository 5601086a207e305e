import { type Each, type Expression, fieldOf } from '../layouts/expression.js';
import type { Layout } from '../layouts/find.js';
import type { Bilingual } from '../problem.js';
import { shortName } from '../regions/divisions.js';
import { isNational } from '../regions/home.js';
import { listedRegions } from '../regions/tree.js';
import { convert } from '../report/money.js';
import type { MoneyUnit } from '../report/schema.js';
import { Aligner, type Found } from './align.js';
import { Draft } from './draft.js';
import { grammarOf } from './grammar.js';
import type { Item, Place, SourceFile } from './items.js';
import { likeness } from './labels.js';
import { bareText } from './plainText.js';
import { fullName, regionIn } from './region.js';
import { type Branch, branchOf, isLeaf, leafOf, listOf, plainOf, textOf } from './tree.js';
import { wholeReport } from './wholeReport.js';

/** A question that the file does not answer; `proposed` is what is taken without an answer. */
export interface Question extends Bilingual {
  readonly id: string;
  readonly options: readonly ({ readonly value: string } & Bilingual)[];
  readonly proposed: string | undefined;
  readonly place?: Place;
}

/** Why a piece of the file is in no field. */
export const reasons = {
  'no-place': { zh: '表样里没有这一格', en: 'the form has no such cell' },
  unread: { zh: '读不懂', en: 'not understood' },
  'label-differs': { zh: '栏目名与表样不同', en: 'a label that differs from the form' },
  'says-otherwise': { zh: '与前面写的不同', en: 'differs from what was written before' },
  'other-project': { zh: '像是另一个项目的', en: 'seems to be of another project' },
  near: { zh: '这一格可以有两种读法', en: 'this cell can be read in two ways' },
} as const satisfies Record<string, Bilingual>;

/** A piece of the file that is in no field and is no label. */
export interface Left {
  readonly place: Place;
  readonly text: string;
  readonly why: keyof typeof reasons;
}

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

/** What was inferred. */
export interface Note extends Bilingual {
  readonly place?: Place;
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
  const questions = complete(tree, layout, source, printed, hints, said);
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
          if (event.read.cost > 0.9 && bareText(event.item.text) !== '')
            left.push({ place: event.item.place, text: event.item.text, why: 'label-differs' });
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

/** What no form prints: year, region; asked where neither the file nor the layout says it. */
function complete(
  tree: Branch,
  layout: Layout,
  source: SourceFile,
  moneyUnit: MoneyUnit,
  { answers = {} }: Hints,
  notes: Note[],
): Question[] {
  const questions: Question[] = [];
  const { manifest } = layout;
  tree.moneyUnit = leafOf(moneyUnit);
  const said = answers.year ?? textOf(tree, 'year');
  const year = said ?? manifest.years.at(-1)?.toString();
  if (said === undefined)
    questions.push({
      id: 'year',
      zh: '这是哪一年度的报表？',
      en: 'which fiscal year is this report for?',
      options: manifest.years.map((each) => ({ value: String(each), zh: String(each), en: String(each) })),
      proposed: year,
    });
  if (year !== undefined) tree.year = leafOf(Number(year));
  questions.push(...regionQuestion(tree, layout, source, answers, notes));
  questions.push(...names(tree, answers));
  if (isNational(manifest.region)) tree.layout = leafOf(manifest.id);
  return questions;
}

/** The region that the names say, which may be below that of the layout; else the layout's, asked unless the file names it. */
function regionQuestion(
  tree: Branch,
  { manifest }: Layout,
  source: SourceFile,
  answers: Readonly<Record<string, string>>,
  notes: Note[],
): Question[] {
  const isGeneric = isNational(manifest.region);
  const home = isGeneric ? undefined : manifest.region.code;
  const named = [branchOf(tree, 'department'), ...listOf(tree, 'units')].flatMap((each) => {
    const leaf = each?.name;
    return leaf !== undefined && isLeaf(leaf) ? [leaf] : [];
  });
  // 新建 is no name of 新建区, where nothing more stands.
  const lines = linesOf(source.items)
    .filter(({ text }) => bareText(text).length > 3 || /[省市县区旗州盟]$/.test(bareText(text)))
    .map(({ text, place }) => ({ value: text, place }));
  const said = [...named, ...lines].flatMap(({ value, place }) => {
    const region = regionIn(String(value), home);
    // A body of a region above the layout's has to do with the form, not with whose it is.
    const isAbove = home !== undefined && region !== undefined && listedRegions.isBelow(home, region.code);
    return region && !isAbove ? [{ ...region, text: String(value), place }] : [];
  })[0];
  const isNamed = namesRegion(source.items, manifest.region.name);
  const own = {
    code: manifest.region.code,
    name: manifest.region.code === undefined ? manifest.region.name : fullName(manifest.region.code),
  };
  if (answers.region !== undefined) tree.region = { name: leafOf(answers.region) };
  else if (said) {
    tree.region = { code: leafOf(said.code, said.place), name: leafOf(said.name, said.place) };
    notes.push({
      zh: `地区按“${said.text.trim()}”写作 ${said.name}`,
      en: `the region is taken from ${said.text.trim()}: ${said.name}`,
      ...(said.place && { place: said.place }),
    });
  } else
    tree.region = isGeneric
      ? { name: leafOf('') }
      : { ...(own.code !== undefined && { code: leafOf(own.code) }), name: leafOf(own.name) };
  if (answers.region !== undefined || said || (isNamed && !isGeneric)) return [];
  const proposed = isGeneric ? undefined : own.name;
  return [{ id: 'region', zh: '这是哪个地区的报表？', en: 'which region is this report of?', options: [], proposed }];
}

/** Whether the first lines name a region. */
export function namesRegion(items: readonly Item[], name: string): boolean {
  const short = shortName(name) ?? name;
  return linesOf(items).some(({ text }) => text.includes(short));
}

/** Whether the first lines name a region that has nothing to do with a layout's: none above it, in it, or it. */
export function isElsewhere(items: readonly Item[], { code }: Layout['manifest']['region']): boolean {
  if (code === undefined) return false;
  const regions = linesOf(items).flatMap(({ text }) => regionIn(text, code) ?? []);
  const isNear = (other: string): boolean =>
    other === code || listedRegions.isBelow(other, code) || listedRegions.isBelow(code, other);
  return regions.length > 0 && !regions.some((region) => isNear(region.code));
}

/** Whether the first lines name a region in that of a layout, or it: 六安市 in 安徽省. */
export function isWithin(items: readonly Item[], { code }: Layout['manifest']['region']): boolean {
  if (code === undefined) return false;
  const regions = linesOf(items).flatMap(({ text }) => regionIn(text, code) ?? []);
  return regions.some((region) => region.code === code || listedRegions.isBelow(region.code, code));
}

/** The texts of the first lines. */
function linesOf(items: readonly Item[]): readonly { readonly text: string; readonly place: Place }[] {
  return items
    .slice(0, 30)
    .flatMap((item): readonly { readonly text: string; readonly place: Place }[] =>
      item.kind === 'paragraph' ? [item] : item.cells.filter(({ isContinued }) => !isContinued),
    );
}

/** Names that the form does not print: asked, with what the file has for them. */
function names(tree: Branch, answers: Readonly<Record<string, string>>): Question[] {
  const questions: Question[] = [];
  const units = listOf(tree, 'units');
  const department = branchOf(tree, 'department') ?? {};
  tree.department = department;
  tree.units = units;
  const ask = (id: string, zh: string, en: string, proposed: string | undefined): string | undefined => {
    if (answers[id] === undefined) questions.push({ id, zh, en, options: [], proposed });
    return answers[id] ?? proposed;
  };
  if (textOf(department, 'name') === undefined) {
    const name = ask(
      'department',
      '表上没有主管部门，是哪个部门？',
      'the form does not name the department: which is it?',
      textOf(units[0], 'name') ?? authorityIn(units),
    );
    if (name !== undefined) department.name = leafOf(name);
  }
  const unnamed = units
    .flatMap((unit) => listOf(unit, 'projects'))
    .filter((project) => textOf(project, 'name') === undefined);
  unnamed.forEach((project, index) => {
    const at = unnamed.length === 1 ? '' : String(index + 1);
    const name = ask(
      at === '' ? 'project' : `project-${at}`,
      `表上没有项目名称，${at === '' ? '' : `第 ${at} 张`}是哪个项目的？`,
      `the form names no project: of which is it${at === '' ? '' : ` (form ${at})`}?`,
      undefined,
    );
    if (name !== undefined) project.name = leafOf(name);
  });
  for (const unit of units.filter((each) => textOf(each, 'name') === undefined)) {
    const name = textOf(department, 'name');
    const said = answers.unit ?? name;
    if (answers.unit === undefined && !questions.some(({ id }) => id === 'unit'))
      ask('unit', '表上没有预算单位，是哪个单位？', 'the form does not name the unit: which is it?', name);
    if (said !== undefined) unit.name = leafOf(said);
  }
  return questions;
}

/** Of the bodies that have to do with the money, the lowest that runs it: 县级主管部门. */
function authorityIn(units: readonly Branch[]): string | undefined {
  const authorities = units.flatMap((unit) => listOf(unit, 'projects')).flatMap((each) => listOf(each, 'authorities'));
  return textOf(
    authorities.findLast((each) => /主管部门$/.test(textOf(each, 'title') ?? '')),
    'name',
  );
}

/** The year by the answer or the first lines: what was last year's is known by it. */
function yearOf({ items }: SourceFile, { answers }: Hints): number | undefined {
  const said = answers?.year ?? yearIn(items);
  return said !== undefined && /^\d{4}$/.test(said) ? Number(said) : undefined;
}

/** The year that the first lines say. */
export function yearIn(items: readonly Item[]): string | undefined {
  for (const item of items.slice(0, 40)) {
    const text = bareText(item.kind === 'paragraph' ? item.text : item.cells.map((cell) => cell.text).join(' '));
    const found = /(?<![截止到至前底])((?:19|20|21)\d\d)年(?:度)?(?:.{0,30}(?:目标|预算|绩效|项目)|\)|$)/.exec(text);
    if (found && text.length < 60) return found[1];
  }
  return undefined;
}
