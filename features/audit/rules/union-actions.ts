/** What is recorded of employers and their unions, as the ledger calls it on screen. */
export const unionActionLabels: Record<string, string> = {
  add_employer: '登记单位',
  answer_cluster: '答复会员聚集',
  assign_register_entry: '定负责人和下次走访',
  close_organisation: '撤销组织',
  count_staff: '核实职工人数',
  create_organisation: '新建组织',
  edit_employer: '修改单位',
  edit_organisation: '修改组织',
  enter_register: '登记企业台账',
  list_register_entry: '列入台账',
  move_organisation: '调整上级',
  record_visit: '记走访',
  set_register_status: '改建会状态',
};
