import { pairWeights } from '../lexicon/pairWeights.js';
import { LinearWeights } from './linear.js';
import { coreOf } from './phrases.js';
import { type Around, comparesAlike, mayAgree, saysSame } from './readings.js';
import { type Asked, isShare, type Statement } from './statements.js';
import { comparable, isMeasure } from './units.js';

/** A value of a row and a number of the goal that may speak of one thing, with what tells whether they do. */
export interface Candidate<A extends Asked = Asked, S extends Statement = Statement> {
  readonly asked: A;
  readonly statement: S;
  /** How well the words agree, from 0 to 1. */
  readonly likeness: number;
  /** 大型活动4场 beside 活动场次 20: less of it, and a kind of the thing. */
  readonly isKind: boolean;
  /** 不少于60场次 says nothing of its thing; goal and rows count one thing in 场. */
  readonly isOnly: boolean;
  readonly parts: readonly string[];
}

/** Verbs that a name has before the thing, and the goal behind another word: 受益学生, 保障困难职工. */
const light =
  /受益|惠及|保障|参加|参与|涉及|享受|服务|补助|资助|新增|发放|采购|购置|购买|安排|应|共|完成|开展|达到|实现|建设/g;

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
  ['国家级', '省级', '市级', '县级', '乡级', '村级'],
  ['一级', '二级', '三级'],
  ['学生', '教师'],
  ['新建', '改造', '维修'],
];

/** Whether a name and a clause speak of other acts. */
function isOtherAct(name: string, clause: string): boolean {
  const [ofName, ofClause] = [name, clause].map((text) => acts.map((act) => act.test(text)));
  const both = ofName?.some((is, nth) => is && ofClause?.[nth]);
  return !both && ofName?.includes(true) === true && ofClause?.includes(true) === true;
}

/** Whether they speak of opposite kinds, or the name has a number that is not in the clause. */
function isOtherKind(name: string, clause: string): boolean {
  const told: readonly string[] = clause.match(/\d+/g) ?? [];
  if (name.match(/\d+/g)?.some((number) => !told.includes(number))) return true;
  return opposites.some(
    (kinds) =>
      kinds.some((kind) => name.includes(kind)) &&
      kinds.some((kind) => clause.includes(kind)) &&
      !kinds.some((kind) => name.includes(kind) && clause.includes(kind)),
  );
}

/** Units in which anything is counted. */
const ofAnything: ReadonlySet<string> = new Set(['个', '项', '次', '场', '天', '人', '人次', '件', '户', '家']);

/** Whether two numbers may be of one thing at all: comparable units, for each or not, a change or not. */
function mayMeet(statement: Statement, asked: Asked): boolean {
  if (!isNear(statement.unit, asked.unit)) return false;
  if (statement.vague || statement.isElsewhere || Number(statement.value) === 0) return false;
  if (statement.each.thing !== undefined && asked.each.thing === undefined && asked.unit !== '元') return false;
  const clause = statement.subjects.join('|');
  const isLess = statement.isPart && Number(statement.value) < Number(asked.value);
  if (isLess && (asked.unit === '元' || addsOf(asked, statement) > 0)) return false;
  if (isOtherKind(asked.name, clause) || isOtherAct(asked.name, clause)) return false;
  if (isShare(asked.unit) && statement.isChange !== asked.isChange) return false;
  return true;
}

const together = [
  ['场', '次', '期', '批次', '届', '轮'],
  ['人', '人次'],
  ['户', '户次'],
  ['台', '套', '台套'],
];

function isNear(left: string, right: string): boolean {
  return comparable(left, right) || together.some((units) => units.includes(left) && units.includes(right));
}

/**
 * Of each value whose number is nowhere in the goal, in any reading, the numbers of the goal that may be of the same thing. Numbers that
 * another row has are not among them.
 */
export function candidatesOf<A extends Asked, S extends Statement>(
  asked: readonly A[],
  statements: readonly S[],
): Candidate<A, S>[] {
  const around: Around = { statements, asked };
  const likenesses = new Map(asked.map((each) => [each, statements.map((told) => likenessOf(each, told))]));
  const isSettled = (each: A): boolean => {
    const own = likenesses.get(each) ?? [];
    const best = Math.max(
      0,
      ...own.filter((_, nth) => statements[nth]?.isElsewhere === false && isNear(statements[nth].unit, each.unit)),
    );
    // Numbers may be the same by chance, where another one is of the very thing.
    return statements.some(
      (told, nth) =>
        isNear(told.unit, each.unit) &&
        mayAgree(told, each, around) &&
        ((own[nth] ?? 0) >= chance || best < certain || each.unit === '元'),
    );
  };
  const open = asked.filter((each) => Number(each.value) > 0 && !isSettled(each));
  if (open.length === 0) return [];
  const likeness = (each: A, nth: number): number => likenesses.get(each)?.[nth] ?? 0;
  // Another row has its number, and is no less of that thing.
  const isTaken = (told: Statement, nth: number, by: A): boolean =>
    asked.some(
      (each) =>
        isNear(told.unit, each.unit) &&
        saysSame(told, each) &&
        (!isShare(told.unit) || likeness(each, nth) >= chance) &&
        (likeness(by, nth) < certain || likeness(each, nth) >= likeness(by, nth)),
    );
  const pairs = open.flatMap((each) =>
    statements.flatMap((statement, nth) =>
      mayMeet(statement, each) && !isTaken(statement, nth, each)
        ? [{ asked: each, statement, likeness: likeness(each, nth) }]
        : [],
    ),
  );
  return pairs.map((pair) => ({
    ...pair,
    isKind: isKind(pair),
    isOnly: isUnnamed(pair.statement) && isUnique(pair, statements, asked),
    parts: partsOf(pair, pairs, statements, asked),
  }));
}

