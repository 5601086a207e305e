import { quoted } from '../../json/pointer.js';
import { composeTarget } from '../../report/target.js';
import { numbersOf } from '../indicators/habits.js';
import { textValuesOf } from '../indicators/targets.js';
import { numberWithUnit, unitSense } from '../indicators/units.js';
import { misreadAs } from '../lexicon/misreadSigns.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';
import { foundIn, matches } from '../text/slip.js';
import type { TextKind } from '../texts.js';

/** 完好率 之98%: ≥ came out as a character of like shape. */
export const signMisread: Rule = {
  code: 'sign-misread',
  number: 'R-30',
  severity: 'error',
  title: { zh: '符号没有认成别的字', en: 'no sign was read as another character' },
  wrong: { zh: '符号认成了别的字', en: 'a sign was read as another character' },
  why: {
    zh: '扫描、识别或换系统后，≥ 会变成“之”“三”“Z”“》”“2”，≤ 会变成“《”“W”，数前的限制就读不出来了。“2”只在目标里有少一位的数、或同表有 292% 这样的值时说。',
    en: 'Scans and exports turn ≥ into 之, 三, Z, 》 or 2 and ≤ into 《 or W: the limit can no longer be read.',
  },
  source: {
    zh: '湖北省鄂州市 2022 年目标表“292%”（≥92%）；系统代码集 PMKPIZBXS 的符号',
    en: 'a table of Ezhou 2022 has 292% for ≥92%; the signs of code set PMKPIZBXS',
  },
  mend: { zh: '对照原稿改为 ≥、≤ 等符号', en: 'write the sign of the original, ≥ or ≤' },
  looksAt: { zh: '文字指标值，绩效目标', en: 'text values and goals' },
  fails: { '/units/0/projects/0/indicators/1/annualTarget': { text: '之98%' } },
  passes: { '/units/0/projects/1/indicators/2/annualTarget': { text: '三年内逐步提升' } },
  *find(subject: Subject): Generator<Found> {
    for (const { path, target, indicator } of textValuesOf(subject)) {
      const { before, unit } = numberWithUnit(target.text) ?? { before: '', unit: '' };
      const sign = before.length === 1 ? signOf(before) : undefined;
      if (sign === undefined || unitSense(unit, indicator.name).kind === undefined) continue;
      yield {
        path: [...path, 'text'],
        message: {
          zh: `指标值${quoted(target.text)}的“${before}”像是认错的 ${sign}`,
          en: `“${before}” in the value ${quoted(target.text)} looks like a misread ${sign}`,
        },
        hint: { zh: `对照原稿，应是 ${sign} 的改为 ${sign}`, en: `compare with the original: ${sign} if it was one` },
      };
    }
    for (const owner of subject.owners) yield* twoForSign(owner);
    yield* foundIn(
      subject.texts,
      (text) =>
        inGoal.test(text) ? matches(text, new RegExp(inGoal, 'g'), '像是认错的 ≥', 'looks like a misread ≥') : [],
      { kinds: goals },
    );
  },
};

/**
 * 2280次 beside 280 in the goal, or in a table that has 292% for ≥92%: ≥ came out as a 2, which is a digit more. Round numbers with
 * a 0 behind the 2 are none.
 */
function* twoForSign(owner: OwnerAt): Generator<Found> {
  const numbers = numbersOf(owner);
  const twos = numbers.filter(({ value, sign }) => sign === undefined && /^2[1-9]\d*(?:\.\d+)?$/.test(value));
  const isProven = twos.some(({ value, unit }) => isPercent(unit) && isShareMisread(value));
  for (const { path, field, target, value, unit } of twos) {
    const rest = value.slice(1);
    if (isPercent(unit) || rest.length < 2 || /^(?:19|20)\d\d$/.test(value)) continue;
    const isSaid = unit !== '' && inGoals(owner, `${rest}${unit}`);
    const isBeside = numbers.some((other) => other.value === rest && other.unit === unit && other.sign !== undefined);
    if ((unit !== '' && inGoals(owner, `${value}${unit}`)) || !(isSaid || isBeside || isProven)) continue;
    yield {
      path: [...path, field],
      // Two digits may be of something else.
      severity: isSaid && !isBeside && rest.length > 2 ? 'warning' : 'hint',
      message: {
        zh: `指标值${quoted(composeTarget(target))}的“2”像是认错的 ≥：${isSaid || isBeside ? `别处写的是 ${rest}` : '同表有 ≥ 认成 2 的'}`,
        en: `the 2 of ${quoted(composeTarget(target))} looks like a misread ≥: ${isSaid || isBeside ? `elsewhere it is ${rest}` : 'the table has others'}`,
      },
      hint: { zh: `对照原稿，应是 ≥${rest} 的改为 ≥${rest}`, en: `compare with the original: ≥${rest} if it was that` },
    };
  }
}

function isPercent(unit: string): boolean {
  return /^[%％]$/.test(unit.trim());
}

/** 292%, 2100%: no share without the 2. */
function isShareMisread(value: string): boolean {
  const rest = Number(value.slice(1));
  return rest >= 50 && rest <= 100;
}

/** Whether a goal has a number with this unit. */
function inGoals({ goals }: OwnerAt, written: string): boolean {
  return goals.some(({ goal: { text } }) => {
    const start = text.indexOf(written);
    return start >= 0 && !/[\d.]/.test(text[start - 1] ?? '');
  });
}

const goals: ReadonlySet<TextKind> = new Set(['goal']);
const inGoal = /(?<=(?:率|满意度))[之三乏芝乞]\s?\d{1,3}(?:\.\d{1,2})?[%％]/;

function signOf(character: string): '≥' | '≤' | '=' | undefined {
  return (['≥', '≤', '='] as const).find((sign) => misreadAs[sign].includes(character));
}
