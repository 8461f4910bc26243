import type {
  headCountEvidence,
  metRoles,
  registerOrigins,
  registerSources,
  visitResults,
} from '@/db/schema/enums';

type Words<T extends readonly string[]> = Record<T[number], string>;

export const sourceLabels: Words<typeof registerSources> = {
  market: '市监名单',
  tax: '税务名单',
  insurance: '人社名单',
  assigned: '上级下发',
  patrol: '巡查发现',
  worker: '职工反映',
  cluster: '会员聚集',
};

export const originLabels: Words<typeof registerOrigins> = {
  listed: '台账内',
  found: '台账外',
};

export const evidenceLabels: Words<typeof headCountEvidence> = {
  insurance: '社保缴费人数',
  tax: '税务申报人数',
  market: '市监年报',
  roster: '职工花名册',
  visit: '走访核实',
};

export const metLabels: Words<typeof metRoles> = {
  head: '主要负责人',
  personnel: '人事或行政',
  workshop: '车间或班组负责人',
  reception: '门卫或前台',
  nobody: '没见到人',
};

export const resultLabels: Words<typeof visitResults> = {
  explained: '讲了建会条件和步骤',
  material: '发了宣传资料',
  consulting: '单位要内部商量',
  agreed: '单位同意筹建',
  postponed: '单位暂不建',
  not_met: '没见到负责的人',
  gone: '已搬离或停业',
};

/** What the list is narrowed to by its chips. */
export const registerViewLabels = {
  open: '没建会',
  due: '该走访',
  unassigned: '没人负责',
  large: '没建会、人数够线',
  all: '全部',
} as const;
