import { canKeepRegister, canSeeRegister } from '@/features/employer-register/policy';
import { permission } from '@/lib/access';

/** Read foundings: whoever reads 企业台账. */
export const canSeeFoundings = canSeeRegister;

/** Take the steps of the founding side: apply, gather members, candidates, assembly, results. */
export const canPrepareFounding = canKeepRegister;

/** Type the answers of the level above from their paper: 批复, 成立, 法人登记, 证书 (工会法 12). */
export const canAnswerFounding = permission({
  name: 'answer_founding',
  label: '登记建会批复、成立和证书',
  roles: ['organisation_officer'],
});
