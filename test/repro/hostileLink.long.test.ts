import { SELDOM_TRIED, testHostileLinks } from './hostileLink.ts';

testHostileLinks(SELDOM_TRIED);
