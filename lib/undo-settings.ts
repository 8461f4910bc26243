import { numberSetting } from './settings';

/** Seconds in which an officer may take a decision at the desk back; its messages leave after them. */
export const undoSeconds = numberSetting({
  // Stored under this name since only applications were decided at the desk.
  key: 'membership.undo_seconds',
  label: '审批决定可撤销（秒）',
  fallback: 10,
  min: 0,
  max: 60,
});
