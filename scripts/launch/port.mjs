import net from 'node:net';
import { wait } from '../embedded-pg/process.mjs';

const canListen = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });

/** Processes of a killed start need a moment to notice and leave; anyone else is named as the reason. */
export async function waitForPort(port) {
  for (let i = 0; i < 24; i++) {
    if (await canListen(port)) return;
    await wait(250);
  }
  throw new Error(
    `端口 ${port} 被别的程序占用。请换一个端口：PORT=${port + 1} npm start (port in use)`,
  );
}
