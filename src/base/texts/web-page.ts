/** True if a text begins as a page of HTML, which a server may send in place of a file that it does not find. */
export const isWebPage = (text: string): boolean => /^\s*(?:<!doctype html|<html|<table)/i.test(text.slice(0, 200));
