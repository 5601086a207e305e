import { type Path, quoted } from '../../json/pointer.js';
import { normal } from '../../report/decimals.js';
import { convert, isBlankAmount } from '../../report/money.js';
import type { MoneyUnit, Project } from '../../report/schema.js';
import { type Reckoning, reckoningsIn } from '../money/reckonings.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { groupsOf } from '../text/slip.js';
import type { TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set(['prose', 'goal', 'value', 'note']);
/** A text has a few; more are not worth the time. */
const most = 10;

/** A reckoning has its result, and the right one. */
export const formulaResult: Rule = {
  code: 'formula-result',
  number: 'R-19',
  severity: 'warning',
  title: { zh: '算式有结果，且算得对', en: 'a reckoning has its result, and the right one' },
  wrong: { zh: '算式没有结果或算错', en: 'a reckoning without a result, or with a wrong one' },
  why: {
    zh: '测算依据写成“4*50*4000元=”而没有结果，或结果不对，读者无法核对这一行的金额。结果照它写出的位数比；没有写单位的，元、万元都算对。',
    en: 'Without a result, or with a wrong one, nobody can check the amount of the line. Results are compared to their last digit; without a unit both 元 and 万元 are right.',
  },
  source: {
    zh: '湖北省鄂州市 2022 年公开表“测算（公式）依据”一栏；湖南省岳阳楼区 2021 年公开表测算明细',
    en: 'the column 测算（公式）依据 of a table of Ezhou, Hubei 2022; estimates of Yueyanglou, Hunan 2021',
  },
  mend: {
    zh: '补上或改正等号后的结果，并与本行金额核对',
    en: 'write the right result, and compare it with the amount',
  },
  looksAt: { zh: '测算依据及其他文字里的算式', en: 'reckonings in the basis of cost lines and other texts' },
  fails: {
    '/units/0/projects/0/costLines': [{ name: '场地费', amount: '70.00', basis: '20场，每场2天，20*2*17500元=' }],
  },
  passes: {
    '/units/0/projects/0/costLines': [{ name: '场地费', amount: '70.00', basis: '20场×2天×1.75万元/天=70万元' }],
  },
  *find({ texts, projects, report }: Subject): Generator<Found> {
    for (const { path, project } of projects)
      for (const [index, line] of (project.costLines ?? []).entries())
        yield* lineFound(line, [...path, 'costLines', String(index)], report.moneyUnit);
    for (const { text, kind, places } of groupsOf(texts)) {
      if (!kinds.has(kind)) continue;
      const wrong = [...reckoningsIn(text)].filter(({ agrees }) => !agrees);
      for (const reckoning of wrong.slice(0, most)) {
        const message = messageOf(text, reckoning);
        for (const { path } of places) yield { path, message };
      }
    }
  },
};

const wholeReckoning = /^[\u4e00-\u9fff：:、\s]{0,12}\d[^，。；;=＝\n]{2,60}[*×xX╳][^，。；;=＝\n]{1,40}$/;

/** 96场×8000元 beside 786000: what a line is reckoned from makes another amount. Other parts may be unsaid, so digits must tell a slip. */
function* lineFound({ amount, content, basis }: CostLine, path: Path, unit: MoneyUnit): Generator<Found> {
  if (isBlankAmount(amount)) return;
  for (const [field, text] of [
    ['content', content],
    ['basis', basis],
  ] as const) {
    if (text === undefined || !wholeReckoning.test(text.trim()) || !text.includes('元')) continue;
    const [only, second] = [...reckoningsIn(`${text.trim()}=`)];
    if (!only || second || only.value.includes('-')) continue;
    const stated = convert(amount, unit, '元');
    const [left, right] = [normal(stated), normal(only.value)];
    if (left === right || only.end < text.trim().length) continue;
    yield {
      path: [...path, 'amount'],
      related: [[...path, field]],
      ...(!isSlip(left, right) && { severity: 'hint' as const }),
      message: {
        zh: `${quoted(text)} 算得 ${right} 元，本行金额是 ${amount} ${unit}`,
        en: `${quoted(text)} comes to ${right} 元, the amount of the line is ${amount} ${unit}`,
      },
    };
  }
}

type CostLine = NonNullable<Project['costLines']>[number];

/** Whether two numbers have the same digits, turned or with another point. */
function isSlip(left: string, right: string): boolean {
  const digits = (text: string): string => [...text.replace(/\D|0+$/g, '').replace('.', '')].sort().join('');
  return digits(left) === digits(right);
}

function messageOf(text: string, { start, end, value, stated }: Reckoning): Found['message'] {
  const written = quoted(text.slice(start, end).trim());
  const all = value.split('.')[0]?.length ?? 0;
  const amount =
    all > 4 && convert(value, '元', '万元').length < value.length
      ? `${value}（${convert(value, '元', '万元')} 万）`
      : value;
  return stated === undefined
    ? { zh: `算式 ${written} 没有结果，算得 ${amount}`, en: `${written} has no result: it comes to ${value}` }
    : { zh: `算式 ${written} 算错，算得 ${amount}`, en: `${written} is wrong: it comes to ${value}` };
}
