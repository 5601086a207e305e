import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../src/cli/batch/timeLeft.js';
import { workerCount } from '../../src/cli/batch/workerCount.js';
import { words } from '../../src/cli/words.js';

describe('the time that is left', () => {
  it('is unknown at first, then the rest at the pace so far', () => {
    expect(secondsLeft({ done: 0, all: 2000, elapsed: 500 })).toBeUndefined();
    expect(secondsLeft({ done: 2, all: 2000, elapsed: 1000 })).toBeUndefined();
    expect(secondsLeft({ done: 500, all: 2000, elapsed: 100_000 })).toBe(300);
    expect(secondsLeft({ done: 2000, all: 2000, elapsed: 400_000 })).toBe(0);
    expect(secondsLeft({ done: 5, all: 6, elapsed: 0 })).toBeUndefined();
  });

  it('is said in the two largest units, with what is done and failed', () => {
    expect(words('zh').progress(37, 2000, 1, 200)).toBe('已完成 37/2000，失败 1，约剩 3 分 20 秒');
    expect(words('zh').progress(1, 2000, 0, undefined)).toBe('已完成 1/2000');
    expect(words('zh').progress(9, 10, 0, 7)).toBe('已完成 9/10，约剩 7 秒');
    expect(words('en').progress(37, 230_000, 0, 3 * 3600 + 5 * 60 + 59)).toBe('37/230000 done, about 3 h 5 min left');
  });
});

describe('the number of threads', () => {
  const plenty = { reports: 2000, cores: 8, memory: 64e9 };

  it('is four by default, less with fewer cores, less memory or few reports', () => {
    expect(workerCount(undefined, plenty)).toBe(4);
    expect(workerCount(undefined, { ...plenty, cores: 2 })).toBe(2);
    expect(workerCount(undefined, { ...plenty, memory: 1.5e9 })).toBe(2);
    expect(workerCount(undefined, { ...plenty, memory: 1e8 })).toBe(1);
    expect(workerCount(undefined, { ...plenty, reports: 1 })).toBe(1);
    expect(workerCount(undefined, { ...plenty, reports: 8 })).toBe(2);
  });

  it('is what was asked for, but never more than one a report', () => {
    expect(workerCount(16, plenty)).toBe(16);
    expect(workerCount(16, { ...plenty, reports: 3 })).toBe(3);
    expect(workerCount(1, plenty)).toBe(1);
  });
});
