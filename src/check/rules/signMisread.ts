import { quoted } from '../../json/pointer.js';
import { textValuesOf } from '../indicators/targets.js';
import { numberWithUnit, unitSense } from '../indicators/units.js';
import { misreadAs } from '../lexicon/misreadSigns.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
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
    zh: '扫描、识别或换系统后，≥ 会变成“之”“三”“Z”“》”，≤ 会变成“《”“W”，数前的限制就读不出来了。',
    en: 'Scans and exports turn ≥ into 之, 三, Z or 》 and ≤ into 《 or W: the limit can no longer be read.',
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
    yield* foundIn(
      subject.texts,
      (text) =>
        inGoal.test(text) ? matches(text, new RegExp(inGoal, 'g'), '像是认错的 ≥', 'looks like a misread ≥') : [],
      { kinds: goals },
    );
  },
};

const goals: ReadonlySet<TextKind> = new Set(['goal']);
const inGoal = /(?<=(?:率|满意度))[之三乏芝乞]\s?\d{1,3}(?:\.\d{1,2})?[%％]/;

function signOf(character: string): '≥' | '≤' | '=' | undefined {
  return (['≥', '≤', '='] as const).find((sign) => misreadAs[sign].includes(character));
}
