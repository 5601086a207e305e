import Big from 'big.js';

/** A reckoning in a text: 4艘×50天×4000元=80万元. */
export interface Reckoning {
  readonly start: number;
  readonly end: number;
  /** What it comes to: in 元 where a number in it is money, else as it stands. */
  readonly value: string;
  /** What is written behind the sign of equality; absent where nothing is. */
  readonly stated?: string;
  /** Whether that is what it comes to, to its last digit. */
  readonly agrees: boolean;
  /** It agrees only as rounded up where one rounds down: 1.27万元 for 12628. */
  readonly isRaised?: true;
}

const Exact = Big();
Exact.DP = 20;

/** Longer ones are no reckoning of a budget line. */
const longest = 160;
const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?';
const operator = '[*×xX＊╳·÷/／+＋\\-－]';
const unit = '[^\\d\\s*×xX＊╳÷+＋\\-－=＝≈()（）,，。；;、：:%％/／·]';
/** A number with its unit: 4000元/艘·天, 4000元/（人·月）. */
const term = new RegExp(
  `(${number})\\s?([%％‰]?)\\s?(${unit}{0,8}(?:[/／·]${unit}{1,6}){0,2}(?:[/／][（(][^（）()\\d]{1,12}[）)])?)`,
  'y',
);
/** 印刷费30万元: what it is for may stand before a further number. */
const words = '[\\u4e00-\\u9fff]{0,8}';
const part = `(?:${number})\\s?[%％‰]?\\s?${unit}{0,8}(?:[/／·]${unit}{1,6}){0,2}(?:[/／][（(][^（）()\\d]{1,12}[）)])?`;
const whole = new RegExp(
  `(?<![\\d.A-Za-z%％])(?:[（(]\\s?)?${part}(?:[）)]${unit}{0,4})?(?:\\s?${operator}\\s?(?:[（(]\\s?)?${words}${part}(?:[）)]${unit}{0,4})?){1,8}\\s?[=＝](?![=＝])`,
  'g',
);
const result = new RegExp(`^\\s?(?:约|人民币|共计?|合计)?\\s?(${number})\\s?([%％]?)\\s?(万元|亿元|元|万|亿)?`);
const nothing = /^\s*(?:$|[。；;，,、\n）)])/;

/** The reckonings of a text that end in a sign of equality. Those of words, such as 完成数÷计划数, are none. */
export function* reckoningsIn(text: string): Generator<Reckoning> {
  if (!/[=＝]/.test(text)) return;
  for (const { 0: found, index } of text.matchAll(whole)) {
    const end = index + found.length;
    if (found.length > longest) continue;
    const said = sumOf(unbracketed(found.replace(/\s?[=＝]$/, '')));
    const after = text.slice(end, end + 40);
    const stated = result.exec(after);
    if (!said || (!stated && !nothing.test(after))) continue;
    const at = { start: index, end: end + (stated?.[0].length ?? 0), value: said.value.toFixed() };
    if (!stated) {
      yield { ...at, agrees: false };
      continue;
    }
    const rest = text.slice(at.end);
    const next = further.exec(rest);
    const isEquation = equation.test(rest);
    // 3*5=2*7: an equation, not its result; but 3人*5万元=15万元*20%=3万元 goes on from its result.
    if (isEquation && !next) continue;
    const more = next && furtherIn(stated, next);
    if (isEquation && more?.of.value.eq(said.value)) continue;
    yield { ...at, stated: stated[0].trim(), ...agreementOf(said, stated) };
    if (next && more && !isEquation) yield furtherFound(text, at.end, next, more);
  }
}

/** Further steps from a result: =15万元×20%=3万元. */
const equation = new RegExp(`^${unit}{0,4}\\s?${operator}`);
const further = new RegExp(
  `^${unit}{0,4}\\s?[，,]?\\s?([×*xX╳](?:\\s?${part}\\s?[×*xX╳])?\\s?${part})\\s?[=＝](?![=＝])`,
);

interface Further {
  readonly of: Said;
}

function furtherIn([written = '']: RegExpExecArray, [, steps = '']: RegExpExecArray): Further | undefined {
  const of = sumOf(`${written.replace(/^\s?(?:约|人民币|共计?|合计)?\s?/, '')}${steps}`);
  return of && { of };
}

