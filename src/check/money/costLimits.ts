import { convert } from '../../report/money.js';
import type { Indicator, MoneyUnit, Target } from '../../report/schema.js';
import { type Comparison, comparison } from '../../report/target.js';
import { comparisonBefore, comparisonBehind } from '../indicators/comparisons.js';
import { mentionsOf } from './mention.js';
import { lastDigit } from './money.js';

/** The most that something may cost, as an indicator says it. */
export interface Limit {
  /** In the unit of the report. */
  readonly amount: string;
  /** Its last printed digit, in the unit of the report. */
  readonly digit: string;
  /** As it is written, with its unit. */
  readonly written: string;
  /** The field of the target that has the number. */
  readonly field: 'value' | 'text';
  readonly comparison?: Comparison;
  readonly unit: MoneyUnit;
  /** 9万元/月: how often it is paid. */
  readonly each?: Each;
}

type Each = '月' | '季' | '年';

const levels: ReadonlySet<string> = new Set(['成本', '经济成本']);
const gains = /收入|收益|产值|融资|带动|撬动|吸引|节约|节省|价值|资产|补助标准|补贴标准|营业额|销售|拉动|捐赠/;
/** What a cost is called where no level says that it is one. */
const costs =
  /(?:成本|费用?|造价|概算|估算|支出|投入|投资|经费|预算|资金|价款|工程款|总价|合同价)(?:总?额|总量|总数|总计|合计|控制数?|控制额|限额|上限|规模|金额|估算|概算|预算|数)?$/;

/** Whether an indicator says what something costs: by its level, or by its name where it is a limit in money. */
export function isCost({ level1, level2, name }: Indicator, limit: Limit): boolean {
  const bare = name.replace(/[（(][^（）()]*[）)]$/, '').trim();
  if (gains.test(bare)) return false;
  if (levels.has((level2 || level1).replace(/指标$/, ''))) return true;
  return costs.test(bare) && (limit.comparison === '≤' || limit.comparison === '＜');
}

const moneyUnit = /^(元|万元?)(?:[/／每]?(?:个?(月|季|年)度?))?$/;

/** The limit that a target is; undefined for one that is none, or not in money. */
export function limitOf(target: Target, unit: MoneyUnit): Limit | undefined {
  if ('text' in target) return limitInText(target.text, unit);
  const [, written, each] = moneyUnit.exec(target.unit?.trim() ?? '') ?? [];
  const named = written === '万' ? '万元' : written;
  if (named !== '元' && named !== '万元') return undefined;
  const sign = target.sign === undefined ? undefined : comparison(target.sign);
  if (sign === '≥' || sign === '＞') return undefined;
  return {
    amount: convert(target.value, named, unit),
    digit: convert(lastDigit(target.value), named, unit),
    written: `${target.sign ?? ''}${target.value}${target.unit?.trim()}`,
    field: 'value',
    unit: named,
    ...(sign && { comparison: sign }),
    ...(each && { each: each as Each }),
  };
}

/** 不超过120万元, 控制在9万元/月以内: a text of one amount. */
function limitInText(text: string, unit: MoneyUnit): Limit | undefined {
  if (text.length > 40) return undefined;
  const [only, second] = mentionsOf(text, unit);
  if (!only || second) return undefined;
  const behind = /^(?:[/／每]个?(月|季|年)度?)?/.exec(text.slice(only.end));
  const front = text.slice(0, only.start);
  const back = text.slice(only.end + (behind?.[0].length ?? 0));
  const sign = comparisonBefore(front.trimEnd()).comparison ?? comparisonBehind(back.trimStart()).comparison;
  // 80万元 and no more: so much it costs.
  const isAlone = sign === undefined && text.trim() === only.written;
  if ((sign === undefined && !isAlone) || sign === '≥' || sign === '＞' || /每|人均|平均|\/|／/.test(front + back))
    return undefined;
  return {
    amount: only.amount,
    digit: only.digit,
    written: text.trim(),
    field: 'text',
    ...(sign && { comparison: sign }),
    unit: only.written.endsWith('万元') ? '万元' : '元',
    ...(behind?.[1] !== undefined && { each: behind[1] as Each }),
  };
}
