import { defineConfig } from 'vitest/config';

/** The desk as a person uses it, in Debian's Chromium: `npm run test:browser`. One browser at a time. */
export default defineConfig({
  test: {
    include: ['test/browser/*.browser.ts'],
    // Nothing is held to a time here: on a busy machine all takes as long as it takes.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
    pool: 'forks',
    maxWorkers: 1,
  },
});
