import type { QuantityTarget } from '../../report/schema.js';
import { comparison } from '../../report/target.js';

/** Units of what does not add up over years: rates, durations, degrees, unit prices. */
const noCount = /[%％‰/]|百分|比例|倍|[分级度]$|天|[日周月年]|小时|分钟|秒|℃|位$|名次|标准/;

/** Names of rates, dates and stocks. */
const noSum =
  /率|比例|占比|满意|标准|单价|时间|时长|时效|周期|年限|工期|人均|均|指数|排名|存量|保有|在岗|在编|在校|在册|现有/;

/** Whether what an indicator counts adds up over years: events, visits, lengths, money; no upper limits but those of money. */
export function isAddedUp(name: string, { sign, unit = '' }: QuantityTarget): boolean {
  if (unit === '' || noCount.test(unit) || noSum.test(name)) return false;
  const canonical = sign && comparison(sign);
  return (canonical !== '≤' && canonical !== '＜') || unit.endsWith('元');
}
