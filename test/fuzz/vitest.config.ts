import { defineConfig } from 'vitest/config';

/** What needs Debian's poppler-utils and unicode-data; run by .ci/readers as `npm run fuzz`. */
export default defineConfig({ test: { include: ['test/fuzz/**/*.fuzz.ts'], testTimeout: 1_200_000, maxWorkers: 2 } });
