import { type Path, quoted } from '../../json/pointer.js';
import { normal } from '../../report/decimals.js';
import { composeTarget } from '../../report/target.js';
import type { Period } from '../../report/vocabulary.js';
import { otherDeadlines } from '../indicators/dueBy.js';
import { namedNumber } from '../indicators/namedNumbers.js';
import { type Quantity, quantitiesIn } from '../indicators/quantities.js';
import { comparesAlike } from '../indicators/readings.js';
import { candidatesOf, otherMeasures, surenessOf, turnedBounds } from '../indicators/sameThing.js';
import { type AskedAt, askedAt, type Statement, statementsIn } from '../indicators/statements.js';
import { asQuantity, isQuantity } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';

/** A text that tells what an indicator asks for. */
interface Telling {
  readonly path: Path;
  readonly text: string;
  readonly period: Period;
  readonly title: { readonly zh: string; readonly en: string };
}

/** The goal says 大于20家, the indicator ≥20家. */
export const goalNumbers: Rule = {
  code: 'goal-number-mismatch',
  number: 'R-46',
  severity: 'warning',
  title: {
    zh: '绩效目标、任务中的数与指标值一致',
    en: 'numbers of goals and tasks agree with indicator values',
  },
  wrong: { zh: '绩效目标、任务中的数与指标值不符', en: 'a number of a goal or task is not that of the indicator' },
  why: {
    zh: '目标是指标的依据：目标写“大于20家”而指标值是“≥20家”，自评时以哪个为准说不清，评审会退回。',
    en: 'Indicators break a goal down: with 大于20家 in the goal and ≥20家 in the indicator nobody can say which one counts.',
  },
  source: {
    zh: '财预〔2015〕88号 目标与指标相互匹配；广州市南沙区 2024 年公开表：大于20家 与 ≥20家、小于100% 与 ≤100%',
    en: 'circular 财预〔2015〕88号: goal and indicators match; published table of Nansha 2024',
  },
  mend: {
    zh: '核对两处，按批复的数改成一致；以上、不少于含本数写 ≥，超过、大于不含本数写 ＞',
    en: 'compare both and correct the wrong one; 以上 and 不少于 include the number (≥), 超过 and 大于 do not (＞)',
  },
  looksAt: {
    zh: '绩效目标、任务的主要实施内容与期望达到的目标、绩效指标描述，对照指标值',
    en: 'goals, contents and expected results of tasks, descriptions of indicators, against the indicator values',
  },
  fails: {
    '/units/0/projects/0/goals/0/text': '全年举办科普活动不少于25场，服务公众不少于3000人次，提高公众科学素质。',
  },
  passes: {
    '/units/0/projects/0/goals/0/text':
      '全年举办科普活动20场，其中进校园不少于5场，服务公众0.3万人次以上，提高公众科学素质。',
  },
  *find({ report, owners }: Subject): Generator<Found> {
    for (const owner of owners) {
      yield* goalFindings(owner, tellingsOf(owner, report.department.overall?.tasks), report.year);
      for (const at of owner.indicators) yield* descriptionFindings(at);
    }
  },
};

function tellingsOf(owner: OwnerAt, tasks: readonly TaskTexts[] = []): Telling[] {
  const goals = owner.goals.map(
    ({ path, goal }): Telling => ({
      path: [...path, 'text'],
      text: goal.text,
      period: goal.period,
      title: { zh: '绩效目标', en: 'the goal' },
    }),
  );
  if (owner.table === 'project') return goals;
  return [...goals, ...tasks.flatMap((task, index) => taskTellings(task, [...owner.path, 'tasks', String(index)]))];
}

interface TaskTexts {
  readonly content?: string;
  readonly expected?: string;
}

/** The two texts of a task; one that only repeats the other tells nothing more. */
function taskTellings({ content = '', expected = '' }: TaskTexts, path: Path): Telling[] {
  const title = { zh: '任务', en: 'the task' };
  const telling = (field: string, text: string): Telling => ({ path: [...path, field], text, period: 'year', title });
  const first = telling('content', content);
  return content === expected ? [first] : [first, telling('expected', expected)];
}

function* goalFindings(owner: OwnerAt, tellings: readonly Telling[], year: number): Generator<Found> {
  for (const period of new Set(tellings.map((telling) => telling.period))) {
    const ofPeriod = tellings.filter((telling) => telling.period === period);
    const told = new Set<string>();
    for (const found of numberFindings(owner, ofPeriod, period, year)) {
      told.add(found.path.slice(0, -1).join('/'));
      yield found;
    }
    if (owner.table === 'project') yield* namedFindings(owner, ofPeriod, period, told);
    if (period === 'year') yield* deadlineFindings(owner, ofPeriod, year);
  }
}

/** From here on two numbers are of one thing as surely as a warning must be, or likely. */
const [sure, likely] = [0.6, 0.2];

