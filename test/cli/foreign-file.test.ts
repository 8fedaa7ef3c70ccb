import { expect, test } from "vitest";
import { foreignFile } from "../../src/cli/files/foreign-file.js";

// The first bytes of each format: PKWARE's APPNOTE 4.3.7, Microsoft's MS-CFB 2.2, ISO 32000-1 7.5.2, RFC 1952, RFC 2083.
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["PK\u0003\u0004\u0014\u0000[Content_Types].xml xl/workbook.xml", "an Excel workbook"],
  ["PK\u0003\u0004\u0014\u0000[Content_Types].xml word/document.xml", "a Word document"],
  ["PK\u0003\u0004\u0014\u0000mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"],
  ["PK\u0003\u0004\u0014\u0000plan.yaml", "a zip archive"],
  ["\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "an Excel or Word file of before 2007"],
  ["%PDF-1.7", "a PDF"],
  ["{\\rtf1", "a rich text document"],
  ["\u001F\u008B\u0008", "a compressed file"],
  ["\u0089PNG\r\n", "a picture"],
  ["\u00FF\u00FEc\u0000o\u0000", "text in UTF-16"],
  ["<!DOCTYPE html><html>", "a web page"],
  ["<html><table>", "a web page"],
])("%j is %s", (start, what) => {
  const found = foreignFile(bytes(start));
  expect(found?.what).toContain(`This is ${what}`);
  expect(found?.mend).toMatch(/\.$/);
});

test.each(["title: Grit\n", "code,what\n1,2\n", "\u00EF\u00BB\u00BFcode,what\n", ""])("%j is text", (start) =>
  expect(foreignFile(bytes(start))).toBeUndefined(),
);
