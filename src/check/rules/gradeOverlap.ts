import { quoted } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { overlappingGrades } from '../text/grades.js';

/** 优100%，良90%，中85%，差85%: what is 85 %? */
export const gradeOverlap: Rule = {
  code: 'grade-overlap',
  number: 'R-33',
  severity: 'warning',
  title: { zh: '评价标准的各档界限不同', en: 'grades of a scoring rule have bounds of their own' },
  wrong: { zh: '评价标准有两档界限相同', en: 'two grades of a scoring rule have one bound' },
  why: {
    zh: '“中85%，差85%”没有＜、≥，达到 85% 算哪一档说不清，自评时评不出等级。',
    en: 'With 中85%，差85% and no sign nobody can say which grade 85 % is.',
  },
  source: {
    zh: '河北省预算项目绩效目标表的评价标准分优、良、中、差四档；邯郸市 2019 年公开表“中85%，差85%”',
    en: 'forms of Hebei have four grades; a published table of Handan 2019 has 中85%，差85%',
  },
  mend: { zh: '给每一档写不同的界限，或写明 ＜、≥', en: 'give each grade a bound of its own, or its sign' },
  looksAt: { zh: '评分标准、指标解释', en: 'scoring rules and descriptions of indicators' },
  fails: { '/units/0/projects/0/indicators/1/scoringRule': '优95%，良90%，中85%，差85%' },
  passes: { '/units/0/projects/0/indicators/1/scoringRule': '优≥95%，良≥90%，中≥85%，差＜85%' },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator } of indicators) {
        for (const field of ['scoringRule', 'description'] as const) {
          const found = overlappingGrades(indicator[field] ?? '');
          if (found)
            yield {
              path: [...path, field],
              message: {
                zh: `两档的界限相同：${quoted(found.written)}`,
                en: `two grades have one bound: ${quoted(found.written)}`,
              },
            };
        }
      }
    }
  },
};
