import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting } from '@/lib/settings';

export const childKeepDays = numberSetting({
  key: 'childcare_child_days',
  label: '孩子移除后资料保留天数（从最后一次服务结束算）',
  fallback: 180,
  min: 0,
  max: 1095,
});

export const invitationLimit = declareLimit({
  ...{ scope: 'invite_guardian', per: 'account', most: 5, seconds: 86_400 },
  label: '每个账号每天最多邀请几次监护人',
});

export const childLimit = declareLimit({
  ...{ scope: 'add_child', per: 'account', most: 20, seconds: 86_400 },
  label: '每个账号每天最多添加几次孩子',
});
