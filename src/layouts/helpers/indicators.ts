import { fault } from '../../problem.js';
import { sumAmounts } from '../../report/money.js';
import type { Goal, Indicator, Target } from '../../report/schema.js';
import { composeTarget, type TargetField, targetFieldOf, targetPeriods } from '../../report/target.js';
import { levelCode, levelOf } from '../../report/taxonomy.js';
import { constantOf } from '../expression.js';
import { text } from '../kinds.js';
import { inside } from '../spot.js';
import { leavesOf, untraced } from '../traced.js';
import { lists } from '../vocabulary.js';
import { groupsOf } from './groups.js';
import { type Inverse, saysNothing } from './inverse.js';
import { rowsOf } from './rows.js';
import { aListOf, aRecord, aText, type Helper, oneOf } from './signature.js';

/** `(target t open="(" close=")")`: an indicator's value as one text; `open` and `close` go around its unit. */
const target: Helper = {
  takes: [aRecord('target')],
  named: { open: aText, close: aText },
  gives: text,
  run: ({ named }, value: Target | undefined) => composeTarget(value, named),
  inverse: (reader, text, [shown], { open, close }) => {
    const several = shown?.type === 'call' && shown.helper === 'or' ? shown.given : [shown];
    const isWhole = reader.periods.has('whole') && !reader.periods.has('medium');
    const spot = reader.spotOf(several[isWhole ? several.length - 1 : 0]);
    if (spot !== undefined) reader.putTarget(spot, text, String(constantOf(open)), String(constantOf(close)));
  },
};

type TargetPeriod = (typeof targetPeriods)[TargetField];
const fieldOf = (period: TargetPeriod) => targetFieldOf(period) as TargetField;

/** `(targetOf indicator "medium")`: its value of that period as one text, as `target` writes it; '' where it has none. */
const targetOf: Helper = {
  takes: [aRecord('indicator', 'row'), oneOf(Object.values(targetPeriods))],
  named: { open: aText, close: aText },
  gives: text,
  leaves: ([indicator, period]) => {
    const owner = untraced(indicator);
    const field = fieldOf(untraced(period) as TargetPeriod);
    return typeof owner === 'object' && owner !== null ? [{ owner, field }] : [];
  },
  run: ({ named }, indicator: Indicator | undefined, period: TargetPeriod) =>
    composeTarget(indicator?.[fieldOf(period)], named),
  inverse: (reader, text, [owner, period]) => {
    const spot = reader.spotOf(owner);
    const field = targetFieldOf(reader.valueOf(period));
    if (spot !== undefined && field) reader.putTarget(inside(spot, field), text);
  },
};

/** A part of a value, for forms that print sign, number and unit in columns. A value in words has no sign and no unit. */
function partOf(name: 'sign' | 'value' | 'unit', inverse: Inverse): Helper {
  const fieldIn = (target: Target): string => (name === 'value' && 'text' in target ? 'text' : name);
  return {
    takes: [aRecord('target')],
    gives: text,
    leaves: ([given]) => {
      const owner = untraced(given) as Target | undefined;
      return owner ? [{ owner, field: fieldIn(owner) }, ...leavesOf([given])] : leavesOf([given]);
    },
    absent: ([given]) => {
      const [leaf] = untraced(given) === undefined ? leavesOf([given]) : [];
      return leaf && { ...leaf, field: `${leaf.field}/${name}` };
    },
    run: (_call, target: Target | undefined) =>
      target === undefined ? '' : ((target as unknown as Readonly<Record<string, string>>)[fieldIn(target)] ?? ''),
    inverse,
  };
}

/** `(signOf target)`, `(figureOf target)`, `(unitOf target)`: ≥, 96 and 场次 of ≥96场次; the words of a value in words are its value. */
const signOf = partOf('sign', (reader, text, [shown]) => {
  const spot = reader.spotOf(shown);
  if (spot === undefined) return;
  const written = text.trim();
  // 定性 where the sign stands says of what nature the indicator is.
  if (/^定[量性]$/.test(written)) reader.put(inside(spot.replace(/\/\w+$/, ''), 'nature'), written);
  else reader.put(inside(spot, 'sign'), reader.signIn(text) ?? written);
});
const figureOf = partOf('value', (reader, text, [shown]) => {
  const spot = reader.spotOf(shown);
  const figure = text.trim();
  if (spot === undefined) return;
  if (/^-?\d+(?:,\d{3})*(?:\.\d+)?$/.test(figure)) reader.put(inside(spot, 'value'), figure.replace(/,/g, ''));
  else reader.put(inside(spot, 'text'), figure);
});
const unitOf = partOf('unit', (reader, text, [shown]) => {
  const spot = reader.spotOf(shown);
  if (spot !== undefined) reader.put(inside(spot, 'unit'), text.trim());
});

