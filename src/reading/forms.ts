import { fieldOfHead, fieldOfLabel } from './columns/heads.js';
import type { Cell, Item, SourceFile } from './items.js';
import { labelIn } from './labels.js';
import { bareText } from './plainText.js';
import { isLine, textOf } from './tableGrid.js';

/** One form after the other in a file: a sheet each, or each below its own title. */

/** A title: 项目支出绩效目标申报表, 2024年部门整体支出绩效目标. */
const title = /(?:绩效|目标|自评|申报|审批|批复).*(?:表|绩效目标)(?:\([^()]*\))?$/;

/**
 * The forms of a file, grouped as they stand: consecutive forms of one kind are one part, in the order of the file. A form begins with a
 * sheet, or with the lines above a table of which one is a title. Forms are of one kind when they have the same labels in the same columns.
 * One part where all are of one kind.
 */
export function partsOf(source: SourceFile): SourceFile[] {
  const parts: { items: Item[]; kind: number }[] = [];
  const kinds: ReadonlySet<string>[] = [];
  for (const items of formsIn(source.items)) {
    const labels = labelsIn(items);
    const known = kinds.findIndex((each) => isAlike(each, labels));
    const kind = known >= 0 ? known : kinds.push(labels) - 1;
    const last = parts.at(-1);
    if (last && last.kind === kind) last.items.push(...items);
    else parts.push({ items: [...items], kind });
  }
  return parts.length < 2 ? [source] : parts.map(({ items }) => ({ ...source, items, beside: [] }));
}

/** A form's items; the first has whatever stands above its title. */
function formsIn(items: readonly Item[]): Item[][] {
  const forms: Item[][] = [[]];
  let lines: Item[] = [];
  let hasRows = false;
  const begin = (): void => {
    forms.push([]);
    hasRows = false;
  };
  items.forEach((item, at) => {
    const before = items[at - 1];
    if (before && item.place.sheet !== before.place.sheet) {
      forms.at(-1)?.push(...lines);
      lines = [];
      if (hasRows) begin();
    }
    if (isLine(item)) {
      lines.push(item);
      return;
    }
    if (hasRows && lines.some((line) => title.test(bareText(textOf(line))))) begin();
    forms.at(-1)?.push(...lines, item);
    lines = [];
    hasRows = true;
  });
  forms.at(-1)?.push(...lines);
  return forms;
}

const own = ({ isContinued, text }: Cell): boolean => !isContinued && text.trim() !== '';

/** Labels and heads, each with the column that it begins in. */
function labelsIn(items: readonly Item[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const item of items.slice(0, mostItems)) {
    if (item.kind === 'paragraph') continue;
    for (const { text, column } of item.cells.filter(own))
      if (text.length <= 40 && (fieldOfLabel(text) ?? fieldOfHead(text)) !== undefined)
        labels.add(`${column} ${labelIn(text)}`);
  }
  return labels;
}

/** A form's labels are in its first rows; a list has thousands. */
const mostItems = 200;

/** Of the labels of both, that are in both. */
const leastAlike = 0.6;

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = [...other].filter((text) => one.has(text)).length;
  return common >= leastAlike * (one.size + other.size - common);
}
