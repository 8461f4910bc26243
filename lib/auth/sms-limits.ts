import 'server-only';
import { phoneIndex } from '../crypto/places';
import type { Ctx } from '../ctx';
import { countAttempt, type DeclaredLimit, declareLimit } from '../rate-limit';
import { isKnownDevice } from './known-devices';

const minute = { seconds: 60 };
const hour = { seconds: 3600 };
const day = { seconds: 86_400 };

/** Of what strangers may cause to a phone; the owner's own share stands apart, so it is not theirs to spend. */
const byStrangers = [
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
const byOwner = [
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

const perDevice = declareLimit({
  ...{ scope: 'sms_device', per: 'device', most: 20, ...hour },
  label: '同一台设备每小时最多发几条验证码（不论手机号）',
});

/** Wide: a carrier puts thousands of phones behind one address. */
const perAddress = declareLimit({
  ...{ scope: 'sms_address', per: 'address', most: 300, seconds: 300 },
  label: '同一网络 5 分钟内最多发几条验证码',
});
const perAddressDay = declareLimit({
  ...{ scope: 'sms_address_day', per: 'address', most: 3000, ...day },
  label: '同一网络每天最多发几条验证码',
});

/** Whose share of the phone's texts this request uses. */
async function shareOf(ctx: Ctx, phone: string): Promise<readonly [string, DeclaredLimit[]]> {
  const { actor } = ctx;
  if (actor.kind === 'account' && actor.grants.length > 0) return ['counter', byOwner];
  return (await isKnownDevice(ctx, phone)) ? ['own', byOwner] : ['stranger', byStrangers];
}

/**
 * Counts one text on its way. Each share alone stays within what carriers let through of one number;
 * their own limits must be set to at least the sum (docs/operations.md).
 * @returns seconds to wait, 0 when it may be sent
 */
export async function secondsToWait(ctx: Ctx, phone: string): Promise<number> {
  const { address, browser } = ctx.client ?? {};
  const [share, perPhone] = await shareOf(ctx, phone);
  const counted: (readonly [DeclaredLimit, string | null | undefined])[] = [
    [perAddress, address],
    [perAddressDay, address],
    // An officer at a counter sends for everybody who comes.
    [perDevice, share === 'counter' ? null : browser],
    ...perPhone.map((limit) => [limit, `${phoneIndex(phone)} ${share}`] as const),
  ];
  for (const [limit, subject] of counted) {
    const wait = subject ? await countAttempt(ctx, limit, subject) : 0;
    if (wait > 0) return wait;
  }
  return 0;
}
