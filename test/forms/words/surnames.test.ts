import { SURNAMES } from '../../../src/forms/words/surnames';

/** The surnames that most people of the country have, in the order of their number: whoever has one is no doubtful row. */
const FREQUENT =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊' +
  '孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳祝纪尚毕耿芦左季管符辛' +
  '苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党费蔚席晏隋古强穆姬宫景米麦谈柏瞿艾肖闫付代';

test('the frequent surnames are known as such', () => {
  expect([...FREQUENT].filter((surname) => !SURNAMES.single.has(surname))).toEqual([]);
});
