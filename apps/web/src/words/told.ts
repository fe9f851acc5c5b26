/**
 * What another language says for an English catalogue: the same sentences under the same names, each function with
 * what it is given. A sentence that is missing, misspelt in its name or fed with something else does not compile.
 */
export type Told<English> = English extends (...given: infer Given) => infer Said
  ? (...given: Given) => Told<Said>
  : English extends string
    ? string
    : { readonly [Name in keyof English]: Told<English[Name]> };

/**
 * The same, where a sentence may still be missing: it is then said in English. For the catalogues of the session
 * room, which grow; `catalogues.test.ts` lists what is missing.
 */
export type ToldSoFar<English> = English extends (...given: infer Given) => infer Said
  ? (...given: Given) => Told<Said>
  : English extends string
    ? string
    : English extends readonly unknown[]
      ? Told<English>
      : { readonly [Name in keyof English]?: ToldSoFar<English[Name]> };
