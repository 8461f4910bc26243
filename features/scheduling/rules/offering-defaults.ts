import type { Kind } from '@/features/offerings/schema/offering';
import type { FormValues } from './offering-form';

const common: FormValues = {
  visibility: 'all',
  cancelHours: '24',
  membersOnly: 'yes',
  reminders: 'each',
  movedSilence: 'keep',
};

const own: Record<Kind, FormValues> = {
  training: { repeatMonths: '12', repeatOf: 'course', certificate: 'completion', followUps: 'yes' },
  // 2–6 年级 and one term per child: 麻章 2025 and 泉州 notices (domain.md §3.2).
  childcare: {
    cancelHours: '48',
    needsApproval: 'yes',
    asksHealthNotes: 'yes',
    asksPickUp: 'yes',
    gradeMin: '2',
    gradeMax: '6',
  },
  // 35–64 周岁, no repeat within three years (domain.md §3.1); the notes never ask anything back.
  screening: {
    cancelHours: '48',
    sex: 'female',
    ageMin: '35',
    ageMax: '64',
    repeatMonths: '36',
    repeatOf: 'kind',
    items: '妇科检查\nHPV 检测\n乳腺彩超',
    notesBefore:
      '请避开经期，经期干净 3–7 天后来\n检查前 48 小时不冲洗、不上药\n怀孕或可能怀孕的，请先打医院电话\n请带身份证',
  },
};

/** With what the form of a new offering opens; every number comes from notices and may be changed. */
export const defaultsOf = (kind: Kind): FormValues => ({ ...common, ...own[kind], kind });
