import type { Bilingual } from '../../problem.js';

/** A text that is not in the data: it was not understood, or somebody else has changed its value meanwhile. */
export interface Unread {
  readonly key: string;
  readonly text: string;
  /** Why. */
  readonly words: Bilingual;
}

function storeKey(report: string): string {
  return `jibiao-desk-unread ${report}`;
}

/** What was kept last: it is asked at each key. */
let last = '';

/** Keeps them in this browser, in the place of those that were kept. */
export function keepUnread(report: string, all: readonly Unread[]): void {
  const now = JSON.stringify([report, all]);
  if (report === '' || now === last) return;
  last = now;
  try {
    if (all.length === 0) localStorage.removeItem(storeKey(report));
    else localStorage.setItem(storeKey(report), JSON.stringify(all));
  } catch {
    // A browser without room: they are still in this page.
  }
}

export function keptUnread(report: string): readonly Unread[] {
  try {
    return JSON.parse(localStorage.getItem(storeKey(report)) ?? '[]') as Unread[];
  } catch {
    return [];
  }
}

/** The form that a field's key, or a pointer, is of; '' for what every form may print. */
export function formOfKey(key: string): string {
  return /\/units\/\d+\/projects\/\d+/.exec(key)?.[0] ?? (key.includes('/department/overall/') ? 'overall' : '');
}
