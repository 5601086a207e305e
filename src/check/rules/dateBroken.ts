import type { Rule } from '../rule.js';
import { brokenDates } from '../text/brokenDates.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';

/** 20315-203211 for 2031.5-2032.11. */
export const dateBroken: Rule = {
  code: 'date-broken',
  number: 'R-36',
  severity: 'warning',
  title: {
    zh: '日期完整，年月之间有分隔，日历上有这一天',
    en: 'dates have marks between year and month, and are in the calendar',
  },
  wrong: { zh: '日期的点号丢失，或没有这一天', en: 'dots of a date were lost, or there is no such day' },
  why: {
    zh: '表格程序把“2031.5”当作数转来转去，丢了点号就成了“20315”，读不出起止时间。六位（203105）、八位（20310501）的写法不算。',
    en: 'Spreadsheets take 2031.5 for a number; without its dot nobody reads a date. 203105 and 20310501 are let pass.',
  },
  source: {
    zh: '湖南省湘潭市 2024 年公开表：20246-202516',
    en: 'a table of Xiangtan, Hunan 2024: 20246-202516',
  },
  mend: { zh: '补上年、月、日之间的点号，或写出“年”“月”', en: 'write the dots, or 年 and 月' },
  looksAt: {
    zh: '项目期、建设期限、实施计划的起止时间；其他文字里的起止时间',
    en: 'periods, dates of the plan, ranges of dates in texts',
  },
  fails: { '/units/0/projects/0/plan': [{ content: '布展', start: '20253', end: '2025.6' }] },
  passes: { '/units/0/projects/0/plan': [{ content: '布展', start: '202503', end: '2025.6' }] },
  find: ({ texts }) => foundIn(texts, brokenDates, { traits: trait.digit }),
};
