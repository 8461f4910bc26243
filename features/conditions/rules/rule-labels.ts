import type { RuleName } from '@/features/eligibility/rules/facts';

const officer = '不能单独放行；确需照顾，改条件并写明原因';
const nobody = '不能破例';

/** What an officer calls each rule, and who may let a person in all the same. */
export const ruleLabels: Record<RuleName, { readonly label: string; readonly override: string }> = {
  channel: { label: '报名渠道', override: '由所属工会提交名单' },
  duplicate: { label: '重复报名', override: nobody },
  membership: { label: '会员', override: officer },
  retained: { label: '在职', override: officer },
  joined: { label: '入会时间', override: officer },
  transfer: { label: '转会', override: '转会办完即可' },
  sex: { label: '性别', override: nobody },
  age: { label: '年龄', override: officer },
  born: { label: '出生日期', override: officer },
  school_age: { label: '学年年龄', override: officer },
  grade: { label: '年级', override: officer },
  group: { label: '职业', override: officer },
  segment: { label: '人群', override: officer },
  scope: { label: '范围', override: officer },
  repeat: { label: '间隔', override: '健康检查加“通知再来”一条，女职工部核实后放行；其他改条件' },
  attendance: { label: '出勤', override: officer },
  last_draw: { label: '上次抽签', override: nobody },
  term: { label: '一期一班', override: nobody },
  limit: { label: '每人名额', override: officer },
  family: { label: '每家名额', override: officer },
  family_year: { label: '每家每年', override: officer },
  no_show: { label: '爽约', override: '申诉属实的由组织单位免除' },
  cycling: { label: '反复取消', override: nobody },
  quota: { label: '辖区、单位名额', override: officer },
  overlap: { label: '时间冲突', override: nobody },
  window: { label: '报名时间', override: nobody },
};
