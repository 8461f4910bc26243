// Before the files of the http step start servers, two at once: what they serve is built before either.
import { buildStale } from '../launch/build.mjs';
import { patchDependencies } from '../launch/install.mjs';

export default async function setup() {
  patchDependencies();
  await buildStale();
}
