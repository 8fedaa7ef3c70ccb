import { expect, test } from "vitest";
import { numberFormat } from "../../src/report/formats/number-format.js";

// The formats of ECMA-376, part 1, 18.8.31; `npm run test:workbook` asks LibreOffice what they show.
test.each([
  ["£12,300", "[$£-809]#,##0;-[$£-809]#,##0"],
  ["−£1.23m", "[$£-809]#,##0;-[$£-809]#,##0"],
  ["£0.25", "[$£-809]#,##0.00;-[$£-809]#,##0.00"],
  ["£0", "[$£-809]#,##0;[$£-809]#,##0"],
  ["33%", "#,##0%;-#,##0%"],
  ["−6.65%", "#,##0.00%;-#,##0.00%"],
  ["+12.5%", "+#,##0.0%"],
  ["<1%", '"<1%"'],
  ["2031", "0;-0"],
  ["1,234", "#,##0;-#,##0"],
  ["0.123", "#,##0.000;-#,##0.000"],
])("%s is shown by %s", (text, format) => {
  expect(numberFormat(text)).toBe(format);
});