/** Less alike, the same number may be chance; so alike, it is the thing. */
const [chance, certain] = [0.3, 0.75];

/** So alike, a thing in two units is likely one thing, or surely. */
const [alike, surelyAlike] = [0.45, 0.7];

/** Values whose number a clause has that speaks of the very thing, with another comparison: 大于20家 and ≥20家. */
export function* turnedBounds<A extends Asked, S extends Statement>(
  asked: readonly A[],
  statements: readonly S[],
): Generator<{ readonly asked: A; readonly statement: S }> {
  for (const row of asked) {
    const same = statements.filter(
      (told) =>
        told.value === row.value &&
        told.unit === row.unit &&
        !told.isElsewhere &&
        told.each.thing === row.each.thing &&
        likenessOf(row, told) >= certain,
    );
    const [first] = same;
    if (first && !same.some((told) => comparesAlike(told, row))) yield { asked: row, statement: first };
  }
}

/** One number in two measures: 2.6万平方米 of the goal, 2.6万亩 of the row. Things by the piece have several measure words. */
export function* otherMeasures<A extends Asked, S extends Statement>(
  asked: readonly A[],
  statements: readonly S[],
): Generator<{ readonly asked: A; readonly statement: S; readonly isSure: boolean }> {
  for (const row of asked) {
    if (
      Number(row.value) < leastTold ||
      statements.some(({ unit, value }) => value === row.value && isNear(unit, row.unit))
    )
      continue;
    const [only, second] = statements.filter(
      (told) =>
        told.value === row.value &&
        areTwoMeasures(told.unit, row.unit) &&
        !told.isElsewhere &&
        !asked.some((other) => other.unit === told.unit && other.value === told.value) &&
        likenessOf(row, told) >= alike,
    );
    if (!only || second) continue;
    const isSure = isMeasure(only.unit) && isMeasure(row.unit) && likenessOf(row, only) >= surelyAlike;
    yield { asked: row, statement: only, isSure };
  }
}

/** One and two may be anything. */
const leastTold = 3;

/** Whether two units are not of one size, and at least one measures: 亩 and 宗; 天 and 工作日 are nearly one. */
function areTwoMeasures(left: string, right: string): boolean {
  if (isNear(left, right) || isShare(left) !== isShare(right)) return false;
  if ([left, right].every((unit) => /^(?:天|工作日|课时|学时|小时|分)$/.test(unit) && unit !== '天') || isShare(left))
    return false;
  if ([left, right].includes('工作日')) return false;
  return isMeasure(left) || isMeasure(right);
}

type Pair = Pick<Candidate, 'asked' | 'statement' | 'likeness'>;

/** What makes a kind of a thing. */
const ofKind = /大型|重点|精品|专[题场]|主题|示范|特色|骨干|优秀|典型|试点|困难|高龄|特困/;

function isKind({ asked, statement }: Pair): boolean {
  const isLess = Number(statement.value) < Number(asked.value);
  return isLess && ofKind.test(statement.written) && !ofKind.test(asked.name);
}

function isUnnamed({ subjects, comparison, unit }: Statement): boolean {
  return (
    comparison !== undefined && !/^[个项%]$/.test(unit) && subjects.every((each) => each === '' || each === '活动')
  );
}

/** Whether goal and rows have one number each in units like theirs. */
function isUnique({ asked: row }: Pair, statements: readonly Statement[], asked: readonly Asked[]): boolean {
  return [statements, asked].every((all) => all.filter(({ unit }) => isNear(unit, row.unit)).length === 1);
}

/** How much of what the name counts comes again in the clause, or of what the clause counts in the name. */
function likenessOf({ core }: Asked, { subjects }: Statement): number {
  return Math.max(0, ...subjects.map((subject) => shareOf(core.replace(light, '') || core, subject)));
}

/** How many of the characters of a text are in another, from 0 to 1. */
function shareOf(text: string, other: string): number {
  const all = [...new Set(text)];
  return all.length === 0 ? 0 : all.filter((each) => other.includes(each)).length / all.length;
}

/** How many of the characters of a text are not in another, to 4. */
function lackOf(text: string, other: string): number {
  return Math.min(4, [...new Set(text)].filter((each) => !other.includes(each)).length);
}

/** How much the clause says that the name does not, to 4. */
function addsOf({ name }: Asked, { subjects }: Statement): number {
  return Math.min(4, ...subjects.map((each) => lackOf(each.replace(light, ''), name)));
}

