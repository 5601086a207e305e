/** What is wrong with a quotation mark or a bracket. `mixed`: opened in one width, closed in the other. */
export interface PairFault {
  readonly kind: 'reversed' | 'unopened' | 'unclosed' | 'nested' | 'mixed';
  readonly start: number;
  readonly end: number;
}

interface Open {
  readonly mark: string;
  readonly at: number;
}

const closers: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '〉': '〈',
  '】': '【',
  '〕': '〔',
  '）': '（',
  ')': '(',
};
const openers = new Set(Object.values(closers));
const marks = /[“”‘’「」『』《》〈〉【】〔〕（）()]/g;
const otherWidth: Readonly<Record<string, string>> = { '（': '(', '(': '（' };

/** How many marks may be open at once, and how many faults of a text are reported: without limits, hostile texts take long. */
const deepest = 64;
const most = 50;

/** Marks that pair with nothing, in the order of the text. One pass with a stack. */
export function pairFaults(text: string): PairFault[] {
  const faults: PairFault[] = [];
  const open: Open[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (faults.length >= most) break;
    if (isApostrophe(text, mark, index) || isInterval(text, mark, index)) continue;
    if (openers.has(mark)) {
      if (mark === '“' && open.some((outer) => outer.mark === '“')) faults.push(span('nested', index));
      if (open.length === deepest) faults.push(span('unclosed', open.shift()?.at ?? index));
      open.push({ mark, at: index });
    } else faults.push(...closed(text, open, mark, index));
  }
  faults.push(...open.map(({ at }) => span('unclosed', at)));
  return merged(faults, text).sort((left, right) => left.start - right.start);
}

/** Takes the opening mark of a closing one off the stack, and what was left open above it. */
function closed(text: string, open: Open[], mark: string, index: number): PairFault[] {
  const opener = closers[mark] ?? '';
  const at = open.findLastIndex((outer) => outer.mark === opener || outer.mark === otherWidth[opener]);
  const found = open[at];
  if (!found) return isListNumber(text, mark, index) ? [] : [span('unopened', index)];
  const above = open.splice(at).slice(1);
  const mixed = found.mark === opener ? [] : [{ kind: 'mixed' as const, start: found.at, end: index + 1 }];
  return [...above.map((inner) => span('unclosed', inner.at)), ...mixed];
}

/** ”…“ and ”…” are one slip, not two; and a mark that nothing closes is not nested as well. */
function merged(faults: readonly PairFault[], text: string): PairFault[] {
  const quotes = faults.filter(
    ({ kind, start }) => (kind === 'unopened' ? '”' : kind === 'unclosed' ? '“' : '') === text[start],
  );
  const unclosed = quotes.some(({ kind }) => kind === 'unclosed');
  const rest = unclosed ? faults.filter(({ kind }) => kind !== 'nested') : [...faults];
  const [first, last] = [quotes[0], quotes.at(-1)];
  if (first?.kind !== 'unopened' || !last || last === first) return rest;
  const next = text.slice(first.end, last.end).search(/[“”]/);
  const reversed: PairFault = { kind: 'reversed', start: first.start, end: first.end + next + 1 };
  return [reversed, ...rest.filter((each) => each !== first && each !== last)];
}

function span(kind: PairFault['kind'], at: number): PairFault {
  return { kind, start: at, end: at + 1 };
}

function isApostrophe(text: string, mark: string, index: number): boolean {
  return mark === '’' && /[A-Za-z0-9]/.test(text[index - 1] ?? '');
}

/** Half-open intervals of scoring rules: [80，90) and (0,60]. */
function isInterval(text: string, mark: string, index: number): boolean {
  if (mark === '(' || mark === '（') return /^[\d.,，、%+\-∞\s]{1,24}[\]］】]/.test(text.slice(index + 1, index + 26));
  if (mark !== ')' && mark !== '）') return false;
  return /[[［【][\d.,，、%+\-∞\s]{1,24}$/.test(text.slice(Math.max(0, index - 26), index));
}

/** 1）, a) and 二）number an item and open nothing; so does 3）that runs into the item before, behind a 2）. */
function isListNumber(text: string, mark: string, index: number): boolean {
  if (mark !== ')' && mark !== '）') return false;
  const front = text.slice(Math.max(0, index - 4), index);
  if (/(?:^|[\s。；：，、;:,”》])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/.test(front)) return true;
  const number = /(?<!\d)\d{1,2}$/.exec(front)?.[0];
  return (
    number !== undefined && new RegExp(`(?:^|[\\s。；：，、;:,])${Number(number) - 1}[)）]`).test(text.slice(0, index))
  );
}
