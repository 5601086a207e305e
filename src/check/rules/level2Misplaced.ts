import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { levelMeant } from '../indicators/levels.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** A second level stands under the first level that it belongs to, in one of the two frameworks that are in use. */
export const level2Misplaced: Rule = {
  code: 'level2-misplaced',
  number: 'R-34',
  severity: 'warning',
  title: { zh: '二级指标属于所在的一级指标', en: 'a second level belongs to its first level' },
  wrong: { zh: '二级指标放错了一级指标', en: 'a second level stands under another first level' },
  why: {
    zh: '数量指标排在效益指标下，多半是复制时错了一行，编码也会对不上。',
    en: 'A quantity indicator under 效益指标 mostly comes from a row that slipped; its code does not match either.',
  },
  source: {
    zh: '财预〔2015〕88号、财预〔2021〕101号两代指标框架均可',
    en: 'both frameworks, of circulars 财预〔2015〕88号 and 财预〔2021〕101号, are accepted',
  },
  mend: { zh: '改一级指标或二级指标中错的一个', en: 'correct the first or the second level' },
  looksAt: { zh: '一级指标、二级指标', en: 'first and second levels of indicators' },
  fails: { '/units/0/projects/0/indicators/4/level2': '数量指标' },
  passes: {
    '/units/0/projects/0/indicators/3/level1': '成本指标',
    '/units/0/projects/0/indicators/3/level2': '经济成本指标',
  },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator } of indicators) {
        const right = rightLevel(indicator);
        if (right === undefined) continue;
        yield {
          path: [...path, 'level2'],
          message: {
            zh: `二级指标 ${quoted(indicator.level2 ?? '')} 属于${right}，这里在 ${quoted(indicator.level1)} 下`,
            en: `${quoted(indicator.level2 ?? '')} belongs to ${right}, here it is under ${quoted(indicator.level1)}`,
          },
        };
      }
    }
  },
};

/** The first level that it should be under; undefined when it is right, or not of the framework. */
function rightLevel({ level1, level2 = '' }: Indicator): string | undefined {
  const [first, second] = [levelMeant(level1, 1), levelMeant(level2, 2)];
  if (!first || !second || second.level1 === undefined || second.level1 === first.name) return undefined;
  // 成本指标 alone may stand under either; 湖南 has satisfaction under 效益指标.
  if (second.name === '成本指标' && first.name === '成本指标') return undefined;
  if (second.level1 === '满意度指标' && first.name === '效益指标') return undefined;
  return second.level1;
}
