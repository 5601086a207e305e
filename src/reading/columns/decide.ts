import type { Bilingual } from '../../problem.js';
import type { MoneyUnit } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell } from '../items.js';
import { isBlank, moneyUnitIn } from './cellText.js';
import { fields, score, titleOf } from './fields.js';
import type { Heading } from './heading.js';
import { ofPeriod } from './heads.js';
import { type Look, share } from './looks.js';
import { type Circumstances, findMeanings, fits, kindOf, type Trial } from './meanings.js';
import type { Question } from './reading.js';

/** A column whose field is decided. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly head: string;
  readonly field: string;
  /** Of two terms side by side, which one its level or name belongs to. */
  readonly term?: Period;
  /** The level that it stands below, where levels stand side by side. */
  readonly block?: string;
  readonly moneyUnit?: MoneyUnit;
  readonly cell: Cell;
  /** The name of questions about it. */
  readonly id: string;
  /** What most of its values look like: others are asked. */
  readonly firm?: Look;
  /** The first three values. */
  readonly samples: readonly string[];
}

/** Looks that tell a field by themselves. */
const telling: readonly (readonly [Look, string])[] = [
  ['level1', 'indicator/level1'],
  ['level2', 'indicator/level2'],
  ['sign', 'indicator/?/sign'],
  ['direction', 'indicator/direction'],
  ['nature', 'indicator/nature'],
  ['standard', 'indicator/standard'],
  ['unit', 'indicator/?/unit'],
];

const swapGain = 0.4;
const wellFits = 0.7;

/**
 * The field of each column, by its head and by what its values look like. Where they disagree, or the head is not known, a
 * question is asked; `values` are those of each head's column.
 */
export function decide(
  heading: Heading,
  values: readonly (readonly string[])[],
  circumstances: Circumstances,
): { columns: Column[]; questions: Question[] } {
  const trials: Trial[] = heading.columns.map((head, index) => ({
    head,
    values: values[index] ?? [],
    field: head.field,
  }));
  const { given } = circumstances;
  if (given) for (const [index, trial] of trials.entries()) trial.field = given[index] ?? 'left';
  findMeanings(trials, circumstances);
  if (!given) {
    if (!shifted(trials)) {
      swapped(trials);
      misfits(trials, circumstances);
    }
    doubled(trials);
  }
  return asked(trials, circumstances);
}

const isRead = (field: string | undefined): field is string =>
  field !== undefined && field !== 'left' && field !== 'label';

/** Heads and data that are one column apart: then all fields move. */
function shifted(trials: Trial[]): boolean {
  const total = (by: number): number =>
    trials.reduce((sum, { values }, index) => {
      const field = trials[index - by]?.field;
      return sum + (isRead(field) && values.length > 0 ? score(field, values) : 0);
    }, 0);
  const own = total(0);
  const by = [1, -1].find((each) => total(each) > own + 1);
  if (by === undefined) return false;
  const moved = trials.map((_, index) => trials[index - by]?.field);
  for (const [index, trial] of trials.entries()) {
    if (trial.values.length === 0 && !isRead(trial.field)) continue;
    trial.field = moved[index] ?? 'left';
    trial.doubt = { zh: '表头与数据像是错开了一栏', en: 'heads and values seem to be one column apart' };
  }
  return true;
}

