import { nearestHint } from '../../json/nearest.js';
import type { Bilingual } from '../../problem.js';
import type { Parameter } from '../helpers/signature.js';
import { type Kind, unknownKind, wordsFor } from '../kinds.js';
import { note } from './faults.js';
import type { CheckState, Scope } from './scope.js';

/** Checks the last of the arguments so far against the parameter of the helper. */
export function checkArgument(
  wanted: Parameter,
  given: readonly Kind[],
  node: hbs.AST.Expression,
  scope: Scope,
  check: CheckState,
): void {
  const kind = given.at(-1) ?? unknownKind;
  if (!fits(wanted, kind, given)) {
    const [is, wants] = [wordsFor(kind), wantedWords(wanted, given)];
    note(check, scope, 'template-argument-kind', node.loc, {
      zh: `这里要${wants.zh}，不能是${is.zh}`,
      en: `this must be ${wants.en}, not ${is.en}`,
    });
    return;
  }
  const wrong = wrongWord(wanted, kind, given);
  if (!wrong) return;
  const message = { zh: `这里不能写 "${wrong.word}"`, en: `"${wrong.word}" cannot stand here` };
  note(check, scope, 'template-argument-word', node.loc, message, nearestHint(wrong.word, wrong.allowed));
}

function fits(wanted: Parameter, kind: Kind, given: readonly Kind[]): boolean {
  if (kind.type === 'unknown') return true;
  switch (wanted.wants) {
    case 'anything':
      return true;
    case 'text':
    case 'number':
      return kind.type === wanted.wants;
    case 'word':
      return kind.type === 'text' && kind.words !== undefined;
    case 'scalar':
      return kind.type === 'text' || kind.type === 'number' || kind.type === 'flag';
    case 'same':
      return given[0]?.type === 'unknown' || given[0]?.type === kind.type;
    case 'record':
      return kind.type === 'record' && wanted.names.includes(kind.name);
    case 'list':
      return kind.type === 'list' && (!wanted.names || fits({ wants: 'record', names: wanted.names }, kind.item, []));
  }
}

/** A word that can never be right here: not in the parameter's list, or never equal to the first argument. */
function wrongWord(wanted: Parameter, kind: Kind, given: readonly Kind[]) {
  if (kind.type !== 'text' || !kind.words) return undefined;
  if (wanted.wants === 'word') {
    const allowed = wanted.words(given);
    const word = kind.words.find((candidate) => !allowed.includes(candidate));
    return word === undefined ? undefined : { word, allowed };
  }
  const first = given[0];
  if (wanted.wants !== 'same' || first?.type !== 'text' || !first.words) return undefined;
  if (kind.words.some((word) => first.words?.includes(word))) return undefined;
  const [word = '', allowed] = kind.words.length === 1 ? [kind.words[0], first.words] : [first.words[0], kind.words];
  return { word, allowed };
}

/** What a parameter wants, in words. */
function wantedWords(wanted: Parameter, given: readonly Kind[]): Bilingual {
  switch (wanted.wants) {
    case 'anything':
      return { zh: '一个值', en: 'a value' };
    case 'text':
      return { zh: '文字', en: 'a text' };
    case 'number':
      return { zh: '数', en: 'a number' };
    case 'scalar':
      return { zh: '文字、数或是否值', en: 'a text, a number or a yes or no' };
    case 'same':
      return wordsFor(given[0] ?? unknownKind);
    case 'word': {
      const words = wanted.words(given);
      return { zh: `${words.join('、')} 之一`, en: `one of ${words.join(', ')}` };
    }
    case 'record':
      return { zh: `对象（${wanted.names.join('、')}）`, en: `an object (${wanted.names.join(', ')})` };
    case 'list':
      return wanted.names
        ? { zh: `${wanted.names.join('、')} 的列表`, en: `a list of ${wanted.names.join(', ')}` }
        : { zh: '列表', en: 'a list' };
  }
}
