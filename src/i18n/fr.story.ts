import type { StoryTexts } from './en.story.ts';

const frStory: StoryTexts = {
  title: 'Votre colonne, pas à pas',
  'who.sample': 'Une personne type',
  'who.own': 'Montré pour',
  'who.tScore': 'T-score {t}',
  'who.broken': 'déjà cassées : {levels}',
  'who.fill': 'Prendre mes données',
  'who.change': 'Changer',
  'who.apply': 'Prendre ces données',
  'who.back': 'Retour au récit',
  busy: 'Calcul en cours pour ces os …',
  failed: 'Ce pas n’a pas pu être calculé.',
  retry: 'Essayer encore',
  back: 'Retour',
  next: 'Suite',
  again: 'Depuis le début',
  pause: 'Pause',
  play: 'Lire',
  read: 'Lire à voix haute',
  'read.stop': 'Ne plus lire',
  steps: 'Les pas',
  step: 'Pas {n} sur {all}',
  'step.named': 'Pas {n} : {title}',
  sources: 'D’où cela vient',
  'sources.model': 'Cette page calcule les chiffres de ces os. On ne les a pas mesurés chez vous.',
  'sources.model.held': 'Est-ce proche des mesures ?',
  note: 'Un récit sur les os. Il ne prédit le risque de personne.',

  'healthy.title': 'Une colonne saine',
  'healthy.text':
    'La colonne est une pile de petits os, avec des disques mous entre eux. Elle se plie, et elle vous porte tout le jour.',
  'healthy.strong': 'Ici les os sont forts. Pour être debout, ils n’usent que {percent} % de leur force.',

  'loss.title': 'L’os se perd sans bruit',
  'loss.text': 'Avec l’âge, l’os devient mince au dedans. On ne le sent pas.',
  'loss.weaker': 'Les os de cette personne portent près de {percent} % de ce que portent des os forts.',
  'loss.beside': 'Vous voyez les deux côte à côte.',
  'loss.same': 'Les os de cette personne sont aussi forts que ceux d’un jeune adulte.',
  'loss.help': 'L’os mince est courant, et il se soigne.',

  'daily.title': 'Ce qu’un jour demande aux os',
  'daily.line': 'La ligne est tout ce que les os peuvent porter.',
  'daily.most': '{well} de ces {all} gestes de tous les jours restent bien en dessous.',
  'daily.few': 'Pour des os aussi minces, {over} gestes sur {all} en sont proches.',
  'daily.help': 'Vos soignants peuvent vous montrer des gestes plus doux.',
  'daily.move': 'Alors bougez encore. Vos os et vos muscles en ont besoin.',
  'daily.chart': 'Part de sa force que prend l’os le plus chargé',
  'daily.row': '{act} : {percent} %',
  'daily.well': 'Bien en dessous veut dire moins de {percent} %.',
  'daily.heavy': 'Les gestes lourds de la fin peuvent se faire en douceur.',

  'lift.title': 'Le même geste, de deux façons',
  'lift.text':
    'Ici on lève deux fois une caisse de {load} : avec le dos, puis avec les hanches et les genoux.',
  'bend.text': 'Ici on se penche deux fois : avec le dos, puis avec les hanches.',
  'lift.easier': 'Avec le dos, les os usent {back} % de leur force. Avec les hanches, ils en usent {hips} %.',
  'lift.same':
    'Les deux façons demandent presque autant : {back} % et {hips} %. Ne levez donc rien de lourd.',
  'lift.over': 'C’est trop pour ces os. Faites-vous aider.',
  'lift.tip': 'Gardez le dos long, et pliez aux hanches comme une porte.',

  'fracture.title': 'Quand un os cède',
  'fracture.known': 'Voici la colonne telle qu’elle est. {levels} a cassé avant.',
  'fracture.own':
    'Voici la colonne après un geste lourd : « {act} ». {levels} a cédé : le nom est sur l’image.',
  'fracture.weaker':
    'Les os de cette personne ont tenu dans tous nos gestes lourds. Ici l’os est donc moins fort, avec un T-score de {t}.',
  'fracture.calm':
    'L’avant de l’os est plus bas, comme un coin. Souvent, on ne sent même pas une telle casse.',
  'fracture.none': 'Les os ont tenu dans tous les gestes lourds, et de moins forts aussi.',
  'fracture.show': 'Me montrer comment',
  'fracture.hide': 'Retour à l’image fixe',
  'fracture.example': 'C’est un exemple. Il part de la même personne sans casse.',

  'after.title': 'Ce qui suit',
  'after.shorter': 'Debout, cette personne a maintenant {height} de moins.',
  'after.notShorter': 'Debout, cette personne est presque aussi grande qu’avant.',
  'after.rounder': 'Le haut du dos est plus rond de {degrees}.',
  'after.notRounder': 'Le haut du dos est presque aussi rond qu’avant.',
  'after.more': 'Debout, l’os d’à côté, {level}, porte {percent} % de plus qu’avant.',
  'after.same': 'Debout, les os d’à côté portent presque autant qu’avant.',
  'after.care': 'Après une casse, il est donc bon de se soigner. Une autre vient alors moins souvent.',

  'cement.title': 'Ce que fait le ciment, ou pas',
  'cement.does': 'Ici {ml} ml de ciment vont dans {level}. Il porte alors {percent} % de plus.',
  'cement.little': 'Ici {ml} ml de ciment vont dans {level}. Il porte alors presque autant qu’avant.',
  'cement.not': 'Il ne rend pas forts les autres os, et ici le dos ne redevient pas droit.',
  'cement.trials':
    'Calme-t-il le mal ? Les essais ne sont pas d’accord. Dans trois, il ne fit pas mieux qu’un faux soin.',
  'cement.one': 'Dans un seul, pour un mal très fort et récent, il fit mieux.',
  'cement.time':
    'Le mal passe souvent avec le temps. Dans une étude, 6 sur 10 avaient peu mal au bout d’un an.',

  'protect.title': 'Ce qui vous protège',
  'protect.move': 'Bouger sans risque',
  'protect.move.text': 'Pliez aux hanches, et bougez tous les jours.',
  'protect.falls': 'Éviter les chutes',
  'protect.falls.text': 'Un sol libre, une bonne lampe, et un bon équilibre.',
  'protect.train': 'Exercice',
  'protect.train.text': 'Exercez le dos et les jambes. Demandez ce qui est bon pour vous.',
  'protect.treat': 'Soins',
  'protect.treat.text': 'Dans les essais, les remèdes courants ôtent 40 à 70 % des nouvelles casses.',
  'protect.stop': 'N’en arrêtez aucun sans voir votre médecin.',
  'protect.end': 'Votre dos est fait pour bouger. Demandez par quoi commencer.',
};
export default frStory;
