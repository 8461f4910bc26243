/** What each recorded action is called on screen; an unknown one shows its key. */
export const actionLabels: Record<string, string> = {
  create_organisation: '新建组织',
  edit_organisation: '修改组织',
  move_organisation: '调整上级',
  close_organisation: '撤销组织',
  add_employer: '登记单位',
  edit_employer: '修改单位',
  change_setting: '修改参数',
  set_holiday: '设置节假日',
  remove_holiday: '删除节假日',
  grant_role: '授予角色',
  revoke_role: '收回角色',
};

export const entityLabels: Record<string, string> = {
  account: '账号',
  booking: '预约',
  child: '孩子资料',
  employer: '用人单位',
  guardian: '监护人',
  holiday: '节假日',
  membership_application: '入会申请',
  offering: '服务',
  organisation: '组织',
  session: '场次',
  setting: '参数',
};
