import type { foundingFileKinds } from '@/db/schema/enums';
import type { FoundingStep } from './steps';

export type FoundingFileKind = (typeof foundingFileKinds)[number];

export const fileNames: Record<FoundingFileKind, string> = {
  licence: '营业执照',
  request: '请示',
  approval: '上级批复',
  sign_in: '大会签到表',
  ballots: '计票单',
  minutes: '会议记录',
  certificate: '法人证书',
};

/** Which scans belong to which step; asked for once it comes next. */
const stepOf: Record<FoundingFileKind, readonly FoundingStep[]> = {
  licence: ['lead', 'applied'],
  request: ['applied'],
  approval: ['approved', 'candidates', 'founded'],
  sign_in: ['assembly'],
  ballots: ['assembly'],
  minutes: ['assembly'],
  certificate: ['certified'],
};

/** The kinds of scan that a matter may need by now: those of the steps taken and of the one that comes next. */
export function kindsNow(way: readonly FoundingStep[], now: FoundingStep): FoundingFileKind[] {
  const upTo = way.slice(0, way.indexOf(now) + 2);
  return (Object.keys(stepOf) as FoundingFileKind[]).filter((kind) =>
    stepOf[kind].some((step) => upTo.includes(step)),
  );
}