/** Columns whose values do not look like what the head says, or whose head is not known: what they may be. */
function misfits(trials: Trial[], { period }: Circumstances): void {
  const kind = kindOf(trials.map(({ field }) => field));
  const odd = trials.filter(
    ({ field, values, doubt }) =>
      !doubt && values.length > 0 && (field === undefined || (isRead(field) && score(field, values) < fits)),
  );
  for (const trial of odd) {
    trial.doubt =
      trial.field === undefined
        ? { zh: '不认识这个表头', en: 'this head is not known' }
        : {
            zh: `表头是“${titleOf(trial.field)}”，值却不像`,
            en: `the head says ${trial.field}, the values do not look so`,
          };
    trial.field = undefined;
  }
  if (kind !== 'list') {
    for (const trial of odd) trial.field = 'left';
    return;
  }
  for (const trial of odd) {
    const isOnlyName = trial.head.field === 'indicator/name' && !trials.some(({ field }) => field === 'indicator/name');
    if (isOnlyName) {
      // 数量指标 and 质量指标 below 指标名称: without a name there would be no indicators at all.
      trial.field = 'indicator/name';
      continue;
    }
    const told = telling.find(([look]) => share(trial.values, look) >= 0.8)?.[1];
    const field = told && ofPeriod(told, trial.head.period ?? period ?? 'year');
    const owner = trials.find((each) => each.field === field);
    if (field === undefined || (owner && score(field, owner.values) >= 0.7)) continue;
    trial.field = field;
    if (!owner) continue;
    owner.field = undefined;
    owner.doubt = { zh: `“${titleOf(field)}”像是在另一栏`, en: `${field} seems to be in another column` };
    odd.push(owner);
  }
  const has = (start: string) => trials.some(({ field }) => field?.startsWith(start));
  for (const trial of odd.filter(({ field }) => field === undefined)) {
    const { values } = trial;
    const target = ofPeriod('indicator/?', trial.head.period ?? period ?? 'year');
    if (
      !has('indicator/name') &&
      has('indicator/') &&
      score('indicator/name', values) >= 0.6 &&
      new Set(values).size > values.length / 2
    )
      trial.field = 'indicator/name';
    else if (has('indicator/name') && !has(target) && share(values, 'quantity') >= fits) trial.field = target;
    else if (
      has(`${target}/sign`) &&
      !has(`${target}/value`) &&
      !trials.some(({ field }) => field === target) &&
      share(values, 'number') >= fits
    )
      trial.field = `${target}/value`;
    else trial.field = 'left';
  }
}

/** Two columns whose values fit each other's heads much better. */
function swapped(trials: Trial[]): void {
  const read = trials.filter(({ field, values }) => isRead(field) && values.length > 0);
  for (const [index, left] of read.entries()) {
    for (const right of read.slice(index + 1)) {
      if (left.doubt || right.doubt) continue;
      const [one, other] = [left.field as string, right.field as string];
      const [oneThere, otherThere] = [score(one, right.values), score(other, left.values)];
      const gain = oneThere + otherThere - score(one, left.values) - score(other, right.values);
      const isBetter = gain >= swapGain && oneThere >= wellFits && otherThere >= wellFits;
      if (!isBetter && !changesAmiss(left, right) && !changesAmiss(right, left)) continue;
      [left.field, right.field] = [other, one];
      const doubt = {
        zh: `“${titleOf(one)}”与“${titleOf(other)}”的值像是互换了`,
        en: `the values of ${one} and ${other} seem to be swapped`,
      };
      left.doubt = doubt;
      right.doubt = doubt;
    }
  }
}

/** What is said of a project stays the same, or is blank, in its rows; the names and values of indicators change in each. */
function changesAmiss(ofProject: Trial, ofIndicator: Trial): boolean {
  if (!/^(?:unit|project|goal|funding)(?:\/|$)/.test(ofProject.field ?? '')) return false;
  if (!/^indicator\/(?:name|\w+Target(?:\/value)?)$/.test(ofIndicator.field ?? '')) return false;
  const [often, seldom] = [changes(ofProject.values), changes(ofIndicator.values)];
  const fit =
    score(ofProject.field as string, ofIndicator.values) >= fits &&
    score(ofIndicator.field as string, ofProject.values) >= fits;
  return fit && often >= 6 && often > seldom * 2;
}

function changes(values: readonly string[]): number {
  return values.filter((value, index) => value !== values[index - 1]).length;
}

