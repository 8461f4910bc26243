// The site: one process, or with WEB_PROCESSES one for each core behind one port.
import cluster from 'node:cluster';
import { keepCluster } from './launch/cluster.mjs';
import { onEnding } from './launch/ending.mjs';

async function lead(wanted) {
  const web = keepCluster({}, wanted, process.execArgv);
  onEnding(() => web.stop().then(() => process.exit(0)));
  web.ended.then((code) => process.exit(code));
  await web.ready;
  process.send?.('ready');
}

const wanted = Number(process.env.WEB_PROCESSES || 1);
if (cluster.isPrimary && wanted > 1) await lead(wanted);
else await (await import('./server/web-worker.mjs')).serveOne();
