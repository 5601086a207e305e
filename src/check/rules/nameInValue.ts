import { quoted } from '../../json/pointer.js';
import { quantitiesIn } from '../indicators/quantities.js';
import { textValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 场馆安全事故发生次数 with the value 场馆安全事故发生次数0次. */
export const nameInValue: Rule = {
  code: 'name-in-value',
  number: 'R-29',
  severity: 'warning',
  title: { zh: '定量指标值不重复指标名称', en: 'a quantity does not repeat the name of its indicator' },
  wrong: { zh: '定量指标值里重复了指标名称', en: 'a quantity repeats the name of its indicator' },
  why: {
    zh: '名称在左一格已有，值里再写一遍，数就读不出来，也不能按本地写法印出。',
    en: 'The name stands in the cell beside; repeated in the value it hides the number and keeps the layout from printing it.',
  },
  source: {
    zh: '广州市 2023 年公开表“场馆安全事故发生次数0次”“满意度90%以上”',
    en: 'published table of Guangzhou 2023',
  },
  mend: { zh: '只写符号、数值、单位', en: 'write sign, value and unit only' },
  looksAt: { zh: '文字指标值与三级指标名称', en: 'text values and names of indicators' },
  fails: { '/units/0/projects/0/indicators/5/annualTarget': { text: '公众满意度90%以上' } },
  passes: { '/units/0/projects/0/indicators/5/annualTarget': { text: '问卷调查满意率90%以上' } },
  *find(subject: Subject): Generator<Found> {
    for (const { path, target, indicator } of textValuesOf(subject)) {
      const repeated = repeatedName(target.text, indicator.name);
      if (repeated === undefined) {
        const alike = alikeName(target.text, indicator.name);
        if (alike !== undefined)
          yield {
            path: [...path, 'text'],
            severity: 'hint',
            message: {
              zh: `指标值${quoted(target.text)}又说了一遍名称里的${quoted(alike)}`,
              en: `the value ${quoted(target.text)} says ${quoted(alike)} of the name again`,
            },
          };
        continue;
      }
      yield {
        path: [...path, 'text'],
        message: {
          zh: `指标值${quoted(target.text)}重复了名称里的${quoted(repeated)}`,
          en: `the value ${quoted(target.text)} repeats ${quoted(repeated)} of the name`,
        },
      };
    }
  },
};

/** 补助资金及时到位100% under 补助资金按时到位: value and name begin alike, and the number is at the end. */
function alikeName(text: string, name: string): string | undefined {
  if (text.length > 40) return undefined;
  const plain = text.trim().replace(/[。；;]+$/, '');
  const [only, second] = quantitiesIn(plain);
  if (!only || second || only.end !== plain.length) return undefined;
  let same = 0;
  while (same < only.start && plain[same] === name[same]) same += 1;
  return same >= 4 && same * 2 >= only.start ? plain.slice(0, same) : undefined;
}

/** The words before the only number of a value, if they are of the name or hold it, and nothing follows the number. */
function repeatedName(text: string, name: string): string | undefined {
  if (text.length > 100 || name.length > 200) return undefined;
  const plain = text.trim().replace(/[。；;]+$/, '');
  const [only, second] = quantitiesIn(plain);
  if (!only || second || only.end !== plain.length || only.start < 2) return undefined;
  const words = plain
    .slice(0, only.start)
    .trim()
    .replace(/(?:[:：为是达到]|达到)+$/, '');
  const held = words.length > 1 && (name.includes(words) || (name.length > 2 && words.endsWith(name)));
  return held ? words : undefined;
}
