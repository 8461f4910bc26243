import type { IndustryData, UnionData } from '../federation';

/** Industry federations: people without one workplace choose these (domain.md §1.1, §1.3). */
export const industries: readonly IndustryData[] = [
  {
    name: '快递行业工会联合会',
    industry: 'express',
    trade: 'express',
    unions: [
      {
        name: '贵港速邮快递有限公司港南分公司工会',
        short: '速邮快递港南工会',
        trade: 'express',
        weight: 5,
        employers: [['贵港速邮快递有限公司港南分公司', '交通运输、仓储和邮政业', 83]],
      },
      {
        name: '港南外卖配送站点联合工会',
        short: '外卖站点联合工会',
        joint: true,
        trade: 'platform',
        weight: 6,
        employers: [['贵港蜂翼配送服务有限公司', '交通运输、仓储和邮政业', 96]],
      },
    ],
  },
  {
    name: '货运行业工会联合会',
    industry: 'freight',
    trade: 'freight',
    unions: [
      {
        name: '港南货车司机联合工会',
        short: '货车司机联合工会',
        joint: true,
        trade: 'freight',
        weight: 5,
      },
      {
        name: '贵港通港物流有限公司工会',
        short: '通港物流工会',
        trade: 'freight',
        weight: 3,
        employers: [['贵港通港物流有限公司', '交通运输、仓储和邮政业', 58]],
      },
    ],
  },
  {
    name: '网约车行业工会联合会',
    industry: 'ride_hailing',
    trade: 'ride',
    unions: [
      {
        name: '港南网约车司机联合工会',
        short: '网约车司机联合工会',
        joint: true,
        trade: 'ride',
        weight: 5,
      },
    ],
  },
  {
    name: '家政行业工会联合会',
    industry: 'housekeeping',
    trade: 'home',
    unions: [
      {
        name: '贵港安家家政服务有限公司工会',
        short: '安家家政工会',
        trade: 'home',
        weight: 4,
        employers: [['贵港安家家政服务有限公司', '居民服务、修理和其他服务业', 47]],
      },
      {
        name: '港南家政护理联合工会',
        short: '家政护理联合工会',
        joint: true,
        trade: 'home',
        weight: 3,
      },
    ],
  },
];

/** Unions straight under the district. */
export const rootUnions: readonly UnionData[] = [
  {
    name: '港南区直属机关联合工会',
    short: '区直机关工会',
    joint: true,
    trade: 'office',
    weight: 5,
    employers: [['港南区政务服务中心', '公共管理、社会保障和社会组织', 64]],
  },
  {
    name: '港南区教育系统联合工会',
    short: '区教育工会',
    joint: true,
    trade: 'school',
    weight: 4,
    employers: [
      ['港南区荷塘小学', '教育', 71],
      ['港南区郁水中学', '教育', 118],
    ],
    branches: ['荷塘小学分会', '郁水中学分会'],
  },
  {
    name: '港南区卫健系统联合工会',
    short: '区卫健工会',
    joint: true,
    trade: 'health',
    weight: 4,
    employers: [['港南区荷城社区卫生服务中心', '卫生和社会工作', 53]],
  },
];

/** Employers without a union: their workers join the town's 网上会员之家. */
export const looseEmployers: readonly (readonly [string, string, number, string])[] = [
  ['贵港木槿花卉有限公司', '农、林、牧、渔业', 12, '木梓镇'],
  ['港南区快修汽车服务店', '居民服务、修理和其他服务业', 9, '江南街道'],
  ['贵港港南云上电子商务有限公司', '信息传输、软件和信息技术服务业', 21, '江南街道'],
  ['港南区桥圩金鹅餐饮店', '住宿和餐饮业', 14, '桥圩镇'],
  ['贵港八塘美居装饰有限公司', '建筑业', 19, '八塘街道'],
  ['港南区东津诚信五金店', '批发和零售业', 6, '东津镇'],
  ['贵港瓦塘新禾塑料制品厂', '制造业', 24, '瓦塘镇'],
  ['港南区新塘便民药店', '批发和零售业', 7, '新塘镇'],
  ['港南区湛江镇百味食品加工厂', '制造业', 18, '湛江镇'],
  ['港南区木格镇兴农农机合作社', '农、林、牧、渔业', 11, '木格镇'],
];
