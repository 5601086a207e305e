import { quoted } from '../../json/pointer.js';
import { composeTarget } from '../../report/target.js';
import { type NumberAt, numbersOf, someOf } from '../indicators/habits.js';
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
  *find({ owners }: Subject): Generator<Found> {
    for (const owner of owners) {
      const signed = numbersOf(owner).filter(({ sign, field }) => sign !== undefined && field === 'value');
      const [first, ...others] = signed.filter(({ sign = '' }) => isSignWord(sign));
      if (first && isSymbolTable(signed.map(({ sign = '' }) => sign)))
        yield found(first, others, signed.length - others.length - 1);
      const [glyph, ...glyphs] = signed.filter(({ sign = '' }) => isOtherGlyph(sign));
      const usual = signed.filter(({ sign }) => sign === '≥' || sign === '≤').length;
      if (glyph && usual > 0) yield foundGlyph(glyph, glyphs, usual);
    }
  },
};

function found(first: NumberAt, others: readonly NumberAt[], symbols: number): Found {
  const said = saidOf(first, others);
  return {
    ...placesOf(first, others),
    message: {
      zh: `符号写成了文字：${said.zh}；同表 ${symbols} 个用 ≥、≤ 等符号`,
      en: `signs in words: ${said.en}, where ${symbols} of the table are symbols`,
    },
    hint: writes(first),
  };
}

function foundGlyph(first: NumberAt, others: readonly NumberAt[], usual: number): Found {
  const said = saidOf(first, others);
  return {
    ...placesOf(first, others),
    message: {
      zh: `同一个符号有两种字形：${said.zh}；同表 ${usual} 个用 ≥、≤`,
      en: `two glyphs of one sign: ${said.en}, where ${usual} of the table are ≥ or ≤`,
    },
    hint: writes(first),
  };
}

function placesOf({ path }: NumberAt, others: readonly NumberAt[]): Pick<Found, 'path' | 'related'> {
  const related = others.map(({ path }) => [...path, 'sign']);
  return { path: [...path, 'sign'], ...(related.length > 0 && { related }) };
}

function saidOf(first: NumberAt, others: readonly NumberAt[]): { readonly zh: string; readonly en: string } {
  return someOf([first, ...others], ({ target }) => quoted(composeTarget(target)));
}

function writes({ sign, comparison }: NumberAt): { readonly zh: string; readonly en: string } {
  return { zh: `“${sign}”改为 ${comparison}`, en: `write ${comparison} for ${sign}` };
}
