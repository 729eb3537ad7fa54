/**
 * Surnames by which a name is told from a word: the frequent ones of the 百家姓 and of today. Whoever has a rarer one and is on no roster is
 * asked for, not lost: the list is part of the pane's start.
 */
const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐' +
  '费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁' +
  '杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚' +
  '程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙' +
  '叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温' +
  '别庄晏柴瞿阎充慕连茹曾廖易聂向覃关耿芦辛涂兰游岳牟饶查简蔚隋古麦艾沙鄢畅巩丛苟保商佘冷匡栗练楚揭师佟敖原植邝荆楼苑寇盖鞠银冼衣占门帅利满' +
  '文阙阚肖闫付代仝亓綦雒禚逯邸';
const DOUBLE =
  '欧阳 上官 司马 东方 南宫 夏侯 诸葛 尉迟 皇甫 慕容 长孙 宇文 司徒 令狐 呼延 公孙 申屠 钟离 端木 轩辕 拓跋 独孤 赫连 澹台';

export const SURNAMES = { single: new Set(SINGLE), double: new Set(DOUBLE.split(' ')) } as const;
