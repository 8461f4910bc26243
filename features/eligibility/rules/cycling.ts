import { cancelStatus, cancelWarning } from './cancel-limit';
import type { Rule } from './facts';

/**
 * Booking and cancelling one offering over and over (B04) ends in a pause, told before it
 * comes: silent at first, a warning with one left, then until when it lasts. Null without a limit and while
 * it is far off.
 */
export const cycling: Rule = ({ offering, cancellations = [], now }) => {
  if (offering.cancelLimit === undefined) return null;
  const status = cancelStatus(cancellations, offering.cancelLimit, now);
  const note = cancelWarning(status, now);
  if (note === null) return null;
  const reason = `24 小时内同一项最多取消 ${offering.cancelLimit} 次`;
  if (status.until === null) return { rule: 'cycling', outcome: 'warn', reason, note };
  return {
    rule: 'cycling',
    outcome: 'fail',
    reason,
    note,
    fix: { text: '急用请打电话给组织单位，或看看其他服务', href: '/services' },
  };
};
