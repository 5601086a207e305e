import { quoted } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { quantities } from './quantity.js';
import type { QuantityTarget } from './schema.js';
import { type Sign, signs } from './vocabulary.js';

/** Signs as people type or say them, beyond those in the schema. */
const typedSigns: Readonly<Record<string, Sign>> = {
  '>=': '≥',
  '=>': '≥',
  '<=': '≤',
  '=<': '≤',
  '==': '＝',
  大于等于: '≥',
  大于或等于: '≥',
  小于等于: '≤',
  小于或等于: '≤',
  等于: '＝',
  至少: '不少于',
  不小于: '≥',
  不多于: '≤',
  不大于: '≤',
  至多: '≤',
  少于: '＜',
  高于: '＞',
  多于: '＞',
};

/** The sign that a typed one means: '>=' is '≥'. Undefined if it is not a sign. */
export function signMeant(written: string): Sign | undefined {
  const sign = written.trim();
  return signs.find((known) => known === sign) ?? (Object.hasOwn(typedSigns, sign) ? typedSigns[sign] : undefined);
}

const quantityIn = quantities(Object.keys(typedSigns));

/** A written indicator value as a quantity: '≥96%' is sign ≥, value 96, unit %. Undefined if it is not one number. */
function quantityMeant(written: string): QuantityTarget | undefined {
  const parts = quantityIn(written);
  if (!parts || !/^[^0-9]{0,10}$/.test(parts.rest)) return undefined;
  const sign = parts.sign === undefined ? undefined : signMeant(parts.sign);
  return { ...(sign && { sign }), value: parts.value, ...(parts.rest && { unit: parts.rest }) };
}

/** A hint for an indicator value that is not a decimal: as sign, value and unit, or as text. */
export function valueHint(written: string): Bilingual {
  const meant = quantityMeant(written);
  if (meant === undefined) {
    const text = `{"text": ${quoted(written)}}`;
    return { zh: `不是一个数的指标值写成文字：${text}`, en: `a value that is not one number is text: ${text}` };
  }
  if (meant.sign === undefined && meant.unit === undefined)
    return {
      zh: `只用半角数字，不写千分位：写 "${meant.value}"`,
      en: `ASCII digits only, no separators: write "${meant.value}"`,
    };
  return { zh: `符号、数值、单位分开写：${inParts(meant)}`, en: `write sign, value and unit apart: ${inParts(meant)}` };
}

/** A hint for a target that is not an object. */
export function targetHint(written: string): Bilingual {
  const meant = quantityMeant(written);
  const example = meant === undefined ? `{"text": ${quoted(written)}}` : inParts(meant);
  return { zh: `写成 ${example}`, en: `write ${example}` };
}

function inParts(target: QuantityTarget): string {
  const parts = Object.entries(target).map(([name, part]) => `"${name}": ${quoted(part)}`);
  return `{${parts.join(', ')}}`;
}
