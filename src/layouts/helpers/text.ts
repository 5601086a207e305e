import { fault } from '../../problem.js';
import { levelOf } from '../../report/taxonomy.js';
import { isolated, withoutIsolates } from '../../script/direction.js';
import { constantOf, fieldOf, innermost } from '../expression.js';
import { flag, listOf, text } from '../kinds.js';
import { leavesOf } from '../traced.js';
import { aNumber, aScalar, aText, type Helper, oneOf } from './signature.js';

/** `(paragraphs text)`: the text's lines, for a paragraph each. */
const paragraphs: Helper = {
  takes: [aText],
  gives: listOf(text),
  run: (_call, whole: string | undefined) => (whole ? whole.split('\u2028') : []),
};

/** `(trimEnd text suffix)`: the text without that ending, for layouts that write their own 。 after it. */
const trimEnd: Helper = {
  takes: [aText, aText],
  gives: text,
  run: (_call, whole = '', suffix = '') => {
    const text = withoutIsolates(whole);
    return suffix !== '' && text.endsWith(suffix) ? isolated(text.slice(0, -suffix.length)) : whole;
  },
  inverse: (reader, text, [shown, suffix]) => {
    if (!shown || text === '') return;
    const whole = text + String(constantOf(suffix));
    reader.read(shown, mayLackEnd(fieldOf(innermost(shown)), reader.bare(whole)) ? text : whole);
  },
};

/** Whether a field's text may have stood without the ending: 正向 and 10 as they stand, levels by their names; a title has its end. */
function mayLackEnd(field: string, whole: string): boolean {
  if (/^level[12]$/.test(field)) return levelOf(whole, field === 'level1' ? 1 : 2)?.name !== whole;
  return /^(?:direction|executionWeight)$/.test(field);
}

/** `(has text part)`: whether a text has these words or this number in it, such as a title its year. */
const has: Helper = {
  takes: [aText, aScalar],
  gives: flag,
  // What the text shows is shown; the text itself is shown where it is printed.
  leaves: ([, part], result) => (result === true ? leavesOf([part]) : []),
  run: (_call, whole: string | undefined, part: unknown) =>
    part !== undefined && part !== '' && withoutIsolates(whole ?? '').includes(withoutIsolates(String(part))),
};

/** `(fits most text)`: whether a text is at most `most` 汉字 wide, for titles of two lines; Latin letters and digits count half. */
const fits: Helper = {
  takes: [aNumber, aText],
  gives: flag,
  run: (_call, most = 0, whole = '') => {
    let width = 0;
    for (const character of whole as string) width += character > '\u2e7f' ? 1 : 0.5;
    return width <= (most as number);
  },
};

/**
 * The styles of published dates: 2024-01-01 (上海), 2023.07 (湘潭), 2026/1/1 (普陀), 2024年1月1日 (GB/T 9704: no leading zeros).
 * Each takes a year, or year and month, or all three.
 */
const styles = {
  iso: (parts: readonly string[]) => parts.join('-'),
  dot: (parts: readonly string[]) => parts.join('.'),
  slash: ([year, ...parts]: readonly string[]) => [year, ...parts.map(Number)].join('/'),
  chinese: ([year, ...parts]: readonly string[]) =>
    `${year}年${parts.map((number, index) => `${Number(number)}${'月日'[index]}`).join('')}`,
} as const;

/** `(date day style)`: a date of the report, YYYY-MM-DD, YYYY-MM or YYYY, in a print style. */
const date: Helper = {
  takes: [aText, oneOf(Object.keys(styles))],
  gives: text,
  run: ({ problems, place }, day: string | undefined, style: keyof typeof styles) => {
    if (!day) return '';
    if (/^\d{4}(-\d{2}){0,2}$/.test(day)) return styles[style](day.split('-'));
    problems.push(
      fault('date-unreadable', { zh: `“${day}”不是日期`, en: `"${day}" is no date` }, place, {
        zh: '日期写作 2024-01-01、2031-03 或 2031',
        en: 'write dates as 2024-01-01, 2031-03 or 2031',
      }),
    );
    return '';
  },
  inverse: (reader, text, [shown]) => {
    const spot = reader.spotOf(shown);
    if (spot !== undefined && text !== '') reader.put(spot, reader.dayIn(text) ?? text.trim());
  },
};

export const textHelpers = { paragraphs, trimEnd, has, fits, date } as const;
