import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Proofs that take long, being whole processes, installs and floods of data: left out of `npm test`, which people wait for, and
 * in `.ci/run` and `npm run test:long`, which take a larger share of random trials too (test/runs.ts).
 */
const long = [
  'test/batch/build.test.ts',
  'test/desk/many.test.ts',
  'test/fonts/blocks.test.ts',
  'test/hostile/pdfs.test.ts',
  'test/packaging/**/*.test.ts',
  'test/publish/killed.test.ts',
  'test/publish/regenerate.test.ts',
  'test/queue/dies.test.ts',
  'test/reading/columns/ownMany.test.ts',
  'test/reading/strangers/published.test.ts',
];
const left = Number(process.env.JIBIAO_RUNS ?? 0) >= 0.25 ? [] : long;

/** As the program itself is started (src/packaging/load.ts): a tenth less CPU on Node 20; later versions have no such flag. */
const execArgv = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=400000'] : [];

/** Tests that mock modules of src/, load them anew or take gigabytes: each has a process of its own. */
const alone = [
  'test/desk/line.test.ts',
  'test/publish/ours.test.ts',
  'test/formats/table.test.ts',
  'test/report/large.test.ts',
];

/*
 * Three workers: two keep two cores busy, and tests of watching mostly wait. All other files share what a worker has loaded: src/ is
 * evaluated once a worker, not once a file, which halves the time of all tests. So a test leaves no working folder, environment or
 * spy behind. Forks, because tests change the working folder, which threads cannot.
 */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    experimental: { fsModuleCache: true },
    pool: 'forks',
    execArgv,
    maxWorkers: 3,
    restoreMocks: true,
    setupFiles: 'test/oneFont.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone, ...left],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    ],
  },
});
