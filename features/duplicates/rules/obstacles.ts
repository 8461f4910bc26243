/** Why two records cannot be merged now, with what to do first. */
export const obstacleWords = {
  two_people: '两条记录登记了两个不同的有效证件，是两个人，不能合并。',
  officer: '其中一条是工会干部的账号。请系统管理员先收回任职，再合并。',
  open_application: '还有入会申请没办完。先在“入会审核”办完，再合并。',
  open_transfer: '还有转会没办完。等转会办完或撤回，再合并。',
  open_request: '还有会籍登记没答复。先答复，再合并。',
  open_case: '还有会籍办理（退会、开除等）没办完。先办完，再合并。',
  open_correction: '还有资料更正没答复。先答复，再合并。',
  both_booked: '两条记录预约了同一场或时间重叠的两场。请本人先取消一个，再合并。',
  both_guardians: '两条记录是同一个孩子的两个监护人。请本人先退出一个，再合并。',
  two_unions: '两家各有工会。先在组织里办好合并或撤销，再合并单位。',
  both_founding: '两家都在建会。先终止一个，再合并。',
  two_codes: '两家的统一社会信用代码不同，是两个单位，不能合并。',
} as const;

/** Something open, or a right, that a merge would tear apart. */
export type Obstacle = keyof typeof obstacleWords;
