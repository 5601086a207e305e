import { editsOf, type Fix } from '../fixes/fix.js';
import type { TextKind } from '../texts.js';
import { none, type Slip } from './slip.js';

/** A year and what stands behind it without a dot: 20315, 202516, 2031510. */
const date = '((?:19|20)\\d{2})(\\d{1,3})';
const joint = '\\s?(?:-{1,2}|[－–—―~～]{1,2}|至|到)\\s?';
const range = new RegExp(`(?<![\\d.])${date}(?:(${joint})${date}|${joint}今)(?![\\d.])`, 'g');
const single = new RegExp(`^\\s*${date}\\s*月?\\s*$`);
/** 202312.31, 2023.1231: one dot of two. */
const half =
  /^\s*(?:(?:19|20)\d{2}(?:0?[1-9]|1[0-2])\.(?:3[01]|[12]\d|0[1-9])|(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9]))\s*(?:前|底|以前|之前)?\s*$/;
/** 20315-20320元, 20315至20320人: numbers of something. */
const unit = /^\s?(?:[\u4e00-\u9fff%％]|[a-zA-Z])/;

/** Dates that lost their dots: of ranges, and of a field of dates. 202605 and 20260501 are ways to write a month and a day. */
export function brokenDates(text: string, kind: TextKind): Iterable<Slip> {
  const impossible = impossibleDays(text);
  return /(?:19|20)\d{3}/.test(text) ? [...slips(text, kind), ...impossible] : impossible;
}

/** 31号楼 and 31号线 have a number, not a day: behind 号 stands what stands behind a day. */
const day =
  /(?<![\d.])(?:(?<year>\d{4})\s?年\s?)?(?<month>\d{1,2})\s?月\s?(?<date>\d{1,2})\s?(?:日(?!历)|号(?=[前后之以止至到起开当上下晚左正完举召、，。；,;）)~～—－-]|$))/g;
/** With dots, strokes or hyphens, where all but the day is a date's: 2025-31-02 may be any number. */
const marked =
  /(?<![\w.]|[A-Za-z][./-])(?<year>(?:19|20)\d\d)(?<mark>[./-])(?<month>0?[1-9]|1[0-2])\k<mark>(?<date>29|3[01])(?![\w/]|\.\d)/g;

/** 2024年13月底: behind the month stands no day. */
const noMonth = /(?<!\d)(?:19|20)\d\d\s?年\s?(?:1[3-9]|[2-9]\d|0{1,2})\s?月(?!\s?\d)/g;

/** 9月31日, 2月30日, 13月1日, 2031.9.31: days that no year has. */
function impossibleDays(text: string): readonly Slip[] {
  if (!/\d\s?[日号月]|[./-](?:29|3[01])/.test(text)) return none;
  const months = [...text.matchAll(noMonth)].map(({ 0: written, index }) => {
    return { start: index, end: index + written.length, zh: `没有${written}`, en: `there is no ${written}` };
  });
  if (months.length > 0) return months;
  const days = [...text.matchAll(day), ...text.matchAll(marked)];
  return days.flatMap(({ 0: written, index, groups: { year, month, date } = {} }) => {
    const time = new Date(Date.UTC(Number(year ?? 2024), Number(month) - 1, Number(date)));
    if (time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(date)) return [];
    return [{ start: index, end: index + written.length, zh: `没有${written}这一天`, en: `there is no ${written}` }];
  });
}

function* slips(text: string, kind: TextKind): Generator<Slip> {
  const [whole = '', year, rest = ''] = (kind === 'date' && single.exec(text)) || [];
  if ((kind === 'date' || kind === 'value') && half.test(text)) yield slip(0, text.length, undefined);
  if (isBroken(rest)) yield slip(0, text.length, only(whole, year, rest));
  for (const match of rangesIn(text)) yield slip(match.index, match.index + match[0].length, mended(match));
}

function slip(start: number, end: number, right: string | undefined): Slip {
  const [zh, en] = right === undefined ? ['', ''] : [`，疑为 ${right.trim()}`, `: ${right.trim()}?`];
  return { start, end, zh: `日期的点号丢失${zh}`, en: `dots of a date were lost${en}` };
}

function rangesIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(range)].filter(
    ({ 0: found, 2: first = '', 5: second = '', index }) =>
      (isBroken(first) || isBroken(second)) && (found.endsWith('今') || !unit.test(text.slice(index + found.length))),
  );
}

/** What stands behind the year is no month of two digits. */
function isBroken(rest: string): boolean {
  return rest !== '' && readings(rest).length > 0 && !/^(?:0[1-9]|1[0-2])$/.test(rest);
}

/** The months, or months and days, that digits may be: 16 is 1.6, 115 is 11.5 or 1.15. */
function readings(rest: string): string[] {
  const whole = isMonth(rest) ? [rest] : [];
  const split = [1, 2].flatMap((at) => {
    const [month, day] = [rest.slice(0, at), rest.slice(at)];
    return isMonth(month) && /^(?:[1-9]|[12]\d|3[01])$/.test(day) ? [`${month}.${day}`] : [];
  });
  return [...whole, ...split];
}

function isMonth(digits: string): boolean {
  return /^(?:0?[1-9]|1[0-2])$/.test(digits);
}

/** A range with its dots; undefined where a side has two readings. Beside a month of one digit, two digits are a month too. */
function mended([found, year, first = '', between, other, second = '']: RegExpExecArray): string | undefined {
  const isByMonth = first.length === 1 || second.length === 1;
  const [left, right] = [first, second].map((rest) => {
    const all = readings(rest);
    return isByMonth && isMonth(rest) ? rest : all.length === 1 ? all[0] : undefined;
  });
  if (left === undefined) return undefined;
  if (other === undefined) return found.replace(`${year}${first}`, `${year}.${left}`);
  return right === undefined ? undefined : `${year}.${left}${between}${other}.${right}`;
}

export const dateDot: Fix = {
  code: 'date-dot',
  rule: 'date-broken',
  title: { zh: '日期里丢失的点号', en: 'lost dots of dates' },
  why: {
    zh: '20315-203211 只能是 2031.5-2032.11，20246-202516 只能是 2024.6-2025.1.6。有两种读法的（2031115）、带单位的数不动。',
    en: '20315-203211 can only be 2031.5-2032.11. Digits with two readings (2031115) and numbers with a unit are let be.',
  },
  examples: {
    mends: [
      ['20315-203211', '2031.5-2032.11'],
      ['项目期：20246-202516', '项目期：2024.6-2025.1.6'],
    ],
    leaves: ['202605-202612', '20310501-20310630', '20315-20320元', '2031-2033', '2031115-2031510'],
  },
  find: (text, { kind }) =>
    editsOf(text, range, (match) =>
      rangesIn(text).some(({ index }) => index === match.index) ? mended(match) : undefined,
    ).concat(
      kind === 'date'
        ? editsOf(text, new RegExp(single, 'g'), ({ 0: whole, 1: year, 2: rest = '' }) => only(whole, year, rest))
        : [],
    ),
};

function only(whole: string, year: string | undefined, rest: string): string | undefined {
  const all = readings(rest);
  return isBroken(rest) && all.length === 1 ? whole.replace(`${year}${rest}`, `${year}.${all[0]}`) : undefined;
}
