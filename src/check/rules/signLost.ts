import { quoted } from '../../json/pointer.js';
import type { Severity } from '../../problem.js';
import { convert } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { levelOf } from '../../report/taxonomy.js';
import { type NumberAt, numbersOf, someOf } from '../indicators/habits.js';
import { nameKind } from '../indicators/nameKind.js';
import { isNoName } from '../indicators/noName.js';
import { pointsAsValues } from '../indicators/pointsAsValues.js';
import { isQuantity } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import type { UnitKind } from '../lexicon/units.js';
import { isSame, lineOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';

/** 满意度 88% where the other rows read ≥: a limit that lost its sign on the way from one system to the next. */
export const signLost: Rule = {
  code: 'sign-lost',
  number: 'R-30',
  severity: 'warning',
  title: { zh: '一张表里的限额都有符号', en: 'in one table all limits have their sign' },
  wrong: { zh: '同表其他指标值有符号，这个没有', en: 'a value has no sign where its neighbours have one' },
  why: {
    zh: '导出、粘贴时 ≥、≤ 最容易丢：满意度“88%”不知道是不少于还是等于。整张表都不写符号的、正好等于的（100%、0、1 个、与预算相等的成本）不算。',
    en: 'Signs get lost in exports: 88% may be a floor or a figure. Let pass: tables without any sign, and what is exact (100 %, 0, one thing, a cost that is the budget).',
  },
  source: {
    zh: '湖南省湘潭市 2024 年公开表“80M”“85%”（上年为 ≥80M、≥85%），湖南省岳阳县 2022 年“3500公斤”；系统代码集 PMKPIZBXS',
    en: 'published tables of Xiangtan 2024 (80M, 85%, with ≥ the year before) and Yueyang county 2022; code set PMKPIZBXS',
  },
  mend: { zh: '补上 ≥、≤；正好等于的写 ＝', en: 'add ≥ or ≤; write ＝ where the number is exact' },
  looksAt: {
    zh: '同一项目各指标值的符号、数值、计量单位',
    en: 'signs, numbers and units of the values of one project',
  },
  fails: { '/units/0/projects/0/indicators/5/annualTarget': { value: '88', unit: '%' } },
  passes: { '/units/0/projects/0/indicators/1/annualTarget': { value: '100', unit: '%' } },
  whole: true,
  *find({ owners, report }: Subject): Generator<Found> {
    const tables = owners.map((owner) => tableOf(owner, report.moneyUnit));
    const all = { signed: sumOf(tables, ({ signed }) => signed), rest: sumOf(tables, ({ rest }) => rest) };
    for (const table of tables) {
      const rows = lostIn(table, all);
      // Careful tables have a few numbers without a sign; and people and things are often meant exactly.
      const isHabit = table.signed >= 4 && table.signed >= 4 * rows.length;
      const isSure =
        isHabit &&
        !rows.every(isPrice) &&
        (rows.some(isLimit) || (table.unsigned === rows.length && rows.every(isMeasured)));
      if (rows.length > 0) yield found(rows, table.signed, isSure ? 'warning' : 'hint');
      const others = [...new Set([...table.limits, ...table.ceilings])].filter((row) => !rows.includes(row));
      if (others.length > 0) yield found(others, table.signed, 'hint');
    }
  },
};

/** The numbers of a project or department: how many have a sign, how many have none, and those that should. */
interface Table {
  readonly signed: number;
  readonly unsigned: number;
  readonly limits: readonly NumberAt[];
  readonly others: readonly NumberAt[];
  /** What is exact as it stands, though a ceiling or a floor may be meant: the project's money, standards, parts of a whole. */
  readonly ceilings: readonly NumberAt[];
  /** How many rows without a sign are no limits by nature. */
  readonly rest: number;
}

function tableOf(owner: OwnerAt, moneyUnit: MoneyUnit): Table {
  // 15万元 as a name with the value 15万元: name-not-name tells.
  // Points in the place of values (value-not-value) have no sign either.
  const points = new Set(pointsAsValues(owner).map(({ indicator }) => indicator));
  const numbers = numbersOf(owner).filter(({ indicator }) => !isNoName(indicator.name) && !points.has(indicator));
  const unsigned = numbers.filter(({ sign }) => sign === undefined);
  const bare = unsigned.filter((row) => !isExact(row) && !isBudget(row, owner, moneyUnit));
  const limits = bare.filter(isLimit);
  const rest = bare.filter((row) => !isLimit(row));
  // What is bought or held by the piece may be meant exactly, where other rows have no sign either; a weight or a length is not.
  const isUsual = unsigned.some(
    (row) => !bare.includes(row) && unitSense(row.unit, row.indicator.name).kind !== 'share',
  );
  const others = rest.filter((row) => !isUsual || isMeasured(row));
  const isCeiling = (row: NumberAt): boolean =>
    (isBudget(row, owner, moneyUnit) && isLimit(row)) || isControl(row) || isStandard(row) || isPart(row);
  return {
    signed: numbers.length - unsigned.length,
    unsigned: unsigned.length,
    limits,
    others,
    ceilings: unsigned.filter(isCeiling),
    rest: rest.length,
  };
}

/** 成本控制率 100%: no more than all. */
function isControl({ value, indicator: { name } }: NumberAt): boolean {
  return /(?:成本|投资|预算|费用|经费|造价)控制[率度]$/.test(name.slice(-12)) && Number(value) === 100;
}

/** A standard that is paid, among the costs: mostly exact, sometimes a limit. */
function isStandard({ unit, indicator: { name, level1, level2 = '' } }: NumberAt): boolean {
  return /成本/.test(level1 + level2) && unitSense(unit, name).kind === 'money' && granted.test(name);
}

/** 0.6万元/套: a price is often meant exactly. */
function isPrice({ unit, indicator }: NumberAt): boolean {
  const { kind, isRatio } = unitSense(unit, indicator.name);
  return kind === 'money' && isRatio && !/成本|费|价|标准/.test(indicator.name);
}

function isMeasured({ unit, indicator }: NumberAt): boolean {
  const { kind, wrongCase } = unitSense(unit, indicator.name);
  return measured.has(kind) || wrongCase !== undefined;
}

const measured: ReadonlySet<UnitKind | undefined> = new Set<UnitKind | undefined>([
  ...(['length', 'area', 'volume', 'weight', 'visits', 'money', 'physical'] as const),
]);

/** Where some rows have a sign, shares and costs lost theirs; other rows only where nearly all have one, here and in the other tables. */
function lostIn({ signed, limits, others, rest }: Table, all: Pick<Table, 'signed' | 'rest'>): NumberAt[] {
  const isHabit = signed >= 3 && signed >= 4 * others.length;
  const isHabitElsewhere = all.signed - signed >= 8 * (all.rest - rest);
  return [...(signed >= limits.length ? limits : []), ...(isHabit && isHabitElsewhere ? others : [])];
}

function sumOf(tables: readonly Table[], count: (table: Table) => number): number {
  return tables.reduce((sum, table) => sum + count(table), 0);
}

const signInName =
  /不超|不低|不少|不高|不多|不大|不小|不得|以内|以上|以下|至少|最多|最低|最高|上限|下限|控制在|大于|小于|[≥≤＞＜<>]\s?\d/;
const signInNote = /以上|以下|以内|左右|至|不[低少超高]|±|[-—~～]/;
const granted = /标准|补助|补贴|资助|奖励|奖金|工资|薪酬|津贴|待遇|定额|票价|单价|基数|学费|退费|保费/;

/** A number that is likely meant as it stands. */
function isExact({ target, value, unit, indicator: { name } }: NumberAt): boolean {
  const { kind, wrongCase } = unitSense(unit, name);
  const number = Number(value.replaceAll(',', ''));
  if ((kind === undefined && !wrongCase) || number === 0 || signInName.test(name)) return true;
  if (isQuantity(target) && signInNote.test(target.note ?? '')) return true;
  switch (kind) {
    case 'share':
      return number >= 100 || /增|降|提高|提升|减|变化|同比|环比|占比|比例|比重/.test(name);
    case 'time':
      return number <= 12 || [24, 365, 366].includes(number) || (unit === '年' && number > 1900);
    case 'money':
      return granted.test(name);
    case 'score':
      return true;
    default:
      return Number.isInteger(number) && number <= 12;
  }
}

/** Satisfaction and rates below 100 %, and costs: nobody wants exactly so much. */
function isLimit({ unit, indicator: { name, level1, level2 = '' } }: NumberAt): boolean {
  const { kind } = unitSense(unit, name);
  if (kind === 'share') return nameKind(name) === 'share' || name.includes('满意');
  if (kind !== 'money') return false;
  return levelOf(level1, 1)?.name === '成本指标' || /成本/.test(level2) || /成本|费用?$|造价$|支出$/.test(name);
}

function isPart({ value, unit, indicator: { name } }: NumberAt): boolean {
  const number = Number(value.replaceAll(',', ''));
  const bare = name.trim().replace(/[（(][^（()）]{0,10}[)）]$/, '');
  if (!(number > 0 && number < 100) || signInName.test(bare) || /增|降|提高|提升|减|变化|同比|环比/.test(bare))
    return false;
  if (unit === '') return number >= 1 && /[成活合格达标完成覆盖及时满意参保入学通过知晓]{2}[率度]$/.test(bare);
  return unitSense(unit, name).kind === 'share' && /(?:占比|比例|比重)$/.test(bare);
}

/** A cost that is just the project's money is exact. */
function isBudget({ value, unit, period }: NumberAt, { project }: OwnerAt, moneyUnit: MoneyUnit): boolean {
  if (!project || (unit !== '元' && unit !== '万元')) return false;
  const { funding } = project.project;
  const budget = lineOf(funding, project.path, 'total', period) ?? lineOf(funding, project.path, 'fiscal', period);
  return budget !== undefined && isSame(convert(value.replaceAll(',', ''), unit, moneyUnit), budget.amount);
}

function found(rows: readonly NumberAt[], signed: number, severity: Severity): Found {
  const [first, ...others] = rows as [NumberAt, ...NumberAt[]];
  const all = someOf(rows, ({ indicator, target }) => quoted(`${indicator.name} ${composeTarget(target)}`));
  const count = rows.length === 1 ? '' : ` ${rows.length} 个`;
  const only = rows.length === 1 && isLimit(first) ? hintOf(first) : undefined;
  return {
    path: [...first.path, first.field],
    severity,
    ...(only && { hint: only }),
    ...(others.length > 0 && { related: others.map(({ path, field }) => [...path, field]) }),
    message: {
      zh: `${count}指标值没有符号${signed === 0 ? '' : `，同表 ${signed} 个有`}：${all.zh}`.trimStart(),
      en: `${rows.length} value${rows.length === 1 ? ' has' : 's have'} no sign${signed === 0 ? '' : `, where ${signed} of the table have one`}: ${all.en}`,
    },
  };
}

/** A share is a floor by nature, unless less is better, and a cost a ceiling. */
function hintOf({ target, unit, indicator: { name } }: NumberAt): Found['hint'] {
  const isCeiling = unitSense(unit, name).kind === 'money' || /差错|投诉|故障|事故|损耗|不良|违规|发案|流失/.test(name);
  const right = `${isCeiling ? '≤' : '≥'}${composeTarget(target)}`;
  return {
    zh: `应是 ${right} 的改为 ${right}；正好等于的写 ＝`,
    en: `write ${right} if it is a limit, ＝ if it is exact`,
  };
}
