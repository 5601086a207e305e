import { type Path, quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { normal } from '../../report/decimals.js';
import { sumAmounts } from '../../report/money.js';
import { composeTarget } from '../../report/target.js';
import type { Period } from '../../report/vocabulary.js';
import { otherDeadlines } from '../indicators/dueBy.js';
import { namedNumber } from '../indicators/namedNumbers.js';
import { type Aim, agrees, aimsOf, type Pair, pairsOf } from '../indicators/pairs.js';
import { type Phrase, phrasesOf } from '../indicators/phrases.js';
import { quantitiesIn } from '../indicators/quantities.js';
import { candidatesOf, otherMeasures, surenessOf } from '../indicators/sameThing.js';
import { type AskedAt, askedAt, statementsIn } from '../indicators/statements.js';
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
    const phrases = ofPeriod.map(({ text }) => phrasesOf(text, year, period));
    const all = phrases.flat();
    const paired = new Set<string>();
    const aims = all.length === 0 ? [] : aimsOf(owner.indicators, period);
    for (const [index, telling] of ofPeriod.entries())
      for (const pair of pairsOf(aims, phrases[index] ?? [], all)) {
        paired.add(pair.aim.path.join('/'));
        if (!agrees(pair.phrase.quantity, pair.aim.quantity) && !isSum(pair, phrases[index] ?? []))
          yield { ...mismatch(pair, telling), ...(pair.isLoose && { severity: 'hint' as const }) };
      }
    if (owner.table === 'project') yield* namedFindings(owner, ofPeriod, period, paired);
    yield* likelyFindings(owner, ofPeriod, { year, period, paired });
    if (period === 'year') yield* deadlineFindings(owner, ofPeriod, year);
  }
}

/** From here on two numbers are of one thing as surely as a warning must be, or likely. */
const [sure, likely] = [0.6, 0.3];

/** 采购原原种425万粒 in the goal, 发放原原种 550万粒 as the indicator: what the learned sense of pairs takes for one thing. */
function* likelyFindings(
  { indicators }: OwnerAt,
  tellings: readonly Telling[],
  { year, period, paired }: { readonly year: number; readonly period: Period; readonly paired: ReadonlySet<string> },
): Generator<Found> {
  const statements = tellings.flatMap((telling) =>
    statementsIn(telling.text, period === 'year' ? year : undefined).map((statement) => ({ ...statement, telling })),
  );
  if (statements.length === 0) return;
  const asked = indicators.flatMap((indicator) => askedAt(indicator, period) ?? []);
  const best = new Map<AskedAt, { readonly sureness: number; readonly statement: (typeof statements)[number] }>();
  for (const { asked: row, statement, parts } of candidatesOf(asked, statements)) {
    const sureness = surenessOf(parts);
    if (sureness >= likely && sureness > (best.get(row)?.sureness ?? likely - 1))
      best.set(row, { sureness, statement });
  }
  const differing = (row: AskedAt, statement: (typeof statements)[number], isSure: boolean, what: Bilingual): Found => {
    const [written, wanted] = [quoted(statement.written), quoted(composeTarget(row.target))];
    const { title, path } = statement.telling;
    return {
      path: [...row.path, ...(row.path.at(-1) === 'places' ? [] : [isQuantity(row.target) ? 'value' : 'text'])],
      related: [path],
      ...(!isSure && { severity: 'hint' as const }),
      message: {
        zh: `${title.zh}写${written}，指标${quoted(row.name)}的指标值是${wanted}，${what.zh}`,
        en: `${title.en} says ${written}, the value of the indicator ${quoted(row.name)} is ${wanted}: ${what.en}`,
      },
    };
  };
  for (const [row, { sureness, statement }] of best)
    if (!paired.has(row.path.join('/')))
      yield differing(row, statement, sureness >= sure, { zh: '数不一致', en: 'other numbers' });
  for (const { asked: row, statement, isSure } of otherMeasures(asked, statements))
    if (!paired.has(row.path.join('/')) && !best.has(row))
      yield differing(row, statement, isSure, { zh: '数相同而单位不同', en: 'the same number in another unit' });
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
  paired: Set<string>,
): Generator<Found> {
  for (const { indicator, targets } of indicators) {
    const at = targets.find((target) => target.period === period);
    const target = at && !paired.has(at.path.join('/')) ? asQuantity(at.target) : undefined;
    if (!at || !target) continue;
    for (const telling of tellings) {
      const stated = namedNumber(telling.text, indicator.name, target);
      if (!stated || normal(stated.value) === normal(target.value.replaceAll(',', ''))) continue;
      const [written, wanted] = [quoted(stated.written), quoted(composeTarget(at.target))];
      paired.add(at.path.join('/'));
      yield {
        path: [...at.path, isQuantity(at.target) ? 'value' : 'text'],
        related: [telling.path],
        message: {
          zh: `${telling.title.zh}写${written}，指标${quoted(indicator.name)}的指标值是${wanted}，数不一致`,
          en: `${telling.title.en} says ${written}, the value of the indicator ${quoted(indicator.name)} is ${wanted}: other numbers`,
        },
      };
    }
  }
}

