const errorValue = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA|###+)/i;

/** The error value of a spreadsheet at the start of a text, such as `#REF!`; undefined if there is none. */
export const errorValueIn = (text: string): string | undefined => errorValue.exec(text.trimStart())?.[0];
