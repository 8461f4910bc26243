import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RoleName } from '@/db/schema/identity';
import { roleKeys, roleLabels } from '@/features/identity/rules/role-labels';
import { declaredPermissions } from '@/lib/access';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
export const permissionsFile = path.join(root, 'docs', 'permissions.md');

/** Loads every feature's policy.ts, so that all permissions are declared. */
async function loadPolicies(): Promise<void> {
  const features = path.join(root, 'features');
  for (const feature of fs.readdirSync(features)) {
    const file = path.join(features, feature, 'policy.ts');
    if (fs.existsSync(file)) await import(pathToFileURL(file).href);
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** docs/permissions.md as it has to be: one line a permission, one column a role. */
export async function permissionsPage(): Promise<string> {
  await loadPolicies();
  const lines = declaredPermissions()
    .map(({ permission, label, roles }) => ({ permission, label, roles }))
    .sort((a, b) => (a.permission < b.permission ? -1 : 1))
    .map(({ permission, label, roles }) =>
      row([
        label,
        `\`${permission}\``,
        ...roleKeys.map((role) => (roles.includes(role) ? '✓' : '')),
      ]),
    );
  const heads = roleKeys.map((role: RoleName) => roleLabels[role]);
  return [
    '# 谁可以做什么',
    '',
    '由各功能的 `policy.ts` 生成，请勿手改：`node --conditions=react-server --import tsx scripts/permissions.ts`。',
    '',
    '角色授予在某个组织上，对该组织及其全部下级有效；没有列出的一律不可以。会员只能看和办自己的事：',
    '申请、预约、家庭、会员码、通知。任何人不能办理自己的申请。',
    '',
    row(['权限', '名称', ...heads]),
    row(['---', '---', ...heads.map(() => ':-:')]),
    ...lines,
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  fs.writeFileSync(permissionsFile, await permissionsPage());
  console.log(`written: ${path.relative(root, permissionsFile)}`);
}