/** 讲座10场、展览10场 for 活动20场: all of that unit together make the value. */
function isSum({ aim, phrase }: Pair, phrases: readonly Phrase[]): boolean {
  const parts = phrases.filter(({ quantity }) => quantity.unit === phrase.quantity.unit);
  if (parts.length < 2) return false;
  return normal(sumAmounts(parts.map(({ quantity }) => quantity.value))) === aim.quantity.value;
}

function mismatch({ aim, phrase }: Pair, telling: Telling): Found {
  const [written, wanted] = [quoted(phrase.written), quoted(composeTarget(aim.target))];
  return {
    path: [...aim.path, fieldOf(aim, phrase)],
    message: {
      zh: `${telling.title.zh}写${written}，指标${quoted(aim.name)}的指标值是${wanted}，${stepOf(aim, phrase).zh}`,
      en: `${telling.title.en} says ${written}, the value of the indicator ${quoted(aim.name)} is ${wanted}: ${stepOf(aim, phrase).en}`,
    },
    related: [telling.path],
  };
}

/** The part of the value that differs. */
function fieldOf({ target, quantity }: Aim, phrase: Phrase): string {
  if (!isQuantity(target)) return 'text';
  return phrase.quantity.value === quantity.value && target.sign !== undefined ? 'sign' : 'value';
}

function stepOf({ quantity }: Aim, phrase: Phrase): { zh: string; en: string } {
  if (phrase.quantity.value !== quantity.value) return { zh: '数不一致', en: 'other numbers' };
  const [written, wanted] = [phrase.quantity.comparison ?? '', quantity.comparison ?? ''];
  return {
    zh: `数相同，但一处是 ${written}，一处是 ${wanted}`,
    en: `the same number, once ${written} and once ${wanted}`,
  };
}

/** A description that names just one number of the value's unit speaks of the value itself. */
function* descriptionFindings({ path, indicator, targets }: IndicatorAt): Generator<Found> {
  const { description = '' } = indicator;
  if (!/\d/.test(description.slice(0, 2000)) || /扣|得分|满分|每|权重|÷|\//.test(description)) return;
  const quantities = quantitiesIn(description.slice(0, 2000));
  for (const aim of aimsOf([{ path, indicator, targets }], 'year')) {
    const [only, second] = quantities.filter(({ unit }) => unit === aim.quantity.unit);
    if (!only || second || only.vague || only.comparison === undefined || agrees(only, aim.quantity)) continue;
    const phrase = { quantity: only, written: description.slice(Math.max(0, only.start - 10), only.end), subjects: [] };
    yield mismatch(
      { aim, phrase },
      {
        path: [...path, 'description'],
        text: description,
        period: 'year',
        title: { zh: '绩效指标描述', en: 'the description' },
      },
    );
  }
}
