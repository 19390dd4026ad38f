import type { GlossaryTexts } from './en.glossary.ts';

/** The glossary in Spanish. */
export default {
  vertebra: {
    name: 'Vértebra',
    plain:
      'Un hueso de la columna. Hay 24 que se mueven. Esta página carga 17: de T1 a T12 detrás del pecho, de L1 a L5 en la zona lumbar.',
    clinical: 'De T1 a L5 se modelan como cuerpos vertebrales con un arco neural detrás.',
  },
  body: {
    name: 'Cuerpo de la vértebra',
    plain: 'La parte gruesa, delante. Tiene forma de tambor y lleva casi todo el peso.',
  },
  'end-plate': {
    name: 'Platillo',
    plain: 'El techo o el suelo fino de una vértebra. Sobre él descansa un disco.',
    clinical: 'Platillo óseo, algo cóncavo; de sus esquinas se miden los ángulos y las alturas.',
  },
  disc: {
    name: 'Disco',
    plain: 'El cojín blando entre dos huesos de la columna. Deja que se doble y reparte la carga.',
    clinical:
      'Núcleo a presión dentro de un anillo. Al desgastarse baja la presión y más carga pasa por el arco neural en bipedestación.',
  },
  trabecular: {
    name: 'Hueso trabecular',
    plain:
      'La malla fina dentro del hueso, como una esponja de vigas. Al perder hueso, las vigas se afinan y algunas se cortan.',
    clinical:
      'Hueso esponjoso. Su resistencia y su rigidez crecen más que en proporción a la densidad: una pérdida pequeña cuesta mucha resistencia.',
  },
  shell: {
    name: 'Cáscara',
    plain: 'La piel dura y fina de una vértebra. Lleva una parte de la carga.',
    clinical:
      'Cortical de unas décimas de milímetro. Su parte de la carga crece cuando el interior se debilita.',
  },
  density: {
    name: 'Densidad del hueso',
    plain: 'Cuánto hueso hay en un hueso. Menos hueso es un hueso más débil.',
    clinical: 'Aquí por T-score; el modelo lo pasa a densidad trabecular (QCT, mg/cm³) con una recta.',
  },
  't-score': {
    name: 'T-score',
    plain:
      'Compara su hueso con el de un adulto joven y sano. 0 es igual. Por debajo de 0 hay menos hueso. Lo mide una prueba que se llama DXA.',
    clinical:
      'Desviaciones típicas respecto a la media del adulto joven. OMS: normal desde −1, osteopenia entre −1 y −2,5, osteoporosis desde −2,5 hacia abajo.',
  },
  osteoporosis: {
    name: 'Osteoporosis',
    plain: 'Los huesos han perdido tanto que se rompen con poco. Hay ayuda para ello.',
    clinical:
      'Resistencia ósea reducida que eleva el riesgo de fractura; por densidad, un T-score de −2,5 o menor.',
  },
  kyphosis: {
    name: 'Espalda curva (cifosis)',
    plain:
      'Cuánto se curva la parte alta de la espalda. La de todos se curva un poco. Si un hueso cede delante, se curva más.',
    clinical:
      'Ángulo de Cobb del platillo superior de T4 al inferior de T12, en bipedestación; + es cifosis.',
  },
  lordosis: {
    name: 'Curva lumbar (lordosis)',
    plain: 'Cuánto se hunde la parte baja de la espalda. De pie, la de casi todos se hunde.',
    clinical: 'Ángulo de Cobb del platillo superior de L1 al de S1, en bipedestación.',
  },
  cobb: {
    name: 'Ángulo de Cobb',
    plain:
      'El ángulo entre dos huesos de la columna, vistos de lado. Dice cuánto se dobla la parte entre ellos.',
    clinical: 'Ángulo entre el platillo superior de la primera vértebra y el inferior de la última.',
  },
  'height-lost': {
    name: 'Altura perdida',
    plain:
      'Cuánto más baja es la persona de pie que antes de romperse un hueso. Suma los huesos aplastados y la espalda más curva.',
    clinical:
      'Descenso del extremo de la columna en bipedestación, frente a la misma persona sin fracturas. En una vértebra: % de su altura intacta.',
  },
  fracture: {
    name: 'Fractura',
    plain: 'Un hueso roto. En la columna, el hueso casi siempre cede y se hunde. Pocas veces se parte.',
    clinical:
      'Se cuenta como en los ensayos: altura anterior, media o posterior perdida de al menos el 20 % y 4 mm.',
  },
  wedge: {
    name: 'Cuña',
    plain: 'Una vértebra rota que se hundió por delante. De lado parece un trozo de tarta.',
    clinical: 'Se pierde más la altura anterior. Aumenta la cifosis.',
  },
  biconcave: {
    name: 'Bicóncava',
    plain: 'Una vértebra rota con los extremos hundidos. El centro bajó y el borde sigue en pie.',
    clinical: 'Se pierde más la altura media, por uno o los dos platillos.',
  },
  crush: {
    name: 'Aplastamiento',
    plain: 'Una vértebra rota que se hundió entera, delante y detrás.',
    clinical: 'También se pierde la altura posterior.',
  },
  genant: {
    name: 'Grado de Genant',
    plain: 'Cuánto se hundió una vértebra. 1 es leve. 2 es moderado. 3 es grave.',
    clinical:
      'Semicuantitativo: grado 1, un 20–25 %; grado 2, un 25–40 %; grado 3, más del 40 % de altura anterior, media o posterior perdida.',
  },
  ao: {
    name: 'Tipo AO',
    plain:
      'Una forma de ordenar las lesiones de la columna. El tipo A es por presión, el B por tirón y el C por deslizarse.',
    clinical:
      'AO Spine toracolumbar: A compresión (A1 cuña, A2 hendidura, A3 y A4 estallido), B banda de tensión, C traslación. El modelo solo produce lesiones por compresión.',
  },
  compression: {
    name: 'Compresión',
    plain:
      'La fuerza que aprieta un hueso a lo largo de la columna. Casi toda viene de los músculos, no solo del peso.',
    clinical: 'Fuerza axial en el cuerpo vertebral, N, sin la parte del arco neural; la mayor del acto.',
  },
  strength: {
    name: 'Resistencia',
    plain: 'Cuánta fuerza aguanta un hueso antes de ceder. Aguanta menos si la carga está delante.',
    clinical:
      'Fuerza máxima de la sección a la excentricidad de la carga, N, según la densidad de sus fibras y la cortical.',
  },
  'load-over-strength': {
    name: 'Carga frente a resistencia',
    plain: 'Cuánto se acerca un hueso a romperse. A 0,5 lleva la mitad de lo que puede. A 1 cede.',
    clinical:
      'Compresión máxima dividida por la resistencia en el punto de carga, por nivel. En la literatura, factor de riesgo.',
  },
  newton: {
    name: 'Newton',
    plain:
      'La unidad de fuerza. Una manzana de 100 gramos pesa cerca de 1 newton. Una persona de 60 kg, unos 590.',
    clinical: '1 N = 1 kg·m/s²; 1 lbf = 4,45 N.',
  },
  creep: {
    name: 'Fluencia',
    plain: 'Un hueso débil se hunde poco a poco con las cargas de cada día, sin caída ni golpe.',
    clinical: 'Deformación que sigue bajo una carga constante o repetida, menor que la resistencia.',
  },
  cement: {
    name: 'Cemento óseo',
    plain:
      'Una pasta que el médico pone en la vértebra rota con una aguja. Se endurece y sostiene el hueso. Los estudios no coinciden en cuánto quita el dolor.',
    clinical:
      'PMMA, vertebroplastia. Frente a un simulacro, dos ensayos de 2009 no hallaron beneficio en el dolor; uno de 2016, en fracturas recientes, sí. Rigidiza el nivel; el modelo muestra lo que llevan entonces los vecinos.',
  },
  balloon: {
    name: 'Globo',
    plain: 'Un globo pequeño levanta primero el hueso hundido. Luego el cemento llena el hueco que deja.',
    clinical: 'Cifoplastia con balón. Recupera parte de la altura y del ángulo de cuña antes del cemento.',
  },
} satisfies Partial<GlossaryTexts>;
