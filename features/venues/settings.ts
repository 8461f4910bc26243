import { textSetting } from '@/lib/settings';

/** Members are led out of the portal by a link of the register: to a map, and nowhere else. */
export const venueMapSites = textSetting({
  key: 'venue_map_sites',
  label: '地点的地图链接可以是哪些网站',
  fallback: 'amap.com map.qq.com map.baidu.com tianditu.gov.cn',
  max: 300,
  required: true,
  allowed: '网站域名，用空格隔开',
  read: (typed) =>
    typed
      .toLowerCase()
      .split(/[\s,，、]+/)
      .filter(Boolean)
      .join(' '),
  refuse: (text) =>
    text.split(' ').every((site) => /^([a-z\d-]+\.)+[a-z]{2,}$/.test(site))
      ? null
      : '请填网站域名，如 amap.com，用空格隔开',
});
