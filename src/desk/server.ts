import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { fault, type Problem, Problems } from '../problem.js';
import type { Answer } from './answer.js';
import type { Desk, News } from './desk.js';
import { type Gate, isForeign, refusedBy, safeHeaders } from './guard.js';
import { troubleWords } from './names.js';
import { type Assets, routes } from './routes.js';

/** The desk's address, with the token that opens it, and how to stop it. */
export interface Serving {
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface ServeWish {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  /** Other names that a reverse proxy hands on, such as desk.example.gov.cn. */
  readonly names?: readonly string[];
}

const portsTried = 20;

/** Largest body of a request: an act; a file that is read in. */
const mostJson = 4 * 1024 * 1024;
const mostFile = 64 * 1024 * 1024;

/** Serves a desk at `port` or the next free one (0: any). Throws Problems `cannot-serve`. */
export async function serveDesk(desk: Desk, assets: Assets, wish: ServeWish): Promise<Serving> {
  const gate: { token: string; hosts: string[] } = { token: wish.token, hosts: [] };
  const pages = new Set<ServerResponse>();
  const server = createServer((request, response) => void answered(desk, assets, gate, pages, request, response));
  server.requestTimeout = 60_000;
  // A person pauses between two keys.
  server.keepAliveTimeout = 120_000;
  const port = await listen(server, wish);
  gate.hosts.push(...['127.0.0.1', 'localhost', wish.host].map((name) => `${name}:${port}`), ...(wish.names ?? []));
  const deaf = desk.listen((news) => {
    for (const page of pages) page.write(`data: ${JSON.stringify(news satisfies News)}\n\n`);
  });
  const alive = setInterval(() => {
    for (const page of pages) page.write(': \n\n');
  }, 20_000);
  alive.unref();
  return {
    address: `http://${wish.host === '0.0.0.0' ? '127.0.0.1' : wish.host}:${port}/#${wish.token}`,
    port,
    close: () =>
      new Promise((closed) => {
        deaf();
        clearInterval(alive);
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answered(
  desk: Desk,
  assets: Assets,
  gate: Gate,
  pages: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const steps = stepsOf(request.url);
    const found = steps && routes.find(({ method, path }) => method === request.method && matches(path, steps));
    if (!steps || !found) return send(response, { status: steps ? 404 : 400, json: {} });
    if (isForeign(gate, request)) return send(response, { status: 421, json: {} });
    const refused = found.open ? undefined : refusedBy(gate, request);
    if (refused) return send(response, { status: refused, json: {} });
    if (found.path[0] === 'events') return listening(pages, request, response);
    const names = steps.filter((_, index) => found.path[index]?.startsWith(':'));
    const body =
      request.method === 'GET' ? new Uint8Array() : await bodyOf(request, found.takesFile ? mostFile : mostJson);
    send(response, await found.answer({ desk, assets, names, query: queryOf(request.url), body }));
  } catch (cause) {
    send(response, refusal(cause));
  }
}

/** Faults of the input, the disk's and ours, each with words for the page. */
function refusal(cause: unknown): Answer {
  if (cause instanceof TooLarge)
    return { status: 413, headers: { connection: 'close' }, json: { problems: [tooLarge()] } };
  if (cause instanceof SyntaxError) return { status: 400, json: { problems: [] } };
  if (cause instanceof Problems) return { status: 409, json: { problems: cause.problems } };
  return { status: 507, json: { problems: [fault('desk-trouble', troubleWords(cause))] } };
}

function listening(pages: Set<ServerResponse>, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...safeHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': \n\n');
  pages.add(response);
  request.on('close', () => pages.delete(response));
}

/** The steps of an address; undefined for one that is no address. */
function stepsOf(url: string | undefined): string[] | undefined {
  try {
    const path = (url ?? '').split('?')[0] ?? '';
    return path
      .split('/')
      .slice(1)
      .map((step) => decodeURIComponent(step));
  } catch {
    return undefined;
  }
}

function queryOf(url: string | undefined): URLSearchParams {
  return new URLSearchParams((url ?? '').split('?')[1] ?? '');
}

function matches(path: readonly string[], steps: readonly string[]): boolean {
  return path.length === steps.length && path.every((step, index) => step.startsWith(':') || step === steps[index]);
}

class TooLarge extends Error {}

async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new TooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status = 200, headers, ...answer }: Answer): void {
  if (response.headersSent) return;
  const isJson = 'json' in answer;
  const body = isJson ? JSON.stringify(answer.json) : answer.bytes;
  const type = isJson ? 'application/json; charset=utf-8' : answer.type;
  const all: OutgoingHttpHeaders = { ...safeHeaders, 'cache-control': 'no-store', 'content-type': type, ...headers };
  response.writeHead(status, all);
  response.end(body);
}

function tooLarge(): Problem {
  const message = { zh: '文件太大：最多 64 MB', en: 'the file is too large: 64 MB at most' };
  return fault('desk-too-large', message);
}

async function listen(server: Server, { host, port: first }: ServeWish): Promise<number> {
  for (let port = first; ; port += 1) {
    const refused = await attempt(server, host, port);
    if (!refused) return (server.address() as AddressInfo).port;
    const isLast = first === 0 || port >= Math.min(first + portsTried - 1, 65_535);
    if (refused.code !== 'EADDRINUSE' || isLast) throw new Problems([cannotServe(port, refused)]);
  }
}

function attempt(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((done) => {
    server.once('error', done);
    server.listen(port, host, () => {
      server.off('error', done);
      done(undefined);
    });
  });
}

function cannotServe(port: number, cause: Error): Problem {
  return fault(
    'cannot-serve',
    { zh: `打不开端口 ${port}：${cause.message}`, en: `cannot open port ${port}: ${cause.message}` },
    undefined,
    { zh: '请换一个端口，例如 --port 8080', en: 'take another port, for example --port 8080' },
  );
}
