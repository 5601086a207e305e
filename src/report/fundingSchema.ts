import { type Static, Type } from '@sinclair/typebox';
import { closed, define, describe, oneOf, text } from './define.js';
import { amountPattern, datePattern, partDatePattern } from './patterns.js';
import {
  type ExpenditureKind,
  expenditureKinds,
  type FundingSource,
  fundingSources,
  type Period,
  periods,
} from './vocabulary.js';

export const Amount = define(
  'amount',
  Type.String({
    pattern: amountPattern,
    title: '金额',
    titleEn: 'amount',
    description: '十进制字符串，单位见 moneyUnit。空白 ""、"0"、"0.00" 与 "—" 各不相同。',
    examples: ['71.78', '1700000.00', '0.00', '', '—'],
  }),
);

export const Day = define(
  'date',
  Type.String({ pattern: datePattern, title: '日期', titleEn: 'date', examples: ['2024-01-01'] }),
);

export const DayOrPart = define(
  'dayOrPart',
  Type.String({
    pattern: partDatePattern,
    title: '日期',
    titleEn: 'date',
    description: '写到日；表上只有月或年的，写到月或年',
    examples: ['2024-01-01', '2031-03', '2031'],
  }),
);

export const PeriodName = define(
  'period',
  oneOf(['期间', 'period'], Object.keys(periods) as Period[], describe(periods)),
);

export const FundingLine = define(
  'fundingLine',
  Type.Object(
    {
      source: oneOf(
        ['资金来源', 'source of funds'],
        Object.keys(fundingSources) as FundingSource[],
        describe(fundingSources),
      ),
      period: PeriodName,
      amount: Amount,
      note: Type.Optional(text(['说明', 'note'])),
    },
    { ...closed, title: '资金', titleEn: 'funds' },
  ),
);

export const ExpenditureLine = define(
  'expenditureLine',
  Type.Object(
    {
      kind: oneOf(
        ['支出类别', 'kind of expenditure'],
        Object.keys(expenditureKinds) as ExpenditureKind[],
        describe(expenditureKinds),
      ),
      period: PeriodName,
      amount: Amount,
    },
    { ...closed, title: '支出', titleEn: 'expenditure' },
  ),
);

/** The same definition under this field's name. */
export type FundingLine = Static<typeof FundingLine>;
export type ExpenditureLine = Static<typeof ExpenditureLine>;
