import { type Expression, fieldOf, innermost } from '../layouts/expression.js';
import { levelOf } from '../report/taxonomy.js';
import { bareText } from './plainText.js';
import { signIn } from './targets.js';

/** How badly a text fits what is printed at a place: 0 well, Infinity not at all. Texts as `bareText` makes them. */
export type Fit = (text: string) => number;

const never = Number.POSITIVE_INFINITY;
const matching =
  (pattern: RegExp): Fit =>
  (text) =>
    pattern.test(text) ? 0 : never;

const money = matching(/^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^[-—–一/]+$/);
const wholeNumber = matching(/^\d{1,7}$/);
const year = matching(/^(?:19|20|21)\d\d$/);
const identifier = matching(/^[0-9A-Za-z][0-9A-Za-z_-]{0,29}$/);
const level =
  (which: 1 | 2): Fit =>
  (text) =>
    // 一级指标 is a head, whatever the other heads are called.
    levelOf(text, which)
      ? 0
      : /^[一二三]级/.test(text)
        ? never
        : /^[\u4e00-\u9fff()、]{2,20}$/.test(text)
          ? 0.8
          : never;
const sign: Fit = (text) => (text === '' || signIn(text) ? 0 : /^定[量性]$/.test(text) ? 0.1 : never);
const day = (text: string): number => (dayOf(text) === undefined ? never : 0);
/** R is the ticked box of the font Wingdings, as other programs show it. */
const tick = matching(/^[☑□√■☐✓✔☒口R]$/);

const phone: Fit = (text) => (/^[\d()+\-—转、,;/*]{3,40}$/.test(text) ? 0 : 0.8);
const person: Fit = (text) => (/\d/.test(text) ? 0.8 : 0);

const byField: Readonly<Record<string, Fit>> = {
  number: matching(/^\d{1,4}$/),
  year,
  from: year,
  to: year,
  code: identifier,
  level1: level(1),
  level2: level(2),
  moneyUnit: matching(/^万?元$/),
  transferDocument: matching(/20\d\d.{0,12}号$/),
  weight: matching(/^\d+(?:\.\d+)?%?$/),
  approved: wholeNumber,
  actual: wholeNumber,
  permanent: wholeNumber,
  otherStaff: wholeNumber,
  innerDivisions: wholeNumber,
  subordinateUnits: wholeNumber,
  headPhone: phone,
  personPhone: phone,
  managerPhone: phone,
  phone,
  head: person,
  person,
  manager: person,
};

const byHelper: Readonly<Record<string, Fit>> = {
  money,
  amount: money,
  line: money,
  amountIn: money,
  date: day,
  code: matching(/^\d{1,2}$/),
  add: matching(/^\d{1,4}$/),
  signOf: sign,
  tick,
  percent: matching(/^\d+(?:\.\d+)?%?$/),
  wholeName: (text) => (text === '年度' ? never : 0),
  weights: matching(/^\d+(?:\.\d+)?$/),
};

const fits = new WeakMap<Expression, Fit>();

/** What may stand where an expression is printed; undefined for any text. */
export function fitOf(expression: Expression): Fit | undefined {
  if (expression.type === 'call' && expression.helper === 'trimEnd') {
    const field = fieldOf(innermost(expression));
    return /^level[12]$/.test(field) ? byField[field] : undefined;
  }
  if (expression.type === 'call') return byHelper[expression.helper];
  if (expression.type === 'turn') return byHelper.add;
  const isGoal = expression.type === 'path' && fieldOf(expression) === 'name' && /^goals?$/.test(listOf(expression));
  return isGoal ? goalName : byField[fieldOf(expression)];
}

/** What the list of a path's loop is of: `goals` for the members of `(goals project.goals "year")`. */
function listOf(expression: Expression): string {
  const list = expression.type === 'path' ? expression.of?.list : undefined;
  return list?.type === 'call' ? list.helper : list ? fieldOf(list) : '';
}

/** A goal's name; any other words before a colon are the goal's own, and 目标 alone is none. */
const goalName: Fit = (text) =>
  text === '目标'
    ? never
    : /目标$/.test(text) && text.length <= 20
      ? 0
      : text.length <= 16 && !/[，,。；;]/.test(text)
        ? 0.8
        : never;

/** How badly a text fits an expression. */
export function misfit(expression: Expression, text: string): number {
  const known = fits.get(expression);
  const price = known ?? fitOf(expression) ?? (() => 0);
  if (!known) fits.set(expression, price);
  return price(text);
}

/** An amount as the report writes it: without separators of thousands. Undefined when it is none. */
export function amountOf(printed: string): string | undefined {
  const text = bareText(printed);
  if (!Number.isFinite(1 / (money(text) + 1)) || money(text) !== 0) return undefined;
  return /\d/.test(text) ? text.replace(/,/g, '') : '—';
}

const dates = /^(\d{4})(?:年|[-/.](?=\d))?(?:(\d{1,2})(?:月|[-/.](?=\d))?(?:(\d{1,2})日?)?)?$/;

/** A date as the report writes it, YYYY-MM-DD, YYYY-MM or YYYY; undefined when it is none. */
export function dayOf(printed: string): string | undefined {
  const text = bareText(printed);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const found = compact ?? dates.exec(text);
  if (!found) return undefined;
  const [, y = '', m, d] = found;
  if (!/^(?:19|20|21)/.test(y) || (m && (Number(m) < 1 || Number(m) > 12)) || (d && (Number(d) < 1 || Number(d) > 31)))
    return undefined;
  return [y, m, d].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-');
}
