import { fault } from '../../problem.js';
import type { Indicator, Target } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { levelCode } from '../../report/taxonomy.js';
import { text } from '../kinds.js';
import { lists } from '../vocabulary.js';
import { groupsOf } from './groups.js';
import { rowsOf } from './rows.js';
import { aListOf, aRecord, aText, type Helper } from './signature.js';

/** `(target t open="(" close=")")`: an indicator's value as one text; `open` and `close` go around its unit. */
const target: Helper = {
  takes: [aRecord('target')],
  named: { open: aText, close: aText },
  gives: text,
  run: ({ named }, value: Target | undefined) => composeTarget(value, named),
};

/** `(code levelName)`: the official code of a 一级 or 二级指标, '1' or '22'. */
const code: Helper = {
  takes: [aText],
  gives: text,
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
};

/** `(rows indicators)`: the rows of a table of indicators, with the spans of merged level cells and the layout's required rows. */
const rows: Helper = {
  takes: [aListOf('indicator', 'row')],
  gives: lists.rows,
  run: ({ view, printed }, indicators: readonly Indicator[] | undefined) => {
    const firstOfCell: Partial<Record<'level1' | 'level2', Indicator>> = {};
    return rowsOf(indicators ?? [], view.layout.requiredLevel2 ?? [], (row, indicator) => {
      printed?.copied(row, indicator);
      for (const level of ['level1', 'level2'] as const) {
        if (row[`${level}Span`] > 0) firstOfCell[level] = indicator;
        else printed?.covered(indicator, level, firstOfCell[level] ?? indicator);
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

export const indicatorHelpers = { target, code, rows, groups } as const;
