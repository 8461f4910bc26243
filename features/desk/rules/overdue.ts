import { type Kind, offeringKindLabels } from '@/features/offerings/schema/offering';

/** What waits for an answer at the desk of a union. */
export const deskMatters = [
  'membership',
  'training',
  'childcare',
  'screening',
  'transfer',
  'correction',
] as const;
export type DeskMatter = (typeof deskMatters)[number];

/** How many cases of each matter; what is left out is none. */
export type MatterCounts = Readonly<Partial<Record<DeskMatter, number>>>;

const bookingOf = (kind: Kind): string => `${offeringKindLabels[kind]}报名`;

const deskMatterLabels: Record<DeskMatter, string> = {
  membership: '入会申请',
  training: bookingOf('training'),
  childcare: bookingOf('childcare'),
  screening: bookingOf('screening'),
  transfer: '转会、退会等登记',
  correction: '资料更正',
};

const some = (counts: MatterCounts): DeskMatter[] =>
  deskMatters.filter((matter) => (counts[matter] ?? 0) > 0);

/** 入会申请 3 件、技能培训报名 2 件: every matter of which there is one, in the order of the list. */
export const matterWords = (counts: MatterCounts): string =>
  some(counts)
    .map((matter) => `${deskMatterLabels[matter]} ${counts[matter]} 件`)
    .join('、');

/** How many cases of all matters together. */
export const sumOfMatters = (counts: MatterCounts): number =>
  some(counts).reduce((sum, matter) => sum + (counts[matter] ?? 0), 0);

const lists: Partial<Record<DeskMatter, string>> = {
  transfer: '/desk/transfers',
  correction: '/desk/corrections',
};

/** The list on which they stand: that of the one matter, else the inbox. */
export function overdueHref(counts: MatterCounts): string {
  const [only, ...more] = some(counts);
  if (only === undefined || more.length > 0) return '/desk?overdue=1';
  return lists[only] ?? `/desk?kind=${only}&overdue=1`;
}
