import type { Problem } from '../../problem.js';
import type { Layout } from '../find.js';
import { parseTemplate, type SourceFile } from '../source.js';
import { rootKind } from '../vocabulary.js';
import { checkPositions } from './position.js';
import type { Desk, Scope } from './scope.js';
import { checkProgram } from './statement.js';

const top: Scope = { root: rootKind, contexts: [rootKind], names: new Map(), inLoop: false, partials: [] };

/** What is wrong with a layout's templates, and the names of the partials that they call. */
export interface LayoutCheck {
  readonly problems: readonly Problem[];
  readonly partials: readonly string[];
}

/**
 * Checks a layout's template, its title and every partial they call against the report's schema, before any data is
 * seen: every name, helper, argument and partial in every branch. Problems have code `template-…`, file, line and column.
 */
export function checkLayout(layout: Pick<Layout, 'template' | 'title' | 'partials'>): LayoutCheck {
  const desk: Desk = { problems: [], partials: layout.partials, parsed: new Map(), length: 0 };
  checkSource(layout.title, desk);
  const program = checkSource(layout.template, desk);
  if (desk.problems.length === 0) checkPositions(program, 'text', top, desk);
  return { problems: desk.problems, partials: [...desk.parsed.keys()] };
}

function checkSource(source: SourceFile, desk: Desk): hbs.AST.Program | undefined {
  const parsed = parseTemplate(source);
  if ('code' in parsed) {
    desk.problems.push(parsed);
    return undefined;
  }
  checkProgram({ program: parsed, scope: top }, desk);
  return parsed;
}
