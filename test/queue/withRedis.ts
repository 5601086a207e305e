import { afterAll, beforeAll, describe, it } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from './redisServer.js';

/** `.ci/run` and `npm run test:long` prove everything. */
const must = Number(process.env.JIBIAO_RUNS ?? 0) >= 0.25;

/**
 * Tests that need a redis-server, and have one of their own. Where none is installed `npm test` says which were left out, and the
 * long runs fail.
 */
export function withRedis(name: string, tests: (url: () => string, server: () => RedisServer) => void): void {
  if (hasRedis) {
    describe(name, () => {
      let server: RedisServer;
      beforeAll(async () => {
        server = await startRedis();
      });
      afterAll(() => server.stop());
      tests(
        () => server.url,
        () => server,
      );
    });
    return;
  }
  if (must) {
    it(`${name}: needs redis-server`, () => {
      throw new Error('redis-server is not installed: apt install redis-server');
    });
    return;
  }
  describe.skip(`${name}: needs redis-server`, () =>
    tests(
      () => '',
      () => undefined as never,
    ));
  console.warn(`NOT TESTED for want of redis-server (apt install redis-server): ${name}`);
}
