import Big from 'big.js';

/** Units of time that are made of each other; a month is no number of days. Times are none: 每年两次 is not every two years. */
const units = {
  year: ['months', 12],
  month: ['months', 1],
  week: ['days', 7],
  day: ['days', 1],
  hour: ['minutes', 60],
  minute: ['minutes', 1],
  time: ['times', 1],
} as const;

export type Unit = keyof typeof units;

/** A length of time in its smallest unit: 1.5 years are '18 months'. Undefined for more than 6 characters, a year by its number among them. */
export function spanOf(decimal: string, unit: Unit): string | undefined {
  if (decimal.length > 6 || /^\d{4}$/.test(decimal)) return undefined;
  const [name, factor] = units[unit];
  return `${new Big(decimal).times(factor).toFixed()} ${name}`;
}

const chinese: Readonly<Record<string, Unit>> = {
  年: 'year',
  月: 'month',
  周: 'week',
  星期: 'week',
  天: 'day',
  日: 'day',
  小时: 'hour',
  分钟: 'minute',
  次: 'time',
};

/** 个月 is a month. Undefined for what is no unit of time. */
export function chineseUnit(word: string): Unit | undefined {
  const bare = word.replace('个', '');
  return Object.hasOwn(chinese, bare) ? chinese[bare] : undefined;
}
