import {
  dataLetters,
  dataWords,
  magnitudes,
  meantByCapital,
  proseUnits,
  type UnitKind,
  unitList,
} from '../lexicon/units.js';

/** Units of measurement as prose and values use them. */

/** A unit in its basic form: 万人次 is 人次 with four more digits; 名 and 位 count people as 人 does. */
export interface Measure {
  readonly unit: string;
  readonly power: number;
}

/** Basic form and kind of each writing of a unit. */
const known: ReadonlyMap<string, { readonly unit: string; readonly kind: UnitKind }> = new Map(
  (Object.entries(unitList) as [UnitKind, string][]).flatMap(([kind, lines]) =>
    lines.split('\n').flatMap((line) => {
      const [unit = '', ...others] = line.split(' ');
      return [unit, ...others].map((written) => [written, { unit, kind }] as const);
    }),
  ),
);

const inProse: ReadonlySet<string> = new Set(proseUnits.split(' '));
/** 名 and 位 count people one by one, as 人 does. */
const onePerson: ReadonlySet<string> = new Set(['名', '位']);

/** Characters that make another word of the unit before them: 项目, 部门, 次数, 个月, 人才. */
const otherWords: Readonly<Record<string, string>> = {
  项: '目',
  部: '门分署',
  次: '数性',
  个: '月百小',
  人: '才口均民工员',
  期: '间末初',
  位: '置于',
  家: '庭长属',
  条: '件例款',
  种: '植子',
  所: '有属',
  本: '级市区省县年地单部',
  户: '外籍',
  分: '别为布析类期批公校馆',
  类: '似',
  起: '来到',
  口: '径',
  米: '粉',
  场: '馆所地',
  处: '理室',
  支: '持付出',
  元: '素件旦',
  例: '如会',
  天: '然',
  只: '有要是',
  张: '贴',
  根: '据',
  件: '套',
  门: '类诊店口槛',
  页: '岩面',
  粒: '子度径状级',
  头: '部',
  轮: '换胎训流候',
  卷: '入',
  片: '区',
  段: '落时',
  节: '约能假点省水目庆气制余支',
  架: '构空设',
  届: '时满',
  箱: '涵',
  袋: '装',
  瓶: '装',
  扇: '形',
  尾: '款水矿',
  对: '接应象口照比外',
  组: '织成合建长',
  班: '子次组级长',
  路: '灯面段口网线',
  面: '积向对临',
  集: '中体团成镇约',
  笔: '记试',
  宗: '旨教地',
  孔: '子',
  桩: '基',
  把: '关手控握',
  款: '项式',
};

/** What may stand behind a number that has a unit: a quick look before the careful one. */
export const unitBegins = new RegExp(
  `^[余多几来百千万亿${[...new Set([...inProse].map((unit) => unit.charAt(0)))].join('')}]`,
  'u',
);

/** The basic form of a written unit that prose uses too; undefined for one that is not in the list. */
export function measureOf(written: string): Measure | undefined {
  const unit = written.trim();
  const { power, rest } = magnitudeOf(unit);
  for (const [digits, name] of [[0, unit] as const, [power, rest] as const]) {
    if (!inProse.has(name)) continue;
    return { unit: onePerson.has(name) ? '人' : (known.get(name)?.unit ?? name), power: digits };
  }
  return undefined;
}

function magnitudeOf(unit: string): { readonly power: number; readonly rest: string } {
  for (const length of [2, 1]) {
    const power = magnitudes[unit.slice(0, length)];
    if (power !== undefined) return { power, rest: unit.slice(length) };
  }
  return { power: 0, rest: unit };
}

/** The unit that a text begins with, the longest one; '' if none does. */
export function unitAtStart(text: string): string {
  for (let length = Math.min(4, text.length); length > 0; length -= 1) {
    const unit = text.slice(0, length);
    const next = text.charAt(length);
    if (inProse.has(unit)) return next !== '' && (otherWords[unit] ?? '').includes(next) ? '' : unit;
  }
  return '';
}

/** Whether a unit counts something: people, events or things, not a share, a time, a length or money. */
export function isCount(unit: string): boolean {
  const base = measureOf(unit)?.unit;
  return base !== undefined && (counts as ReadonlySet<string | undefined>).has(known.get(base)?.kind);
}

/** Whether a unit measures, as those of lengths, areas, weights, money and data do. */
export function isMeasure(unit: string): boolean {
  const kind = known.get(unit)?.kind;
  return kind !== undefined && !(counts as ReadonlySet<string>).has(kind) && kind !== 'household' && kind !== 'share';
}

const counts: ReadonlySet<UnitKind> = new Set<UnitKind>(['people', 'visits', 'event', 'thing']);

