import { fault } from '../../problem.js';
import { isolated, withoutIsolates } from '../../script/direction.js';
import { listOf, text } from '../kinds.js';
import { aText, type Helper, oneOf } from './signature.js';

/** `(paragraphs text)`: the text's lines, each a paragraph of its own. */
const paragraphs: Helper = {
  takes: [aText],
  gives: listOf(text),
  run: (_call, whole: string | undefined) => (whole ? whole.split('\u2028') : []),
};

/** `(trimEnd text suffix)`: the text without that ending, for layouts that write their own 。 behind it. */
const trimEnd: Helper = {
  takes: [aText, aText],
  gives: text,
  run: (_call, whole = '', suffix = '') => {
    const text = withoutIsolates(whole);
    return suffix !== '' && text.endsWith(suffix) ? isolated(text.slice(0, -suffix.length)) : whole;
  },
};

/** The print styles seen: 2024-01-01 (上海), 2026/1/1 (普陀), 2024年1月1日 (GB/T 9704: no leading zeros). */
const styles = {
  iso: (year: string, month: string, day: string) => `${year}-${month}-${day}`,
  slash: (year: string, month: string, day: string) => `${year}/${Number(month)}/${Number(day)}`,
  chinese: (year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
} as const;

/** `(date day style)`: a date of the report, YYYY-MM-DD, in a print style. */
const date: Helper = {
  takes: [aText, oneOf(Object.keys(styles))],
  gives: text,
  run: ({ problems, place }, day: string | undefined, style: keyof typeof styles) => {
    if (!day) return '';
    const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
    if (year && month && dayOfMonth) return styles[style](year, month, dayOfMonth);
    problems.push(
      fault('date-unreadable', { zh: `“${day}”不是日期`, en: `"${day}" is no date` }, place, {
        zh: '日期写作 2024-01-01',
        en: 'write dates as 2024-01-01',
      }),
    );
    return '';
  },
};

export const textHelpers = { paragraphs, trimEnd, date } as const;
