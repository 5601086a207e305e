import { quoted } from '../../json/pointer.js';
import { shifted } from '../../report/decimals.js';
import { isBlankAmount, subtractAmounts, sumAmounts } from '../../report/money.js';
import type { Project, Report } from '../../report/schema.js';
import { difference, isMore, isRounding, isSame, type LineAt, lineOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject } from '../subject.js';

/** Σ 支出明细 = 预算, of the year or of the whole. */
export const costLineSum: Rule = {
  code: 'cost-line-sum',
  number: 'R-19',
  severity: 'error',
  title: { zh: '支出明细之和等于项目预算', en: 'the cost lines make the budget of the project' },
  wrong: { zh: '支出明细之和与项目预算不符', en: 'the cost lines do not make the budget of the project' },
  why: {
    zh: '支出明细测算是预算的由来，各行之和等于年度预算或项目总预算；“合计”行等于各行之和，以前年度各栏也是。“合计”“小计”和“其中”各行不重复相加；有空白金额的，只看是否超出。同一单位的金额分毫不差，注中写明四舍五入、尾差的，容许每个数末位的一半。',
    en: 'The lines are how the budget was reckoned: they make the money of the year or of the whole. The row of their total is their sum too, in the column of each year. Rows of sums and “of which” are not added again; with a blank among them only an excess is told. Exact, save for rounding that the notes speak of.',
  },
  source: {
    zh: '湖南省岳阳楼区 2021 年公开表各行相符；湖北省鄂州市 2022 年印 662.98，各行之和为 662.88',
    en: 'a table of Yueyanglou 2021 holds; Ezhou 2022 prints 662.98 where its lines give 662.88',
  },
  mend: { zh: '核对明细各行与项目预算，改错的一方', en: 'compare the lines with the budget and correct the wrong one' },
  looksAt: {
    zh: '项目支出明细测算（成本构成）的金额、以前年度金额，项目资金总额',
    en: 'amounts of the cost lines, also of earlier years, total of the project',
  },
  fails: {
    '/units/0/projects/0/costLines': [
      { name: '场地费', amount: '30.00' },
      { name: '资料印制费', amount: '39.90' },
    ],
  },
  passes: {
    '/units/0/projects/0/costLines': [
      { name: '场地费', amount: '30.00' },
      { name: '资料印制费', amount: '40.00' },
      { name: '合计', amount: '70.00' },
    ],
  },
  *find({ report, projects }: Subject): Generator<Found> {
    for (const at of projects) {
      yield* totalRows(at, report);
      const { costLines = [] } = at.project;
      const lines = addedLines(at);
      const sum = sumAmounts(lines.map(({ amount }) => amount));
      const budgets = budgetsOf(at);
      const [budget] = budgets;
      if (sum === '' || !budget || budgets.some(({ amount }) => isSame(amount, sum))) continue;
      const blanks = costLines.some(({ amount }) => isBlankAmount(amount));
      if (blanks && budgets.some(({ amount }) => isMore(amount, sum))) continue;
      if (
        isRounding(
          report,
          budget.amount,
          lines.map(({ amount }) => amount),
        )
      )
        continue;
      const step = `${difference(budget.amount, sum)} ${report.moneyUnit}`;
      const slipped = slippedLine(lines, sum, budgets);
      yield {
        path: budget.path,
        related: slipped ? [slipped.path] : lines.map(({ path }) => path),
        message: {
          zh: `项目预算 ${budget.amount} ${report.moneyUnit}，支出明细各行之和 ${sum} ${report.moneyUnit}，相差 ${step}${slipped ? `：${slipped.amount} 像是 ${slipped.meant}，小数点错了位` : ''}`,
          en: `the budget is ${budget.amount} ${report.moneyUnit}, the cost lines sum to ${sum} ${report.moneyUnit}: ${step}${slipped ? `; ${slipped.amount} seems to be ${slipped.meant}` : ''}`,
        },
      };
    }
  },
};

