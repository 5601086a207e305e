import { quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { composeTarget } from '../../report/target.js';
import { type NumberAt, numbersOf, someOf } from '../indicators/habits.js';
import { textValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { isOtherGlyph } from '../text/signGlyphs.js';
import { isSignWord, isSymbolTable } from '../text/signWord.js';

/** 不低于50次, or ≧50次, in a table that has ≥ elsewhere: one table writes its signs in one way. */
export const signWords: Rule = {
  code: 'sign-words',
  number: 'R-30',
  severity: 'hint',
  title: { zh: '一张表里符号写法一致', en: 'a table writes its signs in one way' },
  wrong: {
    zh: '同表用 ≥、≤，这里用了文字或别的字形',
    en: 'a sign in words or another glyph where the table has ≥ and ≤',
  },
  why: {
    zh: '计算符号是代码，填的是 ≥、≤；个别行写成“不低于”或 ≧，同表就有两种写法，按符号汇总、比较时漏掉。整表都用文字的地区不算，所以是提示。',
    en: 'Signs are codes; one row in words or with ≧ makes two ways in one table. Regions that write all in words are let pass, so this is a hint.',
  },
  source: {
    zh: '系统代码集 PMKPIZBXS：1 ≥、2 ＞、3 ＝、4 ＜、5 ≤；广州市 2023 年公开表整表用文字',
    en: 'code set PMKPIZBXS; the tables of Guangzhou 2023 have words throughout',
  },
  mend: { zh: '改为 ≥、≤ 等符号', en: 'write the sign: ≥ or ≤' },
  looksAt: { zh: '同一项目各指标值的符号', en: 'the signs of the values of one project' },
  fails: { '/units/0/projects/0/indicators/1/annualTarget/sign': '不低于' },
  passes: { '/units/0/projects/0/indicators/1/annualTarget/sign': '>' },
  *find(subject: Subject): Generator<Found> {
    for (const { path, target } of textValuesOf(subject))
      if (target.text.length < 16 && signLast.test(target.text))
        yield {
          path: [...path, 'text'],
          severity: 'hint',
          message: {
            zh: `指标值${quoted(target.text)}的符号写在数的后面`,
            en: `the sign of ${quoted(target.text)} stands behind the number`,
          },
        };
    for (const owner of subject.owners) {
      const signed = numbersOf(owner).filter(({ sign, field }) => sign !== undefined && field === 'value');
      const [word, ...words] = signed.filter(({ sign = '' }) => isSignWord(sign));
      if (word && isSymbolTable(signed.map(({ sign = '' }) => sign))) {
        const symbols = signed.length - words.length - 1;
        yield found([word, ...words], inWords, {
          zh: `${symbols} 个用 ≥、≤ 等符号`,
          en: `${symbols} of the table are symbols`,
        });
      }
      const [glyph, ...glyphs] = signed.filter(({ sign = '' }) => isOtherGlyph(sign));
      const usual = signed.filter(({ sign }) => sign === '≥' || sign === '≤').length;
      if (glyph && usual === 0) yield found([glyph, ...glyphs], otherGlyph, undefined);
      else if (glyph)
        yield found([glyph, ...glyphs], twoGlyphs, {
          zh: `${usual} 个用 ≥、≤`,
          en: `${usual} of the table are ≥ or ≤`,
        });
    }
  },
};

/** 95%≥, 500㎡≥ */
const signLast = /^\s*\d[\d.,]*\s?[%％‰]?[^\s\d≥≤≧≦＞＜><=＝~～—－-]{0,4}\s?(?:[≥≤≧≦＞＜]|[><]=?)\s*$/;
const inWords = { zh: '符号写成了文字', en: 'signs in words' };
const otherGlyph = { zh: '符号用了别的字形', en: 'another glyph of a sign' };
const twoGlyphs = { zh: '同一个符号有两种字形', en: 'two glyphs of one sign' };

/** One finding for all values whose signs are amiss in one way. */
function found([first, ...others]: readonly [NumberAt, ...NumberAt[]], wrong: Bilingual, usual?: Bilingual): Found {
  const said = someOf([first, ...others], ({ target }) => quoted(composeTarget(target)));
  const related = others.map(({ path }) => [...path, 'sign']);
  const beside = { zh: usual ? `；同表 ${usual.zh}` : '', en: usual ? `, where ${usual.en}` : '' };
  return {
    path: [...first.path, 'sign'],
    ...(related.length > 0 && { related }),
    message: { zh: `${wrong.zh}：${said.zh}${beside.zh}`, en: `${wrong.en}: ${said.en}${beside.en}` },
    hint: { zh: `“${first.sign}”改为 ${first.comparison}`, en: `write ${first.comparison} for ${first.sign}` },
  };
}
