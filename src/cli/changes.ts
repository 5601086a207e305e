import { visible } from '../json/pointer.js';
import type { TableStates } from '../publish/tableStates.js';
import type { Words } from './words.js';

/** How many titles are named for each kind of change. */
const mostTitles = 5;

/** How a report's tables changed since its last build, on one line; undefined if they did not. */
export function changesLine(report: string, tables: TableStates | undefined, text: Words): string | undefined {
  if (!tables || tables.changed.length + tables.added.length + tables.removed.length === 0) return undefined;
  const { states } = text;
  const list = [
    `${states.same} ${tables.same}`,
    ...[
      [states.changed, tables.changed] as const,
      [states.new, tables.added] as const,
      [states.removed, tables.removed] as const,
    ].flatMap(([state, titles]) => (titles.length > 0 ? [`${state} ${titles.length}${named(titles, text)}`] : [])),
  ];
  return text.changes(report, list.join(text.language === 'zh' ? '，' : ', '));
}

function named(titles: readonly string[], text: Words): string {
  const shown = titles
    .slice(0, mostTitles)
    .filter((title) => title !== '')
    .map(visible);
  if (shown.length === 0) return '';
  const more = titles.length > shown.length ? text.andMore(titles.length) : '';
  const list = shown.map(text.quoted).join(text.language === 'zh' ? '' : ', ');
  return text.language === 'zh' ? `（${list}${more}）` : ` (${list}${more})`;
}
