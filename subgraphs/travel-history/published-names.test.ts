import { describe, expect, it } from 'vitest';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import { instantOf } from './domain/bulletin/bulletin.ts';
import { coversWhole } from './domain/bulletin/covers-whole.ts';
import { nameResolver } from './domain/bulletin/resolve-name.ts';

const resolve = nameResolver(DIVISIONS);

describe('published names', () => {
  it.each<[string, string, string, string, boolean]>([
    ['浙江省', '杭州市', '西湖区', '330106', true],
    ['北京市', '朝阳区', '劲松街道', '110105', false],
    ['北京市', '朝阳区', '', '110105', true],
    ['河北省', '定州市', '定州市', '130682', true],
    ['河北省', '雄县', '雄县', '130638', true],
    ['广东省', '东莞市', '虎门镇', '441900', false],
    ['四川省', '成都市', '高新区', '510100', false],
    ['新疆生产建设兵团', '新疆生产建设兵团', '新疆生产建设兵团', '650000', false],
    ['重庆市', '重庆市', '两江新区', '500000', false],
    ['无此省', '无此市', '无此县', '000000', false],
    ['', '', '', '000000', false],
  ])('%s %s %s is %s', (province, city, county, code, exact) => {
    expect(resolve({ province, city, county })).toMatchObject({ code, exact });
  });
});

describe('the whole of a division', () => {
  const inGaoxin = { level: 'LOW', province: '四川省', city: '成都市', county: '武侯区' } as const;

  it.each([
    ['除高风险区以外的其他地区', true],
    ['高风险区以外的其它地区', true],
    ['武侯区除高、中风险区外其他区域', true],
    ['其它区域', true],
    ['西峰区其余地区', false],
    ['全域', true],
    ['葛渔城镇全域', false],
    ['西关社区除高风险区外的其他区域', false],
    ['火车南站街道其他区域', false],
    ['海友酒店', false],
    ['', false],
  ])('%s: %s', (community, whole) => {
    expect(coversWhole({ ...inGaoxin, community })).toBe(whole);
  });
});

describe('the instant of a bulletin', () => {
  it.each([
    ['2022-12-02 08时', '2022-12-02T00:00:00.000Z'],
    ['2022-12-02 8时', '2022-12-02T00:00:00.000Z'],
    ['2022-12-02 0时', '2022-12-01T16:00:00.000Z'],
    ['2022-12-02 24时', '2022-12-02T16:00:00.000Z'],
    ['2022-02-30 08时', null],
    ['2022-12-02 25时', null],
    ['0022-12-02 08时', null],
    ['2022-12-02', null],
    ['', null],
  ])('%s is %s', (text, instant) => {
    expect(instantOf(text)?.toISOString() ?? null).toBe(instant);
  });
});
