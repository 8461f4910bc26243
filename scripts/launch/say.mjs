import os from 'node:os';

export const say = (line = '') => console.log(line);

/** Names a step, does it, and says how long it took. */
export async function step(name, work) {
  const began = Date.now();
  const result = await work();
  say(`  ✓ ${name}（${((Date.now() - began) / 1000).toFixed(1)} 秒）`);
  return result;
}

/** Addresses that a phone on the same network may type. */
export const lanAddresses = (port) =>
  Object.values(os.networkInterfaces())
    .flat()
    .filter((face) => face.family === 'IPv4' && !face.internal)
    .map((face) => `http://${face.address}:${port}`);

export function sayAddresses(port, logins) {
  say(`\n连心桥已启动  http://localhost:${port}`);
  for (const address of lanAddresses(port)) say(`同一网络的手机  ${address}`);
  if (logins?.length) say('\n演示账号（均为虚构）：');
  for (const { role, hint } of logins ?? []) say(`  ${role}  ${hint}`);
  say('\n按 Ctrl-C 停止。');
}
