import { quoted } from '../../json/pointer.js';
import type { Report } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { type NumberAt, numbersOf, someOf } from '../indicators/habits.js';
import { isQuantity } from '../indicators/targets.js';
import { goalWritings, otherUnits, pieceWritings, textsOfOwner } from '../indicators/unitForms.js';
import { comparable, measureOf, writingOf } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';
import { foundIn } from '../text/slip.js';
import { unitSlips } from '../text/unitSlips.js';
import type { TextKind } from '../texts.js';

/** km in a table that has 公里 elsewhere: one unit is written in one way. */
export const unitWriting: Rule = {
  code: 'unit-writing',
  number: 'R-30',
  severity: 'hint',
  title: { zh: '同一单位写法一致', en: 'a table writes a unit in one way' },
  wrong: { zh: '同一单位有两种写法', en: 'one unit is written in two ways' },
  why: {
    zh: '同一张表里“公里”“km”“千米”混用，汇总时会当成几个单位；都是正确的单位，所以是提示。',
    en: '公里, km and 千米 in one table are summed up apart. All are right by themselves, so this is a hint.',
  },
  source: {
    zh: 'GB 3101-1993：同一文件里单位的名称与符号用法一致；法定计量单位使用方法',
    en: 'GB 3101-1993: names and symbols of units are used in one way',
  },
  mend: { zh: '统一为同一种写法', en: 'write it in one way' },
  looksAt: {
    zh: '同一项目各指标值的计量单位，各处文字里的单位',
    en: 'units of the values of one project, and those in texts',
  },
  fails: {
    '/units/0/projects/0/indicators/1/annualTarget/unit': '％',
    '/units/0/projects/0/indicators/4/annualTarget/unit': '%',
    '/units/0/projects/0/indicators/4/annualTarget/value': '80',
    '/units/0/projects/0/indicators/4/name': '公众知晓率',
  },
  passes: { '/units/0/projects/0/indicators/5/annualTarget/unit': '％' },
  *find({ owners, texts, report }: Subject): Generator<Found> {
    yield* foundIn(texts, unitSlips, { kinds: withUnits });
    for (const owner of owners) {
      yield* twoUnits(owner);
      yield* periodsInTwoUnits(owner);
      yield* twoPieces(owner, report);
      yield* oddWritings(owner);
      yield* oddInGoals(owner);
      yield* lostSlashes(owner);
      yield* turnedParts(owner);
    }
  },
};

const withUnits: ReadonlySet<TextKind> = new Set(['name', 'prose', 'goal', 'indicator', 'value', 'unit', 'note']);

/** 20台 of the goal, 20辆 of the indicator. */
function* twoUnits(owner: OwnerAt): Generator<Found> {
  for (const { path, goal, written, wanted } of otherUnits(owner))
    yield {
      path,
      related: [goal],
      message: {
        zh: `绩效目标写 ${quoted(written)}，指标值写 ${quoted(wanted)}，同一事物的单位不一`,
        en: `the goal says ${quoted(written)}, the value ${quoted(wanted)}: one thing in two units`,
      },
    };
}

/** ＝28家 of the year and ＝30个 of the longer period. */
function* periodsInTwoUnits({ indicators }: OwnerAt): Generator<Found> {
  for (const { indicator, targets } of indicators) {
    const [first, ...others] = targets.flatMap(({ path, target }) => {
      const unit = isQuantity(target) ? target.unit?.trim() : undefined;
      return unit === undefined || unit === '' ? [] : [{ path: [...path, 'unit'], unit }];
    });
    const other = others.find(
      ({ unit }) => first && baseOf(unit) !== baseOf(first.unit) && comparable(baseOf(unit), baseOf(first.unit)),
    );
    if (first && other)
      yield {
        path: first.path,
        related: [other.path],
        severity: 'hint',
        message: {
          zh: `指标 ${quoted(indicator.name)} 两期的单位一处是 ${quoted(first.unit)}，一处是 ${quoted(other.unit)}`,
          en: `the values of ${quoted(indicator.name)} are in ${quoted(first.unit)} and in ${quoted(other.unit)}`,
        },
      };
  }
}

function baseOf(unit: string): string {
  return measureOf(unit)?.unit ?? unit;
}

/** 件/套 and 件（套）. */
function* twoPieces(owner: OwnerAt, { department }: Report): Generator<Found> {
  for (const ways of pieceWritings(textsOfOwner(owner, department.overall?.tasks)).values()) {
    const [first, second] = [...ways];
    if (!first || !second) continue;
    yield {
      path: second[1].path,
      related: [first[1].path],
      message: {
        zh: `同一单位有的写“${first[0]}”，有的写“${second[0]}”`,
        en: `one unit is written ${first[0]} and ${second[0]}`,
      },
    };
  }
}

