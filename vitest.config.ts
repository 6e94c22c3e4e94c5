import { defineConfig } from 'vitest/config';

/** Builds the programs that the tests run, unless they are built. */
const BUILT = 'test/support/ensure-built.mjs';

/** One project a kind of test; `contract` and `e2e` run against the built server. A test without an assertion fails. */
const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: {
    name,
    expect: { requireAssertions: true },
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: 120_000,
    ...options,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('property', { setupFiles: ['test/support/property-seed.ts'] }),
      project('golden'),
      project('contract', { globalSetup: [BUILT] }),
      project('e2e', { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false, globalSetup: [BUILT] }),
      project('architecture'),
    ],
  },
});
