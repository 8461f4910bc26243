import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting } from '@/lib/settings';

export const noticeKeepDays = numberSetting({
  key: 'notice_keep_days',
  label: '站内通知保存天数',
  fallback: 730,
  min: 90,
  max: 3650,
});

/** The longest leave for which somebody may act for an officer: a change of office is no leave. */
export const deputyDaysMost = numberSetting({
  key: 'deputy_days_most',
  label: '请人代办一次最多（天）',
  fallback: 60,
  min: 1,
  max: 366,
});

/** How long somebody who was asked by phone may accept. */
export const invitationDays = numberSetting({
  key: 'officer_invitation_days',
  label: '邀请没登录过的干部，几天内接受有效',
  fallback: 7,
  min: 1,
  max: 30,
});

/** How early who holds a role hears that its term ends. */
export const termNoticeDays = numberSetting({
  key: 'role_term_notice_days',
  label: '工作角色到期前几天提醒本人',
  fallback: 30,
  min: 1,
  max: 180,
});

const TEN_MINUTES = 600;

/** How often somebody may guess at passwords, second factors and identity numbers. */
export const guessLimits = {
  /** Six wrong at one place lock that place until ten minutes are over, also for the right one (A01). */
  here: declareLimit({
    ...{ scope: 'guess_here', per: 'account', most: 6, seconds: TEN_MINUTES },
    label: '同一账号在同一网络，10 分钟内最多试几次密码或动态码',
  }),
  /** The same on a browser that signed in before: what strangers try elsewhere never locks it. */
  ownDevice: declareLimit({
    ...{ scope: 'guess_device', per: 'device', most: 6, seconds: TEN_MINUTES },
    label: '同一账号在本人用过的设备，10 分钟内最多试几次密码或动态码',
  }),
  /** Many places at one account: new browsers wait, those of the owner do not. */
  elsewhere: declareLimit({
    ...{ scope: 'guess_account', per: 'account', most: 30, seconds: 3600 },
    label: '同一账号在没用过的设备上，1 小时内合计最多试几次',
  }),
  /** One password tried on many accounts from one place stops there; no victim is locked (A02). */
  perAddress: declareLimit({
    ...{ scope: 'guess_address', per: 'address', most: 100, seconds: TEN_MINUTES },
    label: '同一网络 10 分钟内最多输错几次密码或动态码',
  }),
  /** Stuffing from many places at once: nobody is stopped, somebody is told (A03). */
  everywhere: declareLimit({
    ...{ scope: 'guess_all', per: 'everybody', most: 300, seconds: TEN_MINUTES },
    label: '全站 10 分钟内输错几次后写入告警日志',
  }),
  /** An identity number is guessed by who knows birthday and home: few tries, and then the counter. */
  perIdentity: declareLimit({
    ...{ scope: 'guess_identity', per: 'account', most: 5, seconds: 86_400 },
    label: '很久没登录的号码，一天最多核对几次证件号',
  }),
};
