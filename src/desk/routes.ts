import type { Answer } from './answer.js';
import type { Desk } from './desk.js';
import { pagesShown } from './pages.js';
import { downloadOf, publishedOf, publishNow } from './publishing.js';
import { readIn } from './readIn.js';
import { beginNext, beginReport, reportsOf } from './reports.js';
import { actRequestOf } from './requests.js';

/** The page's files: its document, its script and its style; and the faces that forms are printed in. */
export interface Assets {
  readonly files: ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array }>;
  readonly faceOf: (name: string) => Uint8Array | undefined;
}

export interface Asked {
  readonly desk: Desk;
  readonly assets: Assets;
  /** What stands in the address for the steps that begin with a colon. */
  readonly names: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: readonly string[];
  /** Answered without the token: it says nothing of any report. */
  readonly open?: true;
  readonly takesFile?: true;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
}

const none: Answer = { status: 404, json: {} };
const keep = { 'cache-control': 'max-age=604800' };

function asset({ assets, names: [name = 'index.html'] }: Asked): Answer {
  return assets.files.get(name) ?? none;
}

/** Fourteen: few enough for Node's own server, whose answers a reader sees whole; no router has to be kept up to date. */
export const routes: readonly Route[] = [
  { method: 'GET', path: [''], open: true, answer: asset },
  { method: 'GET', path: ['page', ':file'], open: true, answer: asset },
  {
    method: 'GET',
    path: ['face', ':name'],
    open: true,
    answer: ({ assets, names: [name = ''] }) => {
      const bytes = assets.faceOf(name);
      return bytes ? { type: 'font/ttf', bytes, headers: keep } : none;
    },
  },
  { method: 'GET', path: ['events'], answer: () => none },
  { method: 'GET', path: ['reports'], answer: ({ desk }) => ({ json: reportsOf(desk) }) },
  { method: 'POST', path: ['reports'], answer: ({ desk, body }) => ({ json: beginReport(desk, parsed(body)) }) },
  {
    method: 'POST',
    path: ['reports', ':name', 'next'],
    answer: ({ desk, names: [name = ''], body }) => ({ json: beginNext(desk, name, parsed(body)) }),
  },
  {
    method: 'POST',
    path: ['read'],
    takesFile: true,
    answer: async ({ desk, query, body }) => ({ json: await readIn(desk, query, body) }),
  },
  {
    method: 'GET',
    path: ['reports', ':name'],
    answer: ({ desk, names: [name = ''], query }) => {
      const since = query.get('since');
      return { json: desk.view(name, query.get('form') ?? '', since === null ? undefined : Number(since)) };
    },
  },
  {
    method: 'POST',
    path: ['reports', ':name', 'acts'],
    answer: ({ desk, names: [name = ''], body }) => ({ json: desk.act(name, actRequestOf(parsed(body))) }),
  },
  {
    method: 'GET',
    path: ['reports', ':name', 'pages'],
    answer: ({ desk, names: [name = ''], query }) => ({ json: pagesShown(desk, name, query.get('form') ?? '') }),
  },
  {
    method: 'GET',
    path: ['reports', ':name', 'published'],
    answer: async ({ desk, names: [name = ''] }) => ({ json: await publishedOf(desk, name) }),
  },
  {
    method: 'POST',
    path: ['reports', ':name', 'published'],
    answer: async ({ desk, names: [name = ''], body }) => ({ json: await publishNow(desk, name, parsed(body)) }),
  },
  {
    method: 'GET',
    path: ['reports', ':name', 'published', ':file'],
    answer: ({ desk, names: [name = '', file = ''] }) => downloadOf(desk, name, file) ?? none,
  },
];

function parsed(body: Uint8Array): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(new TextDecoder().decode(body));
  if (typeof value !== 'object' || value === null) throw new SyntaxError('no record');
  return value as Readonly<Record<string, unknown>>;
}
