import { printAmount, sumAmounts } from '../../report/money.js';
import { difference, isSame, saysRounding } from '../money/money.js';
import { type PrintedSum, printedSums } from '../money/printedSums.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

const mostParts = 8;
const mostRelated = 20;

/** Amounts that add up exactly, and printed do not: rounded one by one. */
export const roundedSum: Rule = {
  code: 'rounded-sum',
  number: 'R-22',
  severity: 'warning',
  title: { zh: '印出的各项加起来仍等于印出的合计', en: 'the printed parts still add up to the printed sum' },
  wrong: { zh: '四舍五入后各项之和不等于合计', en: 'rounded parts do not add up to the printed sum' },
  why: {
    zh: '数据里加得拢的金额，换算单位、舍去小数以后各印各的，读者照着表加就会差一点。数据没有错，改数反而是错；要么印得下全部小数，要么在表下说明。',
    en: 'Amounts that add up may no longer do so when each is converted and rounded by itself, and readers do add. The data is right and must not be changed: print all decimals, or say so below the table.',
  },
  source: {
    zh: '修约对每个数各做一次（GB/T 8170—2008）；统计公报的惯用注：部分数据因四舍五入的原因，存在总计与分项合计不等的情况',
    en: 'each number is rounded once, by itself (GB/T 8170—2008); the usual note of statistical communiqués says that totals and parts may differ by rounding',
  },
  mend: {
    zh: '金额没有错，不要改；在表下注（notes）写“部分数据因四舍五入，合计与各项之和略有出入”，或换用小数位够的版式',
    en: 'the amounts are right, leave them; say in the notes that totals and parts differ by rounding (四舍五入), or take a layout with enough decimals',
  },
  looksAt: {
    zh: '资金总额与各来源，部门、单位、上级项目与所含各项，支出合计；按版式的单位和小数位',
    en: 'totals and sources, department, unit and parent with what they hold, expenditure; in the unit and decimals of the layout',
  },
  fails: {
    '/units/0/projects/0/funding/0/amount': '70.0030',
    '/units/0/projects/0/funding/1/amount': '70.0030',
    '/units/0/projects/1/funding/0/amount': '50.0030',
    '/units/0/projects/1/funding/1/amount': '50.0030',
    '/department/funding/0/amount': '120.0060',
    '/department/funding/1/amount': '120.0060',
  },
  passes: {
    '/units/0/projects/0/funding/0/amount': '70.0030',
    '/units/0/projects/0/funding/1/amount': '70.0030',
    '/units/0/projects/1/funding/0/amount': '50.0030',
    '/units/0/projects/1/funding/1/amount': '50.0030',
    '/department/funding/0/amount': '120.0060',
    '/department/funding/1/amount': '120.0060',
    '/notes': ['部分数据因四舍五入，合计与各项之和略有出入。'],
  },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    if (saysRounding(subject.report)) return;
    const [first, ...others] = [...printedSums(subject)].flatMap((sum) => broken(sum));
    if (first) yield brokenFound(first, others);
  },
};

interface Broken extends PrintedSum {
  readonly shown: { readonly total: string; readonly parts: readonly string[]; readonly sum: string };
}

/** Only what adds up exactly: other rules find the rest. */
function broken(sum: PrintedSum): Broken[] {
  const { total, parts, print } = sum;
  const isShort = [total, ...parts].every((amount) => (amount.split('.')[1]?.length ?? 0) <= print.decimals);
  if ((isShort && print.from === print.to) || !isSame(total, sumAmounts(parts))) return [];
  const [first = '', ...rest] = [total, ...parts].map((amount) => printAmount(amount, print).text);
  const shown = { total: first, parts: rest, sum: sumAmounts(rest) };
  return isSame(shown.total, shown.sum) ? [] : [{ ...sum, shown }];
}

function brokenFound({ words, path, shown, print: { to, decimals } }: Broken, others: readonly Broken[]): Found {
  const step = difference(shown.total, shown.sum);
  const list = shown.parts.filter((part) => part !== '').slice(0, mostParts);
  const parts = list.join(' + ') + (list.length < shown.parts.length ? ' + …' : '');
  const more =
    others.length === 0
      ? { zh: '', en: '' }
      : { zh: `，同类共 ${others.length + 1} 处`, en: `, ${others.length + 1} in all` };
  return {
    path,
    related: others.slice(0, mostRelated).map((other) => other.path),
    message: {
      zh: `${words.zh}印出为 ${shown.total} ${to}，印出的各项 ${parts} 加起来是 ${shown.sum} ${to}，相差 ${step}：各数按${to}四舍五入到 ${decimals} 位小数${more.zh}`,
      en: `${words.en} is printed as ${shown.total} ${to}, its printed parts ${parts} sum to ${shown.sum} ${to}: ${step}, for each is rounded to ${decimals} decimals${more.en}`,
    },
  };
}
