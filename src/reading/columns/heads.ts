import { targetFieldOf } from '../../report/target.js';
import { expenditureKinds, type FundingSource, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { plain } from './cellText.js';
import { fieldByWords } from './patterns.js';
import { labelLists, lists, moneyLists, type Synonyms } from './words.js';

/** Periods as heads name them. 年度总体目标 is of the year. */
const periodWords: readonly (readonly [RegExp, Period])[] = [
  [/(?<!中)长期/, 'long'],
  [/中期|中长期|(?<!项目)三年/, 'medium'],
  [/年度|本年|当年|年初|全年|今年/, 'year'],
  [/实施期|实施周期|全周期|总周期|项目期|总体|总目标|整体|全程|项目总(?!额)/, 'whole'],
];

/** The period that a text names. */
export function periodIn(text: string): Period | undefined {
  return periodWords.find(([words]) => words.test(text))?.[1];
}

/** The field of a period: `goal/?` and year is goal/year, `indicator/?/sign` and long is indicator/longTarget/sign. */
export function ofPeriod(field: string, period: Period): string {
  if (!field.includes('?')) return field;
  const target = targetFieldOf(period) ?? 'annualTarget';
  return field.replace('?', field.startsWith('indicator/') ? target : period);
}

const periodNames = Object.entries(periods) as [Period, string][];

/** The heads that jibiao's own open data have, each of one field. */
function ownHeads(): [string, string][] {
  const money = periodNames.flatMap(([period, name]) => [
    ...Object.entries(expenditureKinds).map(([kind, word]): [string, string] => [
      `${word}·${name}`,
      `spending/${kind}/${period}`,
    ]),
    ...Object.entries(fundingSources).map(([source, word]): [string, string] => [
      `${word}·${name}`,
      `funding/${source}/${period}`,
    ]),
  ]);
  const goals = periodNames.map(([period, name]): [string, string] => [`绩效目标·${name}`, `goal/${period}`]);
  const targets = (
    [
      ['年度', 'annualTarget'],
      ['实施周期', 'wholeTarget'],
      ['中期', 'mediumTarget'],
      ['长期', 'longTarget'],
      ['调整后', 'adjustedTarget'],
    ] as const
  ).flatMap(([name, field]): [string, string][] => [
    [`${name}指标值`, `indicator/${field}`],
    ...(
      [
        ['符号', 'sign'],
        ['数值', 'value'],
        ['计量单位', 'unit'],
        ['补充说明', 'note'],
        ['文字', 'text'],
      ] as const
    ).map(([word, part]): [string, string] => [`${name}指标值·${word}`, `indicator/${field}/${part}`]),
  ]);
  return [...money, ...goals, ...targets];
}

function entriesOf(all: readonly Synonyms[]): [string, string][] {
  return all.flatMap(({ field, words }) => words.split(' ').map((word): [string, string] => [plain(word), field]));
}

const columnWords: ReadonlyMap<string, string> = new Map([
  ...moneyLists.flatMap(([source, period, words]) =>
    words.split(' ').map((word): [string, string] => [plain(word), `funding/${source}/${period}`]),
  ),
  ...ownHeads().map(([head, field]): [string, string] => [plain(head), field]),
  ...entriesOf(lists),
]);

const labelWords: ReadonlyMap<string, string> = new Map([...columnWords, ...entriesOf(labelLists)]);

/** Levels of government, as heads below 财政资金 name them. */
const levels: Readonly<Record<string, FundingSource>> = {
  中央: 'central',
  省: 'provincial',
  省级: 'provincial',
  自治区: 'provincial',
  市级: 'municipal',
  县级: 'county',
  区级: 'county',
};

/** The source that a head of a money table names; below 财政资金 a level's word alone does. `isCounty`: 本级 stands beside 市级. */
export function sourceOfHead(text: string, isCounty: boolean): FundingSource | undefined {
  const bare = plain(text);
  const level = levels[bare.replace(/(?:财政)?(?:资金)?$/, '')];
  if (isCounty && /^本级(?:资金)?$/.test(bare)) return 'county';
  const [kind, source] = fieldOfLabel(text)?.split('/') ?? [];
  return level ?? (kind === 'funding' ? (source as FundingSource) : undefined);
}

/** 区级财政部门, 县级林业主管部门, 中央主管部门: a body of a level that has to do with the money. */
export function isAuthority(label: string): boolean {
  return /^(?:(?:省|市|县|区|县区|区县)级|中央|地方)[\u4e00-\u9fff]{0,4}(?:财政|主管)部门$/.test(plain(label));
}

/** The field of a column's head: whole, then without brackets, then without its period. Undefined when unknown. */
export const fieldOfHead = remembered((head) => {
  const field = found(plain(head), columnWords) ?? ofYear(plain(head));
  // 绩效指标 beside its table is a label, and the head of names only where no other is.
  return field ?? (found(plain(head), labelWords) === 'label' ? undefined : byWords(plain(head), true));
});

/** The field of a form's label, in the same way. */
export const fieldOfLabel = remembered(
  (label) => found(plain(label), labelWords) ?? ofYear(plain(label)) ?? byWords(plain(label), false),
);

/** Longer texts are no heads. */
const longest = 60;
/** Table after table has the same words; those of strangers must not fill the memory. */
const mostRemembered = 5_000;

function remembered(find: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (text.length > longest) return undefined;
    if (known.has(text)) return known.get(text);
    const field = find(text);
    if (known.size < mostRemembered) known.set(text, field);
    return field;
  };
}

function found(head: string, words: ReadonlyMap<string, string>): string | undefined {
  const bare = head.replace(/\([^()]*\)/g, '').replace(/[:：]$/, '');
  const period = periodIn(head);
  const withoutPeriod = bare.replace(/^(?:长期|中期|年度|本年度?|当年|实施期|项目)/, '');
  const withoutUnit = head.replace(/\([^()]*\)$/, '');
  // （一）财政拨款小计: the sum of what stands below it.
  const withoutSum = bare.replace(/小计$/, '');
  for (const word of [head, withoutUnit, bare, withoutPeriod, withoutSum]) {
    const field = words.get(word);
    if (field !== undefined && word !== '') return period ? ofPeriod(field, period) : field;
  }
  return undefined;
}

/** 2021年实际执行数, 2021年完成值, 2022年指标值: money and values of a year, told apart by the report's. */
function ofYear(head: string): string | undefined {
  const [, year, what = ''] = /^((?:19|20)\d\d)年?度?(.{2,10})$/.exec(head) ?? [];
  if (year === undefined) return undefined;
  if (/^(?:实际)?(?:执行|支出|完成)数$/.test(what)) return `spent/${year}`;
  return /^(?:计划|预期|绩效|实际|年度)*(?:指标|目标|完成|实现)值(?:\([^()]*\))?$/.test(what)
    ? `value/${year}`
    : undefined;
}

function byWords(head: string, isHead: boolean): string | undefined {
  const bare = head.replace(/\([^()]*\)/g, '').replace(/[:：]$/, '');
  const field = fieldByWords(bare, isHead);
  const period = periodIn(head);
  return field !== undefined && period ? ofPeriod(field, period) : field;
}

/** A head that is the name of a place: below it stands what an indicator is to be there. */
export function isPlace(head: string): boolean {
  return /(?:^|\/)[\u4e00-\u9fff]{2,8}(?:[省市县区旗乡镇村]|街道(?:办|办事处)?|农场|林场|团场|开发区|管委会)$/u.test(
    head,
  );
}