/** `(ofGoal indicators goal)`: the indicators that name this goal's `id`. */
const ofGoal: Helper = {
  takes: [aListOf('indicator'), aRecord('goal')],
  gives: lists.indicators,
  run: (_call, indicators: readonly Indicator[] | undefined, goal: Goal | undefined) =>
    (indicators ?? []).filter((indicator) => goal?.id !== undefined && indicator.goal === goal.id),
};

/** `(withoutGoal indicators)`: those that name no goal. */
const withoutGoal: Helper = {
  takes: [aListOf('indicator')],
  gives: lists.indicators,
  run: (_call, indicators: readonly Indicator[] | undefined) =>
    (indicators ?? []).filter(({ goal }) => goal === undefined),
};

/** `(ofLevel1 indicators "产出指标")`, `(ofLevel2 …)`: those of a level, however its name is written. */
function ofLevel(field: 'level1' | 'level2', level: 1 | 2): Helper {
  return {
    takes: [aListOf('indicator'), aText],
    gives: lists.indicators,
    leaves: () => [],
    member: ([, name]) => ({ [field]: String(untraced(name)) }),
    run: (_call, indicators: readonly Indicator[] | undefined, name: string | undefined) =>
      (indicators ?? []).filter((indicator) => isSameLevel(indicator[field], name, level)),
  };
}
const ofLevel1 = ofLevel('level1', 1);
const ofLevel2 = ofLevel('level2', 2);

/** `(notLevel2 indicators "数量指标" "质量指标")`: those of none of these second levels: the row … of a form that prints its levels. */
const notLevel2: Helper = {
  takes: [aListOf('indicator'), aText],
  more: aText,
  gives: lists.indicators,
  leaves: () => [],
  run: (_call, indicators: readonly Indicator[] | undefined, ...names: (string | undefined)[]) =>
    (indicators ?? []).filter(({ level2 }) => !names.some((name) => isSameLevel(level2, name, 2))),
};

function isSameLevel(own: string | undefined, name: string | undefined, level: 1 | 2): boolean {
  if (own === name) return true;
  const known = levelOf(name ?? '', level);
  return known !== undefined && own !== undefined && levelOf(own, level) === known;
}

/** `(weights indicators)`: the exact sum of their weights; '' where none has one. */
const weights: Helper = {
  takes: [aListOf('indicator', 'row')],
  gives: text,
  leaves: () => [],
  run: (_call, indicators: readonly Indicator[] | undefined) =>
    sumAmounts((indicators ?? []).flatMap(({ weight }) => (weight === undefined ? [] : [weight]))),
  inverse: saysNothing,
};

/** `(code levelName)`: the official code of a 一级 or 二级指标, '1' or '22'. */
const code: Helper = {
  takes: [aText],
  gives: text,
  reckoned: true,
  run: ({ problems, place }, name: string | undefined) => {
    const found = name ? levelCode(name) : '';
    if (found === undefined) {
      problems.push(
        fault(
          'indicator-code-unknown',
          { zh: `“${name}”没有官方指标代码`, en: `there is no official code for "${name}"` },
          place,
          { zh: '请核对一级、二级指标的名称', en: "check the indicator's level 1 and level 2 names" },
        ),
      );
    }
    return found ?? '';
  },
  inverse: saysNothing,
};

/** `(rows indicators)`: the rows of a table of indicators, with the spans of merged level cells and the layout's required rows. */
const rows: Helper = {
  takes: [aListOf('indicator', 'row')],
  gives: lists.rows,
  memberOf: (slot) => {
    const { level1, level2 } = slot as Indicator;
    return { level1, ...(level2 !== undefined && { level2 }) };
  },
  run: ({ view, printed, sources }, indicators: readonly Indicator[] | undefined) => {
    const firstOfCell: Partial<Record<'level1' | 'level2', Indicator>> = {};
    return rowsOf(indicators ?? [], view.layout.requiredLevel2 ?? [], (row, indicator) => {
      printed?.copied(row, indicator);
      for (const level of ['level1', 'level2'] as const) {
        if (row[`${level}Span`] > 0) firstOfCell[level] = indicator;
        else {
          printed?.covered(indicator, level, firstOfCell[level] ?? indicator);
          sources?.covered(indicator, level, firstOfCell[level] ?? indicator);
        }
      }
    });
  },
};

/** `(groups indicators)`: the indicators by `group` (1 if not given), groups in order of first appearance. */
const groups: Helper = {
  takes: [aListOf('indicator')],
  gives: lists.indicatorGroups,
  run: (_call, indicators: readonly Indicator[] | undefined) => groupsOf(indicators ?? []),
};

export const indicatorHelpers = {
  ...{ target, targetOf, signOf, figureOf, unitOf, code, rows, groups },
  ...{ ofGoal, withoutGoal, ofLevel1, ofLevel2, notLevel2, weights },
} as const;
