// One process per core behind one port; a process that dies is replaced, a dying start takes all along.
import cluster from 'node:cluster';
import { followParent } from './launch/children.mjs';
import { serveOne } from './server/web-worker.mjs';

const QUICK_MS = 5_000;
let stopping = false;

function lead() {
  const wanted = Number(process.env.WEB_PROCESSES || 1);
  let ready = 0;
  let quickDeaths = 0;

  function fork() {
    const began = Date.now();
    const worker = cluster.fork();
    worker.once('message', (message) => {
      if (message === 'ready' && ++ready === wanted) process.send?.('ready');
    });
    worker.once('exit', () => {
      if (stopping) return;
      quickDeaths = Date.now() - began < QUICK_MS ? quickDeaths + 1 : 0;
      if (quickDeaths < 5) return fork();
      console.error('网站进程一启动就退出，已停止。(web processes keep dying at start)');
      process.exit(1);
    });
  }

  function stop() {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {});
    if (workers.length === 0) process.exit(0);
    cluster.on('exit', () => Object.keys(cluster.workers).length === 0 && process.exit(0));
    for (const worker of workers) worker.process.kill('SIGTERM');
    setTimeout(() => process.exit(0), 30_000).unref();
  }

  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  followParent(stop);
  for (let i = 0; i < wanted; i++) fork();
}

if (cluster.isPrimary) lead();
else await serveOne();
