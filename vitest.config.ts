import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that mock modules of src/ or take gigabytes: each has a process of its own. */
const alone = ['test/publish/ours.test.ts', 'test/formats/table.test.ts', 'test/report/large.test.ts'];

/*
 * Two workers, since vitest by itself takes one less than there are cores. All other files share what a worker has loaded: src/ is
 * evaluated once a worker, not once a file, which halves the time of all tests. So a test leaves no working folder, environment or
 * spy behind. Forks, because tests change the working folder, which threads cannot.
 */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    ],
  },
});
