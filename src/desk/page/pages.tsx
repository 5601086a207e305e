import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ShownPage, ShownPages } from '../wirePublished.js';
import { ask, reportPath } from './api.js';
import { addFaces } from './faces.js';
import { changes, findings, form, inHand, refocus, report } from './state.js';
import { words } from './words.js';

const shown = signal<ShownPages | undefined>(undefined);
/** The pages stand where the form is, to be read. */
const isLarge = signal(false);
let timer: ReturnType<typeof setTimeout> | undefined;
let isAsked = false;

/** The printed pages of the form in hand, drawn from the same typesetting as the PDF, a moment after each change. */
export function PrintedPages() {
  const [name, at, count] = [report.value, form.value, changes.value];
  useEffect(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(name, at), shown.value ? 60 : 0);
  }, [name, at, count]);
  const pages = shown.value?.pages ?? [];
  if (pages.length === 0) return null;
  return (
    <section class={isLarge.value ? 'd-pages d-large' : 'd-pages'} aria-label={words.pages}>
      <h2>
        {words.pages}
        <button
          type="button"
          class="d-link"
          onClick={() => {
            isLarge.value = !isLarge.value;
          }}
        >
          {isLarge.value ? words.smaller : words.larger}
        </button>
        <span class="d-quiet">{pages.length}</span>
      </h2>
      {pages.map((page, index) => (
        <Page key={index} page={page} number={index + 1} />
      ))}
    </section>
  );
}

/** One is under way at most; what has changed meanwhile is asked for after it. */
async function load(name: string, at: string): Promise<void> {
  if (name === '' || isAsked) {
    if (isAsked) timer = setTimeout(() => void load(report.value, form.value), 30);
    return;
  }
  isAsked = true;
  try {
    const pages = await ask<ShownPages>(`${reportPath(name, 'pages')}?form=${encodeURIComponent(at)}`);
    addFaces(new Set(pages.pages.flatMap(({ spans }) => spans.map(([, , , face]) => face))));
    shown.value = pages;
  } catch {
    // The line was cut: the next change asks again.
  } finally {
    isAsked = false;
  }
}

function Page({ page, number }: { readonly page: ShownPage; readonly number: number }) {
  const { width, height, rules, spans, cells } = page;
  const marked = new Set(findings.value.flatMap(({ field }) => (field === undefined ? [] : [field])));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${words.pages} ${number}`}>
      <rect width={width} height={height} fill="#fff" />
      {cells.map(({ box: [x, y, w, h], fields }, index) => {
        const isLit = fields.includes(inHand.value);
        const isFound = fields.some((field) => marked.has(field));
        const look = isLit ? 'd-cell d-lit' : isFound ? 'd-cell d-found' : 'd-cell';
        return (
          <rect
            key={index}
            x={x}
            y={y}
            width={w}
            height={h}
            class={look}
            onClick={() => {
              isLarge.value = false;
              refocus.value = { key: fields[0] as string };
            }}
          />
        );
      })}
      <path
        d={rules.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('')}
        stroke="#000"
        stroke-width={rules[0]?.[4] ?? 0.5}
        fill="none"
      />
      {spans.map(([x, y, size, face, text, wide], index) => (
        <text
          key={index}
          x={x}
          y={y}
          font-size={size}
          font-family={`"desk-${face}",serif`}
          textLength={text.length > 1 ? wide : undefined}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
