import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/cli/batch/pool.js';

const file = fileURLToPath(new URL('./threads/task.mjs', import.meta.url));

let pool: Pool<string, string> | undefined;
afterEach(() => pool?.close());

describe('a pool of threads', () => {
  it.each([
    ['exit', 'code 3'],
    ['throw', 'thrown'],
    ['crash', 'crashed'],
  ])('rejects the task at which a thread ends, and no other: %s', async (deadly, reason) => {
    pool = await openPool<string, string>(file, 2);
    const tasks = ['a', deadly, 'b', deadly, deadly, 'c', 'd'];
    const results = await Promise.allSettled(tasks.map((task) => pool?.run(task)));
    const told = results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)));
    expect(told).toEqual(tasks.map((task) => (task === deadly ? expect.stringContaining(reason) : `done ${task}`)));
    // It goes on after all of that.
    expect(await pool.run('e')).toBe('done e');
  });

  it('does not wait for ever for a file that cannot be run', async () => {
    pool = await openPool<string, string>(`${file}.missing`, 1);
    await expect(pool.run('a')).rejects.toThrow(/missing/);
    await expect(pool.run('b')).rejects.toThrow(/missing/);
  });
});