/** 采购原原种425万粒 in the goal, 发放原原种 550万粒 as the indicator: what the learned sense of pairs takes for one thing. */
function* numberFindings(
  { indicators }: OwnerAt,
  tellings: readonly Telling[],
  period: Period,
  year: number,
): Generator<Found> {
  const statements = tellings.flatMap((telling) =>
    statementsIn(telling.text, period === 'year' ? year : undefined).map((statement) => ({ ...statement, telling })),
  );
  if (statements.length === 0) return;
  const asked = indicators.flatMap((indicator) => askedAt(indicator, period) ?? []);
  for (const { asked: row, statement } of turnedBounds(asked, statements))
    yield mismatch(row, statement, statement.telling, boundsOf(row, statement));
  const best = new Map<AskedAt, { readonly sureness: number; readonly statement: (typeof statements)[number] }>();
  for (const { asked: row, statement, parts, isKind, isOnly } of candidatesOf(asked, statements)) {
    const sureness = isOnly ? sure : Math.min(surenessOf(parts), isKind ? likely : Number.POSITIVE_INFINITY);
    if (sureness >= likely && sureness > (best.get(row)?.sureness ?? 0)) best.set(row, { sureness, statement });
  }
  for (const [row, { sureness, statement }] of best)
    yield { ...mismatch(row, statement, statement.telling, otherNumbers), ...(sureness < sure && hinted) };
  for (const { asked: row, statement, isSure } of otherMeasures(asked, statements))
    if (!best.has(row)) yield { ...mismatch(row, statement, statement.telling, otherUnits), ...(!isSure && hinted) };
}

const hinted = { severity: 'hint' } as const;
const otherNumbers = { zh: '数不一致', en: 'other numbers', field: 'value' };
const otherUnits = { zh: '数相同而单位不同', en: 'the same number in another unit', field: 'value' };

function boundsOf({ target, ...row }: AskedAt, statement: Quantity): Difference {
  const [written, wanted] = [statement.comparison ?? '', row.comparison ?? ''];
  return {
    zh: `数相同，但一处是 ${written}，一处是 ${wanted}`,
    en: `the same number, once ${written} and once ${wanted}`,
    field: isQuantity(target) && target.sign !== undefined ? 'sign' : 'value',
  };
}

interface Difference {
  readonly zh: string;
  readonly en: string;
  /** The part of the value that differs. */
  readonly field: string;
}

function mismatch(
  { path, name, target }: Pick<AskedAt, 'path' | 'name' | 'target'>,
  { written }: Pick<Statement, 'written'>,
  { title, path: telling }: Pick<Telling, 'title' | 'path'>,
  { zh, en, field }: Difference,
): Found {
  const [said, wanted] = [quoted(written), quoted(composeTarget(target))];
  return {
    path: [...path, ...(path.at(-1) === 'places' ? [] : [isQuantity(target) ? field : 'text'])],
    related: [telling],
    message: {
      zh: `${title.zh}写${said}，指标${quoted(name)}的指标值是${wanted}，${zh}`,
      en: `${title.en} says ${said}, the value of the indicator ${quoted(name)} is ${wanted}: ${en}`,
    },
  };
}

/** 10月底前完工 in the goal, 完工时间 12月底前 as the indicator. */
function* deadlineFindings({ indicators }: OwnerAt, tellings: readonly Telling[], year: number): Generator<Found> {
  const texts = tellings.map(({ text }) => text);
  for (const { path, name, written, wanted, text } of otherDeadlines(texts, indicators, year)) {
    const telling = tellings[text];
    if (!telling) continue;
    yield {
      path: [...path, 'text'],
      related: [telling.path],
      message: {
        zh: `${telling.title.zh}写${quoted(written)}，指标${quoted(name)}的指标值是${quoted(wanted)}，时间不一致`,
        en: `${telling.title.en} says ${quoted(written)}, the value of the indicator ${quoted(name)} is ${quoted(wanted)}: other times`,
      },
    };
  }
}

/** What a goal states of an indicator by its name, in a unit that prose has not or behind 每: 每周开放时间不少于60小时. */
function* namedFindings(
  { indicators }: OwnerAt,
  tellings: readonly Telling[],
  period: Period,
  told: ReadonlySet<string>,
): Generator<Found> {
  for (const { indicator, targets } of indicators) {
    const at = targets.find((target) => target.period === period);
    const target = at && !told.has(at.path.join('/')) ? asQuantity(at.target) : undefined;
    if (!at || !target) continue;
    for (const telling of tellings) {
      const stated = namedNumber(telling.text, indicator.name, target);
      if (!stated || normal(stated.value) === normal(target.value.replaceAll(',', ''))) continue;
      const row = { path: at.path, name: indicator.name, target: at.target };
      yield mismatch(row, stated, telling, otherNumbers);
    }
  }
}

/** A description that names just one number of the value's unit speaks of the value itself. */
function* descriptionFindings(at: IndicatorAt): Generator<Found> {
  const { description = '' } = at.indicator;
  if (!/\d/.test(description.slice(0, 2000)) || /扣|得分|满分|每|权重|÷|\//.test(description)) return;
  const row = askedAt(at, 'year');
  if (!row) return;
  const [only, second] = quantitiesIn(description.slice(0, 2000)).filter(({ unit }) => unit === row.unit);
  if (!only || second || only.vague || only.comparison === undefined) return;
  const written = description.slice(Math.max(0, only.start - 10), only.end);
  const telling = { path: [...at.path, 'description'], title: { zh: '绩效指标描述', en: 'the description' } };
  if (only.value !== row.value) yield mismatch(row, { written }, telling, otherNumbers);
  else if (!comparesAlike(only, row)) yield mismatch(row, { written }, telling, boundsOf(row, only));
}
