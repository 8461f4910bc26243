'use server';
import { action } from '@/lib/forms/action';
import { fillYear, removeHoliday, setHoliday } from './commands/change-holidays';
import { saveSetting } from './commands/save-setting';
import { sendTestMessage } from './commands/send-test-message';
import {
  fillYearInput,
  removeHolidayInput,
  saveSettingInput,
  sendTestMessageInput,
  setHolidayInput,
} from './schema';
import { configurationWords as words } from './words';

const year = ({ on }: { on: string }) => `/desk/settings/holidays?year=${on.slice(0, 4)}`;

export const saveSettingAction = action('saveSetting', saveSettingInput, saveSetting, {
  as: 'staff',
  words,
  redirect: ({ key }) => `/desk/settings?saved=${key}#${key}`,
});

export const setHolidayAction = action('setHoliday', setHolidayInput, setHoliday, {
  as: 'staff',
  words,
  redirect: year,
});

export const removeHolidayAction = action('removeHoliday', removeHolidayInput, removeHoliday, {
  as: 'staff',
  words,
  redirect: year,
});

export const fillYearAction = action('fillYear', fillYearInput, fillYear, {
  as: 'staff',
  words,
  redirect: year,
});

export const sendTestMessageAction = action(
  'sendTestMessage',
  sendTestMessageInput,
  sendTestMessage,
  {
    as: 'staff',
    receipt: ['id'],
    keyed: true,
    words,
    redirect: () => '/desk/first-steps/sms',
  },
);
