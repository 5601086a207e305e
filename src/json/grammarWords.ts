import type { Words } from './finding.js';
import { quoted } from './pointer.js';

/** The messages about valid tokens in a wrong order. The place is added by the caller. */

type Open = '{' | '[';
const closing = { '{': '}', '[': ']' } as const;

export function missingComma(): Words {
  return {
    code: 'json-missing-comma',
    message: { zh: '此处缺少逗号', en: 'a comma is missing here' },
    hint: { zh: '在这一项后面补上半角逗号 ,', en: 'add a comma behind this item' },
  };
}

export function trailingComma(): Words {
  return {
    code: 'json-trailing-comma',
    message: { zh: '最后一项后面多了逗号', en: 'a comma stands behind the last item' },
    hint: { zh: '删去这个逗号', en: 'delete this comma' },
  };
}

export function extraComma(): Words {
  return {
    code: 'json-extra-comma',
    message: { zh: '多了一个逗号', en: 'there is a comma too many' },
    hint: { zh: '删去这个逗号，或补上漏写的一项', en: 'delete it, or add the item that is missing' },
  };
}

export function missingColon(): Words {
  return {
    code: 'json-missing-colon',
    message: { zh: '字段名后面缺少冒号', en: 'the colon behind the field name is missing' },
    hint: { zh: '写成 "字段": 值', en: 'write "field": value' },
  };
}

export function extraColon(): Words {
  return {
    code: 'json-extra-colon',
    message: { zh: '多了一个冒号', en: 'there is a colon too many' },
    hint: { zh: '冒号只写在字段名与值之间', en: 'a colon stands only between a field name and its value' },
  };
}

export function missingValue(key: string): Words {
  return {
    code: 'json-missing-value',
    message: { zh: `字段 ${key} 没有值`, en: `the field ${key} has no value` },
    hint: { zh: '补上值；没有内容就删去这个字段', en: 'add the value, or delete the field' },
  };
}

export function keyExpected(written: string, afterNumber: boolean): Words {
  return {
    code: 'json-key-expected',
    message: {
      zh: `此处应为字段名，写成了 ${quoted(written)}`,
      en: `a field name is needed here, not ${quoted(written)}`,
    },
    hint: afterNumber
      ? {
          zh: '若是带千分位的金额，不写千分位并加双引号，如 "1234.00"',
          en: 'an amount has no thousands separators and has quotation marks: "1234.00"',
        }
      : { zh: '字段写成 "字段": 值', en: 'write "field": value' },
  };
}

export function unexpected(written: string): Words {
  return {
    code: 'json-unexpected',
    message: { zh: `多了 ${quoted(written)}`, en: `${quoted(written)} is not expected here` },
    hint: {
      zh: '删去它；若是上一个值的一部分，放进双引号里',
      en: 'delete it, or put it inside the quotation marks of the value before',
    },
  };
}

export function notClosed(open: Open, line: number, column: number): Words {
  const close = closing[open];
  return {
    code: 'json-not-closed',
    message: {
      zh: `此前缺少 ${close}：第 ${line} 行第 ${column} 列的 ${open} 还没有关闭`,
      en: `a ${close} is missing before this: the ${open} of line ${line}, column ${column} is still open`,
    },
    hint: { zh: `在此前补上 ${close}`, en: `add ${close} before this` },
  };
}

export function extraClose(close: string): Words {
  return {
    code: 'json-extra-close',
    message: { zh: `多了一个 ${close}`, en: `there is a ${close} too many` },
    hint: { zh: '删去它，或检查前面的括号是否配对', en: 'delete it, or check that the brackets before it pair' },
  };
}

export function cutOff(open: Open | undefined, line: number, count: number): Words {
  return {
    code: 'json-cut-off',
    message:
      open === undefined
        ? { zh: '文件到此中断', en: 'the file breaks off here' }
        : {
            zh: `文件到此中断：还有 ${count} 个括号没有关闭，最里面的是第 ${line} 行的 ${open}`,
            en: `the file breaks off here: ${count} brackets are still open, the innermost is the ${open} of line ${line}`,
          },
    hint: {
      zh: '文件可能不完整，重新导出；或补上缺少的括号',
      en: 'the file may be incomplete: export it again, or add the missing brackets',
    },
  };
}

export function notJson(): Words {
  return {
    code: 'json-not-json',
    message: { zh: '文件不是 JSON', en: 'the file is not JSON' },
    hint: { zh: '报告以 { 开头；检查是否选错了文件', en: 'a report begins with {: check that this is the right file' },
  };
}

export function textAfterEnd(): Words {
  return {
    code: 'json-text-after-end',
    message: { zh: '报告到此已经结束，后面还有内容', en: 'the report has ended, but there is more text' },
    hint: { zh: '删去后面的内容，或检查是否多了一个 }', en: 'delete the rest, or check for a } too many' },
  };
}
