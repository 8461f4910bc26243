import type { BookField } from './book-field';

/** Columns of 企业台账, as the lists of 市监, 税务 and 人社 call them. */
export const employerFields: readonly BookField[] = [
  {
    key: 'name',
    label: '单位名称',
    names: /^(单位|企业|公司|用人单位|纳税人|市场主体|经营主体)(名称|全称|名字)?$|^名称$/,
    required: true,
    hint: '营业执照上的全称',
    example: '某某物流有限公司',
  },
  {
    key: 'uscc',
    label: '统一社会信用代码',
    names:
      /^(统一)?(社会)?信用代码$|^统一代码$|^纳税人识别号$|^(统一社会信用代码)(税号|纳税人识别号)?$/,
    hint: '18 位，按校验位核对；没有可以空着，靠名称和镇街认',
    example: '914508030000000000',
  },
  {
    key: 'town',
    label: '所在镇街',
    names: /^(所在|所属)?(镇街|镇|街道|乡镇|镇街道|镇乡街道)$|^(属地|辖区)$/,
    hint: '镇、街道的名称；不填就是选定的镇街',
    example: '江南街道',
  },
  {
    key: 'industry',
    label: '行业',
    names: /^(所属)?(行业|行业类别|行业门类|行业代码|类型|企业类型)$/,
    hint: '最多 40 个字',
    example: '道路运输',
  },
  {
    key: 'address',
    label: '地址',
    names: /^(单位|企业|经营|注册|生产经营|住所|办公)?(地址|场所|地点|住所)$/,
    hint: '经营地址，最多 100 个字',
    example: '',
  },
  {
    key: 'staffCount',
    label: '职工人数',
    names: /^(职工|从业|员工|参保|缴费|申报|用工)?(人数|总人数|人员数)$|^职工数$/,
    hint: '整数',
    example: '62',
  },
  {
    key: 'staffCountedOn',
    label: '人数日期',
    names: /^(人数|统计|申报|参保|缴费|采集)(日期|时间|截止日期|所属期)$/,
    hint: '人数是哪天的，写成 2026-05-31；不填就用列入日期',
    example: '2026-05-31',
  },
  {
    key: 'staffEvidence',
    label: '人数依据',
    names: /^人数(的)?(依据|来源)$/,
    hint: '从下拉里选；不填就随来源：市监名单是市监年报，税务名单是税务申报，人社名单是社保缴费',
    example: '税务申报人数',
  },
  {
    key: 'source',
    label: '来源',
    names: /^(名单|台账|数据)?来源$/,
    hint: '从下拉里选；不填就是市监名单',
    example: '税务名单',
  },
  {
    key: 'origin',
    label: '台账内外',
    names: /^台账(内外|内还是台账外|类别)$|^是否(在|列入)台账$/,
    hint: '从下拉里选；不填就是台账内。记下后不再改，台账外的以后可以列入',
    example: '台账内',
  },
  {
    key: 'enteredOn',
    label: '列入日期',
    names: /^(列入|下发|发现|登记|入库)(日期|时间)$/,
    hint: '上级下发或发现的那天，写成 2026-05-31；不填就是写入那天',
    example: '2026-06-01',
  },
  {
    key: 'responsible',
    label: '负责干部',
    names: /^(负责|责任|包联|联系|挂点)(干部|人|人员)$/,
    hint: '负责走访的工会干部姓名；不填就先空着',
    example: '',
  },
];
