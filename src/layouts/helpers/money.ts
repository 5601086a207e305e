import { warning } from '../../problem.js';
import { amountOf, type MoneyOwner } from '../../report/amounts.js';
import { isBlankAmount, printAmount, shareOf, sumAmounts } from '../../report/money.js';
import type { ExpenditureLine, FundingLine } from '../../report/schema.js';
import { expenditureKinds, type FundingSource, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { type Kind, text } from '../kinds.js';
import { fundingHolder } from '../printed.js';
import { fundingLine, inside, keyed, type Spot } from '../spot.js';
import { leavesOf, untraced } from '../traced.js';
import { type Inverse, saysNothing } from './inverse.js';
import { aListOf, aRecord, aText, type Call, type Helper, oneOf } from './signature.js';

const sources = Object.keys(fundingSources);
const periodNames = Object.keys(periods);

/** `(amount owner source period)`: the stated amount, else the exact sum, in the report's money unit; '' if there is none. */
const amount: Helper = {
  takes: [aRecord('report', 'overall', 'unit', 'project', 'task'), oneOf(sources), oneOf(periodNames)],
  gives: text,
  leaves: ([owner, source, period]) => {
    const holder = untraced(owner);
    return isRecord(holder) ? [{ owner: fundingHolder(holder), field: 'funding', line: lineOf(source, period) }] : [];
  },
  run: (_call, owner: MoneyOwner | undefined, source: FundingSource, period: Period) =>
    owner ? amountOf(owner, source, period) : '',
  inverse: amountOfLine(fundingLine),
};

/** `(line lines key period)`: the amount of one line of income (by source) or expenditure (by kind); '' if none. */
const line: Helper = {
  takes: [
    aListOf('fundingLine', 'expenditureLine'),
    { wants: 'word', words: ([lines]) => keysOf(lines) },
    oneOf(periodNames),
  ],
  gives: text,
  leaves: ([lines, key, period]) => leavesOf([lines]).map((leaf) => ({ ...leaf, line: lineOf(key, period) })),
  run: (_call, lines: readonly (FundingLine | ExpenditureLine)[] | undefined, key: string, period: Period) => {
    const found = (lines ?? []).filter((entry) => keyOf(entry) === key && entry.period === period);
    return found.length === 1 ? found[0]?.amount : sumAmounts(found.map((entry) => entry.amount));
  },
  inverse: amountOfLine(keyed),
};

/** The amount of one line, told by two words that the heads of columns and rows may say. */
function amountOfLine(lineAt: (owner: Spot, key: string, period: string) => Spot): Inverse {
  return (reader, text, [owner, first, second]) => {
    const spot = reader.spotOf(owner);
    const exact = reader.amountIn(text);
    if (spot === undefined || exact === undefined) return;
    const [keyOf, periodOf] = [reader.valueLater(first), reader.valueLater(second)];
    reader.later(() => {
      const [key, period] = [keyOf(), periodOf()];
      if (key !== undefined && period !== undefined) reader.put(inside(lineAt(spot, key, period), 'amount'), exact);
    });
  };
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function lineOf(key: unknown, period: unknown): string {
  return `${untraced(key)}/${untraced(period)}`;
}

function keyOf(entry: FundingLine | ExpenditureLine): string {
  return 'source' in entry ? entry.source : entry.kind;
}

function keysOf(lines: Kind | undefined): readonly string[] {
  const item = lines?.type === 'list' ? lines.item : undefined;
  return item?.type === 'record' && item.name === 'expenditureLine' ? Object.keys(expenditureKinds) : sources;
}

/** `(percent part whole)`: the share of an amount in another, in percent with two decimals; '' where there is none. */
const percent: Helper = {
  takes: [aText, aText],
  gives: text,
  leaves: () => [],
  run: (_call, part: string | undefined, whole: string | undefined) => {
    const [share, all] = [part ?? '', whole ?? ''];
    return isBlankAmount(share) || isBlankAmount(all) ? '' : (shareOf(share, all) ?? '');
  },
  inverse: saysNothing,
};

/**
 * `(money amountText)`: an amount in the layout's unit, or in `unit="万元"`, and its decimals, rounded once; a warning if that
 * loses digits.
 */
const money: Helper = {
  takes: [aText],
  named: { unit: oneOf(['元', '万元']) },
  gives: text,
  run: (call, exact: string | undefined) => {
    if (!exact) return '';
    const { decimals, thousands, withoutTrailingZeros } = call.view.layout;
    const print = { from: call.view.moneyUnit, to: unitOf(call), decimals, thousands };
    const printed = printAmount(exact, withoutTrailingZeros ? { ...print, withoutTrailingZeros } : print);
    if (printed.rounded) call.problems.push(roundedWarning(call, exact, printed.text));
    return printed.text;
  },
  inverse: (reader, text, [shown], { unit }) => {
    const exact = reader.amountIn(text);
    if (exact === undefined || !shown) return;
    const first = shown.type === 'call' && shown.helper === 'or' ? shown.given[0] : shown;
    if (first !== shown) reader.note('first-of-several');
    if (first) reader.read(first, reader.inReportUnit(exact, unit));
  },
};

/** The unit that a call of `money` prints. */
function unitOf({ named, view }: Call): '元' | '万元' {
  return named.unit === '元' || named.unit === '万元' ? named.unit : view.layout.moneyUnit;
}

function roundedWarning(call: Call, exact: string, printed: string) {
  const { decimals } = call.view.layout;
  const moneyUnit = unitOf(call);
  const from = `${exact} ${call.view.moneyUnit}`;
  const to = `${printed} ${moneyUnit}`;
  const problem = warning(
    'amount-rounded',
    { zh: `${from} 印成了 ${to}，有数字被舍去`, en: `${from} is printed as ${to}, digits were dropped` },
    call.place,
    {
      zh: `版式按${moneyUnit}印 ${decimals} 位小数；请核对数据或改版式的 decimals`,
      en: `the layout prints ${moneyUnit} with ${decimals} decimals; check the data or the layout's decimals`,
    },
  );
  return { ...problem, about: exact };
}

export const moneyHelpers = { amount, line, money, percent } as const;
