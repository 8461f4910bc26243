import { makeSecrets } from '../launch/secrets.mjs';

/** Prints keys to be put into the environment; kept nowhere, so a copy must be stored safely. */
export function printSecrets(): void {
  for (const [name, value] of Object.entries(makeSecrets())) console.log(`${name}=${value}`);
  console.error('\n请妥善保存：丢失 FIELD_KEYS 或 INDEX_KEYS，已加密的资料将无法读取。');
}
