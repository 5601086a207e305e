import type { Json, JsonChange } from '../../json/change.js';
import type { Place } from '../items.js';
import { fieldChanges, type Ground } from './fieldChange.js';
import type { Span } from './printed.js';
import type { Refusal } from './refusals.js';

/** An edit that was understood: what of the report it changes. */
export interface Edited {
  readonly place: Place | undefined;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly JsonChange[];
}

/** A text of a cell that changed, and what it was printed from. */
export interface CellChange {
  readonly span: Span;
  readonly before: string;
  readonly text: string;
  readonly place: Place;
  readonly isTitle: boolean;
}

export type Refuse = (
  why: Refusal,
  place: Place | undefined,
  before: string,
  after: string,
  fields: readonly string[],
) => void;

/**
 * The fields that changed texts are of, each once. `times`: by pointer, in how many places outside of titles it is printed; `refuse` is told
 * what changes none.
 */
export function changedFields(
  cells: readonly CellChange[],
  times: ReadonlyMap<string, number>,
  ground: Ground,
  refuse: Refuse,
): Edited[] {
  const found: { readonly changes: readonly JsonChange[]; readonly cell: CellChange }[] = [];
  const ticked = new Set(cells.flatMap(({ span, text }) => (isTick(span) && isTicked(text) ? span.pointers : [])));
  for (const cell of cells) {
    const { span, before, text, place, isTitle } = cell;
    if (span.derived) {
      refuse('derived', place, before, text, span.pointers);
      continue;
    }
    if (isTick(span) && !isTicked(text) && span.pointers.some((pointer) => ticked.has(pointer))) continue;
    if (isTitle && span.pointers.some((pointer) => times.has(pointer))) {
      refuse('title', place, before, text, span.pointers);
      continue;
    }
    const changes = fieldChanges(shows(span, times), before, text, ground);
    if (changes) found.push({ changes, cell });
    else refuse('unread', place, before, text, span.pointers);
  }
  return agreed(found, refuse);
}

/** Changes that several cells say are one; where they say different things, none is taken. */
function agreed(
  found: readonly { readonly changes: readonly JsonChange[]; readonly cell: CellChange }[],
  refuse: Refuse,
): Edited[] {
  const said = new Map<string, Set<string>>();
  for (const { changes } of found)
    for (const change of changes) {
      const key = keyOf(change);
      said.set(key, (said.get(key) ?? new Set()).add(JSON.stringify(change)));
    }
  const told = new Set<string>();
  return found.flatMap(({ changes, cell }) => {
    const { place, before, text } = cell;
    if (changes.some((change) => (said.get(keyOf(change))?.size ?? 0) > 1)) {
      refuse('says-otherwise', place, before, text, cell.span.pointers);
      return [];
    }
    const news = changes.filter((change) => !told.has(JSON.stringify(change)));
    for (const change of news) told.add(JSON.stringify(change));
    return news.length === 0 ? [] : [{ place, before, after: text, changes: news }];
  });
}

/** What is printed in another field's stead and stays elsewhere fills the field itself: a project's own unit, not the unit's name. */
function shows(span: Span, times: ReadonlyMap<string, number>): Span {
  const [own] = span.instead ?? [];
  if (own === undefined) return span;
  const isElsewhere = span.pointers.some((pointer) => (times.get(pointer) ?? 0) > 1);
  if (span.pointers.length > 0 && !isElsewhere) return span;
  const { instead: _, ...rest } = span;
  return { ...rest, pointers: [own] };
}

/** What a change is of: two that differ are not both to be made. */
function keyOf(change: JsonChange): string {
  if (change.type !== 'insert') return change.pointer;
  const { source, kind, period } = (change.value ?? {}) as { readonly [field: string]: Json };
  return `${change.list}/- ${source ?? kind ?? ''} ${period ?? ''}`;
}

function isTicked(text: string): boolean {
  return /[☑√■✓✔☒]/.test(text);
}

function isTick({ helpers = [] }: Span): boolean {
  return helpers.includes('tick');
}
