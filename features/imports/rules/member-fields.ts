import type { BookField } from './book-field';

/** Columns of 会员名册. */
export const memberFields: readonly BookField[] = [
  {
    key: 'name',
    label: '姓名',
    names: /^(会员|职工|员工)?(姓名|名字)$/,
    required: true,
    hint: '和证件上一样',
    example: '韦小明',
  },
  {
    key: 'idType',
    label: '证件类别',
    names: /^(有效)?证件(类别|类型|种类)$/,
    hint: '不填就是居民身份证',
    example: '居民身份证',
  },
  {
    key: 'idNumber',
    label: '证件号码',
    names: /^(居民)?(身份证|证件|身份证件|公民身份)(号|号码)?$/,
    required: true,
    hint: '这一列先设成文本格式，再填',
    example: '450803199003070029',
  },
  {
    key: 'phone',
    label: '手机号',
    names: /^(本人)?(手机|手机号|手机号码|移动电话|联系电话|联系方式|电话|电话号码)$/,
    hint: '本人用的手机号，首次登录用它；没有可以空着',
    example: '13900000000',
  },
  {
    key: 'joinedOn',
    label: '入会日期',
    names: /^(入会|加入工会)(日期|时间|年月日)?$/,
    required: true,
    hint: '写成 2019-05-01',
    example: '2019-05-01',
  },
  {
    key: 'occupation',
    label: '职业',
    names: /^(职业|工种|岗位|职务|职业类别|就业形态|新就业形态类别)$/,
    hint: '从下拉里选；不填就是其他职业',
    example: '快递员',
  },
  {
    key: 'employerName',
    label: '工作单位',
    names: /^(工作单位|单位|单位名称|所在单位|用人单位|企业名称)(全称)?$/,
    hint: '单位全称',
    example: '某某物流有限公司',
  },
  {
    key: 'union',
    label: '所在工会',
    names: /^(所在|所属|基层)?工会(名称|组织|全称|代码)?$|^工会统一社会信用代码$/,
    hint: '工会名称，或工会的统一社会信用代码；不填就是选定的工会',
    example: '',
  },
];
