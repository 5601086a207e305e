import { styleText } from 'node:util';
import { fixes } from '../check/fixes/all.js';
import type { Edit } from '../check/fixes/fix.js';
import type { Mended } from '../check/fixes/mend.js';
import { Lines } from '../json/lines.js';
import { visible } from '../json/pointer.js';
import type { Fixed } from '../publish/fix.js';
import { clustersOf } from '../script/clusters.js';
import type { Language } from './words.js';

/** Characters. Of a longer line only its changes are shown. */
const longestWhole = 160;
/** How many characters are then shown on each side of a change. */
const context = 20;
/** How many at the beginning of a line, for indent and field name. */
const head = 36;
/** Of a longer line (a JSON file may be a single line) each text is shown by itself. */
const longestLine = 1000;

interface Pen {
  readonly head: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
}

const plainPen: Pen = { head: (text) => text, removed: (text) => text, added: (text) => text };
const colourPen: Pen = {
  head: (text) => styleText('cyan', text, { validateStream: false }),
  removed: (text) => styleText(['red', 'inverse'], text, { validateStream: false }),
  added: (text) => styleText(['green', 'inverse'], text, { validateStream: false }),
};

/** Edits within one line of the file, which are shown together. */
interface Hunk {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly mended: readonly Mended[];
}

/** The changes of a file as a unified diff, each with place and reasons; long lines are shortened. */
export function fixText(fixed: Fixed, language: Language, colours: boolean): string {
  const pen = colours ? colourPen : plainPen;
  const lines = [`--- ${fixed.file}`, `+++ ${fixed.file}`].map((line) => pen.head(line));
  for (const hunk of hunksOf(fixed)) {
    const edits = hunk.mended.flatMap((each) => each.edits);
    const at = `@@ -${hunk.line} +${hunk.line} @@ ${fixed.file}:${hunk.line}`;
    lines.push(pen.head(`${at} ${reasons(hunk.mended, language)}`));
    lines.push(
      `-${side(fixed.text, hunk, edits, ({ start, end }) => pen.removed(visible(fixed.text.slice(start, end))))}`,
    );
    lines.push(`+${side(fixed.text, hunk, edits, ({ text }) => pen.added(visible(text)))}`);
  }
  return lines.join('\n');
}

function hunksOf({ text, mended }: Fixed): Hunk[] {
  const lines = new Lines(text);
  const hunks: Hunk[] = [];
  for (const each of mended) {
    const { line, column } = lines.at(each.offset);
    const start = each.offset - column + 1;
    const end = lineEnd(text, start);
    const last = hunks.at(-1);
    if (end - start > longestLine) hunks.push({ line, ...literalRange(text, each), mended: [each] });
    else if (last?.line === line) hunks.splice(-1, 1, { ...last, mended: [...last.mended, each] });
    else hunks.push({ line, start, end, mended: [each] });
  }
  return hunks;
}

function lineEnd(text: string, start: number): number {
  const end = text.slice(start, start + longestLine + 2).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, start + longestLine + 2) : start + end;
}

/** The range of a text's literal around its changes. */
function literalRange(text: string, { offset, edits }: Mended): { start: number; end: number } {
  const last = edits.at(-1)?.end ?? offset;
  return { start: offset, end: Math.min(text.length, last + 2 * context) };
}

function side(text: string, { start, end }: Hunk, edits: readonly Edit[], changed: (edit: Edit) => string): string {
  const isLong = end - start > longestWhole;
  const stay = (from: number, to: number, left: number, right: number): string =>
    visible(isLong ? shortened(text.slice(from, to), left, right) : text.slice(from, to));
  let read = start;
  const parts = edits.map((edit, index) => {
    const before = stay(read, edit.start, index === 0 ? head : context, context);
    read = edit.end;
    return before + changed(edit);
  });
  return `${parts.join('')}${stay(read, end, context, 0)}`;
}

/** Shortens a text to its beginning and end, or only its beginning if `right` is 0. */
function shortened(text: string, left: number, right: number): string {
  const characters = clustersOf(text);
  if (characters.length <= left + right + 4) return text;
  return `${characters.slice(0, left).join('')}…${characters.slice(characters.length - right).join('')}`;
}

function reasons(mended: readonly Mended[], language: Language): string {
  const codes = new Set(mended.flatMap(({ counts }) => [...counts.keys()]));
  return fixes
    .filter(({ code }) => codes.has(code))
    .map(({ code, title }) => `${title[language]} [${code}]`)
    .join(language === 'zh' ? '、' : ', ');
}
