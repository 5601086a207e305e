import { type Path, quoted } from '../../json/pointer.js';
import { normal } from '../../report/decimals.js';
import { convert, isBlankAmount, isZero } from '../../report/money.js';
import type { MoneyUnit, Project } from '../../report/schema.js';
import { lineOf } from '../money/money.js';
import { missedTotal, reckonedTotalsIn } from '../money/pricedCounts.js';
import { type Reckoning, reckoningsIn } from '../money/reckonings.js';
import { statedSumsIn } from '../money/statedSums.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject } from '../subject.js';
import { listedCounts } from '../text/listedCounts.js';
import { foundIn, groupsOf, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
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
    zh: '测算依据写成“4*50*4000元=”而没有结果，或结果不对，读者无法核对这一行的金额。结果照它写出的位数比；没有写单位的，元、万元都算对。文字里“其中”各数之和、“合计”之数、数量乘单价、“等3个村”前所列的个数也照此核对，说不准的为提示。',
    en: 'Without a result, or with a wrong one, nobody can check the amount of the line. Results are compared to their last digit; without a unit both 元 and 万元 are right. Parts behind 其中, totals behind 合计, counts at a price and names that are counted are held to the same; where it is not certain, as hints.',
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
    for (const at of projects) yield* pricedFound(at, report.moneyUnit);
    for (const { path, project } of projects)
      for (const [index, line] of (project.costLines ?? []).entries())
        yield* lineFound(line, [...path, 'costLines', String(index)], report.moneyUnit);
    for (const { text, kind, places } of groupsOf(texts)) {
      if (!kinds.has(kind)) continue;
      const wrong = [...reckoningsIn(text)].filter(({ agrees, isRaised }) => !agrees || isRaised);
      for (const reckoning of wrong.slice(0, most)) {
        const message = messageOf(text, reckoning);
        for (const { path } of places)
          yield { path, message, ...(reckoning.isRaised && { severity: 'hint' as const }) };
      }
    }
    yield* foundIn(texts, sumsOf, { kinds, traits: trait.digit });
  },
};

/** Totals in words that their parts do not make up. */
function* sumsOf(text: string): Generator<Slip> {
  for (const { start, end, total, parts, sum, nearness } of statedSumsIn(text)) {
    const made = `${parts.slice(0, mostParts).join(' + ')}${parts.length > mostParts ? ' + …' : ''}`;
    yield {
      start,
      end,
      zh: `${total}，各部分 ${made} 合计 ${sum}${nearness === 'rounded' ? '（各部分似四舍五入）' : ''}`,
      en: `${total}, its parts ${made} make up ${sum}${nearness === 'rounded' ? ' (they seem rounded)' : ''}`,
      ...(nearness !== 'near' && { severity: 'hint' }),
    };
  }
  for (const { start, end, total, parts, sum } of reckonedTotalsIn(text)) {
    const made = `${parts.slice(0, mostParts).join(' + ')}${parts.length > mostParts ? ' + …' : ''}`;
    yield {
      start,
      end,
      zh: `${total}，按所写的数量、单价 ${made} 算得 ${sum} 元`,
      en: `${total}; counts and prices ${made} come to ${sum} 元`,
      severity: 'hint',
    };
  }
  yield* listedCounts(text);
}

const mostParts = 6;

/** 44人（311元/人），4人（191元/人） as all that a project of 20万元 is for: a hint where no number of months makes it so. */
function* pricedFound({ path, project }: ProjectAt, unit: MoneyUnit): Generator<Found> {
  for (const field of ['content', 'summary', 'fundUse', 'basis'] as const) {
    const text = project[field] ?? '';
    const total = text.includes('元') ? lineOf(project.funding, path, 'total', 'year') : undefined;
    const missed = total && !isZero(total.amount) ? missedTotal(text, convert(total.amount, unit, '元')) : undefined;
    if (!total || !missed) continue;
    const sum = convert(missed.sum, '元', unit);
    const parts = missed.parts.join(' + ');
    yield {
      path: [...path, field],
      related: [total.path],
      severity: 'hint',
      message: {
        zh: `按所写的数量、单价 ${parts} 算得 ${sum} ${unit}，按月算也不是资金总额 ${total.amount} ${unit}`,
        en: `counts and prices ${parts} come to ${sum} ${unit}, by no number of months to the total ${total.amount} ${unit}`,
      },
    };
  }
}

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

function messageOf(text: string, { start, end, value, stated, isRaised }: Reckoning): Found['message'] {
  const written = quoted(text.slice(start, end).trim());
  const all = value.split('.')[0]?.length ?? 0;
  const amount =
    all > 4 && convert(value, '元', '万元').length < value.length
      ? `${value}（${convert(value, '元', '万元')} 万）`
      : value;
  if (isRaised)
    return {
      zh: `算式 ${written} 的末位多进了一，算得 ${amount}`,
      en: `${written} is rounded up: it comes to ${value}`,
    };
  return stated === undefined
    ? { zh: `算式 ${written} 没有结果，算得 ${amount}`, en: `${written} has no result: it comes to ${value}` }
    : { zh: `算式 ${written} 算错，算得 ${amount}`, en: `${written} is wrong: it comes to ${value}` };
}
