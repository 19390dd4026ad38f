import { testTranslated } from './translated.ts';

testTranslated(['sheets', 'story', 'quiz', 'kiosk']);
