import 'server-only';
import { declareLimit } from '../limits/rate-limit';

const minute = { seconds: 60 };
const hour = { seconds: 3600 };
const day = { seconds: 86_400 };

/** Of what strangers may cause to a phone; the owner's own share stands apart, so it is not theirs to spend. */
export const byStrangers = [
  declareLimit({
    ...{ scope: 'sms_minute', per: 'phone', most: 1, ...minute },
    label: '同一手机号在没用过的设备上，每分钟最多发几条验证码',
  }),
  declareLimit({
    ...{ scope: 'sms_hour', per: 'phone', most: 4, ...hour },
    label: '同一手机号在没用过的设备上，每小时最多发几条验证码',
  }),
  declareLimit({
    ...{ scope: 'sms_day', per: 'phone', most: 8, ...day },
    label: '同一手机号在没用过的设备上，每天最多发几条验证码',
  }),
];

/** On a browser that signed in to this phone's account before, and at an officer's counter. */
export const byOwner = [
  declareLimit({
    ...{ scope: 'sms_own_minute', per: 'phone', most: 1, ...minute },
    label: '同一手机号在本人用过的设备上，每分钟最多发几条验证码',
  }),
  declareLimit({
    ...{ scope: 'sms_own_hour', per: 'phone', most: 5, ...hour },
    label: '同一手机号在本人用过的设备上，每小时最多发几条验证码',
  }),
  declareLimit({
    ...{ scope: 'sms_own_day', per: 'phone', most: 10, ...day },
    label: '同一手机号在本人用过的设备上，每天最多发几条验证码',
  }),
];

export const perDevice = declareLimit({
  ...{ scope: 'sms_device', per: 'device', most: 20, ...hour },
  label: '同一台设备每小时最多发几条验证码（不论手机号）',
});

/** Wide: a carrier puts thousands of phones behind one address. */
export const perAddress = declareLimit({
  ...{ scope: 'sms_address', per: 'address', most: 300, seconds: 300 },
  label: '同一网络 5 分钟内最多发几条验证码',
});
export const perAddressDay = declareLimit({
  ...{ scope: 'sms_address_day', per: 'address', most: 3000, ...day },
  label: '同一网络每天最多发几条验证码',
});
