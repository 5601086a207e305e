import type { Bilingual } from '../problem.js';

/** The values of closed lists: English identifiers as in the data, with the Chinese words of the forms. */

/** Sources of money: English identifier → the word of the forms. The last two: tasks in the department form of 天津市. */
export const fundingSources = {
  total: '资金总额',
  fiscal: '财政拨款（财政资金）',
  currentYearFiscal: '当年财政拨款',
  fiscalSpecialAccount: '财政专户',
  carryover: '上年结转资金',
  other: '其他资金',
  generalPublicBudget: '一般公共预算',
  governmentFund: '政府性基金预算',
  stateCapital: '国有资本经营预算',
  socialInsuranceFund: '社会保险基金预算',
  unitFunds: '单位资金',
  institutionalRevenue: '事业收入',
  operatingRevenue: '经营收入',
  selfRaised: '自筹（自有）资金',
  specialBond: '专项债券',
  transferPayment: '转移支付资金',
  superior: '上级补助',
  sameLevel: '本级安排',
  central: '中央财政资金',
  provincial: '省级财政资金',
  municipal: '市级财政资金',
  county: '县（区）级财政资金',
  basicExpenditure: '一般公共预算基本支出',
  projectExpenditure: '一般公共预算项目支出',
} as const;
export type FundingSource = keyof typeof fundingSources;

/** The same in English. */
export const fundingSourcesEn: Readonly<Record<FundingSource, string>> = {
  total: 'total funds',
  fiscal: 'fiscal appropriation',
  currentYearFiscal: 'fiscal appropriation of the current year',
  fiscalSpecialAccount: 'special fiscal account',
  carryover: 'carried forward from last year',
  other: 'other funds',
  generalPublicBudget: 'general public budget',
  governmentFund: 'budget of government-managed funds',
  stateCapital: 'state capital operations budget',
  socialInsuranceFund: 'social insurance fund budget',
  unitFunds: 'unit’s own funds',
  institutionalRevenue: 'institutional revenue',
  operatingRevenue: 'operating revenue',
  selfRaised: 'self-raised funds',
  specialBond: 'special-purpose bonds',
  transferPayment: 'transfer payments',
  superior: 'subsidy from superior',
  sameLevel: 'funds of the same level',
  central: 'central funds',
  provincial: 'provincial funds',
  municipal: 'municipal funds',
  county: 'county (district) funds',
  basicExpenditure: 'basic expenditure from the general public budget',
  projectExpenditure: 'project expenditure from the general public budget',
};

/** Kinds of departmental expenditure, and its division by budget level: department forms of 广州市南沙区 2024, 山西省, 湖北省, 河北省, 宁夏. */
export const expenditureKinds = {
  total: '支出合计',
  basic: '基本支出',
  project: '项目支出',
  fiscalSpecialFunds: '财政专项资金',
  otherDevelopment: '其他事业发展性支出',
  districtLevel: '区本级使用资金',
  downwardTransfer: '拟用于对下转移支付资金',
  personnel: '人员类项目支出',
  operating: '运转类项目支出',
  otherOperating: '其他运转类项目支出',
  specificPurpose: '特定目标类项目支出',
  other: '其他资金',
} as const;
export type ExpenditureKind = keyof typeof expenditureKinds;

/** The same in English. */
export const expenditureKindsEn: Readonly<Record<ExpenditureKind, string>> = {
  total: 'total expenditure',
  basic: 'basic expenditure',
  project: 'project expenditure',
  fiscalSpecialFunds: 'special fiscal funds',
  otherDevelopment: 'other development expenditure',
  districtLevel: 'funds used by the district',
  downwardTransfer: 'downward transfers',
  personnel: 'personnel expenditure',
  operating: 'operating expenditure',
  otherOperating: 'other operating expenditure',
  specificPurpose: 'specific-purpose expenditure',
  other: 'other funds',
};

/** Periods of money and goals. */
export const periods = {
  year: '年度',
  whole: '项目总体（实施周期）',
  medium: '中期',
  long: '长期',
  lastYear: '上年预算',
  lastYearActual: '上年执行',
  yearBeforeLast: '前年',
  yearBeforeLastActual: '前年执行',
} as const;
export type Period = keyof typeof periods;

/** The same in English. */
export const periodsEn: Readonly<Record<Period, string>> = {
  year: 'year',
  whole: 'whole period',
  medium: 'medium-term',
  long: 'long-term',
  lastYear: 'last year’s budget',
  lastYearActual: 'last year’s execution',
  yearBeforeLast: 'year before last',
  yearBeforeLastActual: 'execution of the year before last',
};

/** 项目总体（实施周期） is 项目总体. */
export function bareWord(word: string): string {
  return word.replace(/（[^）]*）$/, '');
}

export function periodName(period: Period): Bilingual {
  return { zh: bareWord(periods[period] ?? ''), en: periodsEn[period] ?? '' };
}

/**
 * Signs and sign words as regions write them. Words that follow the unit: 以上, 及以上, 以内.
 * `comparison` (target.ts) has their meanings. Source: code set PMKPIZBXS of the budget system and the published tables.
 */
export const signs = [
  '≥',
  '＞',
  '＝',
  '＜',
  '≤',
  '>',
  '=',
  '<',
  '≧',
  '≦',
  '不少于',
  '不低于',
  '大于',
  '超过',
  '不超过',
  '不高于',
  '小于',
  '低于',
  '以上',
  '及以上',
  '以内',
] as const;
export type Sign = (typeof signs)[number];