/** Two columns of one field: the second is asked. Names of two terms are not the same field. */
function doubled(trials: Trial[]): void {
  const seen = new Map<string, Trial>();
  for (const trial of trials) {
    if (!isRead(trial.field) || /^indicator\/(?:place|packed)$/.test(trial.field)) continue;
    const key = `${trial.field}${termOf(trial) ?? trial.head.block ?? ''}`;
    if (!seen.has(key)) seen.set(key, trial);
    else {
      const first = seen.get(key) as Trial;
      first.doubt ??= {
        zh: `另有一栏也是“${titleOf(trial.field)}”`,
        en: `another column is ${trial.field} too`,
      };
      trial.doubt = { zh: `另有一栏也是“${titleOf(trial.field)}”`, en: `another column is ${trial.field} too` };
      trial.field = 'left';
    }
  }
}

function termOf({ field, head }: Trial): Period | undefined {
  return field === 'indicator/level2' || field === 'indicator/name' || field === 'indicator/level1'
    ? head.period
    : undefined;
}

function asked(
  trials: readonly Trial[],
  { table, answers }: Circumstances,
): { columns: Column[]; questions: Question[] } {
  const questions: Question[] = [];
  const columns = trials.map((trial, index): Column => {
    const { head, values, doubt } = trial;
    const id = `column-${table}-${index + 1}`;
    const answer = answers[id];
    const proposed = trial.field ?? 'left';
    const field = answer !== undefined && fields.has(answer) ? answer : proposed;
    const samples = values.slice(0, 3);
    if (doubt && answer === undefined && values.length > 0)
      questions.push(question(id, trial, doubt, proposed, samples));
    const term = termOf({ ...trial, field });
    const firm = firmOf(field, values);
    const moneyUnit = moneyUnitIn(head.head.split('/').at(-1) ?? '') ?? moneyUnitIn(head.head);
    return {
      id,
      from: head.from,
      to: head.to,
      head: head.head,
      field,
      samples,
      cell: head.cell,
      ...(firm && { firm }),
      ...(term && { term }),
      ...(head.block !== undefined && field.startsWith('indicator/') && { block: head.block }),
      ...(moneyUnit && { moneyUnit }),
    };
  });
  return { columns, questions };
}

const firmLooks: Readonly<Record<string, Look>> = {
  'indicator/level1': 'level1',
  'indicator/level2': 'level2',
  'indicator/direction': 'direction',
};
const firmShare = 0.6;

function firmOf(field: string, values: readonly string[]): Look | undefined {
  const look = firmLooks[field];
  return look && share(values, look) >= firmShare ? look : undefined;
}

function question(
  id: string,
  { head }: Trial,
  doubt: Bilingual,
  proposed: string,
  samples: readonly string[],
): Question {
  const byHead = head.field !== undefined && !head.field.includes('?') && fields.has(head.field) ? [head.field] : [];
  const values = [...new Set([proposed, ...byHead, 'left'])];
  const name = head.head === '' ? '（空）' : head.head;
  return {
    id,
    zh: `“${name}”这一栏读作什么？${doubt.zh}。例：${samples.join('；')}`,
    en: `What does the column “${name}” hold? ${doubt.en}. Such as: ${samples.join('; ')}`,
    options: values.map((value) => ({ value, zh: titleOf(value), en: value })),
    proposed,
    samples,
    place: head.cell.place,
  };
}

/** The values of a column that are said, in order, at most `most` of them. */
export function sampled(texts: readonly string[], most = 300): string[] {
  return evenly(
    texts.filter((text) => !isBlank(text)),
    most,
  );
}

/** Rows that stand together, as neighbours tell what changes from row to row. */
const run = 20;

/** At most so many of a list, in order: runs of neighbours, evenly spread. Single rows might all be the first of their project. */
export function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const runs = Math.floor(most / run);
  return Array.from({ length: runs }, (_, index) =>
    Math.floor((index * (all.length - run)) / Math.max(1, runs - 1)),
  ).flatMap((from) => all.slice(from, from + run));
}
