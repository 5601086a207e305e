import { decimalsOf } from '../../report/decimals.js';
import { convert, isBlankAmount, type MoneyPrint, printAmount } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { fundingListsOf } from '../money/fundingLists.js';
import { type LineAt, saysRounding } from '../money/money.js';
import { printed } from '../money/printed.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

const mostRelated = 20;
/** Of 元 the 分; of 万元 the hundred 元 that tables print. */
const usual = 2;

/** Amounts are printed with one number of decimals; digits behind it are dropped. */
export const decimals: Rule = {
  code: 'amount-decimals',
  number: 'R-22',
  severity: 'warning',
  title: { zh: '全表金额的小数位一致', en: 'all amounts of a table have the same decimals' },
  wrong: { zh: '金额的小数位不一致', en: 'amounts of a table differ in their decimals' },
  why: {
    zh: '公开表的金额保留两位小数（以元计的数按万元印，不算多出）。多出的小数在印出时四舍五入，印出的各行就可能对不上合计；位数长短不一的，提示统一。',
    en: 'Tables print two decimals (元 that are printed in 万元 have none too many). Further digits are rounded in print, so that printed rows may not make the printed total; amounts of mixed length give a hint.',
  },
  source: {
    zh: '湖南省宁乡市 2021 年公开表有四位小数，安徽省黄山市 2025 年为整数，多数为两位',
    en: 'four decimals in a table of Ningxiang 2021, integers in Huangshan 2025, two nearly everywhere',
  },
  mend: {
    zh: '核对金额的小数点和单位；金额无误的不要改数，印出的差别写入表下注（notes），或换用小数位够的版式',
    en: 'look at the point and the unit; do not change an amount that is right: say in the notes that it is rounded, or take a layout with enough decimals',
  },
  looksAt: { zh: '所有资金栏、支出栏的金额', en: 'all amounts of sources and expenditure' },
  fails: {
    '/units/0/projects/0/funding/0/amount': '70.0040',
    '/units/0/projects/0/funding/1/amount': '70.0040',
    '/department/funding/0/amount': '120.0040',
    '/department/funding/1/amount': '120.0040',
  },
  passes: { '/units/0/projects/0/funding/0/amount': '70.0000' },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    const [project, department] = [printed(subject, 'project'), printed(subject, 'department')];
    const printOf = ({ path }: LineAt): MoneyPrint => (path[1] === 'overall' ? department : project);
    const amounts = amountsOf(subject);
    const isSaid = saysRounding(subject.report);
    const cut = amounts.filter((line) => {
      if (isSaid) return false;
      const print = printOf(line);
      // For most amounts no arithmetic is needed.
      const places = decimalsOf(line.amount);
      if (print.from === print.to && places <= print.decimals) return false;
      // 812345.67元 in a table of 万元 has no digit too many: that the layout rounds it is told where it is printed.
      if (print.from !== print.to && places <= usual) return false;
      return printAmount(line.amount, print).rounded;
    });
    const [first, ...others] = cut;
    if (first) yield cutFound(first, others, printOf(first));
    else if (!isSaid) yield* unevenFound(amounts, subject.report.moneyUnit);
  },
};

function amountsOf(subject: Subject): LineAt[] {
  const lists = fundingListsOf(subject).map(({ list, lines }) => ({
    list,
    lines: lines as readonly { amount: string }[],
  }));
  const expenditure = subject.report.department.overall?.expenditure ?? [];
  lists.push({ list: ['department', 'overall', 'expenditure'], lines: expenditure });
  return lists.flatMap(({ list, lines }) =>
    lines.flatMap(({ amount }, index) =>
      isBlankAmount(amount) ? [] : [{ path: [...list, String(index), 'amount'], amount }],
    ),
  );
}

/** One finding a report: whoever writes four decimals writes them everywhere. */
function cutFound({ path, amount }: LineAt, others: readonly LineAt[], print: MoneyPrint): Found {
  const { from, to, decimals: places } = print;
  const { text } = printAmount(amount, print);
  const more =
    others.length === 0
      ? { zh: '', en: '' }
      : { zh: `，同类共 ${others.length + 1} 处`, en: `, ${others.length + 1} in all` };
  const exact = convert(amount, from, to);
  return {
    path,
    related: others.slice(0, mostRelated).map((other) => other.path),
    message: {
      zh: `金额 ${amount} ${from} 按${to}印 ${places} 位小数，印出为 ${text} ${to}，与原数 ${exact} ${to} 不同${more.zh}`,
      en: `${amount} ${from} is printed in ${to} with ${places} decimals: ${text} for ${exact}${more.en}`,
    },
  };
}

/** In 元, 812345 and 812345.67 are both written out: 角 and 分 only where there are some. */
function* unevenFound(amounts: readonly LineAt[], unit: MoneyUnit): Generator<Found> {
  const byLength = new Map<number, LineAt[]>();
  for (const line of amounts) {
    if (line.amount === '0') continue;
    const written = decimalsOf(line.amount);
    const length = unit === '元' && written === 0 ? usual : written;
    const same = byLength.get(length);
    if (same) same.push(line);
    else byLength.set(length, [line]);
  }
  const [most, ...odd] = [...byLength].toSorted(([, left], [, right]) => right.length - left.length);
  const [first] = odd.flatMap(([, lines]) => lines);
  if (!most || !first) return;
  const count = odd.reduce((sum, [, lines]) => sum + lines.length, 0);
  yield {
    path: first.path,
    severity: 'hint',
    message: {
      zh: `金额的小数位不一：多数为 ${most[0]} 位，${count} 处不同，如 ${first.amount}`,
      en: `most amounts have ${most[0]} decimals, ${count} have not, such as ${first.amount}`,
    },
    hint: {
      zh: '统一小数位，便于核对；印出时由版式补齐',
      en: 'write all with the same decimals; in print the layout pads them',
    },
  };
}
