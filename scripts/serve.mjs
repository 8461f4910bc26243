// One process per core behind one port; one that dies is replaced, a start that never succeeds is given up.
import cluster from 'node:cluster';
import { makeBackoff } from './launch/backoff.mjs';
import { onEnding } from './launch/ending.mjs';
import { serveOne } from './server/web-worker.mjs';

const MOST_FAILED_STARTS = 5;
let stopping = false;

function lead() {
  const wanted = Number(process.env.WEB_PROCESSES || 1);
  let ready = 0;
  let failedStarts = 0;

  function fork(backoff) {
    const began = Date.now();
    const worker = cluster.fork();
    worker.once('message', (message) => {
      if (message === 'ready' && ++ready === wanted) process.send?.('ready');
    });
    worker.once('exit', () => {
      if (stopping) return;
      if (ready < wanted && ++failedStarts === MOST_FAILED_STARTS) {
        console.error('网站进程一启动就退出，已停止。(web processes keep dying at start)');
        process.exit(1);
      }
      const pause = backoff(Date.now() - began);
      console.error(
        `网站进程意外退出，${pause / 1000} 秒后重新启动。(web process ended, restarting)`,
      );
      setTimeout(() => stopping || fork(backoff), pause);
    });
  }

  function stop() {
    if (stopping) return;
    stopping = true;
    const workers = Object.values(cluster.workers ?? {});
    if (workers.length === 0) process.exit(0);
    cluster.on('exit', () => Object.keys(cluster.workers).length === 0 && process.exit(0));
    for (const worker of workers) worker.process.kill('SIGTERM');
    setTimeout(() => process.exit(0), 30_000).unref();
  }

  onEnding(stop);
  for (let i = 0; i < wanted; i++) fork(makeBackoff());
}

if (cluster.isPrimary) lead();
else await serveOne();
