import { Redis } from 'ioredis';
import { fault, type Problem, Problems } from '../problem.js';

/** Seconds that a command waits for Redis; workers wait for ever. */
const patience = 20;

/**
 * Connects to Redis, whose settings must lose no job. `forever`: commands wait until it is back, as those of workers must.
 * Throws Problems `redis-address`, `redis-away`, `redis-forgets`.
 */
export async function connect(address: string, forever: boolean): Promise<Redis> {
  const shown = shownAddress(address);
  const redis = new Redis(address, {
    lazyConnect: true,
    maxRetriesPerRequest: forever ? null : patience,
    retryStrategy: (times) => Math.min(times * 100, 1000),
  });
  // Told by the commands that fail; without a listener it would end the process.
  let last = 'no answer';
  redis.on('error', (cause: Error) => {
    last = cause.message;
  });
  const late = setTimeout(() => redis.disconnect(), patience * 1000);
  try {
    const told = await redis.info();
    const problems = forgetful(told, shown);
    if (problems.length > 0) throw new Problems(problems);
    return redis;
  } catch (cause) {
    redis.disconnect();
    if (cause instanceof Problems) throw cause;
    const reason = /NOAUTH|WRONGPASS|NOPERM/.test((cause as Error).message) ? (cause as Error).message : last;
    throw new Problems([redisAway(shown, reason)]);
  } finally {
    clearTimeout(late);
  }
}

/** An address without its password. Throws Problems `redis-address`. */
export function shownAddress(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address);
    if (!/^rediss?:$/.test(protocol) || host === '') throw new Error('no address');
    return `${protocol}//${host}${pathname}`;
  } catch {
    const message = { zh: '--redis 不是 Redis 的地址', en: '--redis is no address of Redis' };
    const hint = {
      zh: '例如 redis://10.0.0.5:6379；密码写在环境变量 REDIS_URL 里：redis://:密码@10.0.0.5:6379',
      en: 'such as redis://10.0.0.5:6379; with a password set REDIS_URL to redis://:password@10.0.0.5:6379',
    };
    throw new Problems([fault('redis-address', message, undefined, hint)]);
  }
}

/** A Redis that evicts keys or writes no log loses jobs, and nobody would know which. */
function forgetful(told: string, shown: string): Problem[] {
  const value = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(told)?.[1] ?? '';
  const policy = value('maxmemory_policy');
  const settings = [
    ...(policy === 'noeviction' ? [] : [`maxmemory-policy ${policy || '?'} → noeviction`]),
    ...(value('aof_enabled') === '1' ? [] : ['appendonly no → yes']),
  ];
  if (settings.length === 0) return [];
  const message = {
    zh: `${shown} 会丢任务：${settings.join('，')}`,
    en: `${shown} would lose jobs: ${settings.join(', ')}`,
  };
  const hint = {
    zh: '用 redis-server --appendonly yes --maxmemory-policy noeviction 启动，或写进 redis.conf',
    en: 'start it by redis-server --appendonly yes --maxmemory-policy noeviction, or write that into redis.conf',
  };
  return [fault('redis-forgets', message, undefined, hint)];
}

export function redisAway(shown: string, reason: string): Problem {
  const message = { zh: `连不上 ${shown}：${reason}`, en: `cannot reach ${shown}: ${reason}` };
  const hint = { zh: '核对地址、端口、密码与防火墙', en: 'look at address, port, password and firewall' };
  return fault('redis-away', message, undefined, hint);
}
