import { type Kind, type RecordKind, unknownKind, wordsFor } from '../kinds.js';
import { parseTemplate } from '../source.js';
import { kindOfExpression, namedArguments } from './expression.js';
import { note, noteOutside, noteUnknown } from './faults.js';
import { type Desk, ofPartial, type Part, type Scope } from './scope.js';

/** Checks the call of a partial; the partial itself is still to be checked in the context that it is called with. */
export function checkPartial(node: hbs.AST.PartialStatement, scope: Scope, desk: Desk): readonly Part[] {
  const context = contextOf(node, scope, desk);
  if (node.name.type === 'SubExpression') {
    noteOutside(
      desk,
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
  if (!desk.partials.has(name)) {
    noteUnknown(desk, scope, 'partial', node.name.loc, name, [...desk.partials.keys()]);
    return [];
  }
  if (scope.partials.includes(name)) {
    const chain = [...scope.partials, name].join(' → ');
    note(desk, scope, 'template-partial-recursion', node.name.loc, {
      zh: `片段引用了自己：${chain}`,
      en: `a partial calls itself: ${chain}`,
    });
    return [];
  }
  return [{ program: programOf(name, desk), scope: ofPartial(scope, name, context, node.loc) }];
}

function programOf(name: string, desk: Desk): hbs.AST.Program | undefined {
  const source = desk.partials.get(name);
  if (source && !desk.parsed.has(name)) {
    const parsed = parseTemplate(source);
    const failed = 'code' in parsed;
    if (failed) desk.problems.push(parsed);
    desk.parsed.set(name, failed ? undefined : parsed);
  }
  return desk.parsed.get(name);
}

/** The context argument, else the current context; named arguments are added to its fields. */
function contextOf(node: hbs.AST.PartialStatement, scope: Scope, desk: Desk): Kind {
  const [first, second] = node.params.map((param) => kindOfExpression(param, scope, desk));
  if (second) {
    note(desk, scope, 'template-argument-count', node.loc, {
      zh: '片段最多有一个对象参数，其余请写成 名称=值',
      en: 'a partial takes one context at most; write others as name=value',
    });
  }
  const context = first ?? scope.contexts[0] ?? unknownKind;
  const named = namedArguments(node, scope, desk);
  if (named.length === 0 || context.type === 'unknown') return context;
  if (context.type === 'record') return withFields(context, named);
  const is = wordsFor(context);
  note(desk, scope, 'template-argument-kind', node.loc, {
    zh: `有命名参数的片段要对象，不能是${is.zh}`,
    en: `a partial with named arguments needs an object, not ${is.en}`,
  });
  return unknownKind;
}

function withFields(record: RecordKind, named: readonly { key: string; kind: Kind }[]): RecordKind {
  return { ...record, fields: new Map([...record.fields, ...named.map(({ key, kind }) => [key, kind] as const)]) };
}
