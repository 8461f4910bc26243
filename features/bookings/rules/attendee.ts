import type { Kind } from '@/features/offerings/schema/offering';

/** 托管班 are for children, trainings and screenings for the member. */
export const isForChildren = (kind: Kind): boolean => kind === 'childcare';

/** YY26-1124-000123: the day, then a running number that may leave gaps (C24). */
export const bookingNumber = (on: string, running: number): string =>
  `YY${on.slice(2, 4)}-${on.slice(5, 7)}${on.slice(8, 10)}-${String(running).padStart(6, '0')}`;
