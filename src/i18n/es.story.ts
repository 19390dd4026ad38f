import type { StoryTexts } from './en.story.ts';

const esStory: StoryTexts = {
  title: 'Su columna, paso a paso',
  'who.sample': 'Una persona de ejemplo',
  'who.own': 'Se muestra para',
  'who.tScore': 'puntuación T {t}',
  'who.broken': 'ya rotas: {levels}',
  'who.fill': 'Usar mis datos',
  'who.change': 'Cambiar',
  'who.apply': 'Usar estos datos',
  'who.back': 'Volver al relato',
  busy: 'Calculando para estos huesos …',
  failed: 'No se pudo calcular este paso.',
  retry: 'Probar de nuevo',
  back: 'Atrás',
  next: 'Siguiente',
  again: 'Desde el principio',
  pause: 'Pausa',
  play: 'Reproducir',
  read: 'Leer en voz alta',
  'read.stop': 'Dejar de leer',
  steps: 'Pasos',
  step: 'Paso {n} de {all}',
  'step.named': 'Paso {n}: {title}',
  sources: 'De dónde viene esto',
  'sources.model': 'Esta página calcula los datos de estos huesos. No se han medido en usted.',
  'sources.model.held': '¿Cuánto se parece a lo medido?',
  note: 'Un relato sobre huesos. No predice el riesgo de nadie.',

  'healthy.title': 'Una columna sana',
  'healthy.text':
    'La columna es una pila de huesos pequeños con discos blandos entre ellos. Se dobla, y le sostiene todo el día.',
  'healthy.strong': 'Aquí los huesos son fuertes. Para estar de pie usan solo el {percent} % de su fuerza.',

  'loss.title': 'El hueso se pierde en silencio',
  'loss.text': 'Con los años el hueso se hace fino por dentro. No se nota.',
  'loss.weaker': 'Los huesos de esta persona aguantan cerca del {percent} % de lo que aguantan unos fuertes.',
  'loss.beside': 'Los dos se ven uno junto al otro.',
  'loss.same': 'Los huesos de esta persona son tan fuertes como los de un adulto joven.',
  'loss.help': 'El hueso fino es común, y se puede tratar.',

  'daily.title': 'Lo que un día pide a los huesos',
  'daily.line': 'La línea es todo lo que los huesos aguantan.',
  'daily.most': '{well} de estos {all} actos de cada día quedan muy por debajo.',
  'daily.few': 'Con huesos tan finos, {over} de {all} actos de cada día se acercan a ella.',
  'daily.help': 'Su equipo puede mostrarle modos más suaves de hacerlos.',
  'daily.move': 'Así que siga en movimiento. Huesos y músculos lo piden.',
  'daily.chart': 'Parte de su fuerza que usa el hueso más cargado',
  'daily.row': '{act}: {percent} %',
  'daily.well': 'Muy por debajo quiere decir menos del {percent} %.',
  'daily.heavy': 'Los actos pesados del final se pueden hacer de un modo más suave.',

  'lift.title': 'Lo mismo, de dos modos',
  'lift.text': 'Aquí se levanta dos veces una caja de {load}: con la espalda, y con caderas y rodillas.',
  'bend.text': 'Aquí alguien se agacha dos veces: desde la espalda, y desde las caderas.',
  'lift.easier':
    'Con la espalda, los huesos usan el {back} % de su fuerza. Con las caderas usan el {hips} %.',
  'lift.same': 'Los dos modos piden casi lo mismo: {back} % y {hips} %. Así que levante solo cosas ligeras.',
  'lift.over': 'Es demasiado para estos huesos. Pida ayuda para hacerlo.',
  'lift.tip': 'Mantenga la espalda larga, y dóblese por las caderas como una puerta.',

  'fracture.title': 'Cuando un hueso cede',
  'fracture.known': 'Así está la columna ahora. Ya se rompió antes: {levels}.',
  'fracture.own':
    'Así queda después de un acto pesado: «{act}». Cedió {levels}: el nombre está en la imagen.',
  'fracture.weaker':
    'Los huesos de esta persona aguantaron todos los actos pesados que probamos. Por eso el hueso es aquí más débil, con una puntuación T de {t}.',
  'fracture.calm':
    'El frente del hueso es ahora más bajo, como una cuña. Muchas de estas roturas ni se notan.',
  'fracture.none': 'Los huesos aguantaron todos los actos pesados, y otros más débiles también.',
  'fracture.show': 'Quiero ver cómo pasa',
  'fracture.hide': 'Volver a la imagen fija',
  'fracture.example': 'Es un ejemplo. Parte de la misma persona sin ninguna rotura.',

  'after.title': 'Lo que viene después',
  'after.shorter': 'De pie, esta persona mide ahora {height} menos.',
  'after.notShorter': 'De pie, esta persona mide casi lo mismo que antes.',
  'after.rounder': 'La parte alta de la espalda es {degrees} más redonda.',
  'after.notRounder': 'La parte alta de la espalda es casi tan redonda como antes.',
  'after.more': 'De pie, el hueso de al lado, {level}, carga un {percent} % más que antes.',
  'after.same': 'De pie, los huesos de al lado cargan casi lo mismo que antes.',
  'after.care':
    'Así que una primera rotura es una buena razón para cuidarse. Con tratamiento es menos fácil que venga otra.',

  'cement.title': 'Lo que hace el cemento, y lo que no',
  'cement.does': 'Aquí {ml} ml de cemento llenan {level}. Así aguanta un {percent} % más.',
  'cement.little': 'Aquí {ml} ml de cemento llenan {level}. Así aguanta casi lo mismo que antes.',
  'cement.not': 'No hace fuertes los otros huesos, y aquí no pone recta la espalda.',
  'cement.trials':
    '¿Calma el dolor? Los ensayos no están de acuerdo. En tres no fue mejor que un tratamiento fingido.',
  'cement.one': 'En uno, con dolor muy fuerte y aún nuevo, fue mejor.',
  'cement.time':
    'El dolor suele ceder con el tiempo. En un estudio, 6 de cada 10 tenían poco dolor al cabo de un año.',

  'protect.title': 'Lo que le protege',
  'protect.move': 'Moverse con cuidado',
  'protect.move.text': 'Dóblese por las caderas, y muévase cada día.',
  'protect.falls': 'No caerse',
  'protect.falls.text': 'Deje libre el suelo, tenga buena luz y entrene el equilibrio.',
  'protect.train': 'Ejercicio',
  'protect.train.text': 'Entrene la espalda y las piernas. Pregunte qué es bueno para usted.',
  'protect.treat': 'Tratamiento',
  'protect.treat.text':
    'En los ensayos, las medicinas más usadas quitan del 40 al 70 % de las nuevas roturas de la columna.',
  'protect.stop': 'No deje ninguna sin preguntar a su médico.',
  'protect.end': 'Su columna está hecha para moverse. Pregunte a su equipo por dónde empezar.',
};
export default esStory;
