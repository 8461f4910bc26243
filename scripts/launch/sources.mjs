import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What stands in these files below `root`, as one number; those that are not there count as absent. */
export function hashOf(root, listed) {
  const hash = createHash('sha256');
  for (const file of listed) {
    const full = path.join(root, file);
    if (fs.existsSync(full)) hash.update(`${file}\0`).update(fs.readFileSync(full));
  }
  return hash.digest('hex');
}
