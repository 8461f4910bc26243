export const hospitalWords = {
  no_such_place: '这项服务没有这个检查地点，请刷新查看',
  no_such_hospital: '请选一家合作单位。没有的话，先在“组织”里新建',
} as const;
