import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuilderDied, Builders, NotBegun } from '../../src/queue/builders.js';

interface Task {
  readonly does: 'answer' | 'crash' | 'exit' | 'block' | 'eat' | 'hoard';
  readonly value?: number;
}

const file = join(import.meta.dirname, 'fakeBuilder.cjs');
const builders = (most: number, limits = { memory: 400, seconds: 20 }) =>
  new Builders<Task, { value: number; pid: number }>(file, most, limits);

describe.concurrent('processes that build', () => {
  it('do so many tasks at once, one after another', async () => {
    const all = builders(2);
    const values = Array.from({ length: 8 }, (_, value) => value);
    const answers = await Promise.all(values.map((value) => all.run({ does: 'answer', value })));
    expect(answers.map(({ value }) => value)).toEqual(values);
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
    all.close();
  });

  it.each([
    ['crash', 'builder-died', 'SIGSEGV'],
    ['exit', 'builder-died', 'exit code 3'],
    ['block', 'report-too-slow', '8 seconds'],
    ['eat', 'report-too-large', '200 MB'],
    ['hoard', 'report-too-large', '200 MB'],
  ] as const)('that %s cost their own task only', async (does, code, reason) => {
    const all = builders(2, { memory: 200, seconds: does === 'block' ? 8 : 60 });
    const [died, answered] = await Promise.allSettled([all.run({ does }), all.run({ does: 'answer', value: 1 })]);
    expect(died).toMatchObject({ status: 'rejected', reason: { constructor: BuilderDied, code } });
    expect(String((died as PromiseRejectedResult).reason)).toContain(reason);
    expect(answered).toMatchObject({ status: 'fulfilled', value: { value: 1 } });
    // Another has taken its place.
    await expect(Promise.all([1, 2].map((value) => all.run({ does: 'answer', value })))).resolves.toHaveLength(2);
    all.close();
  });

  it('that died while they were idle are replaced', async () => {
    const all = builders(1);
    const { pid } = await all.run({ does: 'answer' });
    process.kill(pid, 'SIGKILL');
    const next = await all.run({ does: 'answer', value: 2 }).catch(() => all.run({ does: 'answer', value: 2 }));
    expect(next.value).toBe(2);
    expect(next.pid).not.toBe(pid);
    all.close();
  });

  it('begin nothing more once they are to stop, and end what they do', async () => {
    const all = builders(1);
    const [first, second] = [all.run({ does: 'answer', value: 1 }), all.run({ does: 'answer', value: 2 })];
    all.stop();
    await expect(second).rejects.toThrow(NotBegun);
    await expect(first).resolves.toMatchObject({ value: 1 });
    await expect(all.run({ does: 'answer' })).rejects.toThrow(NotBegun);
    all.close();
  });
});
