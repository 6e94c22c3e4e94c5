import { ensureBuilt } from '../../server/launch/build.mjs';

/** Before tests against built programs: builds dist/ when the sources are newer, as users would. */
export async function setup() {
  const { NODE_ENV } = process.env;
  // Under vitest it says `test`, and the page would be built with the development code of its packages.
  delete process.env.NODE_ENV;
  try {
    await ensureBuilt();
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}
