// `npm run demo`: the demo beside a real installation, on the same server or anywhere else.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { demoEnv } from './launch/demo-env.mjs';
import { root } from './launch/install.mjs';

const start = path.join(root, 'scripts', 'start.mjs');
const child = spawn(process.execPath, [start], { env: demoEnv(process.env), stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
