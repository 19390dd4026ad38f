import { testTranslated } from './translated.ts';

testTranslated(['explore', 'clinic']);
