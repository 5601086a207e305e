import type { Words } from './finding.js';
import { quoted, visible } from './pointer.js';

/** The message about each syntax fault. Codes begin with `json-`; the place is added by the caller. */

const escapeQuote = {
  zh: '引文写全角引号“ ”，或把里面的双引号写成 \\"',
  en: 'quote words with “ ”, or write the inner quotation mark as \\"',
};

/** The names of JSON's signs and of wrong ones that people type. */
const asciiNames: Readonly<Record<string, string>> = {
  ',': '半角逗号 ,',
  ':': '半角冒号 :',
  '{': '半角花括号 {',
  '}': '半角花括号 }',
  '[': '半角方括号 [',
  ']': '半角方括号 ]',
};
const wrongNames: Readonly<Record<string, string>> = {
  '，': '全角逗号“，”',
  '：': '全角冒号“：”',
  '；': '全角分号“；”',
  ';': '分号“;”',
  '、': '顿号“、”',
  '｛': '全角花括号“｛”',
  '｝': '全角花括号“｝”',
  '［': '全角方括号“［”',
  '］': '全角方括号“］”',
  '【': '方头括号“【”',
  '】': '方头括号“】”',
};

/** A wrong sign for one of JSON's: its full-width form, or another sign. */
export function wrongPunctuation(written: string, meant: string): Words {
  return {
    code: '，：｛｝［］'.includes(written) ? 'json-full-width' : 'json-wrong-punctuation',
    message: { zh: `此处写了${wrongNames[written] ?? written}`, en: `${written} is written here` },
    hint: { zh: `改成${asciiNames[meant] ?? meant}`, en: `write the ASCII character ${meant}` },
  };
}

export function wrongQuote(written: string): Words {
  const fullWidth = !"'`".includes(written);
  return {
    code: fullWidth ? 'json-full-width' : 'json-wrong-quote',
    message: {
      zh: `字符串用了${fullWidth ? '全角引号' : '单引号'} ${written}`,
      en: `a string is marked with ${written}`,
    },
    hint: { zh: '字符串两端都用半角双引号 "', en: 'mark both ends of a string with the ASCII quotation mark "' },
  };
}

export function wrongSpace(char: string): Words {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'json-wrong-space',
    message: {
      zh: `字符串之外有不允许的空白字符 U+${code}`,
      en: `the blank character U+${code} is not allowed outside strings`,
    },
    hint: { zh: '删去它，或改成普通空格', en: 'delete it, or write a plain space' },
  };
}

export function comment(isClosed: boolean): Words {
  return {
    code: 'json-comment',
    message: isClosed
      ? { zh: 'JSON 里不能写注释', en: 'JSON has no comments' }
      : { zh: 'JSON 里不能写注释，而且这个注释没有结束', en: 'JSON has no comments, and this one does not end' },
    hint: { zh: '删去这条注释', en: 'delete the comment' },
  };
}

export function innerQuote(): Words {
  return {
    code: 'json-inner-quote',
    message: { zh: '字符串中间的双引号没有转义', en: 'a quotation mark inside the string is not escaped' },
    hint: escapeQuote,
  };
}

export function lineBreak(): Words {
  return {
    code: 'json-line-break',
    message: { zh: '字符串里直接换了行', en: 'the string is broken over lines' },
    hint: { zh: '字符串要写在一行里，换行写成 \\n', en: 'write the string on one line and each line break as \\n' },
  };
}

export function unclosedString(isKey: boolean): Words {
  return {
    code: 'json-unclosed-string',
    message: isKey
      ? { zh: '字段名后面缺少双引号', en: 'the quotation mark behind the field name is missing' }
      : { zh: '字符串没有结束：后面缺少双引号', en: 'the string does not end: its quotation mark is missing' },
    hint: isKey
      ? { zh: '在冒号之前补上 "', en: 'add " before the colon' }
      : { zh: '在字符串末尾补上 "', en: 'add " at the end of the string' },
  };
}

export function badEscape(written: string): Words {
  return {
    code: 'json-bad-escape',
    message: { zh: `反斜杠写法 ${visible(written)} 不对`, en: `the escape ${visible(written)} is not known` },
    hint: { zh: '反斜杠本身写成 \\\\，换行写成 \\n', en: 'write a backslash as \\\\ and a line break as \\n' },
  };
}

export function rawControl(char: string): Words {
  const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'control-character',
    message: { zh: `字符串里有控制字符 U+${code}`, en: `the string holds the control character U+${code}` },
    hint:
      char === '\t'
        ? { zh: '制表符写成 \\t，或改成空格', en: 'write a tab as \\t, or use a space' }
        : { zh: '删去这个字符', en: 'delete the character' },
  };
}

export function badNumber(written: string): Words {
  return {
    code: 'json-bad-number',
    message: { zh: `${quoted(written)} 不是数`, en: `${quoted(written)} is not a number` },
    hint: {
      zh: `若是文字或金额，加双引号写成 ${quoted(written)}`,
      en: `if it is text or an amount, write ${quoted(written)} with its quotation marks`,
    },
  };
}

const keywords: Record<string, string> = { true: 'true', false: 'false', null: 'null' };
const absent = ['none', 'nil', 'undefined', 'nan'];

export function unquoted(word: string, isKey: boolean): Words {
  const keyword = isKey ? undefined : keywords[word.toLowerCase()];
  const message = isKey
    ? { zh: `字段名 ${visible(word)} 没有加双引号`, en: `the field name ${visible(word)} has no quotation marks` }
    : { zh: `${visible(word)} 没有加双引号`, en: `${visible(word)} has no quotation marks` };
  if (keyword) return { code: 'json-unquoted', message, hint: { zh: `写 ${keyword}`, en: `write ${keyword}` } };
  if (!isKey && absent.includes(word.toLowerCase()))
    return {
      code: 'json-unquoted',
      message,
      hint: { zh: '没有内容就删去这个字段', en: 'if there is nothing to say, delete the field' },
    };
  return { code: 'json-unquoted', message, hint: { zh: `写成 ${quoted(word)}`, en: `write ${quoted(word)}` } };
}
