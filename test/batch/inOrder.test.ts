import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/cli/batch/inOrder.js';

const silent = { settled: () => {}, take: () => {} };

describe('work in lanes', () => {
  it('is handed over in the order of the items, whatever ends first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (scheduler, items, lanes) => {
          const taken: number[] = [];
          const list = Array.from({ length: items }, (_, index) => index);
          const all = inOrder(list, lanes, (item) => scheduler.schedule(Promise.resolve(item * 10)), {
            settled: () => {},
            take: (result, item) => {
              expect(result).toBe(item * 10);
              taken.push(item);
            },
          });
          await scheduler.waitFor(all);
          expect(taken).toEqual(list);
        },
      ),
    );
  });

  it('never does more at once than there are lanes, and uses them all', async () => {
    let [now, most] = [0, 0];
    const work = async (): Promise<void> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
    };
    await inOrder([...Array(9).keys()], 3, work, silent);
    expect(most).toBe(3);
  });

  it('hears of a result before the ones ahead of it are there', async () => {
    const heard: string[] = [];
    let finishFirst = (_: string): void => {};
    const first = new Promise<string>((resolve) => {
      finishFirst = resolve;
    });
    await inOrder(['a', 'b'], 2, (item) => (item === 'a' ? first : Promise.resolve('b done')), {
      settled: (result) => {
        heard.push(`settled ${result}`);
        if (result === 'b done') finishFirst('a done');
      },
      take: (result) => heard.push(`taken ${result}`),
    });
    expect(heard).toEqual(['settled b done', 'settled a done', 'taken a done', 'taken b done']);
  });
});
