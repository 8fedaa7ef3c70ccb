import { frozen } from "./frozen.js";
/**
 * Price indices by name. The Treasury's is by calendar year: a financial year takes three quarters of the index of the
 * year in which it begins and a quarter of the next. Greater Manchester's is by financial year. Only ratios matter.
 * `hm-treasury-2025` is for today's prices. `greater-manchester-2015` reproduces results of the unit cost database.
 * @example deflators["hm-treasury-2025"].index[2024] // => 100
 */
export const deflators = frozen({
  "hm-treasury-2025": {
    name: "hm-treasury-2025",
    // From a public copy: check the original before you rely on the last digits. 2024 = 100.
    source:
      "HM Treasury, GDP deflators at market prices, December 2025 (Quarterly National Accounts), calendar years, " +
      "as transcribed in a public copy",
    index: {
      1990: 42.7537,
      1991: 45.6203,
      1992: 47.1096,
      1993: 48.5208,
      1994: 49.4168,
      1995: 50.7097,
      1996: 52.8097,
      1997: 52.8303,
      1998: 53.5326,
      1999: 54.2793,
      2000: 54.8102,
      2001: 55.7479,
      2002: 56.911,
      2003: 58.266,
      2004: 59.8584,
      2005: 61.5718,
      2006: 63.4682,
      2007: 64.7322,
      2008: 66.89,
      2009: 68.217,
      2010: 69.1217,
      2011: 70.834,
      2012: 71.9294,
      2013: 73.4795,
      2014: 74.6524,
      2015: 75.1536,
      2016: 76.4554,
      2017: 77.6367,
      2018: 79.1606,
      2019: 81.1085,
      2020: 85.2137,
      2021: 85.6358,
      2022: 90.5005,
      2023: 96.2507,
      2024: 100,
    },
  },
  "greater-manchester-2015": {
    name: "greater-manchester-2015",
    // Chained from the yearly changes in per cent that the source prints. 1989/90 = 100. Years after the Budget are
    // forecasts.
    source:
      "GDP deflator of the March 2015 Budget, financial years, as used in the Greater Manchester Unit Cost Database " +
      "v1.4 (New Economy / GMCA 2015, CC BY 4.0)",
    index: {
      "1989/90": 100,
      "1990/91": 108.27,
      "1991/92": 114.623284,
      "1992/93": 117.542739,
      "1993/94": 120.424887,
      "1994/95": 121.849513,
      "1995/96": 125.400208,
      "1996/97": 130.709653,
      "1997/98": 133.037592,
      "1998/99": 135.148898,
      "1999/00": 136.558501,
      "2000/01": 139.693884,
      "2001/02": 141.811644,
      "2002/03": 145.544126,
      "2003/04": 148.507404,
      "2004/05": 153.189843,
      "2005/06": 157.469967,
      "2006/07": 161.738978,
      "2007/08": 166.47146,
      "2008/09": 170.649894,
      "2009/10": 175.061194,
      "2010/11": 179.906888,
      "2011/12": 183.127221,
      "2012/13": 186.082894,
      "2013/14": 190.033434,
      "2014/15": 193.264003,
      "2015/16": 195.969699,
      "2016/17": 198.321335,
      "2017/18": 201.494476,
      "2018/19": 205.72586,
      "2019/20": 211.074733,
    },
  },
} as const);

/** How prices are assumed to rise per year after the published index ends. */
export const assumedInflation = {
  rate: 0.02,
  source: "assumption: the Bank of England's inflation target of 2 % a year (HM Treasury remit for monetary policy)",
} as const;
