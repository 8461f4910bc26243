import { sha256 } from './digest';

const lottery = /^20\d{5}:\d{3}$/;

/**
 * Whether a seed is one that the list committed to before it was known: the secret or the sentences
 * whose fingerprints stand in it, or a number of 福彩3D where it names a day of one. Which number came
 * out on that day is to be looked up in the newspaper.
 * @param named the list's line `seed`, without the word
 */
export async function seedFits(named: string, seed: string): Promise<boolean> {
  const [source, ...words] = named.split(' ');
  if (source === 'lottery') return lottery.test(seed);
  const commitments = words.filter((word) => /^[0-9a-f]{64}$/.test(word));
  if (source === 'house') return (await sha256(seed)) === commitments[0];
  if (source !== 'witnesses') return false;
  const hashes = await Promise.all(seed.split(':').map(sha256));
  return lottery.test(seed) || hashes.join() === commitments.join();
}
