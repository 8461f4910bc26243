// `npm run new-feature <name> [beside <feature>]`: a folder that passes every check, to be filled.
import { spawnSync } from 'node:child_process';
import { root } from './launch/install.mjs';
import { makeFeature } from './testing/make-feature.mjs';
import { tools } from './testing/tools.mjs';

const [name, , beside] = process.argv.slice(2);
try {
  const files = makeFeature({ name, beside });
  // Where a line breaks depends on how long the name is.
  const formatted = [tools.biome, 'check', '--write', ...files, 'features/tiers.json'];
  spawnSync(process.execPath, formatted, { cwd: root, stdio: 'ignore' });
  console.log(`${files.map((file) => `  + ${file}`).join('\n')}

接下来（CONTRIBUTING.md 写着每一步）：
  1. docs/domain.md 写清这个词是什么；没有的业务词先补进术语表。
  2. db/schema 加表，db/migrations 加迁移，personal-data.ts 写明存了谁的什么、几时删。
  3. commands/ 一个动作一个文件，queries/ 只读，actions.ts 接到表单，app/ 拼页面。
  4. npm run check`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
