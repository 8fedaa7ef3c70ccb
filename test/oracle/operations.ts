/** The result of an operation of formulas. */
export const applied = (operation: string, a: number, b: number): number | boolean => {
  switch (operation) {
    case "add":
      return a + b;
    case "subtract":
      return a - b;
    case "multiply":
      return a * b;
    case "divide":
      return a / b;
    case "pow":
      return a ** b;
    case "unaryMinus":
      return -a;
    case "smaller":
      return a < b;
    case "smallerEq":
      return a <= b;
    case "larger":
      return a > b;
    case "largerEq":
      return a >= b;
    case "equal":
      return a === b;
    case "unequal":
      return a !== b;
    case "and":
      return a !== 0 && b !== 0;
    case "or":
      return a !== 0 || b !== 0;
    case "not":
      return a === 0;
    case "exp":
      return Math.exp(a);
    case "log":
      return Math.log(a);
    case "log10":
      return Math.log10(a);
    case "sqrt":
      return Math.sqrt(a);
    case "abs":
      return Math.abs(a);
    case "floor":
      return Math.floor(a);
    case "ceil":
      return Math.ceil(a);
    case "round":
      return Math.round(a);
    case "min":
      return Math.min(a, b);
    case "max":
      return Math.max(a, b);
    default:
      throw new Error(`The oracle has no operation ${operation}.`);
  }
};
