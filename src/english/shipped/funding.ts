import { fundingSources } from '../../report/vocabulary.js';
import { termsOf } from '../term.js';

/** Sources of money by their word in the report's vocabulary and by those of the forms; where each English was read: english/term.ts. */
export const funding = termsOf('funding', [
  [fundingSources.total, 'total funds'],
  [fundingSources.fiscal, 'fiscal appropriation', 'WD'],
  ['财政拨款', 'fiscal appropriation', 'WD'],
  [fundingSources.currentYearFiscal, 'fiscal appropriation of the current year'],
  [fundingSources.fiscalSpecialAccount, 'special fiscal account', 'WD'],
  ['财政专户拨款', 'appropriation from the special fiscal account', 'WD'],
  ['财政专户管理资金', 'funds under the special fiscal account', 'WD'],
  [fundingSources.carryover, 'carried forward from last year', 'MOF'],
  ['上年结转', 'carried forward from last year', 'MOF'],
  ['结转结余资金', 'carry-over and balance funds', 'WD'],
  [fundingSources.other, 'other funds'],
  [fundingSources.generalPublicBudget, 'general public budget', 'BL'],
  [fundingSources.governmentFund, 'budget of government-managed funds', 'MOF'],
  [fundingSources.stateCapital, 'state capital operations budget', 'MOF'],
  [fundingSources.socialInsuranceFund, 'social insurance fund budget', 'BL'],
  [fundingSources.unitFunds, 'unit’s own funds'],
  [fundingSources.institutionalRevenue, 'institutional revenue'],
  [fundingSources.operatingRevenue, 'operating revenue'],
  [fundingSources.selfRaised, 'self-raised (own) funds'],
  [fundingSources.specialBond, 'special-purpose bonds'],
  [fundingSources.transferPayment, 'transfer payments', 'MOF'],
  [fundingSources.superior, 'subsidy from superior', 'WD'],
  ['上级补助收入', 'subsidy from superior', 'WD'],
  [fundingSources.sameLevel, 'funds of the same level'],
  [fundingSources.central, 'central government funds'],
  [fundingSources.provincial, 'provincial government funds'],
  [fundingSources.municipal, 'municipal government funds'],
  [fundingSources.county, 'county (district) government funds'],
]);
