import { quoted } from '../../json/pointer.js';
import { comparison, composeTarget } from '../../report/target.js';
import { type QuantityAt, quantitiesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { signsInARow } from '../text/doubledSigns.js';
import { groupsOf } from '../text/slip.js';
import type { TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set(['value', 'goal', 'indicator', 'prose']);

type Judged = {
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly zh: string;
  readonly en: string;
};

/** ≥≥, 100%%, 场场次, ≥90%以上, 不低于90%以上. */
export const doubledParts: Rule = {
  code: 'doubled-parts',
  number: 'R-30',
  severity: 'error',
  title: { zh: '符号、单位不重复', en: 'signs and units are not doubled' },
  wrong: { zh: '符号或单位重复', en: 'a sign or a unit stands twice' },
  why: {
    zh: '符号已选“≥”，数值后又写“以上”，印出来是“≥90%以上”；单位写了两遍印出“100%%”。',
    en: 'A sign that was chosen and then written again prints ≥90%以上; a unit written twice prints 100%%.',
  },
  source: {
    zh: 'GB/T 15835-2011 出版物上数字用法；表样中符号、数值、单位各占一处',
    en: 'GB/T 15835-2011; forms have one place each for sign, value and unit',
  },
  mend: { zh: '符号、单位各留一个', en: 'keep one sign and one unit' },
  looksAt: { zh: '指标值的符号、单位、补充说明，文字指标值与绩效目标', en: 'parts of values, text values and goals' },
  fails: { '/units/0/projects/0/indicators/1/annualTarget/unit': '%%' },
  passes: { '/units/0/projects/0/indicators/1/annualTarget': { sign: '及以上', value: '95', unit: '%' } },
  *find(subject: Subject): Generator<Found> {
    for (const each of quantitiesOf(subject)) {
      const judged = judge(each);
      if (judged) yield inParts(each, judged);
    }
    for (const { text, kind, places } of groupsOf(subject.texts)) {
      if (!kinds.has(kind)) continue;
      const said = inText(text, kind === 'value' ? 'error' : 'warning');
      if (said) for (const { path } of places) if (kind !== 'value' || path.at(-1) === 'text') yield { path, ...said };
    }
  },
};

/** In 万: there are no more people. */
const mostPeople = 140_000;

const signInUnit = /^[≥≤≧≦＞＜><=＝]|^(?:不少于|不低于|不超过|不高于|大于|小于)/;
const signBehind = /(?:以上|以下|以内|(?<=小时|分钟|[天日月])内)$/;
const signInNote = /^(?:及?以上|及?以下|以内|[≥≤＞＜])/;
/** The word behind a number that says the same as the sign before it. */
const sameAsSign = { '≥': /以上/, '＞': /以上/, '≤': /以[内下]|内$/, '＜': /以[内下]|内$/, '＝': /以[上内下]|内$/ };

function judge({ target: { sign, value, unit = '', note = '' } }: QuantityAt): Judged | undefined {
  const plain = unit.trim();
  if (/^万(?:人次?|户)$/.test(plain) && Number(value.replaceAll(',', '')) > mostPeople)
    return {
      field: 'unit',
      severity: 'warning',
      zh: '的数已经写全，单位又有“万”',
      en: 'has all digits, and 万 in its unit',
    };
  if (isDoubled(plain)) return { field: 'unit', severity: 'error', zh: '的单位写了两遍', en: 'has its unit twice' };
  if (signInUnit.test(plain))
    return { field: 'unit', severity: 'error', zh: '的单位里有符号', en: 'has a sign in its unit' };
  const behind = signBehind.test(plain) ? plain : signInNote.test(note.trim()) ? note : undefined;
  const field = behind === plain ? 'unit' : 'note';
  if (behind !== undefined && sign !== undefined) {
    const same = sameAsSign[comparison(sign)].test(behind);
    return same
      ? { field, severity: 'warning', zh: '说了两遍同一个符号', en: 'says its sign twice' }
      : { field, severity: 'error', zh: '有两个不同的符号', en: 'has two signs' };
  }
  if (field === 'unit' && behind !== undefined)
    return { field, severity: 'warning', zh: '的单位里有“以上”“以内”，应写在 sign 里', en: 'has its sign in the unit' };
  return plain.length > 0 && note.trim() === plain
    ? { field: 'note', severity: 'error', zh: '的单位写了两遍', en: 'has its unit twice' }
    : undefined;
}

/** %%, 场场次, 万元万元: the same unit twice, whole or as its longer form. */
function isDoubled(unit: string): boolean {
  const half = unit.length / 2;
  if (unit.length > 1 && unit.length % 2 === 0 && unit.slice(0, half) === unit.slice(half)) return true;
  if (/^[%％]\s?[（(]百分[比点号][)）]$|^百分比\s?[（(][%％][)）]$/.test(unit)) return true;
  return /^(?:场场次|场次次|人人次|人次次|个个|[%％]{2,}|万万元|元元)$/.test(unit);
}

function inParts({ path, target, indicator }: QuantityAt, { field, severity, zh, en }: Judged): Found {
  const [value, name] = [quoted(composeTarget(target)), quoted(indicator.name)];
  return {
    path: [...path, field],
    severity,
    message: { zh: `指标${name}的指标值${value}${zh}`, en: `the value ${value} of the indicator ${name} ${en}` },
  };
}

const amount =
  '\\s?\\d[\\d.,]{0,15}[百千万亿]{0,2}(?:%|％|场次?|次|人次?|名|家|个|项|篇|条|期|份|件|天|小时|万?元|分|户|亩)?';
/** 不少于5家省级以上媒体 is right: only what stands right behind the unit is doubled. */
const redundant = new RegExp(
  `(?:[≥≧]|不低于|不少于|不小于|至少)${amount}及?以上|(?:[≤≦]|不超过|不高于|不大于|不多于)${amount}(?:以[内下]|(?<=小时|分钟|[天日月])内$)`,
);

/** 2023年3月年: a time that is whole, and the unit of a time. */
const timeTwice = /(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?[年月日](?![\u4e00-\u9fff])/;

function inText(text: string, gravest: 'error' | 'warning'): Omit<Found, 'path'> | undefined {
  const twice = signsInARow.exec(text)?.[0];
  const match = twice ?? redundant.exec(text)?.[0] ?? timeTwice.exec(text)?.[0];
  if (match === undefined) return undefined;
  return {
    severity: twice === undefined ? 'warning' : gravest,
    message: {
      zh: `${quoted(match)}里符号或单位重复`,
      en: `a sign or a unit is doubled in ${quoted(match)}`,
    },
  };
}
