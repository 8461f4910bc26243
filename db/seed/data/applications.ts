import type { applicationStatuses } from '@/db/schema/enums';
import { invented } from '../federation';

const { story } = invented;

export interface CaseData {
  status: (typeof applicationStatuses)[number];
  /** Days since it was submitted (or, for a draft, begun). */
  daysAgo: number;
  /** The union it asks for; any when left out. */
  at?: string;
  /** Lies with the parent: confirmed by the union, or overdue and passed on. */
  with?: 'second_step' | 'escalated';
  reason?: string;
  fields?: readonly string[];
  channel?: 'web' | 'qr' | 'counter';
}

const platform = story.platformUnion;
const food = story.foodUnion;
const down = story.millUnion;
const home = `${story.town}网上会员之家`;

const unclear = { reason: '姓名与证件不一致，请按身份证填写', fields: ['name'] };
const work = { reason: '请写明现在的工作单位全称', fields: ['workplace'] };

/** What lies on the desks of the demo: every state, some overdue, some passed on. */
export const caseData: readonly CaseData[] = [
  { status: 'sent_back', daysAgo: 3, at: platform, ...work },
  { status: 'draft', daysAgo: 1, at: platform },
  { status: 'draft', daysAgo: 6 },
  { status: 'draft', daysAgo: 12 },
  { status: 'submitted', daysAgo: 0, at: platform, channel: 'qr' },
  { status: 'submitted', daysAgo: 0, at: platform },
  { status: 'submitted', daysAgo: 1, at: platform, channel: 'qr' },
  { status: 'submitted', daysAgo: 1, at: home },
  { status: 'submitted', daysAgo: 2, at: food },
  { status: 'submitted', daysAgo: 2, at: down },
  { status: 'submitted', daysAgo: 3 },
  { status: 'submitted', daysAgo: 5, at: platform },
  { status: 'submitted', daysAgo: 6 },
  { status: 'submitted', daysAgo: 9, at: platform },
  { status: 'submitted', daysAgo: 10, at: down },
  { status: 'submitted', daysAgo: 7 },
  { status: 'submitted', daysAgo: 11, at: platform, with: 'escalated' },
  { status: 'submitted', daysAgo: 12, at: down, with: 'escalated' },
  { status: 'in_review', daysAgo: 1, at: platform },
  { status: 'in_review', daysAgo: 2, at: home },
  { status: 'in_review', daysAgo: 4, at: platform, with: 'second_step' },
  { status: 'in_review', daysAgo: 4, at: down, with: 'second_step' },
  { status: 'in_review', daysAgo: 5, at: food, with: 'second_step' },
  { status: 'in_review', daysAgo: 3 },
  { status: 'in_review', daysAgo: 6, channel: 'counter' },
  { status: 'in_review', daysAgo: 9, at: platform },
  { status: 'in_review', daysAgo: 13, with: 'escalated' },
  { status: 'sent_back', daysAgo: 4, ...unclear },
  { status: 'sent_back', daysAgo: 5, at: down, ...work },
  { status: 'sent_back', daysAgo: 8, ...unclear },
  { status: 'rejected', daysAgo: 9, at: platform, reason: '您已在其他地方入会，请办理转会' },
  { status: 'rejected', daysAgo: 16, reason: `单位不在${invented.area}，请向所在地工会申请` },
  { status: 'rejected', daysAgo: 23, at: down, reason: '已离职，请以现在的单位申请' },
  { status: 'withdrawn', daysAgo: 4, at: platform },
  { status: 'withdrawn', daysAgo: 15 },
];
