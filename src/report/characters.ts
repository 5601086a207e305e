import type { Finding, Words } from '../json/finding.js';
import { mostProblems } from '../json/limits.js';
import type { Path } from '../json/pointer.js';
import { labelOf } from './fields.js';

/**
 * Control characters, lone surrogates, U+FFFE and U+FFFF, which XML (and so DOCX) cannot contain. The noncharacters U+FDD0–FDEF,
 * which are for a program's own use (Unicode §23.7): we mark with them where a text comes from (layouts/sources.ts). And direction controls
 * (U+202A–202E, U+2066–2069): with them a text is shown in another order than it is stored (Unicode TR 36, §2.9.1), and a table of
 * left-to-right text needs none.
 */
const suspects = /[\p{Cc}\p{Cs}\ufffe\uffff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Finds characters in strings and field names that cannot be printed: control characters other than \n, \r and \t, lone surrogates,
 * noncharacters, direction controls. One finding for each such character of a string. `value` is any parsed JSON.
 */
export function unprintableCharacters(value: unknown): Finding[] {
  const findings: Finding[] = [];
  // One path that grows and shrinks, because a large file has millions of values and hardly a finding.
  const path: (string | number)[] = [];
  const look = (inner: unknown): void => {
    if (findings.length >= mostProblems) return;
    if (typeof inner === 'string') findings.push(...findingsIn(inner, path, 'value'));
    else if (Array.isArray(inner)) for (let i = 0; i < inner.length; i += 1) lookInto(i, inner[i]);
    else if (inner !== null && typeof inner === 'object')
      for (const [key, item] of Object.entries(inner)) lookInto(key, item);
  };
  const lookInto = (step: string | number, item: unknown): void => {
    path.push(step);
    if (typeof step === 'string') findings.push(...findingsIn(step, path, 'key'));
    look(item);
    path.pop();
  };
  look(value);
  return findings;
}

function findingsIn(text: string, steps: readonly (string | number)[], at: Finding['at']): Finding[] {
  const found = text.match(suspects);
  if (found === null) return [];
  const path = steps.map(String);
  const codes = new Set(found.map((char) => char.codePointAt(0) ?? 0).filter(isUnprintable));
  return [...codes].map((code) => ({ path, at, say: () => words(path, at, code) }));
}

function isUnprintable(code: number): boolean {
  const isSpace = code === 0x09 || code === 0x0a || code === 0x0d;
  return !isSpace;
}

function words(path: Path, at: Finding['at'], code: number): Words {
  const label = labelOf(path);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const kind = kindOf(code);
  return {
    code: isDirection(code) ? 'direction-character' : 'control-character',
    message:
      at === 'key'
        ? { zh: `字段名里有${kind.zh} ${name}`, en: `the field name holds the ${kind.en} ${name}` }
        : { zh: `${label.zh}里有${kind.zh} ${name}`, en: `${label.en} holds the ${kind.en} ${name}` },
    hint: {
      zh: '删去这个字符；若是缺了一个字，补上它',
      en: 'delete the character; if it stands for a lost one, write that',
    },
  };
}

function isDirection(code: number): boolean {
  return code >= 0x202a && code <= 0x2069;
}

function kindOf(code: number): { zh: string; en: string } {
  if (isDirection(code))
    return { zh: '看不见的改变书写方向的符号', en: 'invisible sign that turns the direction of writing' };
  if (code < 0xa0) return { zh: '控制字符', en: 'control character' };
  if (code < 0xfdd0) return { zh: '半个字符（孤立的代理项）', en: 'lone surrogate' };
  return { zh: '非字符', en: 'noncharacter' };
}
