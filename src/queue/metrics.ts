import { createServer, type Server } from 'node:http';
import type { Batches } from './batches.js';
import type { QueueWorker, WorkerEvent } from './worker.js';

/** What a worker has done since it began. */
export class Tally {
  readonly #results = new Map<string, number>();
  #seconds = 0;
  #ended = 0;
  #pages = 0;
  #bytes = 0;

  take(event: WorkerEvent): void {
    this.#results.set(event.event, (this.#results.get(event.event) ?? 0) + 1);
    if (!('seconds' in event)) return;
    this.#ended += 1;
    this.#seconds += event.seconds;
    if (event.event !== 'made') return;
    this.#pages += event.pages;
    this.#bytes += event.bytes;
  }

  /** Prometheus' text format. */
  lines(): string[] {
    const count = (result: string): string =>
      `jibiao_reports_total{result="${result}"} ${this.#results.get(result) ?? 0}`;
    return [
      '# HELP jibiao_reports_total Reports that left this worker: made, failed for good, to be tried again, in trouble; lost by others',
      '# TYPE jibiao_reports_total counter',
      ...['made', 'failed', 'again', 'trouble', 'lost'].map(count),
      '# HELP jibiao_report_seconds How long reports were at work here',
      '# TYPE jibiao_report_seconds summary',
      `jibiao_report_seconds_sum ${this.#seconds}`,
      `jibiao_report_seconds_count ${this.#ended}`,
      ...one('jibiao_pages_total', 'counter', 'Pages made here', this.#pages),
      ...one('jibiao_bytes_total', 'counter', 'Bytes of the outputs made here', this.#bytes),
    ];
  }
}

function one(name: string, type: 'counter' | 'gauge', help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}

export interface Watched {
  readonly worker: QueueWorker;
  readonly batches: Batches;
  readonly tally: Tally;
  /** How many reports are at work. */
  readonly busy: () => number;
}

/** Answers `/metrics` (Prometheus) and `/health` (200, or 503 where nothing can be done now). Rejects where it cannot listen. */
export function serveMetrics(watched: Watched, host: string, port: number): Promise<Server> {
  const server = createServer(async ({ url = '' }, answer) => {
    const give = (status: number, type: string, text: string): void => {
      answer.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    };
    const [path] = url.split('?');
    if (path === '/health') {
      const health = healthOf(watched);
      return give(health.ok ? 200 : 503, 'application/json', `${JSON.stringify(health)}\n`);
    }
    if (path !== '/metrics') return give(404, 'text/plain', 'not found\n');
    try {
      give(200, 'text/plain; version=0.0.4; charset=utf-8', await metricsOf(watched));
    } catch (cause) {
      give(503, 'text/plain', `${(cause as Error).message}\n`);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function healthOf({ worker, batches, busy }: Watched) {
  const redis = batches.redis.status;
  const { trouble } = worker;
  return { ok: redis === 'ready' && trouble === undefined, redis, building: busy(), ...(trouble && { trouble }) };
}

async function metricsOf({ worker, batches, tally, busy }: Watched): Promise<string> {
  const isReady = batches.redis.status === 'ready';
  const queues = isReady ? (await batches.list()).map(({ name }) => batches.queue(name)) : [];
  const exported = await Promise.all(queues.map((queue) => queue.exportPrometheusMetrics()));
  return `${[
    ...tally.lines(),
    ...one('jibiao_building', 'gauge', 'Reports at work here now', busy()),
    ...one('jibiao_concurrency', 'gauge', 'Reports that may be at work here', worker.wish.concurrency),
    ...one('jibiao_redis_up', 'gauge', 'Whether Redis is reached', Number(isReady)),
    ...one(
      'jibiao_trouble',
      'gauge',
      'Whether the store or this machine is in trouble',
      Number(worker.trouble !== undefined),
    ),
    ...joined(exported),
  ].join('\n')}\n`;
}

/** BullMQ's metrics of several queues: a metric's help may stand once only, and its lines must be together. */
function joined(exported: readonly string[]): string[] {
  const lines = new Map<string, Set<string>>();
  for (const line of exported.flatMap((text) => text.split('\n'))) {
    const name = /^(?:# \w+ )?(\w+)/.exec(line)?.[1] ?? '';
    lines.set(name, (lines.get(name) ?? new Set()).add(line));
  }
  return [...lines.values()].flatMap((set) => [...set]);
}