function furtherFound(text: string, start: number, [steps]: RegExpExecArray, { of }: Further): Reckoning {
  const end = start + steps.length;
  const stated = result.exec(text.slice(end, end + 40));
  const at = { start, end: end + (stated?.[0].length ?? 0), value: of.value.toFixed() };
  return stated ? { ...at, stated: stated[0].trim(), ...agreementOf(of, stated) } : { ...at, agrees: true };
}

/** Without a bracket that is open round the whole: （14场×5万元/场=）. */
function unbracketed(text: string): string {
  return /^[（(]/.test(text) && !/[）)]/.test(text) ? text.slice(1) : text;
}

interface Said {
  readonly value: Big;
  /** Whether a number of it was money with its unit. */
  readonly money: boolean;
}

const powers: Readonly<Record<string, string>> = { 万元: '1e4', 万: '1e4', 亿元: '1e8', 亿: '1e8', 元: '1' };

/** As exact as the result is written: 66.67 for 200/3. Where no unit tells, 万元 may be meant. */
function agreementOf(
  { value, money }: Said,
  [, digits = '', percent, unit]: RegExpExecArray,
): Pick<Reckoning, 'agrees' | 'isRaised'> {
  const plain = digits.replaceAll(',', '');
  const stated = new Exact(plain);
  const step = new Exact('1').div(new Exact('10').pow(plain.split('.')[1]?.length ?? 0));
  const scales = percent
    ? ['0.01']
    : unit !== undefined && money
      ? [powers[unit] ?? '1']
      : ['1', '1e4', '1e-4', '1e8', '0.01'];
  const scale = scales.find((each) => value.minus(stated.times(each)).abs().lt(step.times(each)));
  if (scale === undefined) return { agrees: false };
  const isRaised = stated.times(scale).minus(value).gt(step.times(scale).div('2'));
  return { agrees: true, ...(isRaised && { isRaised }) };
}

/** Products before sums, brackets first; undefined for what cannot be read. */
function sumOf(text: string): Said | undefined {
  const reader = new Reader(text);
  const value = reader.sum();
  return value && reader.isDone() ? { value, money: reader.money } : undefined;
}

class Reader {
  #at = 0;
  money = false;

  constructor(readonly text: string) {}

  isDone(): boolean {
    return this.text.slice(this.#at).trim() === '';
  }

  sum(): Big | undefined {
    let value = this.#product();
    for (let sign = this.#next(/[+＋\-－]/y); value && sign; sign = this.#next(/[+＋\-－]/y)) {
      const more = this.#product();
      value = more && (/[+＋]/.test(sign) ? value.plus(more) : value.minus(more));
    }
    return value;
  }

  #product(): Big | undefined {
    let value = this.#factor();
    for (let sign = this.#next(/[*×xX＊╳·÷/／]/y); value && sign; sign = this.#next(/[*×xX＊╳·÷/／]/y)) {
      const more = this.#factor();
      if (!more || (/[÷/／]/.test(sign) && more.eq('0'))) return undefined;
      value = /[÷/／]/.test(sign) ? value.div(more) : value.times(more);
    }
    return value;
  }

  #factor(): Big | undefined {
    if (this.#next(/[（(]/y)) {
      const inner = this.sum();
      if (!this.#next(/[）)]/y)) return undefined;
      this.#next(new RegExp(`${unit}{1,4}`, 'y'));
      return inner;
    }
    this.#next(/[\u4e00-\u9fff]{1,8}(?=\d)/y);
    this.#space();
    term.lastIndex = this.#at;
    const match = term.exec(this.text);
    if (!match) return undefined;
    this.#at = term.lastIndex;
    const [, digits = '', percent, named = ''] = match;
    const value = new Exact(digits.replaceAll(',', ''));
    if (percent) return value.times(percent === '‰' ? '0.001' : '0.01');
    const money = /^(万元|亿元|元)/.exec(named)?.[1];
    if (money) this.money = true;
    return value.times(
      money === undefined ? (/^[万亿]/.exec(named) ? (powers[named.slice(0, 1)] ?? '1') : '1') : (powers[money] ?? '1'),
    );
  }

  #next(pattern: RegExp): string | undefined {
    this.#space();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at = pattern.lastIndex;
    return match?.[0];
  }

  #space(): void {
    while (/\s/.test(this.text.charAt(this.#at))) this.#at += 1;
  }
}
