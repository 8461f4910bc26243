// From a clean clone to running processes, and back down in order.
import { followParent } from './children.mjs';
import { claim, demoLogins, release } from './data-dir.mjs';
import { openDatabase } from './database.mjs';
import { install, isInstalled, patchDependencies, switchNode } from './install.mjs';
import { waitForPort } from './port.mjs';
import { say, sayAddresses, step } from './say.mjs';

const port = Number(process.env.PORT || 3000);
const stops = [];
let stopping = false;
let claimed = false;

// Last started, first stopped: requests drain, then jobs, then the database.
async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (claimed) say('\n正在停止……');
  for (const end of stops.reverse()) await end();
  if (claimed) release();
  process.exit(code);
}

async function prepareGround(entry) {
  if (!isInstalled()) await step('安装依赖', install);
  await switchNode(entry);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  followParent(() => stop(0));
  patchDependencies();
  claim(port);
  claimed = true;
  await waitForPort(port);
  const database = await openDatabase();
  stops.push(database.stop);
  return { ...database.env, PORT: String(port) };
}

/**
 * Prepares everything for the script `entry`, then keeps alive what `serve(env)` starts until Ctrl-C
 * or until one of those processes ends.
 */
export async function launch(entry, serve) {
  try {
    const env = await prepareGround(entry);
    const children = await serve(env);
    stops.push(...children.map((child) => child.stop));
    for (const child of children) child.ended.then(() => stop(1));
    await Promise.all(children.map((child) => child.ready));
    if (!stopping) sayAddresses(port, env.LIANXIN_DEMO === '1' ? demoLogins() : undefined);
  } catch (error) {
    if (!stopping) say(`\n${error.message}`);
    await stop(1);
  }
}
