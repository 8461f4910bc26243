'use server';
import { action } from '@/lib/forms/action';
import { enterAtCounter } from './commands/enter-at-counter';
import { rebindPhone } from './commands/rebind-phone';
import { resendCounterCode, sendCounterCode, sendRebindCode } from './commands/send-counter-code';
import {
  counterInput,
  counterPhoneInput,
  counterResendInput,
  rebindCodeInput,
  rebindPhoneInput,
} from './schema/counter';
import { counterWords } from './words';

// 代办: the worker's code first, then one form; the receipt shows the number to note down.
const toCounterForm = ({ to }: { to: string }) => `/desk/counter/form?to=${encodeURIComponent(to)}`;

export const sendCounterCodeAction = action('sendCounterCode', counterPhoneInput, sendCounterCode, {
  as: 'staff',
  redirect: toCounterForm,
  words: counterWords,
});

export const resendCounterCodeAction = action(
  'resendCounterCode',
  counterResendInput,
  resendCounterCode,
  {
    as: 'staff',
    redirect: toCounterForm,
    words: counterWords,
  },
);

export const enterAtCounterAction = action('enterAtCounter', counterInput, enterAtCounter, {
  as: 'staff',
  receipt: ['number', 'dueOn'],
  redirect: ({ number, dueOn }) => `/desk/counter/done?number=${number}&due=${dueOn}`,
  secrets: ['code'],
  words: counterWords,
});

// 窗口换绑: the new phone's code, then the document; back on the member's page.
export const sendRebindCodeAction = action('sendRebindCode', rebindCodeInput, sendRebindCode, {
  as: 'staff',
  redirect: ({ personId, to }) => `/desk/members/${personId}?to=${encodeURIComponent(to)}`,
  words: counterWords,
});

export const rebindPhoneAction = action('rebindPhone', rebindPhoneInput, rebindPhone, {
  as: 'staff',
  redirect: ({ personId }) => `/desk/members/${personId}?done=phone`,
  secrets: ['code', 'idNumber'],
  words: counterWords,
});