/** 合计 662.98 under an earlier year whose lines give 662.88: the row of the total, each column of amounts by itself. */
function* totalRows(at: ProjectAt, report: Report): Generator<Found> {
  const {
    path,
    project: { costLines = [] },
  } = at;
  const names = costLines.map(({ name }) => name.replace(/\s/g, ''));
  const [row, another] = [...names.keys()].filter((index) => totalRow.test(names[index] ?? ''));
  const total = row === undefined ? undefined : costLines[row];
  // Parts below their parents are not told from the parents.
  if (!total || another !== undefined || names.some((name) => partRow.test(name))) return;
  const lines = costLines.filter((_, index) => !sumRow.test(names[index] ?? ''));
  const columns = [undefined, ...(total.earlier ?? []).map(({ period }) => period)];
  for (const [index, period] of columns.entries()) {
    const amounts = lines.map((line) => amountOf(line, period));
    const [stated, sum] = [amountOf(total, period), sumAmounts(amounts)];
    if (isBlankAmount(stated) || sum === '' || isSame(stated, sum) || isRounding(report, stated, amounts)) continue;
    // That the lines are not the budget is told of the budget.
    if (period === undefined && budgetsOf(at).some(({ amount }) => isSame(amount, stated))) continue;
    if (lines.length < 2 || (amounts.some(isBlankAmount) && isMore(stated, sum))) continue;
    yield {
      path: [
        ...path,
        'costLines',
        String(row),
        ...(period === undefined ? [] : ['earlier', String(index - 1)]),
        'amount',
      ],
      message: {
        zh: `支出明细${quoted(total.name)}写 ${stated} ${report.moneyUnit}，各行之和 ${sum} ${report.moneyUnit}，相差 ${difference(stated, sum)} ${report.moneyUnit}`,
        en: `the row ${quoted(total.name)} of the cost lines has ${stated} ${report.moneyUnit}, its lines sum to ${sum} ${report.moneyUnit}: ${difference(stated, sum)} ${report.moneyUnit}`,
      },
    };
  }
}

/** The name of a row that is the sum of the others. */
export const totalRow = /^(?:合计|总计|共计|一共|总额|项目(?:合计|总计))(?:[（(].{1,8}[)）])?[：:]?$/;
/** Lines that are parts of others, by a word or by a second kind of number before them. */
const partRow = /^(?:其中|[（(][\d一二三四五六七八九十]{1,2}[)）]|\d{1,2}\.\d)/;

/** The amount of a column: of the plan, or of an earlier year; '' where the line has none. */
function amountOf({ amount, earlier = [] }: CostLine, period: string | undefined): string {
  return period === undefined ? amount : (earlier.find((each) => each.period === period)?.amount ?? '');
}

type CostLine = NonNullable<Project['costLines']>[number];

/** The one line whose point is one or two digits off, where that makes the sum right. */
function slippedLine(
  lines: readonly LineAt[],
  sum: string,
  budgets: readonly LineAt[],
): (LineAt & { readonly meant: string }) | undefined {
  const fits = lines.flatMap((line) =>
    [-1, -2, 1, 2].flatMap((digits) => {
      const meant = shifted(line.amount, digits);
      const other = sumAmounts([subtractAmounts(sum, line.amount), meant]);
      return budgets.some(({ amount }) => isSame(amount, other)) ? [{ ...line, meant }] : [];
    }),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

const sumRow = /^(?:其中|合计|总计|小计|共计|一共)|(?:合计|小计|总计)$/;

function addedLines({ path, project }: { readonly path: ProjectAt['path']; readonly project: Project }): LineAt[] {
  return (project.costLines ?? []).flatMap(({ name, amount }, index) => {
    if (sumRow.test(name.replace(/\s/g, '')) || isBlankAmount(amount)) return [];
    return [{ path: [...path, 'costLines', String(index), 'amount'], amount }];
  });
}

function budgetsOf({ path, project }: ProjectAt): LineAt[] {
  const line = (source: 'total' | 'fiscal', period: 'year' | 'whole' | 'medium') =>
    lineOf(project.funding, path, source, period);
  const all = [line('total', 'year'), line('total', 'whole'), line('total', 'medium'), line('fiscal', 'year')];
  return all.filter((each) => each !== undefined);
}
