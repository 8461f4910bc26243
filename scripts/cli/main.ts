import { closeDatabase } from '@/db/client';
import { createAdmin } from './create-admin';
import { doctor } from './doctor';
import { grantRole } from './grant-role';
import { importHolidays } from './import-holidays';
import { printSecrets } from './print-secrets';

const commands: Record<string, { usage: string; run: (args: string[]) => Promise<void> | void }> = {
  'admin:create': {
    usage: '--name 姓名 --phone 手机号 [--organisation 总工会名称]   建立第一位管理员',
    run: createAdmin,
  },
  'role:grant': {
    usage: '--phone 手机号 --role 角色 --organisation 工会名称 [--name 姓名]   授予角色',
    run: grantRole,
  },
  'holiday:import': {
    usage: '<文件.csv>   导入节假日与调休，每行：日期,off 或 work,名称',
    run: importHolidays,
  },
  migrate: {
    usage: '   更新数据表（启动时也会自动进行）',
    run: async () => (await import('@/db/migrate')).migrate(),
  },
  'keys:renew': {
    usage: '   换密钥后，把旧密钥的数据改用新密钥（夜里也会自动进行）',
    run: async () => {
      const { sealed, indexed, broken } = await (
        await import('@/lib/crypto/renew-seals')
      ).renewSeals();
      console.log(`改用新密钥：加密 ${sealed} 处，检索 ${indexed} 处；打不开 ${broken} 处。`);
      if (broken > 0) throw new Error('还有打不开的数据：旧密钥不能拿掉，请找回缺的那把密钥。');
      console.log('再运行一次，都是 0 处时，旧密钥可以从队列里拿掉。');
    },
  },
  doctor: { usage: '   检查时钟和设置，有问题时说明怎么办', run: doctor },
  figures: {
    usage:
      '--year 2024 | --from 日期 --to 日期 [--unit 工会名称] [--json]   一段时间的每个统计数字和它的行数',
    run: async (args) => (await import('./figures')).printFigures(args),
  },
  'ledger:check': {
    usage: '   核对操作日志：逐条重算，并和每天的封存比对',
    run: async () => (await import('./check-ledger')).checkLedger(),
  },
  'secret:accept': {
    usage: '   换了 APP_SECRET 后确认一次：旧的会员码、证书二维码和链接作废',
    run: async () => (await import('./accept-secret')).acceptSecret(),
  },
  secrets: { usage: '   生成一组新的密钥', run: printSecrets },
};

const [name, ...args] = process.argv.slice(2);
const asksForHelp = name !== undefined && ['help', '--help', '-h'].includes(name);
const command = name === undefined ? undefined : commands[name];

if (command) {
  try {
    await command.run(args);
    await closeDatabase();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
} else {
  console.log('npm run cli -- <命令> …\n');
  for (const [key, { usage }] of Object.entries(commands)) console.log(`  ${key} ${usage}`);
  process.exit(asksForHelp ? 0 : 2);
}
process.exit(0);
