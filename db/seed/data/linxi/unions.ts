import type { IndustryData, UnionData } from '../federation';

/** Industry federations: people without one workplace choose these. */
export const industries: readonly IndustryData[] = [
  {
    name: '快递行业工会联合会',
    industry: 'express',
    trade: 'express',
    unions: [
      {
        name: '临溪速捷快递有限公司工会',
        short: '速捷快递工会',
        trade: 'express',
        weight: 6,
        employers: [['临溪速捷快递有限公司', '交通运输、仓储和邮政业', 77]],
      },
    ],
  },
  {
    name: '货运行业工会联合会',
    industry: 'freight',
    trade: 'freight',
    unions: [
      {
        name: '临溪货车司机联合工会',
        short: '货车司机联合工会',
        joint: true,
        trade: 'freight',
        weight: 6,
      },
    ],
  },
  {
    name: '网约车行业工会联合会',
    industry: 'ride_hailing',
    trade: 'ride',
    unions: [
      {
        name: '临溪网约车司机联合工会',
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
        name: '临溪贴心家政服务有限公司工会',
        short: '贴心家政工会',
        trade: 'home',
        weight: 6,
        employers: [['临溪贴心家政服务有限公司', '居民服务、修理和其他服务业', 52]],
      },
    ],
  },
];

/** Unions straight under the county. */
export const rootUnions: readonly UnionData[] = [
  {
    name: '临溪县直属机关联合工会',
    short: '县直机关工会',
    joint: true,
    trade: 'office',
    weight: 4,
    employers: [['临溪县政务服务中心', '公共管理、社会保障和社会组织', 58]],
  },
  {
    name: '临溪县教育系统联合工会',
    short: '县教育工会',
    joint: true,
    trade: 'school',
    weight: 4,
    employers: [
      ['临溪县文昌小学', '教育', 66],
      ['临溪县溪畔中学', '教育', 104],
    ],
  },
];

/** Employers without a union: their workers join the town's 网上会员之家. */
export const looseEmployers: readonly (readonly [string, string, number, string])[] = [
  ['临溪县快修汽车服务店', '居民服务、修理和其他服务业', 8, '溪城街道'],
  ['临溪溪云电子商务有限公司', '信息传输、软件和信息技术服务业', 17, '北门街道'],
  ['临溪县沙洲渔具厂', '制造业', 15, '沙洲镇'],
];
