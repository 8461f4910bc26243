import type { RefusalWords } from '@/lib/forms/refusal-words';

/** What an officer reads when something at the inbox does not go through. */
export const inboxWords: RefusalWords = {
  none_selected: '没有可以办的：请先勾选，或换一个筛选再全选',
  too_many: (d) => `筛选出的超过 ${d.most} 件，请按事项、${d.townWord}或超期缩小后再全选`,
  already_started: '这一批已经开始办了，请刷新查看结果',
  not_theirs: '这位同事不能办这一件，请选别的同事',
  taken_meanwhile: (d) => `${d.name}刚接手了这一件，请刷新后再看`,
  nothing_to_save: (d) => `现在没有筛选，先选事项、${d.townWord}或超期再存`,
  too_many_filters: (d) => `常用筛选最多 ${d.most} 个，请先删去不用的`,
  name_taken: '已有同名的筛选，请换个名字',
  not_your_place: '只能共享给自己所在的组织，请重新选择',
  nothing_late: '这个工会现在没有超期的，不用催办',
  urged_today: '今天已经催过了，明天还没办再催',
  no_officer: '这个工会没有能审核的干部，请联系系统管理员授权，或由上级办理',
  not_running: '这一批已经办完或停下了，请刷新查看结果',
};
