import type { TownData } from '../federation';

/** Two streets, two towns, two townships. Everything in them is invented. */
export const towns: readonly TownData[] = [
  {
    areaCode: '339901001',
    name: '溪城街道',
    unions: [
      {
        name: '溪城街道新就业形态联合工会',
        short: '溪城新就业联合工会',
        joint: true,
        weight: 9,
        trade: 'platform',
      },
      {
        name: '临溪晨露茶业有限公司工会',
        short: '晨露茶业工会',
        weight: 7,
        trade: 'factory',
        employers: [['临溪晨露茶业有限公司', '制造业', 164]],
      },
      {
        name: '溪城街道沿街商铺联合工会',
        short: '溪城商铺联合工会',
        joint: true,
        weight: 4,
        trade: 'shop',
        employers: [
          ['临溪县老街面馆', '住宿和餐饮业', 19],
          ['临溪县文昌超市', '批发和零售业', 28],
        ],
      },
    ],
  },
  {
    areaCode: '339901002',
    name: '北门街道',
    unions: [
      {
        name: '临溪北门竹韵家具有限公司工会',
        short: '竹韵家具工会',
        weight: 5,
        trade: 'factory',
        employers: [['临溪北门竹韵家具有限公司', '制造业', 121]],
      },
      {
        name: '北门街道保安环卫联合工会',
        short: '北门保安环卫工会',
        joint: true,
        weight: 4,
        trade: 'street',
        employers: [['临溪净源环境服务有限公司', '水利、环境和公共设施管理业', 84]],
      },
    ],
  },
  {
    areaCode: '339901100',
    name: '石桥镇',
    unions: [
      {
        name: '临溪石桥云针纺织有限公司工会',
        short: '云针纺织工会',
        weight: 8,
        trade: 'factory',
        employers: [['临溪石桥云针纺织有限公司', '制造业', 236]],
      },
      {
        name: '石桥镇纺织产业联合工会',
        short: '石桥纺织联合工会',
        joint: true,
        weight: 6,
        trade: 'factory',
        employers: [
          ['临溪县石桥暖织服饰厂', '制造业', 38],
          ['临溪县石桥新棉家纺厂', '制造业', 31],
        ],
      },
      {
        name: '石桥镇中心卫生院工会',
        short: '石桥卫生院工会',
        weight: 3,
        trade: 'health',
        employers: [['临溪县石桥镇中心卫生院', '卫生和社会工作', 72]],
      },
    ],
  },
  {
    areaCode: '339901101',
    name: '沙洲镇',
    unions: [
      {
        name: '沙洲码头物流有限公司工会',
        short: '沙洲码头工会',
        weight: 4,
        trade: 'freight',
        employers: [['沙洲码头物流有限公司', '交通运输、仓储和邮政业', 59]],
      },
    ],
  },
  {
    areaCode: '339901200',
    name: '竹岭乡',
    unions: [
      {
        name: '竹岭乡联合工会',
        short: '竹岭乡联合工会',
        joint: true,
        weight: 3,
        trade: 'building',
      },
    ],
  },
  {
    areaCode: '339901201',
    name: '茶山乡',
    unions: [
      { name: '茶山乡联合工会', short: '茶山乡联合工会', joint: true, weight: 3, trade: 'mixed' },
    ],
  },
];
