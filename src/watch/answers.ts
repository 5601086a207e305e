import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { type Freshness, type Language, listPage, missingPage, reloadScript, viewPage, viewPath } from './page.js';
import type { View, Views } from './views.js';

/** Pages load nothing from other sites and cannot be embedded there. Inline styles are allowed: the views have column widths. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: OutgoingHttpHeaders;
}

const html = 'text/html; charset=utf-8';
const plain = 'text/plain; charset=utf-8';

/** Answers requests for known names; no part of an address becomes a path on the disk. */
export class Answers {
  readonly #views: Views;
  readonly #language: Language;
  /** Distinguishes this watch from a later one at the same address, which counts its revisions from 0 again. */
  readonly #run = randomUUID();

  constructor(views: Views, language: Language) {
    this.#views = views;
    this.#language = language;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const steps = stepsOf(request.url);
    const refused = refusal(request, steps);
    if (refused || !steps) send(response, refused ?? unsound);
    else if (steps[0] === 'events' && request.method === 'GET') this.#events(steps[1], response);
    else send(response, await this.#reply(steps));
  }

  async #reply(steps: readonly string[]): Promise<Reply> {
    const [room, name = '', file] = steps;
    const view = this.#views.get(name);
    if (steps.length === 1 && room === '') return this.#home();
    if (steps.length === 1 && room === 'reload.js') return { status: 200, type: 'text/javascript', body: reloadScript };
    if (steps.length === 2 && room === 'view' && view) return this.#view(view);
    if (steps.length === 3 && room === 'file' && view) return this.#file(view, file as string);
    return this.#missing(room === 'view' ? name : undefined);
  }

  /** The list of reports; for a single report its view. */
  #home(): Reply {
    const { all, problems } = this.#views;
    const [only] = all;
    if (only && all.length === 1) {
      return { status: 302, type: plain, body: '', headers: { location: viewPath(only.name) } };
    }
    return { status: 200, type: html, body: listPage(all, problems, this.#fresh(undefined), this.#language) };
  }

  #view(view: View): Reply {
    const body = viewPage(view, this.#views.problems, this.#fresh(view.name), this.#language);
    return { status: 200, type: html, body };
  }

  /** A file of the last good build, if it still exists. */
  async #file(view: View, name: string): Promise<Reply> {
    const file = view.files.find(({ path }) => basename(path) === name);
    if (!file) return this.#missing(undefined);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    try {
      const body = await readFile(file.path);
      return { status: 200, type: 'application/octet-stream', body, headers: { 'content-disposition': disposition } };
    } catch {
      return this.#missing(undefined);
    }
  }

  #missing(name: string | undefined): Reply {
    return { status: 404, type: html, body: missingPage(this.#fresh(name), this.#language) };
  }

  /** Sends the revision of a view, or of the list, now and after each change. */
  #events(name: string | undefined, response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    let sent = '';
    const tell = (): void => {
      const { revision } = this.#fresh(name);
      if (revision !== sent) response.write(`data: ${revision}\n\n`);
      sent = revision;
    };
    response.on('close', this.#views.follow(tell));
    tell();
  }

  #fresh(name: string | undefined): Freshness {
    const count = name === undefined ? this.#views.revision : (this.#views.get(name)?.revision ?? 'none');
    const events = name === undefined ? '/events' : `/events/${encodeURIComponent(name)}`;
    return { events, revision: `${this.#run} ${count}` };
  }
}

const unsound: Reply = { status: 400, type: plain, body: 'no sound address\n' };

function refusal({ headers, method }: IncomingMessage, steps: readonly string[] | undefined): Reply | undefined {
  if (!isThisMachine(headers.host)) return { status: 403, type: plain, body: 'unknown host\n' };
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, type: plain, body: 'GET and HEAD only\n', headers: { allow: 'GET, HEAD' } };
  }
  return steps ? undefined : unsound;
}

/** Whether the Host header names this machine. A foreign site can point its name here (DNS rebinding), but not change the header. */
function isThisMachine(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/i.test(host ?? '');
}

/** The names in an address, decoded; undefined if it is invalid. */
function stepsOf(url: string | undefined): string[] | undefined {
  try {
    const { pathname } = new URL(url ?? '', 'http://127.0.0.1');
    return pathname.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, reply: Reply): void {
  const bytes = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  const own = { 'content-type': reply.type, 'content-length': bytes.length };
  response.writeHead(reply.status, { ...headers, ...own, ...reply.headers });
  response.end(bytes);
}
