import type { GlossaryTexts } from './en.glossary.ts';

/** The glossary in German. */
export default {
  vertebra: {
    name: 'Wirbel',
    plain:
      'Ein Knochen der Wirbelsäule. 24 davon bewegen sich. Diese Seite belastet 17: T1 bis T12 hinter der Brust, L1 bis L5 im Kreuz.',
    clinical: 'T1 bis L5 sind als Wirbelkörper mit Wirbelbogen dahinter modelliert (Th1–Th12, LWK 1–5).',
  },
  body: {
    name: 'Wirbelkörper',
    plain: 'Der dicke vordere Teil eines Wirbels. Er ist wie eine Trommel und trägt fast das ganze Gewicht.',
  },
  'end-plate': {
    name: 'Deckplatte',
    plain: 'Das dünne Dach oder der Boden eines Wirbels. Darauf liegt eine Bandscheibe.',
    clinical:
      'Knöcherne Deck- und Grundplatte, leicht hohl; an ihren Ecken werden Winkel und Höhen gemessen.',
  },
  disc: {
    name: 'Bandscheibe',
    plain: 'Das weiche Kissen zwischen zwei Wirbeln. Es lässt den Rücken sich beugen und verteilt die Last.',
    clinical:
      'Nucleus unter Druck in einem Anulus. Mit der Abnutzung fällt der Druck, und im Stehen geht mehr Last durch den Wirbelbogen.',
  },
  trabecular: {
    name: 'Knochenbälkchen',
    plain:
      'Das feine Netz im Knochen, wie ein Schwamm aus Balken. Geht Knochen verloren, werden die Balken dünn, und manche reißen.',
    clinical:
      'Spongiosa. Festigkeit und Steifigkeit steigen stärker als die Dichte: Ein kleiner Verlust kostet viel Festigkeit.',
  },
  shell: {
    name: 'Schale',
    plain: 'Die dünne, harte Haut um einen Wirbel. Sie trägt einen Teil der Last.',
    clinical: 'Kortikalis, einige Zehntel Millimeter dick. Ihr Anteil wächst, wenn der Kern schwächer wird.',
  },
  density: {
    name: 'Knochendichte',
    plain: 'Wie viel Knochen im Knochen ist. Weniger Knochen heißt: ein schwacher Knochen.',
    clinical:
      'Hier als T-Score; das Modell macht daraus über eine Gerade eine trabekuläre Dichte (QCT, mg/cm³).',
  },
  't-score': {
    name: 'T-Wert',
    plain:
      'Er stellt Ihren Knochen neben den eines jungen, gesunden Menschen. 0 ist gleich. Unter 0 ist es weniger Knochen. Ihn misst ein Gerät namens DXA.',
    clinical:
      'T-Score: Standardabweichungen vom Mittel junger Erwachsener. WHO: normal ab −1, Osteopenie zwischen −1 und −2,5, Osteoporose ab −2,5 abwärts.',
  },
  osteoporosis: {
    name: 'Osteoporose',
    plain: 'Die Knochen haben so viel verloren, dass sie zu leicht brechen. Es gibt Hilfe dagegen.',
    clinical:
      'Verminderte Knochenfestigkeit mit erhöhtem Frakturrisiko; nach Dichte ein T-Score von −2,5 oder weniger.',
  },
  kyphosis: {
    name: 'Runder Rücken (Kyphose)',
    plain:
      'Wie rund der obere Rücken ist. Ein wenig rund ist er bei allen. Bricht ein Wirbel vorn ein, wird er runder.',
    clinical: 'Cobb-Winkel von der Deckplatte T4 bis zur Grundplatte T12, im Stehen; + ist Kyphose.',
  },
  lordosis: {
    name: 'Hohles Kreuz (Lordose)',
    plain: 'Wie hohl der untere Rücken ist. Bei den meisten ist er im Stehen hohl.',
    clinical: 'Cobb-Winkel von der Deckplatte L1 bis zu der von S1, im Stehen.',
  },
  cobb: {
    name: 'Cobb-Winkel',
    plain:
      'Der Winkel zwischen zwei Wirbeln, von der Seite gesehen. Er sagt, wie krumm das Stück dazwischen ist.',
    clinical: 'Winkel zwischen der Deckplatte des obersten und der Grundplatte des untersten Wirbels.',
  },
  'height-lost': {
    name: 'Größe verloren',
    plain:
      'So viel kleiner steht der Mensch da als vor dem ersten Bruch. Flache Wirbel und ein runder Rücken machen das aus.',
    clinical:
      'Absinken des oberen Endes im Stehen, gegen denselben Menschen ohne Fraktur. Bei einem Wirbel: % seiner Höhe vor der Fraktur.',
  },
  fracture: {
    name: 'Bruch',
    plain: 'Ein Knochen ist gebrochen. Ein Wirbel gibt meist nach und sinkt ein. Selten bricht er durch.',
    clinical:
      'Fraktur, gezählt wie in den Studien: vordere, mittlere oder hintere Höhe um mindestens 20 % und 4 mm gemindert.',
  },
  wedge: {
    name: 'Keil',
    plain: 'Ein Wirbel, der vorn eingesunken ist. Von der Seite sieht er aus wie ein Stück Torte.',
    clinical: 'Keilwirbel: am meisten fehlt vorn. Verstärkt die Kyphose.',
  },
  biconcave: {
    name: 'Fischwirbel',
    plain: 'Ein Wirbel, der oben und unten hohl ist. Die Mitte ist gesunken, der Rand steht.',
    clinical: 'Bikonkav: am meisten fehlt in der Mitte, von einer oder beiden Platten her.',
  },
  crush: {
    name: 'Flachwirbel',
    plain: 'Ein Wirbel, der ganz eingesunken ist, vorn und hinten.',
    clinical: 'Plattwirbel: auch die Hinterkante ist gemindert.',
  },
  genant: {
    name: 'Grad nach Genant',
    plain: 'Wie weit ein Wirbel gesunken ist. 1 ist leicht. 2 ist mittel. 3 ist schwer.',
    clinical:
      'Semiquantitativ: Grad 1 etwa 20–25 %, Grad 2 etwa 25–40 %, Grad 3 über 40 % der vorderen, mittleren oder hinteren Höhe.',
  },
  ao: {
    name: 'AO-Typ',
    plain:
      'Eine Ordnung der Schäden am Rücken. Typ A ist gedrückt, Typ B ist gerissen, Typ C ist verrutscht.',
    clinical:
      'AO Spine thorakolumbal: A Kompression (A1 Keil, A2 Spalt, A3 und A4 Berstung), B Zuggurtung, C Translation. Das Modell macht nur Kompression.',
  },
  compression: {
    name: 'Druckkraft',
    plain:
      'Die Kraft, die einen Knochen zusammendrückt. Das meiste davon machen die Muskeln, nicht das Gewicht allein.',
    clinical:
      'Axiale Kraft auf den Wirbelkörper, N, ohne den Anteil des Wirbelbogens; die größte der Bewegung.',
  },
  strength: {
    name: 'Festigkeit',
    plain: 'Wie viel Kraft ein Knochen trägt, bis er nachgibt. Drückt es vorn, trägt er weniger.',
    clinical:
      'Höchste Kraft des Querschnitts bei der Exzentrizität der Last, N, aus der Dichte seiner Fasern und der Schale.',
  },
  'load-over-strength': {
    name: 'Last gegen Festigkeit',
    plain:
      'Wie nah ein Knochen am Bruch ist. Bei 0,5 trägt er halb so viel, wie er kann. Bei 1 gibt er nach.',
    clinical:
      'Spitzenkompression durch die Festigkeit am Ort der Last, je Höhe. In der Literatur „factor of risk“.',
  },
  newton: {
    name: 'Newton',
    plain:
      'Das Maß der Kraft. Ein Apfel von 100 Gramm wiegt etwa 1 Newton. Ein Mensch von 60 kg wiegt etwa 590.',
    clinical: '1 N = 1 kg·m/s²; 1 lbf = 4,45 N.',
  },
  creep: {
    name: 'Kriechen',
    plain: 'Ein schwacher Knochen sinkt im Alltag langsam ein, ohne Sturz und ohne Knack.',
    clinical: 'Verformung, die unter stetiger oder wiederholter Last unterhalb der Festigkeit weitergeht.',
  },
  cement: {
    name: 'Knochenzement',
    plain:
      'Eine Paste, die der Arzt durch eine Nadel in den Wirbel gibt. Sie wird hart und hält ihn. Wie gut sie gegen Schmerz hilft, ist unter Studien umstritten.',
    clinical:
      'PMMA, Vertebroplastie. Gegen Scheineingriff fanden zwei Studien von 2009 keinen Nutzen beim Schmerz; eine von 2016, bei frischen Frakturen, doch. Sie versteift die Höhe; das Modell zeigt, was die Nachbarn dann tragen.',
  },
  balloon: {
    name: 'Ballon',
    plain: 'Ein kleiner Ballon hebt erst den Wirbel an. Dann füllt Zement den Raum, den er lässt.',
    clinical: 'Ballonkyphoplastie. Sie gewinnt vor dem Zement etwas Höhe und Keilwinkel zurück.',
  },
} satisfies Partial<GlossaryTexts>;
