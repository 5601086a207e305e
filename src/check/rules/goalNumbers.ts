import { type Path, quoted } from '../../json/pointer.js';
import { normal } from '../../report/decimals.js';
import { sumAmounts } from '../../report/money.js';
import { composeTarget } from '../../report/target.js';
import type { Period } from '../../report/vocabulary.js';
import { namedNumber } from '../indicators/namedNumbers.js';
import { type Aim, agrees, aimsOf, type Pair, pairsOf } from '../indicators/pairs.js';
import { type Phrase, phrasesOf } from '../indicators/phrases.js';
import { type Quantity, quantitiesIn } from '../indicators/quantities.js';
import { asQuantity, isQuantity } from '../indicators/targets.js';
import { comparable } from '../indicators/units.js';
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
    for (const found of lostThousands(aims, phrases, ofPeriod, paired)) {
      paired.add(found.path.slice(0, -1).join('/'));
      yield found;
    }
    yield* kindred(aims, phrases, ofPeriod, paired);
  }
}

/** 8.03万吨 in the goal, ≥8.03吨 in the indicator: the same digits, ten thousand times as much. */
function* lostThousands(
  aims: readonly Aim[],
  phrases: readonly (readonly Phrase[])[],
  tellings: readonly Telling[],
  paired: ReadonlySet<string>,
): Generator<Found> {
  for (const aim of aims) {
    const { value, unit } = aim.quantity;
    if (paired.has(aim.path.join('/')) || unit === '%' || Number(value) < leastDigits) continue;
    for (const [index, own] of phrases.entries()) {
      const alike = own.filter(({ quantity }) => quantity.unit === unit);
      const many = alike.find(({ quantity }) => Number(quantity.value) === Number(value) * 10_000);
      const telling = tellings[index];
      if (!many || !telling || alike.some(({ quantity }) => Number(quantity.value) === Number(value))) continue;
      yield mismatch({ aim, phrase: many }, telling);
    }
  }
}

/** Verbs that a name has before the thing, and the goal behind another word: 受益学生, 保障困难职工. */
const light = /受益|惠及|保障|参加|参与|涉及|享受|服务|补助|资助|新增|发放|采购|购置|购买|安排|应|共/g;
/** So much of what a name counts comes again in the clause; of a share, which are of many things, more. */
const [mostOf, mostOfShare] = [0.75, 0.9];

/**
 * 采购原原种425万粒 in the goal, 发放原原种 550万粒 as the indicator: a thing of one name, in one unit, whose number is nowhere in the other.
 */
function* kindred(
  aims: readonly Aim[],
  phrases: readonly (readonly Phrase[])[],
  tellings: readonly Telling[],
  paired: ReadonlySet<string>,
): Generator<Found> {
  const isSame = (left: Quantity, right: Quantity): boolean =>
    comparable(left.unit, right.unit) && left.value === right.value;
  const told = phrases.flat();
  const free = phrases.flatMap((own, index) =>
    own
      .filter(({ quantity }) => !aims.some((aim) => isSame(aim.quantity, quantity)))
      .map((phrase) => ({ phrase, index })),
  );
  const untold = aims
    .filter(({ quantity }) => quantity.unit !== '元')
    .filter((aim) => !paired.has(aim.path.join('/')) && !told.some(({ quantity }) => isSame(quantity, aim.quantity)));
  const near = untold.flatMap((aim) => {
    const alike = free.filter(
      ({ phrase }) => comparable(phrase.quantity.unit, aim.quantity.unit) && !isOther(aim.name, phrase.written),
    );
    // The only one of 枚 in the goal and among the values: two characters tell.
    const isOnly =
      alike.length === 1 &&
      !ofAnything.has(aim.quantity.unit) &&
      untold.filter((other) => comparable(other.quantity.unit, aim.quantity.unit)).length === 1;
    const scored = alike.map((each) => ({ aim, ...each, common: commonOf(aim, each.phrase, isOnly) }));
    const [best, second] = scored.toSorted((left, right) => right.common - left.common);
    const least = aim.quantity.unit === '%' ? mostOfShare : mostOf;
    return best && best.common >= least && second?.common !== best.common ? [best] : [];
  });
  for (const { aim, phrase, index, common } of near) {
    const telling = tellings[index];
    const isTaken = near.some((other) => other.phrase === phrase && other.aim !== aim && other.common >= common);
    if (telling && !isTaken) yield { ...mismatch({ aim, phrase }, telling), severity: 'hint' };
  }
}

