import { defineConfig } from 'vitest/config';

/** One project a kind of test; `contract` and `e2e` run against the built server. A test without an assertion fails. */
const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: {
    name,
    expect: { requireAssertions: true },
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: 30_000,
    ...options,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('property', { testTimeout: 120_000 }),
      project('golden', { testTimeout: 120_000 }),
      project('contract', { testTimeout: 120_000, globalSetup: ['test/support/ensure-built.mjs'] }),
      project('e2e', { testTimeout: 180_000, fileParallelism: false }),
      project('architecture', { testTimeout: 120_000 }),
    ],
  },
});
