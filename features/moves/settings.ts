import { numberSetting, textSetting } from '@/lib/settings';
import { silentMoves } from './rules/move-request';

export const moveRequestSettings = {
  /** How long somebody is asked whether they go over to another session. */
  moveRequestHours: numberSetting({
    key: 'move_request_hours',
    label: '换场次等本人答复（小时）',
    fallback: 48,
    min: 2,
    max: 240,
  }),
  moveSilence: textSetting({
    key: 'move_request_silence',
    label: '换场次到时没答复',
    fallback: silentMoves[0],
    max: 10,
    allowed: silentMoves.join(' 或 '),
    refuse: (text) =>
      silentMoves.some((known) => known === text) ? null : `请填 ${silentMoves.join(' 或 ')}`,
  }),
};
