import { codePointsOf, isMark, isSelector } from '../fonts/clusters.js';
import { type Bilingual, fault, type Problem } from '../problem.js';

/** The problem of a character, of one code point or several, that no face of a role draws rightly; `place` in words. */
export function missingGlyph(character: string, role: string, place: string): Problem {
  const code = codePointsOf(character);
  const { message, hint } = wordsFor(character, `“${character}”（${code}）`, `“${character}” (${code})`, role);
  const [zh, en] = [`${message.zh}，在 ${place}`, `${message.en}, in ${place.replace('：', ': ')}`];
  return { ...fault('missing-glyph', { zh, en }, undefined, hint), about: character };
}

interface Words {
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

function wordsFor(character: string, zh: string, en: string, role: string): Words {
  const [base, second, ...others] = Array.from(character, (own) => own.codePointAt(0) as number);
  if (base !== undefined && isMark(base)) return loneMark(zh, en);
  if (second === undefined)
    return { message: { zh: `没有字体能印${zh}`, en: `no face draws ${en}` }, hint: another(role) };
  if ([second, ...others].some(isSelector)) return variant(zh, en, role);
  return cluster(zh, en, role);
}

function loneMark(zh: string, en: string): Words {
  return {
    message: { zh: `附加符号${zh}前面没有字`, en: `the mark ${en} has no character to stand on` },
    hint: { zh: '请补上它前面的字，或删去它', en: 'write the character that it belongs to, or delete it' },
  };
}

function variant(zh: string, en: string, role: string): Words {
  return {
    message: { zh: `没有字体能印${zh}指定的异体`, en: `no face has the variant that ${en} asks for` },
    hint: {
      zh: `用 --fonts 指定含此异体的字体文件夹（${role}）；通行的字形也可以的，删去字后看不见的异体选择符`,
      en: `name a folder of fonts that has it with --fonts (role ${role}); if the usual shape will do, delete the invisible variation selector behind the character`,
    },
  };
}

function cluster(zh: string, en: string, role: string): Words {
  return {
    message: {
      zh: `没有字体能把${zh}合在一起印对`,
      en: `no face draws ${en} right as one character`,
    },
    hint: another(role),
  };
}

function another(role: string): Bilingual {
  return {
    zh: `用 --fonts 指定含此字的字体文件夹（${role}），或改用别的字`,
    en: `name a folder of fonts that has it with --fonts (role ${role}), or write another character`,
  };
}