/** Whether two basic units may count the same: 场 and 次; 个 and any other thing. */
export function comparable(left: string, right: string): boolean {
  if (left === right) return true;
  const pair = [left, right];
  if (pair.every((unit) => unit === '场' || unit === '次')) return true;
  return pair.includes('个') && pair.every((unit) => known.get(unit)?.kind === 'thing');
}

/** Whether two writings are of one unit: ％ and %, ㎡ and 平方米; 名 and 人 too. */
export function sameUnit(left: string, right: string): boolean {
  if (left === right) return true;
  const [one, other] = [known.get(left), known.get(right)];
  return one !== undefined && one.unit === other?.unit;
}

const writtenInWays: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'length',
  'area',
  'volume',
  'weight',
  'share',
  'physical',
]);

/** A unit that has several writings, 公里 and km, without its numeral; undefined for those that are counted in many words. */
export function writingOf(written: string): { readonly unit: string; readonly written: string } | undefined {
  const plain = known.has(written) ? written : magnitudeOf(written).rest;
  const found = known.get(plain);
  return found && plain !== '百分比' && writtenInWays.has(found.kind)
    ? { unit: found.unit, written: plain }
    : undefined;
}

/** What is told of a unit that is written in a cell of its own: 万元/人·年, 人次, T. */
export interface UnitSense {
  /** What it measures, by its first part: of 元/人, money. Undefined for a word that is not in the list. */
  readonly kind?: UnitKind;
  /** Per something: 元/人, 次/月. */
  readonly isRatio: boolean;
  /** 万, 亿, 千/次: a numeral with no unit behind it. */
  readonly magnitudeOnly: boolean;
  /** A letter for a unit whose symbol is another: `written` should be `right`. */
  readonly wrongCase?: { readonly written: string; readonly right: string };
}

const senses = new Map<string, UnitSense>();
/** Report after report has the same few units; what strangers write instead must not fill the memory. */
const mostSenses = 2000;

/** What a written unit means; `name` is its indicator's, which may speak of data: there M is no capital m. */
export function unitSense(written: string, name = ''): UnitSense {
  const ofData = dataLetters.has(written.slice(-1)) && dataWords.test(name);
  const key = `${ofData ? 'd' : ''}${written}`;
  let sense = senses.get(key);
  if (sense === undefined) {
    sense = senseOf(written.trim(), ofData);
    if (senses.size < mostSenses && written.length < 20) senses.set(key, sense);
  }
  return sense;
}

function senseOf(unit: string, ofData: boolean): UnitSense {
  const whole = kindOf(unit, ofData);
  if (whole !== undefined) return { kind: whole, isRatio: false, magnitudeOnly: false };
  const [first = '', ...others] = unit.split(/[/／每]/);
  const kind = kindOf(first.replace(/[（(].*$/, ''), ofData);
  const { power, rest } = magnitudeOf(first);
  const wrong = wrongCaseIn(unit, ofData);
  return {
    ...(kind !== undefined && wrong === undefined && { kind }),
    isRatio: others.length > 0,
    magnitudeOnly: power > 0 && rest === '',
    ...(wrong && { wrongCase: wrong }),
  };
}

function kindOf(unit: string, ofData: boolean): UnitKind | undefined {
  const { kind } = known.get(unit) ?? known.get(magnitudeOf(unit).rest) ?? {};
  return kind === 'data' && dataLetters.has(magnitudeOf(unit).rest) && !ofData ? undefined : kind;
}

const letters = /[A-Za-zμΩ]+[²³23]?/g;
/** Symbols by their small letters: kw → kW. */
const bySmall: ReadonlyMap<string, string> = new Map(
  [...known.keys()]
    .filter((unit) => /^[A-Za-z]+[²³23]?$/.test(unit) && !dataLetters.has(unit))
    .map((unit) => [unit.toLowerCase(), unit] as const),
);

function wrongCaseIn(unit: string, ofData: boolean): UnitSense['wrongCase'] {
  for (const [written] of unit.matchAll(letters)) {
    if (known.has(written) && (!dataLetters.has(written) || ofData)) continue;
    const right = meantByCapital[written] ?? bySmall.get(written.toLowerCase());
    if (right !== undefined && right !== written) return { written, right };
  }
  return undefined;
}

/** The unit of a value that is written as text: 80M, ≤1亿; with what stands before it. Undefined when it is no number with a unit. */
export function numberWithUnit(
  text: string,
): { readonly before: string; readonly value: string; readonly unit: string } | undefined {
  if (text.length > 40 || !/\d/.test(text)) return undefined;
  const match = /^(\D{0,6}?)\s*(\d[\d,]{0,15}(?:\.\d{1,6})?)\s*([^\d\s。；;，,]{1,8})[。；;]?$/u.exec(text.trim());
  const [, before = '', value = '', unit = ''] = match ?? [];
  return match ? { before, value, unit } : undefined;
}
