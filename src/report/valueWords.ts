import type { Words } from '../json/finding.js';
import { type Path, quoted } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { amountHint, numberAmountHint } from './amountHint.js';
import { dayHint } from './day.js';
import { type Field, fieldAt, labelOf, sampleOf } from './fields.js';
import { plainDecimal } from './money.js';
import { amountPattern, datePattern, decimalPattern, mostDigits, partDatePattern } from './patterns.js';
import { targetHint, valueHint } from './valueHint.js';

/** The messages about a value of the wrong type, form or size. `raw` is the value as written, '' for objects and arrays. */

const typeNames: Readonly<Record<string, Bilingual>> = {
  string: { zh: '字符串', en: 'a string' },
  integer: { zh: '整数', en: 'an integer' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '数组 [ ]', en: 'an array [ ]' },
  object: { zh: '对象 { }', en: 'an object { }' },
  null: { zh: 'null', en: 'null' },
};

const nameOf = (type: string): Bilingual => typeNames[type] ?? { zh: type, en: type };

/** A space before a word that is not Chinese: 应为字符串, 应为 true. */
function spaced(word: string): string {
  return /^[!-~]/.test(word) ? ` ${word}` : word;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export function wrongType(path: Path, field: Field, value: unknown, raw: string): Words {
  const label = labelOf(path);
  if (typeof value === 'number' && field.pattern === amountPattern)
    return {
      code: 'amount-not-decimal',
      message: { zh: `${label.zh}写成了数 ${raw}，应写成字符串`, en: `${label.en} is the number ${raw}, not a string` },
      hint: numberAmountHint(raw),
    };
  const [wanted, written] = [nameOf(field.type ?? ''), nameOf(typeOf(value))];
  const shown = raw === '' ? written : { zh: `${written.zh} ${raw}`, en: `${written.en} ${raw}` };
  const found = typeof value === 'boolean' || value === null ? { zh: raw, en: raw } : shown;
  return {
    code: typeof value === 'number' && field.pattern === decimalPattern ? 'value-not-decimal' : 'wrong-type',
    message: {
      zh: `${label.zh}应为${spaced(wanted.zh)}，写成了${spaced(found.zh)}`,
      en: `${label.en} must be ${wanted.en}, not ${found.en}`,
    },
    hint: typeHint(field, value, raw),
  };
}

function typeHint(field: Field, value: unknown, raw: string): Bilingual {
  if (value === null) {
    return field.pattern === amountPattern
      ? amountHint('null', undefined)
      : {
          zh: '没有内容时删去这个字段；必填的要写上',
          en: 'if there is nothing to say delete the field, unless it is required',
        };
  }
  const sample = mended(field, value, raw);
  if (field.then && typeof value !== 'object') return targetHint(String(value));
  if (field.type === 'string' && Array.isArray(value))
    return { zh: '合成一个字符串，分段处写 \\n', en: 'make it one string, with \\n between paragraphs' };
  if (field.type === 'array' && !Array.isArray(value))
    return { zh: '用 [ ] 括起来，各项之间用逗号', en: 'put it between [ and ], with commas between items' };
  return { zh: `写成 ${sample}`, en: `write ${sample}` };
}

/** The value in the wanted type if that is obvious, else an example. */
function mended(field: Field, value: unknown, raw: string): string {
  if (field.type === 'string' && typeof value === 'number') return `"${plainDecimal(raw) ?? raw}"`;
  const digits =
    typeof value === 'string'
      ? /^(\d{1,9})\s{0,9}[年个人名]?$/.exec(value.trim().slice(0, 20).normalize('NFKC'))?.[1]
      : undefined;
  if (field.type === 'integer' && digits !== undefined) return String(Number(digits));
  if (field.type === 'boolean') return /^(是|true|yes|y|1|公开)$/i.test(String(value)) ? 'true' : 'false';
  return sampleOf(field);
}

export function wrongPattern(path: Path, field: Field, written: string, moneyUnit: unknown): Words {
  const long = tooLong(path, field, written);
  if (long) return long;
  const label = labelOf(path);
  switch (field.pattern) {
    case amountPattern:
      return {
        code: 'amount-not-decimal',
        message: {
          zh: `${label.zh}不是十进制数：${quoted(written)}`,
          en: `${label.en} is not a decimal: ${quoted(written)}`,
        },
        hint: amountHint(written, moneyUnit),
      };
    case decimalPattern:
      return {
        code: 'value-not-decimal',
        message: {
          zh: `${label.zh}不是十进制数：${quoted(written)}`,
          en: `${label.en} is not a decimal: ${quoted(written)}`,
        },
        hint: fieldAt(path.slice(0, -1))?.then
          ? valueHint(written)
          : { zh: '只写数，如 "10"', en: 'write the number only, like "10"' },
      };
    case datePattern:
    case partDatePattern:
      return {
        code: 'date-invalid',
        message: { zh: `${label.zh}不是日期：${quoted(written)}`, en: `${label.en} is not a date: ${quoted(written)}` },
        hint: dayHint(written, field.pattern === partDatePattern),
      };
    default:
      return {
        code: 'wrong-form',
        message: {
          zh: `${label.zh}的写法不对：${quoted(written)}`,
          en: `${label.en} is not of the right form: ${quoted(written)}`,
        },
        hint: { zh: `写成 ${sampleOf(field)} 的样子`, en: `write it like ${sampleOf(field)}` },
      };
  }
}

/** The message about a valid decimal with too many digits; undefined otherwise. */
function tooLong(path: Path, { pattern }: Field, written: string): Words | undefined {
  if (pattern !== amountPattern && pattern !== decimalPattern) return undefined;
  const [, whole = '', fraction = ''] = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/.exec(written) ?? [];
  if (whole.length <= mostDigits.whole && fraction.length <= mostDigits.fraction) return undefined;
  const [count, most, where] =
    whole.length > mostDigits.whole
      ? [whole.length, mostDigits.whole, { zh: '整数', en: 'before the point' }]
      : [fraction.length, mostDigits.fraction, { zh: '小数', en: 'behind the point' }];
  const label = labelOf(path);
  const isTarget = fieldAt(path.slice(0, -1))?.then !== undefined;
  return {
    code: 'number-too-long',
    message: {
      zh: `${label.zh}有 ${count} 位${where.zh}，超过 ${most} 位：${quoted(written)}`,
      en: `${label.en} has ${count} digits ${where.en}, more than ${most}: ${quoted(written)}`,
    },
    hint: {
      zh: `核对位数，可能几个数连在了一起${isTarget ? '；不是数量的号码写成文字 {"text": …}' : ''}`,
      en: `check the digits, several numbers may have run together${isTarget ? '; a number that counts nothing is text: {"text": …}' : ''}`,
    },
  };
}

export function outOfRange(path: Path, field: Field, raw: string): Words {
  const label = labelOf(path);
  const { minimum, maximum } = field;
  const range =
    maximum === undefined
      ? { zh: `应不小于 ${minimum}`, en: `must be ${minimum} or more` }
      : { zh: `应在 ${minimum} 到 ${maximum} 之间`, en: `must be between ${minimum} and ${maximum}` };
  return {
    code: 'out-of-range',
    message: { zh: `${label.zh}不能是 ${raw}`, en: `${label.en} cannot be ${raw}` },
    hint: range,
  };
}
