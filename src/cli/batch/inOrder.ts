/**
 * Works on several items at once. `settled` is called with each result as it comes; `take` with each in the order of the items,
 * as soon as all before it are done. Results that were taken are not kept.
 */
export async function inOrder<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>,
  hear: { readonly settled: (result: R) => void; readonly take: (result: R, item: T) => void },
): Promise<void> {
  const waiting = new Map<number, R>();
  let next = 0;
  let due = 0;
  const release = (): void => {
    for (let result = waiting.get(due); result !== undefined; result = waiting.get(due)) {
      waiting.delete(due);
      hear.take(result, items[due] as T);
      due += 1;
    }
  };
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      const result = await work(items[index] as T);
      hear.settled(result);
      waiting.set(index, result);
      release();
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
