/** Before tests against built programs: builds dist/ when the sources are newer. */
export { ensureBuilt as setup } from '../../server/launch/build.mjs';
