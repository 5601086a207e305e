import type { Problem } from '../../problem.js';
import { said } from './words.js';

/** Faults that the server told, to be shown as they are. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(({ message }) => said(message)).join('\n') || String(status));
  }
}

const tokenKey = 'jibiao-desk-token';

/** The token comes behind the # of the first address, and stays in this tab. */
export function takeToken(): string {
  const given = location.hash.slice(1);
  if (/^[\w-]{16,}$/.test(given)) {
    sessionStorage.setItem(tokenKey, given);
    history.replaceState(undefined, '', `${location.pathname}${location.search}#/`);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}

function headers(): Record<string, string> {
  return { 'x-desk-token': sessionStorage.getItem(tokenKey) ?? '' };
}

/** Asks the desk. Throws Refused with what it says, a TypeError when it cannot be reached. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const isFile = body instanceof Blob;
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: headers(),
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
  });
  const answer = (await response.json()) as T & { problems?: readonly Problem[] };
  if (!response.ok) throw new Refused(response.status, answer.problems ?? []);
  return answer;
}

export function reportPath(name: string, ...steps: readonly string[]): string {
  return ['/reports', name, ...steps].map((step, index) => (index === 0 ? step : encodeURIComponent(step))).join('/');
}

/** Saves a published file to where the browser puts downloads. */
export async function download(name: string, file: string): Promise<void> {
  const response = await fetch(reportPath(name, 'published', file), { headers: headers() });
  if (!response.ok) throw new Refused(response.status, []);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Listens to the desk, and again whenever the line was cut; `heard` gets what it tells, `joined` is called after each joining. */
export function listen(
  heard: (news: {
    type: string;
    report?: string;
    version?: number;
    saved?: boolean;
    words?: { zh: string; en: string };
  }) => void,
  joined: () => void,
): void {
  const follow = async (): Promise<void> => {
    try {
      const response = await fetch('/events', { headers: headers() });
      const reader = response.ok ? response.body?.getReader() : undefined;
      if (reader) {
        joined();
        const decoder = new TextDecoder();
        let text = '';
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          text += decoder.decode(part.value, { stream: true });
          const messages = text.split('\n\n');
          text = messages.pop() ?? '';
          for (const message of messages) if (message.startsWith('data: ')) heard(JSON.parse(message.slice(6)));
        }
      }
    } catch {
      // The line was cut; it is tried again.
    }
    setTimeout(() => void follow(), 1_000);
  };
  void follow();
}
