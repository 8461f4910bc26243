'use server';
import { action } from '@/lib/forms/action';
import { changeRules } from './commands/change-rules';
import { changeSessionRules } from './commands/change-session-rules';
import { removeRuleSet, saveRuleSet } from './commands/keep-rule-set';
import { changeRulesInput, removeRuleSetInput, saveRuleSetInput } from './schema/change-rules';
import { changeSessionRulesInput } from './schema/change-session-rules';
import { ruleWords } from './words';

// Officers: who may book.
export const changeRulesAction = action('changeRules', changeRulesInput, changeRules, {
  as: 'staff',
  receipt: ['offeringId', 'version', 'held', 'waiting'],
  words: ruleWords,
  redirect: ({ offeringId, version, held, waiting }) =>
    `/desk/offerings/${offeringId}/conditions?saved=${version}&held=${held}&waiting=${waiting}`,
});
export const changeSessionRulesAction = action(
  'changeSessionRules',
  changeSessionRulesInput,
  changeSessionRules,
  {
    as: 'staff',
    receipt: ['offeringId', 'sessionId', 'version', 'unfitBooked', 'unfitWaiting'],
    words: ruleWords,
    redirect: ({ offeringId, sessionId, version, unfitBooked, unfitWaiting }) =>
      `/desk/offerings/${offeringId}/sessions/${sessionId}/conditions?saved=${version}&held=${unfitBooked}&waiting=${unfitWaiting}`,
  },
);
export const saveRuleSetAction = action('saveRuleSet', saveRuleSetInput, saveRuleSet, {
  as: 'staff',
  receipt: ['offeringId'],
  words: ruleWords,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/conditions?kept=yes#sets`,
});
export const removeRuleSetAction = action('removeRuleSet', removeRuleSetInput, removeRuleSet, {
  as: 'staff',
  words: ruleWords,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/conditions?kept=no#sets`,
});
