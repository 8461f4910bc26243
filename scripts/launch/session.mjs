// From a clean clone to running processes, and back down in order.
import { endSteps } from './children.mjs';
import { claim, demoLogins, release } from './data-dir.mjs';
import { openDatabase } from './database.mjs';
import { makeEnding } from './ending.mjs';
import { install, isInstalled, patchDependencies, switchNode } from './install.mjs';
import { waitForPort } from './port.mjs';
import { say, sayAddresses, step } from './say.mjs';

const port = Number(process.env.PORT || 3000);

async function prepareGround(stops, as, build = () => {}) {
  patchDependencies();
  claim(port);
  stops.push(release);
  await waitForPort(port);
  await build();
  const database = await openDatabase(as);
  stops.push(database.stop);
  return { ...database.env, PORT: String(port) };
}

/**
 * Prepares everything for the script `entry`, then keeps alive what `serve(env)` starts until Ctrl-C
 * or until one of those processes cannot be started.
 * @param as how a source of ours is run
 * @param build what must be built before anything runs
 */
export async function launch(entry, { as, serve, build, isEnough = isInstalled }) {
  if (!isEnough()) await step('安装依赖', install);
  await switchNode(entry);
  // Last started, first stopped: requests drain, then jobs, then the database.
  const { stops, end, isEnding } = makeEnding({
    before: () => {
      if (stops.length > 0) say('\n正在停止……');
      return endSteps();
    },
  });
  try {
    const env = await prepareGround(stops, as, build);
    const children = await serve(env);
    stops.push(...children.map((child) => child.stop));
    for (const child of children) child.ended.then(() => end(1));
    await Promise.all(children.map((child) => child.ready));
    if (!isEnding()) sayAddresses(port, env.LIANXIN_DEMO === '1' ? demoLogins() : undefined);
  } catch (error) {
    if (!isEnding()) say(`\n${error.message}`);
    await end(1);
  }
}