function commonRun(left: string, right: string): number {
  let longest = 0;
  for (let at = 0; at < left.length; at += 1)
    while (at + longest < left.length && right.includes(left.slice(at, at + longest + 1))) longest += 1;
  return longest;
}

/** What is told of a pair, as the parts that the learner weighs. */
function partsOf(
  pair: Pair,
  pairs: readonly Pair[],
  statements: readonly Statement[],
  asked: readonly Asked[],
): string[] {
  const { asked: row, statement, likeness } = pair;
  const clause = statement.subjects.join('|');
  const share = Math.round(likeness * 10);
  const thing = coreOf(statement.thing).replace(light, '');
  const thingShare = thing === '' ? 'no' : String(Math.round(shareOf(thing, row.name) * 4));
  const run = Math.min(5, Math.max(0, ...statement.subjects.map((each) => commonRun(each, row.core))));
  const kind = kindOf(row.unit);
  const rivals = pairs.filter((other) => other !== pair && other.asked === row);
  const others = pairs.filter((other) => other !== pair && other.statement === statement);
  const [best, bestOf] = [rankAmong(likeness, rivals), rankAmong(likeness, others)];
  const only = rivals.length === 0 && others.length === 0;
  const unique = isUnique(pair, statements, asked);
  const head = row.core.slice(-2);
  const ratio = Math.abs(Math.log(Number(statement.value) / Number(row.value)));
  const near = ratio < 0.12 ? '0' : ratio < 0.3 ? '1' : ratio < 0.7 ? '2' : ratio < 1.2 ? '3' : ratio < 2.5 ? '4' : '5';
  const turned = sorted(statement.value) === sorted(row.value);
  const power = /^10*$/.test(
    String(Math.max(Number(statement.value) / Number(row.value), Number(row.value) / Number(statement.value))),
  );
  const eachKind = (['time', 'thing'] as const)
    .map((part) => {
      const [left, right] = [statement.each[part], row.each[part]];
      return left === right ? '0' : left === undefined ? 'r' : right === undefined ? 's' : '1';
    })
    .join('');
  const lacks = lackOf(row.core.replace(light, ''), clause);
  const missing = `${lacks}${addsOf(row, statement)}`;
  const isExact = statement.subjects.some((each) => each === row.core || sorted(each) === sorted(row.core));
  return [
    `share${share}`,
    `${kind}share${share}`,
    `run${run}`,
    `${kind}run${run}`,
    `thing${thingShare}`,
    `${kind}thing${thingShare}`,
    `kind${kind}`,
    `best${best}`,
    `of${bestOf}`,
    `both${best}${bestOf}`,
    `only${only}`,
    `unique${unique}`,
    `${kind}unique${unique}`,
    `unique${unique}share${Math.round(likeness * 4)}`,
    `both${best}${bestOf}share${Math.round(likeness * 4)}`,
    `head${clause.includes(head)}`,
    `${kind}head${clause.includes(head)}`,
    `${kind}unique${unique}head${clause.includes(head)}`,
    `front${clause.includes(row.core.slice(0, 2))}`,
    `near${near}`,
    `${kind}near${near}`,
    `turned${turned}`,
    `power${power}`,
    `each${eachKind}`,
    `${kind}each${eachKind}`,
    `standard${kind === 'money' && /标准|补[助贴]|均|单价|津贴|费/.test(row.name)}${eachKind}`,
    `exact${isExact}`,
    `unit${row.unit === statement.unit}`,
    `part${statement.isPart}`,
    `miss${missing}`,
    `${kind}miss${missing}`,
    `miss${missing}share${Math.round(likeness * 4)}`,
    `satisfied${/满意/.test(row.name)}${/满意/.test(clause)}`,
    `change${statement.isChange}${row.isChange}`,
    `bound${bound(statement)}${bound(row)}`,
  ];
}

function rankAmong(likeness: number, others: readonly Pair[]): 'less' | 'same' | 'best' {
  if (others.some((other) => other.likeness > likeness)) return 'less';
  return others.some((other) => other.likeness === likeness) ? 'same' : 'best';
}

function kindOf(unit: string): 'share' | 'money' | 'any' | 'own' {
  if (isShare(unit)) return 'share';
  return unit === '元' ? 'money' : ofAnything.has(unit) ? 'any' : 'own';
}

function bound({ comparison }: Pick<Asked, 'comparison'>): string {
  return comparison === undefined || comparison === '＝' ? '' : /[≥＞]/.test(comparison) ? 'g' : 'l';
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

const weights = new LinearWeights(pairWeights, 1);

/** How surely a row and a number of the goal are of one thing, from below 0 to above 1. */
export function surenessOf(parts: readonly string[], by: LinearWeights = weights): number {
  const known = parts.flatMap((part) => by.placeOf(part) ?? []);
  const base = by.placeOf('');
  const sum = known.reduce((all, place) => all + by.weightAt(place, 0), 0);
  return (base === undefined ? 0 : by.weightAt(base, 0)) + sum / Math.sqrt(Math.max(1, parts.length));
}
