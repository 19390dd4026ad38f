import type { GlossaryTexts } from './en.glossary.ts';

/** The glossary in Simplified Chinese. */
export default {
  vertebra: {
    name: '椎骨',
    plain: '脊柱的一块骨头。能活动的有 24 块。本页给 17 块加力：胸后面的 T1 到 T12，腰部的 L1 到 L5。',
    clinical: 'T1 至 L5 建模为椎体，后方有椎弓。',
  },
  body: { name: '椎体', plain: '椎骨前面粗厚的部分。它像一面鼓，承担大部分重量。' },
  'end-plate': {
    name: '终板',
    plain: '椎骨薄薄的顶或底。椎间盘就靠在上面。',
    clinical: '骨性终板，略凹；角度和高度都从它的四角量起。',
  },
  disc: {
    name: '椎间盘',
    plain: '两块椎骨之间的软垫。它让脊柱能弯，也把力分散开。',
    clinical: '纤维环内有受压的髓核。磨损后压力下降，直立时更多载荷经椎弓传递。',
  },
  trabecular: {
    name: '骨小梁',
    plain: '骨头里细密的网，像由小梁搭成的海绵。骨量流失时，小梁变细，有的会断开。',
    clinical: '松质骨。其强度和刚度的增长快于密度，少量流失就损失很多强度。',
  },
  shell: {
    name: '外壳',
    plain: '椎骨外面一层薄而硬的皮。它承担一部分力。',
    clinical: '皮质骨，厚零点几毫米。内部变弱时，它承担的份额增大。',
  },
  density: {
    name: '骨密度',
    plain: '骨头里有多少骨质。骨质少，骨头就弱。',
    clinical: '这里用 T 值表示；模型按一条直线换算成骨小梁密度（QCT，mg/cm³）。',
  },
  't-score': {
    name: 'T 值',
    plain: '它把您的骨头与健康年轻人的相比。0 是一样。低于 0 就是骨质较少。用一种叫 DXA 的检查来测。',
    clinical:
      '与年轻成人均值相差的标准差数。世界卫生组织：−1 及以上正常，−1 至 −2.5 之间骨量减少，−2.5 及以下骨质疏松。',
  },
  osteoporosis: {
    name: '骨质疏松',
    plain: '骨质流失太多，骨头容易断的一种病。它有办法治。',
    clinical: '骨强度下降，骨折风险升高；按密度为 T 值 −2.5 或更低。',
  },
  kyphosis: {
    name: '驼背角度（后凸）',
    plain: '上背弯了多少。每个人都有一点。椎骨前面塌了，就更弯。',
    clinical: '立位 T4 上终板至 T12 下终板的 Cobb 角；正值为后凸。',
  },
  lordosis: {
    name: '腰弯角度（前凸）',
    plain: '下背凹进去多少。站着时，多数人都是凹的。',
    clinical: '立位 L1 上终板至 S1 上终板的 Cobb 角。',
  },
  cobb: {
    name: 'Cobb 角',
    plain: '从侧面看，两块椎骨之间的角。它说明中间那段弯了多少。',
    clinical: '上端椎的上终板与下端椎的下终板之间的角。',
  },
  'height-lost': {
    name: '变矮',
    plain: '站着时比骨折以前矮了多少。压扁的骨头和更弯的背加在一起。',
    clinical: '立位脊柱顶端相对同一人无骨折时的下降。对单个椎骨：占其完好高度的百分比。',
  },
  fracture: {
    name: '骨折',
    plain: '断了的骨头。脊柱的骨头多半是塌下去，很少折成两段。',
    clinical: '计法与临床试验相同：前、中或后缘高度丢失至少 20% 且 4 毫米。',
  },
  wedge: {
    name: '楔形',
    plain: '前面塌下去的椎骨。从侧面看像一块切开的蛋糕。',
    clinical: '前缘高度丢失最多。它加重后凸。',
  },
  biconcave: {
    name: '双凹形',
    plain: '上下都凹的椎骨。中间塌了，边还立着。',
    clinical: '中部高度丢失最多，来自一侧或两侧终板。',
  },
  crush: {
    name: '压扁',
    plain: '前后都塌下去的椎骨。',
    clinical: '后缘高度也丢失。',
  },
  genant: {
    name: 'Genant 分级',
    plain: '椎骨塌了多少。1 是轻，2 是中，3 是重。',
    clinical: '半定量：1 级约 20–25%，2 级约 25–40%，3 级超过 40%，指前、中或后缘高度丢失。',
  },
  ao: {
    name: 'AO 分型',
    plain: '给脊柱损伤分类的办法。A 型是压，B 型是撕，C 型是错开。',
    clinical:
      'AO Spine 胸腰段：A 压缩（A1 楔形，A2 劈裂，A3、A4 爆裂），B 张力带，C 移位。模型只产生压缩损伤。',
  },
  compression: {
    name: '压力',
    plain: '沿着脊柱把骨头压紧的力。大部分来自肌肉，不只是体重。',
    clinical: '作用于椎体的轴向力，单位 N，已扣除椎弓承担的份额；取动作中的最大值。',
  },
  strength: {
    name: '强度',
    plain: '骨头塌之前能承受多大的力。力压在前面时，能承受的就少。',
    clinical: '载荷偏心距处截面的最大力，单位 N，由其纤维的密度和外壳得出。',
  },
  'load-over-strength': {
    name: '受力与强度',
    plain: '骨头离折断有多近。0.5 时承受了能力的一半。到 1 就塌了。',
    clinical: '各节段峰值压缩力与载荷处强度之比。文献中称为风险因子（factor of risk）。',
  },
  newton: {
    name: '牛顿',
    plain: '力的单位。100 克的苹果约重 1 牛。60 公斤的人约重 590 牛。',
    clinical: '1 N = 1 kg·m/s²；1 lbf = 4.45 N。',
  },
  creep: {
    name: '蠕变',
    plain: '弱的骨头在每天的力下慢慢塌陷，不用摔，也不会响。',
    clinical: '在低于强度的持续或重复载荷下继续发生的变形。',
  },
  cement: {
    name: '骨水泥',
    plain: '医生用针注入断椎里的一种糊。它变硬，撑住骨头。它能减轻多少疼痛，各项试验说法不一。',
    clinical:
      'PMMA，椎体成形术。与假手术相比，2009 年两项试验未见止痛获益；2016 年一项针对新鲜骨折的试验有获益。它使该节段变硬；模型显示邻近节段随后承受多少。',
  },
  balloon: {
    name: '球囊',
    plain: '先用小球囊把塌下的骨头撑高，再用骨水泥填满它留下的空间。',
    clinical: '球囊后凸成形术。注入骨水泥前恢复部分高度和楔形角。',
  },
} satisfies Partial<GlossaryTexts>;
