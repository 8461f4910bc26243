import { numberSetting } from '@/lib/settings';

/** The night, in which no text message leaves and no deadline runs out. Equal hours: no night. */
export const quietHours = {
  quietFrom: numberSetting({
    key: 'quiet_from',
    label: '夜间不发短信、不催办：从几点',
    fallback: 22,
    min: 0,
    max: 24,
  }),
  quietUntil: numberSetting({
    key: 'quiet_until',
    label: '夜间不发短信、不催办：到几点',
    fallback: 8,
    min: 0,
    max: 24,
  }),
};
