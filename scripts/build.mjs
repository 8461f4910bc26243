// Builds the site where no database is at hand, such as in a container image; `npm start` builds by itself.
import { buildStale } from './launch/build.mjs';
import { install, isInstalled, patchDependencies, switchNode } from './launch/install.mjs';

if (!isInstalled()) install();
await switchNode(import.meta.filename);
patchDependencies();
await buildStale();
