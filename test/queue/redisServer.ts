import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Whether this machine has Debian's redis-server. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A redis-server of a test's own, on a port of this machine that was free, in a folder that goes away. */
export interface RedisServer {
  readonly url: string;
  /** Ends it by a signal and starts it again with what it has on its disk. */
  restart(signal: 'SIGTERM' | 'SIGKILL', milliseconds?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Settings that lose no job. */
const keeping = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];

export async function startRedis(settings: readonly string[] = keeping): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-redis-'));
  const port = await freePort();
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...settings];
  let server = await started(args, port);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async (signal, milliseconds = 0) => {
      await end(signal);
      await pause(milliseconds);
      server = await started(args, port);
    },
    stop: async () => {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(args: readonly string[], port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => {});
  // It answers LOADING while it reads its log.
  for (let tries = 0; (await client.ping().catch(() => '')) !== 'PONG'; tries += 1) {
    if (tries > 500) throw new Error('redis-server does not begin');
    await pause(20);
  }
  client.disconnect();
  return server;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
