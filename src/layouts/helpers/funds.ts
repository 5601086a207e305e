import { sumAmounts } from '../../report/money.js';
import type { ExpenditureLine, FundingLine } from '../../report/schema.js';
import { expenditureKinds, type FundingSource, fundingSources, type Period } from '../../report/vocabulary.js';
import { text } from '../kinds.js';
import { originField, sourceField } from '../printed.js';
import { fundingLine, inside } from '../spot.js';
import { untraced } from '../traced.js';
import { bareRecord } from '../view.js';
import { lists } from '../vocabulary.js';
import { printedPeriods, spans } from './periods.js';
import { aListOf, aRecord, type Helper, oneOf } from './signature.js';

/** Sources in the order of the forms: after 财政拨款 what it is made of, the carry-over last (安徽省表样). */
const order: readonly FundingSource[] = [
  'total',
  'fiscal',
  'currentYearFiscal',
  'generalPublicBudget',
  'basicExpenditure',
  'projectExpenditure',
  'governmentFund',
  'stateCapital',
  'socialInsuranceFund',
  'central',
  'provincial',
  'municipal',
  'county',
  'superior',
  'sameLevel',
  'transferPayment',
  'specialBond',
  'fiscalSpecialAccount',
  'unitFunds',
  'institutionalRevenue',
  'operatingRevenue',
  'selfRaised',
  'other',
  'carryover',
];

const shortNames: Partial<Record<FundingSource, string>> = { fiscal: '财政拨款', carryover: '上年结转' };

interface Holder {
  readonly funding?: readonly FundingLine[];
}

/**
 * The kinds of money that some owners state: period, source, name in forms (年度资金总额, 财政拨款, 实施期财政拨款), and whether
 * it is the first after a total (`opens`). Those in `always` are listed for the year even if nobody states them.
 */
function fundsIn(holders: readonly Holder[], always: readonly FundingSource[]) {
  const said = new Set(
    holders.flatMap(({ funding = [] }) => funding.map(({ source, period }) => `${period}/${source}`)),
  );
  // A region that divides its money by other sources has no such rows: only the total is always listed.
  const isOther = holders.some(({ funding = [] }) => funding.some(({ source }) => !always.includes(source)));
  for (const source of isOther ? always.slice(0, 1) : always) said.add(`year/${source}`);
  return printedPeriods.flatMap((period) => {
    const sources = order.filter((source) => said.has(`${period}/${source}`));
    return sources.map((source, index) =>
      bareRecord({
        period,
        source,
        name: nameOf(source, period),
        opens: index === 1 && sources[0] === 'total',
      }),
    );
  });
}

function nameOf(source: FundingSource, period: Period): string {
  const name = shortNames[source] ?? fundingSources[source];
  return period === 'year' && source !== 'total' ? name : `${spans[period]}${name}`;
}

/** The source and period that a name in forms stands for; undefined for a name of neither. The inverse of `nameOf`. */
export function fundNamed(name: string): { readonly source: FundingSource; readonly period: Period } | undefined {
  return fundsByName.get(name.normalize('NFKC'));
}

const fundsByName = new Map(
  printedPeriods.flatMap((period) =>
    order.map((source) => [nameOf(source, period).normalize('NFKC'), { source, period }] as const),
  ),
);

const sourceNames = Object.keys(fundingSources);

/** `(funds owner "total" "fiscal" …)`: the kinds of money that an owner states, and always those named. */
const funds: Helper = {
  takes: [aRecord('department', 'unit', 'project', 'task')],
  more: oneOf(sourceNames),
  gives: lists.funds,
  run: (_call, owner: Holder | undefined, ...always: FundingSource[]) => fundsIn(owner ? [owner] : [], always),
};

/** `(fundColumns owners "total" …)`: the kinds of money that any of these owners states, for a column each. */
const fundColumns: Helper = {
  takes: [aListOf('unit', 'project', 'task')],
  more: oneOf(sourceNames),
  gives: lists.funds,
  run: (_call, owners: readonly Holder[] | undefined, ...always: FundingSource[]) => fundsIn(owners ?? [], always),
};

/** `(fundNote owner source period)`: what is written beside an amount; '' if nothing. */
const fundNote: Helper = {
  takes: [aRecord('project', 'unit', 'task', 'department'), oneOf(Object.keys(fundingSources)), oneOf(printedPeriods)],
  gives: text,
  leaves: ([owner, source, period]) =>
    linesOf(untraced(owner), untraced(source), untraced(period)).map((line) => ({ owner: line, field: 'note' })),
  run: (_call, owner: unknown, source: unknown, period: unknown) =>
    linesOf(owner, source, period)
      .flatMap(({ note }) => note ?? [])
      .join('；'),
  inverse: (reader, text, [owner, source, period]) => {
    const spot = reader.spotOf(owner);
    const [sourceOf, periodOf] = [reader.valueLater(source), reader.valueLater(period)];
    reader.later(() => {
      const line = [sourceOf(), periodOf()];
      if (spot !== undefined && line[0] && line[1])
        reader.put(inside(fundingLine(spot, line[0], line[1]), 'note'), text.trim());
    });
  },
};

function linesOf(owner: unknown, source: unknown, period: unknown): readonly FundingLine[] {
  const { funding = [] } = (owner ?? {}) as Holder;
  return funding.filter((line) => line.source === source && line.period === period);
}

/** `(budgetLines income)`, `(budgetLines expenditure)`: each line of a department's budget with its name in forms. */
const budgetLines: Helper = {
  takes: [aListOf('fundingLine', 'expenditureLine')],
  gives: lists.budgetLines,
  run: (_call, lines: readonly (FundingLine | ExpenditureLine)[] | undefined) => {
    const byName = new Map<string, (FundingLine | ExpenditureLine)[]>();
    for (const line of lines ?? []) byName.set(lineName(line), [...(byName.get(lineName(line)) ?? []), line]);
    return [...byName].map(([name, same]) => {
      const amounts = same.map(({ amount }) => amount);
      const amount = amounts.length === 1 ? amounts[0] : sumAmounts(amounts);
      const leaves = same.map((owner) => ({ owner, field: 'amount' }));
      return bareRecord({ name, amount, [originField]: undefined, [sourceField('amount')]: leaves });
    });
  },
};

function lineName(line: FundingLine | ExpenditureLine): string {
  const span = line.period === 'year' ? '' : spans[line.period];
  if ('kind' in line) return `${span}${expenditureKinds[line.kind]}`;
  return line.source === 'total'
    ? `${span}收入合计`
    : `${span}${shortNames[line.source] ?? fundingSources[line.source]}`;
}

/** The line of a budget that a name in forms stands for. The inverse of `lineName`. */
export function budgetLineNamed(
  name: string,
  isExpenditure: boolean,
): { readonly key: string; readonly period: Period } | undefined {
  return (isExpenditure ? expenditureByName : incomeByName).get(name.normalize('NFKC'));
}

const linesByName = <Key extends string>(
  keys: readonly Key[],
  line: (key: Key, period: Period) => FundingLine | ExpenditureLine,
) =>
  new Map(
    printedPeriods.flatMap((period) =>
      keys.map((key) => [lineName(line(key, period)).normalize('NFKC'), { key, period }] as const),
    ),
  );
const expenditureByName = linesByName(Object.keys(expenditureKinds) as ExpenditureLine['kind'][], (kind, period) => ({
  kind,
  period,
  amount: '',
}));
const incomeByName = linesByName(order, (source, period) => ({ source, period, amount: '' }));

export const fundHelpers = { funds, fundColumns, fundNote, budgetLines } as const;
