import type { BookField } from './book-field';

/** Columns of 工会组织. */
export const unionFields: readonly BookField[] = [
  {
    key: 'name',
    label: '工会名称',
    names: /^(工会|组织|工会组织|基层工会)(名称|全称)$|^名称$/,
    required: true,
    hint: '工会全称',
    example: '某某物流有限公司工会委员会',
  },
  {
    key: 'uscc',
    label: '工会代码',
    names: /^(工会|组织)?(统一社会信用代码|统一信用代码|信用代码|代码|组织代码)$/,
    hint: '工会的统一社会信用代码，18 位，按校验位核对；还没有法人资格的空着',
    example: '814508030000000000',
  },
  {
    key: 'kind',
    label: '组织类型',
    names: /^(工会|组织)?(类型|类别|性质|形式)$|^建会形式$/,
    hint: '从下拉里选；不填就按名称判断',
    example: '基层工会',
  },
  {
    key: 'parent',
    label: '上级工会',
    names: /^(上级|直属上级|隶属|主管)(工会|组织)?(名称|代码)?$/,
    hint: '名称或代码，可以是这张表里的另一行；不填就是选定的工会',
    example: '江南街道总工会',
  },
  {
    key: 'town',
    label: '所在镇街',
    names: /^(所在|所属)?(镇街|镇|街道|乡镇|镇街道)$|^(属地|辖区)$/,
    hint: '没有写上级时，就建在这个镇街的工会下面',
    example: '江南街道',
  },
  {
    key: 'foundedOn',
    label: '成立日期',
    names: /^(成立|建会|批复|批准)(日期|时间|年月日)$/,
    hint: '批复的那天，写成 2019-05-01；不能晚于今天',
    example: '2019-05-01',
  },
  {
    key: 'shortName',
    label: '简称',
    names: /^(工会|组织)?简称$/,
    hint: '名单上显示的短名称，最多 20 个字；不填就用全称',
    example: '',
  },
  {
    key: 'areaCode',
    label: '行政区划代码',
    names: /^(行政)?区划代码$/,
    hint: '镇、街道工会才填，9 位数字',
    example: '',
  },
  {
    key: 'address',
    label: '地址',
    names: /^(工会|办公|联系|单位)?地址$/,
    hint: '最多 100 个字',
    example: '',
  },
  {
    key: 'phone',
    label: '办公电话',
    names: /^(工会|办公|联系)?(电话|电话号码)$/,
    hint: '工会办公室的电话，不是个人手机',
    example: '0775-4567890',
  },
];
