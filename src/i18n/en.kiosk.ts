/** Texts of the kiosk: few words, read from two steps away, and those for the staff behind it. */
export const enKiosk = {
  'attract.title': 'How much can a spine bear?',
  'attract.line': 'Touch to find out',
  controls: 'Load the spine',
  'begin.fragile': 'These bones are fragile. Will they hold?',
  'begin.strong': 'These bones are strong. Will they hold?',
  why: 'About {load} pressed on it. It could bear {strength}.',
  'why.held': 'Only {mass} was in the hands. The muscles of the back and the body’s weight did the rest.',
  'invite.fragile': 'Make it fragile',
  'invite.strong': 'Make it strong',
  restart: 'Start over',
  'cement.more': 'Standing, the bone next to it, {level}, now bears {percent} % more.',
  'cement.less': 'Standing, the bone next to it, {level}, now bears {percent} % less.',
  'cement.same':
    'The bone next to it, {level}, bears as much as before. Standing needs {percent} % of its strength.',
  'warning.title': 'Still there?',
  'warning.text': 'This starts again in {seconds}.',
  'warning.go': 'Touch to go on',

  'staff.title': 'For the staff',
  'staff.since': 'Counted since {day}',
  'staff.nothing': 'Nothing has been counted yet.',
  'staff.what': 'What was done',
  'staff.often': 'How often',
  'staff.visits': 'Visits',
  'staff.fractures': 'Acts that broke a bone',
  'staff.private': 'These counts stay on this device. Nothing about a visitor is kept.',
  'staff.lost': 'This browser keeps no counts. They end when the page is closed.',
  'staff.clear': 'Set to zero',
  'staff.end': 'End the kiosk',

  'launch.title': 'Set up the kiosk',
  'launch.text': 'For a screen in a museum. Nothing on it leads out, and it starts again by itself.',
  'launch.lang': 'It starts in',
  'launch.idle': 'Starts again after',
  'launch.sound': 'Sound',
  'launch.on': 'on',
  'launch.off': 'off',
  'launch.theme': 'Look',
  'launch.dark': 'dark',
  'launch.light': 'light',
  'launch.start': 'Start',
  'launch.copy': 'Copy the address',
  'launch.copied': 'Copied',
  'launch.address': 'A device that opens this address starts right away.',
  'launch.out':
    'The way out is hidden. Hold the upper left corner for two seconds. Then tap the upper right corner twice, and the upper left one once.',
} as const;

export type KioskKey = keyof typeof enKiosk;
export type KioskTexts = Readonly<Record<KioskKey, string>>;
