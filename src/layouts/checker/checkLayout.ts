import type { Problem } from '../../problem.js';
import type { Layout } from '../find.js';
import { helpers } from '../helpers/table.js';
import { parseTemplate, type SourceFile } from '../source.js';
import { rootKind } from '../vocabulary.js';
import { checkPositions } from './position.js';
import type { CheckState, Scope, Vocabulary } from './scope.js';
import { checkProgram } from './statement.js';

/** The problems of a template, and the names of the partials that it calls. */
export interface TemplateCheck {
  readonly problems: readonly Problem[];
  readonly partials: readonly string[];
}

/**
 * Checks a layout's template, its title and every partial that they call against the report's schema, without data: every name,
 * helper, argument and partial in every branch. Problems have code `template-…`, file, line and column.
 */
export function checkLayout(layout: Pick<Layout, 'template' | 'title' | 'partials'>): TemplateCheck {
  return checkTemplate(layout.template, layout.partials, { root: rootKind(), helpers }, [layout.title]);
}

/** Checks a template, and `texts` beside it that are not markup, against a vocabulary. */
export function checkTemplate(
  template: SourceFile,
  partials: ReadonlyMap<string, SourceFile>,
  { root, helpers }: Vocabulary,
  texts: readonly SourceFile[] = [],
): TemplateCheck {
  const check: CheckState = { helpers, problems: [], partials, parsed: new Map(), length: 0 };
  const top: Scope = { root, contexts: [root], names: new Map(), inLoop: false, partials: [] };
  for (const text of texts) checkSource(text, top, check);
  const program = checkSource(template, top, check);
  if (check.problems.length === 0) checkPositions(program, 'text', top, check);
  return { problems: check.problems, partials: [...check.parsed.keys()] };
}

function checkSource(source: SourceFile, top: Scope, check: CheckState): hbs.AST.Program | undefined {
  const parsed = parseTemplate(source);
  if ('code' in parsed) {
    check.problems.push(parsed);
    return undefined;
  }
  checkProgram({ program: parsed, scope: top }, check);
  return parsed;
}
