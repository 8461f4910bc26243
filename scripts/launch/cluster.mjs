// The site on several cores: one process each behind one port, led by whoever calls; one that dies is replaced.
import cluster from 'node:cluster';
import { makeBackoff } from './backoff.mjs';
import { root } from './install.mjs';

const MOST_FAILED_STARTS = 5;
const STOP_MS = 35_000;

/**
 * Starts `wanted` processes of the site. `ready` once each has answered to its name; `ended` settles only
 * when they keep dying before that.
 * @param flags of Node, for each of them
 * @param exec what each of them runs
 */
export function keepCluster(env, wanted, flags, exec = 'scripts/serve.mjs') {
  let stopping = false;
  let ready = 0;
  let failedStarts = 0;
  let isReady;
  let hasEnded;
  const whenReady = new Promise((resolve) => {
    isReady = resolve;
  });
  const ended = new Promise((resolve) => {
    hasEnded = resolve;
  });

  function giveUp() {
    console.error('网站进程一启动就退出，已停止。(web processes keep dying at start)');
    stopping = true;
    hasEnded(1);
  }

  function fork(backoff) {
    const began = Date.now();
    const worker = cluster.fork(env);
    worker.once('message', (message) => {
      if (message === 'ready' && ++ready === wanted) isReady();
    });
    worker.once('exit', () => {
      if (stopping) return;
      if (ready < wanted && ++failedStarts === MOST_FAILED_STARTS) return giveUp();
      const pause = backoff(Date.now() - began);
      console.error(
        `网站进程意外退出，${pause / 1000} 秒后重新启动。(web process ended, restarting)`,
      );
      setTimeout(() => stopping || fork(backoff), pause);
    });
  }

  async function stop() {
    stopping = true;
    const left = Object.values(cluster.workers).filter((worker) => !worker.isDead());
    const gone = left.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
    const tell = (signal) => {
      for (const worker of left) worker.process.kill(signal);
    };
    tell('SIGTERM');
    const timer = setTimeout(() => tell('SIGKILL'), STOP_MS);
    await Promise.all(gone);
    clearTimeout(timer);
  }

  cluster.setupPrimary({ exec, args: [], execArgv: flags, cwd: root });
  for (let i = 0; i < wanted; i++) fork(makeBackoff());
  return { ready: whenReady, ended, stop };
}
