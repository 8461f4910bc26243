import { randomUUID } from 'node:crypto';
import { type ActionRow, forOfficers } from '../../replies';

/** A course of 江南街道, made in one sitting: its town, and 经济技术部 above it. */
export const planningRows: Record<string, ActionRow> = {
  'planning/planOfferingAction': forOfficers(['town', 'economy'], 'forbidden', (p) => ({
    kind: 'training',
    organisationId: p.town,
    title: '矩阵测试一次建好',
    title_1: '第一场',
    place_1: '江南街道工会会议室',
    startsOn_1: '2027-05-10',
    startTime_1: '09:00',
    endTime_1: '11:00',
    capacity_1: '20',
    idempotencyKey: randomUUID(),
  })),
};