/** What is done to a thing; roads that are built are not those that are kept. */
const acts = [
  /新建|建成|建设|改造|[改扩]建|补植|栽植|种植|新增|增设|新打|更[新换]|购置|采购|购买|安装|引进|招聘|配备|发放|赠送/,
  /养护|管护|维护|保洁|巡[查护]|看护/,
  /检[验测查修]|监测|抽[查检]|排查|体检|筛查/,
  /补[助贴]|资助|救助|慰问|帮扶|奖励/,
  /培[训养]|轮训/,
  /调解/,
  /仲裁/,
  /诉讼|审理/,
  /借阅/,
  /出栏/,
  /保险|[承参投]保/,
];
/** Of each, one is not the other. */
const opposites = [
  ['高中', '初中', '小学', '幼儿园', '中职', '高校'],
  ['城市', '城镇', '农村', '乡村'],
  ['省级', '市级', '县级', '乡级', '村级'],
  ['一级', '二级', '三级'],
  ['学生', '教师'],
  ['新建', '改造', '维修'],
];

/** Whether a name and a clause speak of different things: other acts, other kinds, or a number in the name that is not in the clause. */
function isOther(name: string, clause: string): boolean {
  const [ofName, ofClause] = [name, clause].map((text) => acts.map((act) => act.test(text)));
  const both = ofName?.some((is, nth) => is && ofClause?.[nth]);
  if (!both && ofName?.includes(true) && ofClause?.includes(true)) return true;
  const told: readonly string[] = clause.match(/\d+/g) ?? [];
  if (name.match(/\d+/g)?.some((number) => !told.includes(number))) return true;
  return opposites.some(
    (kinds) =>
      kinds.some((kind) => name.includes(kind)) &&
      kinds.some((kind) => clause.includes(kind)) &&
      !kinds.some((kind) => name.includes(kind) && clause.includes(kind)),
  );
}

/** How much of what the name counts comes again in a clause, from 0 to 1; two characters at least, or some in a row in a unit of its own. */
function commonOf({ core, quantity }: Aim, { subjects }: Phrase, isOnly: boolean): number {
  const thing = [...new Set(core.replace(light, ''))];
  const shares = subjects.map((subject) => thing.filter((each) => subject.includes(each)).length);
  const most = Math.max(0, ...shares);
  const share = most < 2 ? 0 : most / thing.length;
  const run = Math.max(0, ...subjects.map((each) => commonRun(each, core)));
  // 提供就业岗位 is all that the goal says of 招聘会提供就业岗位数.
  const isPart = subjects.some((each) => each.length > longestWord && core.includes(each));
  const isWord = ofAnything.has(quantity.unit) ? isPart : run >= longestWord;
  return isWord || (isOnly && run >= 2) ? Math.max(share, mostOfShare) : share;
}

/** In these anything is counted, and shares are of many things. */
const ofAnything: ReadonlySet<string> = new Set(['个', '项', '次', '%', '天', '人', '人次']);
/** So many characters in a row tell of one thing: 繁育基地. */
const longestWord = 3;

/** The most characters in a row that two names have in common. */
function commonRun(left: string, right: string): number {
  let longest = 0;
  for (let at = 0; at < left.length; at += 1)
    while (at + longest < left.length && right.includes(left.slice(at, at + longest + 1))) longest += 1;
  return longest;
}

/** One and two may be anything. */
const leastDigits = 3;

/** What a goal states of an indicator by its name, in a unit that prose has not or behind 每: 每周开放时间不少于60小时. */
function* namedFindings(
  { indicators }: OwnerAt,
  tellings: readonly Telling[],
  period: Period,
  paired: ReadonlySet<string>,
): Generator<Found> {
  for (const { indicator, targets } of indicators) {
    const at = targets.find((target) => target.period === period);
    const target = at && !paired.has(at.path.join('/')) ? asQuantity(at.target) : undefined;
    if (!at || !target) continue;
    for (const telling of tellings) {
      const stated = namedNumber(telling.text, indicator.name, target);
      if (!stated || normal(stated.value) === normal(target.value.replaceAll(',', ''))) continue;
      const [written, wanted] = [quoted(stated.written), quoted(composeTarget(at.target))];
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
