import { createHmac } from 'node:crypto';
import type { RoleName } from '@/db/schema/identity';
import { env } from '@/lib/env';
import { invented } from './federation';

const { people, story } = invented;

export interface OfficerData {
  phone: string;
  name: string;
  role: RoleName;
  /** Name of the organisation where the role is held. */
  at: string;
  /** What the list of logins calls it. */
  label: string;
  /** Signs in for the first time and sets up the second factor then. */
  notEnrolled?: boolean;
  /** Is also a member there: sees the switch 我是会员 / 我是工会干部. */
  member?: boolean;
}

/** One login a role; the two more are for trying what a neighbour must not see. */
export const officers: readonly OfficerData[] = [
  {
    phone: '13900000011',
    name: people.organisationOfficer,
    role: 'organisation_officer',
    at: invented.root,
    label: '组织部',
  },
  {
    phone: '13900000012',
    name: people.womenOfficer,
    role: 'women_officer',
    at: invented.root,
    label: '女职工部',
  },
  {
    phone: '13900000013',
    name: people.economyOfficer,
    role: 'economy_officer',
    at: invented.root,
    label: '经济技术部',
  },
  {
    phone: '13900000014',
    name: people.systemAdmin,
    role: 'system_admin',
    at: invented.root,
    label: '系统管理员',
  },
  {
    phone: '13900000015',
    name: people.viewer,
    role: 'viewer',
    at: invented.root,
    label: '总工会只读',
  },
  {
    phone: '13900000021',
    name: people.townAdmin,
    role: 'town_admin',
    at: `${story.town}总工会`,
    label: `辖区管理员（${story.town}）`,
  },
  {
    phone: '13900000022',
    name: people.otherTownAdmin,
    role: 'town_admin',
    at: `${story.millTown}总工会`,
    label: `辖区管理员（${story.millTown}）`,
  },
  {
    phone: '13900000031',
    name: people.unionAdmin,
    role: 'union_admin',
    at: story.platformUnion,
    label: '基层工会管理员（也是会员）',
    member: true,
  },
  {
    phone: '13900000032',
    name: people.otherUnionAdmin,
    role: 'union_admin',
    at: story.millUnion,
    label: '基层工会管理员（首次登录，未绑定动态码）',
    notEnrolled: true,
  },
];

/** Who works for a partner of the federation. Drawn apart, so that the members stay who they were. */
export const partnerOfficers: readonly OfficerData[] = [
  {
    phone: '13900000041',
    name: people.hospitalDesk,
    role: 'hospital_desk',
    at: story.clinic,
    label: '医院窗口',
  },
];

/** Looks after the children of the running class; no member and no officer. */
export const classTeacher = { name: people.classTeacher, phone: '13900009002' };

export const DEMO_PASSWORD = 'lianxin-demo-2026';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The second factor of all demo officers: another secret on every install, in base32. */
export function demoTotpSecret(): string {
  const bytes = createHmac('sha256', env().APP_SECRET).update('demo totp').digest().subarray(0, 20);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

export interface Login {
  role: string;
  hint: string;
}

const officerHint = (o: OfficerData): string =>
  [
    `/staff/login`,
    `手机 ${o.phone}`,
    `密码 ${DEMO_PASSWORD}`,
    o.notEnrolled ? '' : '动态码密钥见下',
  ]
    .filter(Boolean)
    .join('  ');

/** What `npm start` prints: nobody here exists. */
export const demoLogins = (): Login[] => [
  { role: '会员', hint: '/login  手机 13900000001  短信验证码在 /dev/messages' },
  { role: '待补正的申请人', hint: '/login  手机 13900000002' },
  { role: '托管班老师', hint: `/login  手机 ${classTeacher.phone}，“我的”里有“我带的班”` },
  { role: '还没入会', hint: '/login  任意手机号' },
  ...[...officers, ...partnerOfficers].map((o) => ({ role: o.label, hint: officerHint(o) })),
  { role: '动态码密钥', hint: `${demoTotpSecret()}（填入任意身份验证器，六位码每 30 秒一换）` },
];
