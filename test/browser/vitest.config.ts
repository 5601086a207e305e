import { defineConfig } from 'vitest/config';

/** The desk as a person uses it, in Debian's Chromium: `npm run test:browser`. One browser at a time. */
export default defineConfig({
  test: {
    include: ['test/browser/*.browser.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
