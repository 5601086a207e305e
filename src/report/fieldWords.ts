import type { Words } from '../json/finding.js';
import { type Path, quoted } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { type Field, fieldAt, fieldsOf, labelOf, named, nearest, sampleOf, valueWords } from './fields.js';
import { signMeant } from './valueHint.js';
import { signs } from './vocabulary.js';

/** The messages about unknown and missing fields, and values that are not in a list. The place is added by the caller. */

export function unknownField(name: string, owner: Field, meant: string | undefined): Words {
  return {
    code: 'unknown-field',
    message: { zh: `不认识的字段 ${quoted(name)}`, en: `unknown field ${quoted(name)}` },
    hint: meant === undefined ? allowedFields(owner) : meantField(name, meant, owner),
  };
}

function meantField(name: string, meant: string, owner: Field): Bilingual {
  const { zh, en } = named(meant, fieldsOf(owner)[meant]?.title);
  return /\p{Script=Han}/u.test(name)
    ? { zh: `字段名用英文，是否应写 ${zh}？`, en: `field names are English: is ${en} meant?` }
    : { zh: `是否应写 ${zh}？`, en: `is ${en} meant?` };
}

function allowedFields(owner: Field): Bilingual {
  const names = Object.keys(fieldsOf(owner));
  return {
    zh: `删去它；此处可写的字段：${names.join('、')}`,
    en: `delete it; the fields here are: ${names.join(', ')}`,
  };
}

export function mixedTarget(name: string): Words {
  return {
    code: 'mixed-target',
    message: { zh: `指标值写了 text，就不能再写 ${name}`, en: `a target with text cannot also have ${name}` },
    hint: {
      zh: '定量写 sign、value、unit、note；文字只写 text；二者取一',
      en: 'write sign, value, unit, note for a quantity, or text alone for words',
    },
  };
}

/** `path` is that of the field that is missing. */
export function missingField(path: Path): Words {
  const label = labelOf(path);
  const sample = `"${path.at(-1)}": ${sampleOf(fieldAt(path) ?? {})}`;
  const choices = choicesOf(fieldAt(path) ?? {});
  const isQuantity = fieldAt(path.slice(0, -1))?.then !== undefined;
  return {
    code: 'missing-field',
    message: { zh: `缺少字段 ${label.zh}`, en: `the field ${label.en} is missing` },
    hint: {
      zh: `补上，如 ${sample}${choices ? `；可写：${choices.zh}` : ''}${isQuantity ? '；若是文字，写 "text": "…"' : ''}`,
      en: `add it, like ${sample}${choices ? `; one of: ${choices.en}` : ''}${isQuantity ? ', or "text": "…" for words' : ''}`,
    },
  };
}

export function wrongEnum(path: Path, field: Field, written: string): Words {
  const label = labelOf(path);
  const options = field.enum ?? [];
  const isSign = options.length === signs.length;
  // Money units are never guessed: 千元 is as near to 元 as to 万元, and wrong by a thousand.
  const isMoney = options.includes('万元');
  const meant = isMoney
    ? undefined
    : ((isSign ? signMeant(written) : undefined) ?? nearest(written, options.map(withWord)));
  const choices = choicesOf(field) ?? { zh: '', en: '' };
  const guess = { zh: meant ? `是否应写 "${meant}"？` : '', en: meant ? `is "${meant}" meant? ` : '' };
  return {
    code: 'wrong-enum',
    message: { zh: `${label.zh}不能是 ${quoted(written)}`, en: `${label.en} cannot be ${quoted(written)}` },
    hint: isMoney
      ? { zh: `可写：${choices.zh}；金额要一并换算`, en: `one of: ${choices.en}; convert the amounts too` }
      : { zh: `${guess.zh}可写：${choices.zh}`, en: `${guess.en}one of: ${choices.en}` },
  };
}

/** The values that a field allows, each with its Chinese word; undefined if it allows any. */
function choicesOf(field: Field): Bilingual | undefined {
  if (field.enum === undefined) return undefined;
  const words = field.enum.map(withWord);
  return {
    zh: words.map(([value, word]) => (word ? `${value} ${word}` : value)).join('、'),
    en: field.enum.join(', '),
  };
}

function withWord(value: string): readonly [string, string?] {
  const word = Object.hasOwn(valueWords, value) ? valueWords[value] : undefined;
  return word === undefined ? [value] : [value, word];
}
