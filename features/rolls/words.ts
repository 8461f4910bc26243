/** Why a sheet stays without whole names. */
export const printRollWords = {
  step_up: '印完整姓名要再输一次动态码',
} as const;
