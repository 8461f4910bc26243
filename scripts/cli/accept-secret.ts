import { ownerSql } from '@/db/client';
import { migrate } from '@/db/migrate';
import { recordAudit } from '@/lib/audit';
import { keepChecks, makeChecks } from '@/lib/crypto/key-check';
import { atTheServer } from './at-the-server';

/** Makes a changed APP_SECRET the one that counts; cards, certificates and links of the old one end. */
export async function acceptSecret(): Promise<void> {
  const sql = ownerSql();
  try {
    const { APP_SECRET } = makeChecks();
    await keepChecks(sql, { APP_SECRET });
  } finally {
    await sql.end({ timeout: 5 });
  }
  await migrate();
  await atTheServer((tx) =>
    recordAudit(tx, { action: 'accept_secret', entityType: 'setting', entityId: 'APP_SECRET' }),
  );
  console.log('已改用新的 APP_SECRET。旧的会员码、证书二维码和链接从现在起无效。');
}
