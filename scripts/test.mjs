// The whole check, in named steps: the first red one ends it, the sum is always told.
// `npm test -- unit` runs one step; what follows goes to its tool: `npm test -- unit lib/dates`.
import { install, isInstalled, patchDependencies, switchNode } from './launch/install.mjs';

if (!isInstalled()) install();
await switchNode(import.meta.filename);
patchDependencies();
const { runSteps } = await import('./testing/run-steps.mjs');
await runSteps(process.argv.slice(2));
