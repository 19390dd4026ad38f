import type { GlossaryTexts } from './en.glossary.ts';

/** The glossary in French. */
export default {
  vertebra: {
    name: 'Vertèbre',
    plain:
      'Un os de la colonne. Il y en a 24 qui bougent. Cette page en charge 17 : T1 à T12 derrière la poitrine, L1 à L5 dans le bas du dos.',
    clinical: 'T1 à L5 sont modélisées comme des corps vertébraux avec un arc neural en arrière.',
  },
  body: {
    name: 'Corps de la vertèbre',
    plain: 'La partie épaisse, à l’avant. Il a la forme d’un tambour et porte presque tout le poids.',
  },
  'end-plate': {
    name: 'Plateau',
    plain: 'Le toit ou le sol mince d’une vertèbre. Un disque repose dessus.',
    clinical: 'Plateau osseux, un peu concave ; angles et hauteurs se mesurent à ses coins.',
  },
  disc: {
    name: 'Disque',
    plain: 'Le coussin souple entre deux os de la colonne. Il lui permet de plier et répartit la charge.',
    clinical:
      'Noyau sous pression dans un anneau. Avec l’usure la pression baisse, et debout plus de charge passe par l’arc neural.',
  },
  trabecular: {
    name: 'Os trabéculaire',
    plain:
      'Le fin maillage dans l’os, comme une éponge de poutres. Quand l’os se perd, les poutres s’amincissent, et certaines se coupent.',
    clinical:
      'Os spongieux. Sa résistance et sa raideur croissent plus vite que sa densité : une petite perte coûte beaucoup de résistance.',
  },
  shell: {
    name: 'Coque',
    plain: 'La peau mince et dure d’une vertèbre. Elle porte une part de la charge.',
    clinical:
      'Corticale de quelques dixièmes de millimètre. Sa part de charge croît quand le centre faiblit.',
  },
  density: {
    name: 'Densité de l’os',
    plain: 'Combien d’os il y a dans un os. Moins d’os, c’est un os plus faible.',
    clinical: 'Ici en T-score ; le modèle en tire une densité trabéculaire (QCT, mg/cm³) par une droite.',
  },
  't-score': {
    name: 'T-score',
    plain:
      'Il compare votre os à celui d’un adulte jeune et sain. 0, c’est pareil. Sous 0, il y a moins d’os. Un examen, la DXA, le mesure.',
    clinical:
      'Écarts-types par rapport à la moyenne de l’adulte jeune. OMS : normal à partir de −1, ostéopénie entre −1 et −2,5, ostéoporose à −2,5 ou moins.',
  },
  osteoporosis: {
    name: 'Ostéoporose',
    plain: 'Les os ont tant perdu qu’ils cassent trop vite. Il y a de l’aide pour cela.',
    clinical:
      'Résistance osseuse réduite qui augmente le risque de fracture ; en densité, T-score de −2,5 ou moins.',
  },
  kyphosis: {
    name: 'Dos rond (cyphose)',
    plain:
      'Combien le haut du dos est rond. Chez tous, il l’est un peu. Si un os cède à l’avant, il l’est plus.',
    clinical:
      'Angle de Cobb du plateau supérieur de T4 au plateau inférieur de T12, debout ; + est la cyphose.',
  },
  lordosis: {
    name: 'Dos creux (lordose)',
    plain: 'Combien le bas du dos est creux. Debout, il l’est chez presque tous.',
    clinical: 'Angle de Cobb du plateau supérieur de L1 à celui de S1, debout.',
  },
  cobb: {
    name: 'Angle de Cobb',
    plain: 'L’angle entre deux os de la colonne, vus de côté. Il dit combien la partie entre eux est pliée.',
    clinical:
      'Angle entre le plateau supérieur de la première vertèbre et le plateau inférieur de la dernière.',
  },
  'height-lost': {
    name: 'Taille perdue',
    plain:
      'De combien la personne debout est plus petite qu’avant la première fracture. Les os plats et le dos rond s’y ajoutent.',
    clinical:
      'Descente du haut de la colonne, debout, face à la même personne sans fracture. Pour une vertèbre : % de sa hauteur intacte.',
  },
  fracture: {
    name: 'Fracture',
    plain: 'Un os cassé. Dans la colonne, l’os cède et se tasse le plus souvent. Il casse net rarement.',
    clinical:
      'Comptée comme dans les essais : hauteur antérieure, médiane ou postérieure perdue d’au moins 20 % et 4 mm.',
  },
  wedge: {
    name: 'Coin',
    plain: 'Une vertèbre cassée, tassée à l’avant. De côté, on dirait une part de gâteau.',
    clinical: 'Fracture cunéiforme : la hauteur antérieure perd le plus. Elle ajoute à la cyphose.',
  },
  biconcave: {
    name: 'Biconcave',
    plain: 'Une vertèbre cassée, creuse en haut et en bas. Le milieu s’est tassé, le bord tient.',
    clinical: 'La hauteur médiane perd le plus, par un plateau ou les deux.',
  },
  crush: {
    name: 'Tassement complet',
    plain: 'Une vertèbre cassée, tassée partout, devant et derrière.',
    clinical: 'La hauteur postérieure est perdue aussi.',
  },
  genant: {
    name: 'Grade de Genant',
    plain: 'À quel point une vertèbre s’est tassée. 1 est léger. 2 est modéré. 3 est sévère.',
    clinical:
      'Semi-quantitatif : grade 1 environ 20–25 %, grade 2 environ 25–40 %, grade 3 plus de 40 % de hauteur antérieure, médiane ou postérieure perdue.',
  },
  ao: {
    name: 'Type AO',
    plain:
      'Une façon de classer ce qui arrive à la colonne. Le type A est écrasé, le B déchiré, le C a glissé.',
    clinical:
      'AO Spine thoraco-lombaire : A compression (A1 coin, A2 pince, A3 et A4 éclatement), B hauban postérieur, C translation. Le modèle ne produit que des compressions.',
  },
  compression: {
    name: 'Compression',
    plain: 'La force qui serre un os le long de la colonne. Les muscles en font le plus, pas le poids seul.',
    clinical:
      'Force axiale sur le corps vertébral, N, sans la part de l’arc neural ; la plus forte de l’acte.',
  },
  strength: {
    name: 'Résistance',
    plain: 'Combien de force un os porte avant de céder. Il porte moins si la charge est à l’avant.',
    clinical:
      'Force maximale de la section à l’excentricité de la charge, N, selon la densité de ses fibres et la corticale.',
  },
  'load-over-strength': {
    name: 'Charge et résistance',
    plain: 'À quel point un os est près de casser. À 0,5, il porte la moitié de ce qu’il peut. À 1, il cède.',
    clinical:
      'Compression maximale sur la résistance au point de charge, par niveau. Dans la littérature, « factor of risk ».',
  },
  newton: {
    name: 'Newton',
    plain:
      'L’unité de force. Une pomme de 100 grammes pèse à peu près 1 newton. Une personne de 60 kg pèse à peu près 590.',
    clinical: '1 N = 1 kg·m/s² ; 1 lbf = 4,45 N.',
  },
  creep: {
    name: 'Fluage',
    plain: 'Un os faible se tasse peu à peu sous les charges de chaque jour, sans chute ni craquement.',
    clinical: 'Déformation qui continue sous une charge constante ou répétée, inférieure à la résistance.',
  },
  cement: {
    name: 'Ciment',
    plain:
      'Une pâte que le médecin met dans la vertèbre cassée avec une aiguille. Elle durcit et tient l’os. Les essais ne sont pas d’accord sur la douleur.',
    clinical:
      'PMMA, vertébroplastie. Contre un simulacre, deux essais de 2009 n’ont pas trouvé de bénéfice sur la douleur ; un de 2016, sur des fractures récentes, si. Elle raidit le niveau ; le modèle montre ce que portent alors les voisins.',
  },
  balloon: {
    name: 'Ballonnet',
    plain: 'Un petit ballon relève d’abord l’os tassé. Puis le ciment remplit le vide qu’il laisse.',
    clinical: 'Cyphoplastie par ballonnet. Elle regagne un peu de hauteur et d’angle avant le ciment.',
  },
} satisfies Partial<GlossaryTexts>;
