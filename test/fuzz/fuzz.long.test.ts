import { SELDOM_TRIED, testCases } from './cases.ts';

testCases(SELDOM_TRIED);
