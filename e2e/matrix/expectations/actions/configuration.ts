import { randomUUID } from 'node:crypto';
import { type ActionRow, forOfficers, forOneself } from '../../replies';

export const configurationRows: Record<string, ActionRow> = {
  'configuration/saveSettingAction': forOfficers(['system'], 'forbidden', () => ({
    key: 'membership.sla_days',
    value: '5',
  })),
  'configuration/setHolidayAction': forOfficers(['system'], 'forbidden', () => ({
    on: '2027-03-08',
    kind: 'off',
    name: '矩阵测试',
  })),
  'configuration/removeHolidayAction': forOfficers(['system'], 'forbidden', () => ({
    on: '2027-03-08',
  })),
  'configuration/sendTestMessageAction': forOfficers(['system'], 'forbidden', () => ({
    idempotencyKey: randomUUID(),
  })),
  'configuration/fillYearAction': forOfficers(['system'], 'forbidden', () => ({ year: '2026' })),
  'notifications/resendMessageAction': forOfficers(
    ['system'],
    'forbidden',
    () => ({ messageId: '00000000-0000-4000-8000-000000000000' }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'notifications/markReadAction': forOneself(() => ({})),
};
