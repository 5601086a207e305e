import { type Kind, type RecordKind, unknownKind, wordsFor } from '../kinds.js';
import { parseTemplate } from '../source.js';
import { kindOfExpression, namedArguments } from './expression.js';
import { note, noteOutside, noteUnknown } from './faults.js';
import { type CheckState, ofPartial, type Scope, type Unchecked } from './scope.js';

/** Checks the call of a partial; returns the partial, still to be checked in the context that it is called with. */
export function checkPartial(node: hbs.AST.PartialStatement, scope: Scope, check: CheckState): readonly Unchecked[] {
  const context = contextOf(node, scope, check);
  if (node.name.type === 'SubExpression') {
    noteOutside(
      check,
      scope,
      node.loc,
      { zh: '动态片段', en: 'dynamic partials' },
      {
        zh: '请直接写片段的名称',
        en: 'name the partial itself',
      },
    );
    return [];
  }
  const name = String((node.name as hbs.AST.PathExpression).original);
  if (!check.partials.has(name)) {
    noteUnknown(check, scope, 'partial', node.name.loc, name, [...check.partials.keys()]);
    return [];
  }
  if (scope.partials.includes(name)) {
    const chain = [...scope.partials, name].join(' → ');
    note(check, scope, 'template-partial-recursion', node.name.loc, {
      zh: `片段引用了自己：${chain}`,
      en: `a partial calls itself: ${chain}`,
    });
    return [];
  }
  return [{ program: programOf(name, check), scope: ofPartial(scope, name, context, node.loc) }];
}

function programOf(name: string, check: CheckState): hbs.AST.Program | undefined {
  const source = check.partials.get(name);
  if (source && !check.parsed.has(name)) {
    const parsed = parseTemplate(source);
    const failed = 'code' in parsed;
    if (failed) check.problems.push(parsed);
    check.parsed.set(name, failed ? undefined : parsed);
  }
  return check.parsed.get(name);
}

/** The context argument, else the current context, with the named arguments added as fields. */
function contextOf(node: hbs.AST.PartialStatement, scope: Scope, check: CheckState): Kind {
  const [first, second] = node.params.map((param) => kindOfExpression(param, scope, check));
  if (second) {
    note(check, scope, 'template-argument-count', node.loc, {
      zh: '片段最多有一个对象参数，其余请写成 名称=值',
      en: 'a partial takes one context at most; write others as name=value',
    });
  }
  const context = first ?? scope.contexts[0] ?? unknownKind;
  const named = namedArguments(node, scope, check);
  if (named.length === 0 || context.type === 'unknown') return context;
  if (context.type === 'record') return withFields(context, named);
  const is = wordsFor(context);
  note(check, scope, 'template-argument-kind', node.loc, {
    zh: `有命名参数的片段要对象，不能是${is.zh}`,
    en: `a partial with named arguments needs an object, not ${is.en}`,
  });
  return unknownKind;
}

function withFields(record: RecordKind, named: readonly { key: string; kind: Kind }[]): RecordKind {
  return { ...record, fields: new Map([...record.fields, ...named.map(({ key, kind }) => [key, kind] as const)]) };
}
