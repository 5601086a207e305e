import type { Helper } from '../helpers/signature.js';
import { flag, type Kind, number, unknownKind } from '../kinds.js';
import { checkArgument } from './argument.js';
import { note, noteOutside, noteUnknown } from './faults.js';
import { kindOfPath } from './path.js';
import type { CheckState, Scope } from './scope.js';

/** A helper's name and its arguments: a subexpression, or a mustache that has arguments. */
export interface CallNode {
  readonly path: hbs.AST.PathExpression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
}

/** The kind of an argument: a literal, a path or a helper call in parentheses. */
export function kindOfExpression(node: hbs.AST.Expression, scope: Scope, check: CheckState): Kind {
  switch (node.type) {
    case 'StringLiteral':
      return { type: 'text', words: [(node as hbs.AST.StringLiteral).value] };
    case 'NumberLiteral':
      return number;
    case 'BooleanLiteral':
      return flag;
    case 'PathExpression':
      return kindOfPath(node as hbs.AST.PathExpression, scope, check);
    case 'SubExpression':
      return kindOfCall(node as hbs.AST.SubExpression, scope, check);
    default: {
      const [what, instead] = [
        { zh: ' undefined 与 null', en: 'undefined and null' },
        { zh: '请删去', en: 'leave it out' },
      ];
      noteOutside(check, scope, node.loc, what, instead);
      return unknownKind;
    }
  }
}

/** Checks a helper call and its arguments; returns the kind of its result. */
export function kindOfCall(node: CallNode, scope: Scope, check: CheckState): Kind {
  const given = node.params.map((param) => kindOfExpression(param, scope, check));
  const helper = helperOf(node, scope, check);
  if (!helper) {
    namedArguments(node, scope, check);
    return unknownKind;
  }
  checkCount(node, helper, scope, check);
  for (const [index, param] of node.params.entries()) {
    const wanted = helper.takes[index] ?? helper.more;
    if (wanted) checkArgument(wanted, given.slice(0, index + 1), param, scope, check);
  }
  for (const { key, value, loc, kind } of namedArguments(node, scope, check)) {
    const wanted = helper.named?.[key];
    if (wanted) checkArgument(wanted, [kind], value, scope, check);
    else noteUnknown(check, scope, 'argument', loc, key, Object.keys(helper.named ?? {}));
  }
  return typeof helper.gives === 'function' ? helper.gives(given) : helper.gives;
}

/** The named arguments of a call or a partial, and their kinds. */
export function namedArguments(node: { readonly hash?: hbs.AST.Hash }, scope: Scope, check: CheckState) {
  return (node.hash?.pairs ?? []).map(({ key, value, loc }) => ({
    key,
    value,
    loc,
    kind: kindOfExpression(value, scope, check),
  }));
}

function helperOf(node: CallNode, scope: Scope, check: CheckState): Helper | undefined {
  const { original: name, loc } = node.path;
  const helper = check.helpers.get(String(name));
  if (!helper) {
    noteNoHelper(node, String(name), scope, check);
    return undefined;
  }
  if (!scope.names.has(name)) return helper;
  // Handlebars would use the block parameter's value and not call the helper.
  const message = { zh: `助手 ${name} 被同名的块参数遮住`, en: `the block parameter ${name} hides the helper ${name}` };
  note(check, scope, 'template-block-name', loc, message, { zh: '请给块参数换个名', en: 'rename the block parameter' });
  return undefined;
}

function noteNoHelper(node: CallNode, name: string, scope: Scope, check: CheckState): void {
  if (name !== 'lookup' && name !== 'log') {
    noteUnknown(check, scope, 'helper', node.path.loc, name, [...check.helpers.keys()]);
    return;
  }
  noteOutside(
    check,
    scope,
    node.path.loc,
    { zh: ` ${name}`, en: name },
    {
      zh: '字段请直接写名称，例如 region.name',
      en: 'name the field itself, such as region.name',
    },
  );
}

function checkCount(node: CallNode, helper: Helper, scope: Scope, check: CheckState): void {
  const {
    params: { length: count },
    path,
  } = node;
  const wanted = helper.takes.length;
  if (count === wanted || (helper.more && count > wanted)) return;
  note(check, scope, 'template-argument-count', path.loc, {
    zh: `${path.original} 要${helper.more ? '至少' : ''} ${wanted} 个参数，这里有 ${count} 个`,
    en: `${path.original} takes ${helper.more ? 'at least ' : ''}${wanted} arguments, not ${count}`,
  });
}
