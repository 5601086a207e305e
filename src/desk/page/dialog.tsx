import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A window over the page: the caret goes into it and comes back, Escape closes it. */
export function Dialog({
  title,
  close,
  children,
  wide,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
  readonly wide?: true;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('input, select, button, textarea')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      class="d-veil"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Tab') keepWithin(box.current, event);
      }}
    >
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        class={wide ? 'd-dialog d-dialog-wide' : 'd-dialog'}
      >
        <h2>{title}</h2>
        {children}
      </div>
    </div>
  );
}

function keepWithin(box: HTMLElement | null, event: KeyboardEvent): void {
  const all = [...(box?.querySelectorAll<HTMLElement>('input, select, button, textarea, a') ?? [])];
  const [first, last] = [all[0], all[all.length - 1]];
  const to =
    event.shiftKey && document.activeElement === first
      ? last
      : !event.shiftKey && document.activeElement === last
        ? first
        : undefined;
  if (!to) return;
  event.preventDefault();
  to.focus();
}
