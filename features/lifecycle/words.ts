type Detail = Record<string, string | number>;

/** Why an organisation cannot be closed yet, and what has to happen first. */
export const closingWords = {
  root_stays: '最上级组织不能撤销',
  closed: '这个组织已经撤销',
  stale: '其他人刚刚修改过，请刷新后再试',
  has_children: (d: Detail) => `还有 ${d.children} 个下级组织，请先调整到其他上级`,
  has_members: (d: Detail) => `还有 ${d.members} 名会员，请先办理转会`,
  has_applications: (d: Detail) => `还有 ${d.openApplications} 件入会申请未办结，请先办完`,
  has_offerings: (d: Detail) => `还有 ${d.openOfferings} 个服务未结束，请先办结`,
  has_transfers: (d: Detail) => `还有 ${d.openTransfers} 件转会没有办完，请先办完`,
};