/** 平方米 in a goal whose values have ㎡ only. */
function* oddInGoals(owner: OwnerAt): Generator<Found> {
  const said = goalWritings(owner);
  if (said.length === 0) return;
  for (const number of numbersOf(owner)) {
    const writing = writingOf(number.unit);
    const odd = writing && said.find(({ unit, written }) => unit === writing.unit && written !== writing.written);
    if (!odd || said.some(({ written }) => written === writing.written)) continue;
    yield {
      path: [...number.path, number.field === 'value' ? 'unit' : 'text'],
      related: [odd.at.path],
      message: {
        zh: `指标值的单位写“${writing.written}”，绩效目标写“${odd.written}”`,
        en: `the value has ${writing.written}, the goal ${odd.written}`,
      },
    };
    return;
  }
}

/** 元件, 元人月: money for each of a thing, without the stroke. */
const slashLost =
  /^([万千百]?元)((?:人次?|件|户|亩|天|日|台|套|平方米|平米|吨|公里|场|节|课时|篇|份|头|只|株|棵|车|辆|学期|季度|生)(?:[·/／](?:年|月|天|次))?)$/;

function* lostSlashes(owner: OwnerAt): Generator<Found> {
  for (const { path, target } of numbersOf(owner)) {
    const [, money, thing] = slashLost.exec('unit' in target ? (target.unit ?? '').trim() : '') ?? [];
    if (money === undefined) continue;
    yield {
      path: [...path, 'unit'],
      severity: 'warning',
      message: {
        zh: `单位缺“/”：${quoted(composeTarget(target))}，应是“${money}/${thing}”`,
        en: `the unit of ${quoted(composeTarget(target))} lacks a stroke: ${money}/${thing}`,
      },
    };
  }
}

/** 元/人/月 and 元/月/人 in one table. */
function* turnedParts(owner: OwnerAt): Generator<Found> {
  const ways = new Map<string, Map<string, NumberAt[]>>();
  for (const number of numbersOf(owner)) {
    const parts = number.unit.split(/[/／·]/);
    if (parts.length < 3) continue;
    const key = parts.toSorted().join(' ');
    const own = ways.get(key) ?? new Map<string, NumberAt[]>();
    ways.set(key, own.set(parts.join('/'), [...(own.get(parts.join('/')) ?? []), number]));
  }
  for (const own of ways.values()) {
    const [[usual] = [''], ...others] = [...own].toSorted(([, left], [, right]) => right.length - left.length);
    const odd = others.flatMap(([, rows]) => rows);
    const [first, ...more] = odd;
    if (!first) continue;
    yield {
      path: [...first.path, first.field === 'value' ? 'unit' : 'text'],
      related: more.map(({ path, field }) => [...path, field === 'value' ? 'unit' : 'text']),
      message: {
        zh: `单位各部分的次序不一：${quoted(first.unit)}；同表另写“${usual}”`,
        en: `the parts of the unit ${quoted(first.unit)} stand in another order than in ${usual}`,
      },
    };
  }
}

function* oddWritings(owner: OwnerAt): Generator<Found> {
  const byUnit = new Map<string, Map<string, NumberAt[]>>();
  for (const number of numbersOf(owner)) {
    const writing = number.field === 'value' ? writingOf(number.unit) : undefined;
    if (writing === undefined) continue;
    const ways = byUnit.get(writing.unit) ?? new Map<string, NumberAt[]>();
    byUnit.set(writing.unit, ways);
    const rows = ways.get(writing.written);
    if (rows) rows.push(number);
    else ways.set(writing.written, [number]);
  }
  for (const ways of byUnit.values()) {
    if (ways.size < 2) continue;
    const [[usual, most], ...others] = [...ways].toSorted(([, left], [, right]) => right.length - left.length) as [
      [string, NumberAt[]],
      ...[string, NumberAt[]][],
    ];
    const odd = others.flatMap(([, rows]) => rows);
    const [first, ...more] = odd;
    // ％ and % differ in width only: that is told where most of a table has one of them.
    const fewest = writingOf(usual)?.unit === '%' ? 2 * odd.length : odd.length;
    if (!first || most.length < fewest) continue;
    const said = someOf(odd, ({ target }) => quoted(composeTarget(target)));
    yield {
      path: [...first.path, 'unit'],
      ...(more.length > 0 && { related: more.map(({ path }) => [...path, 'unit']) }),
      message: {
        zh: `单位另有写法：${said.zh}；同表 ${most.length} 处写“${usual}”`,
        en: `a unit in another writing: ${said.en}, where ${most.length} of the table have “${usual}”`,
      },
    };
  }
}
