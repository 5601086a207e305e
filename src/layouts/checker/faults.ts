import { nearestHint } from '../../json/nearest.js';
import { type Bilingual, fault } from '../../problem.js';
import { mostFaults } from '../limits.js';
import { placeOf } from '../source.js';
import type { CheckState, Scope } from './scope.js';

/** Notes a problem of a template at a node, once; inside a partial the message names the caller. */
export function note(
  check: CheckState,
  scope: Scope,
  code: string,
  at: hbs.AST.SourceLocation,
  message: Bilingual,
  hint?: Bilingual,
): void {
  const problem = fault(code, withCaller(message, scope), placeOf(at), hint);
  const key = JSON.stringify(problem);
  if (check.problems.length < mostFaults && !check.problems.some((other) => JSON.stringify(other) === key))
    check.problems.push(problem);
}

function withCaller(message: Bilingual, { calledAt }: Scope): Bilingual {
  if (!calledAt) return message;
  const caller = `${calledAt.source}:${calledAt.start.line}`;
  return { zh: `${message.zh}（由 ${caller} 引用）`, en: `${message.en} (called from ${caller})` };
}

/** Notes an unknown name, with the nearest known one as a hint. */
export function noteUnknown(
  check: CheckState,
  scope: Scope,
  what: 'name' | 'helper' | 'partial' | 'argument',
  at: hbs.AST.SourceLocation,
  name: string,
  candidates: readonly string[],
): void {
  const word = { name: '名称', helper: '助手', partial: '片段', argument: '参数' }[what];
  const message = { zh: `没有${word} ${name}`, en: `there is no ${what} ${name}` };
  note(check, scope, `template-unknown-${what}`, at, message, nearestHint(name, candidates));
}

/** Notes a feature of Handlebars that layouts may not use. */
export function noteOutside(
  check: CheckState,
  scope: Scope,
  at: hbs.AST.SourceLocation,
  what: Bilingual,
  instead: Bilingual,
) {
  const message = { zh: `版式里不能用${what.zh}`, en: `layouts cannot use ${what.en}` };
  note(check, scope, 'template-outside-subset', at, message, instead);
}
