import { OFTEN_TRIED, testHostileLinks } from './hostileLink.ts';

testHostileLinks(OFTEN_TRIED);
