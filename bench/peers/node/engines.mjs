// SPDX-License-Identifier: Apache-2.0
// The engines of node: {packageName, settings, add(passage), search(text, {cut, misspelled}) -> ids of ten passages}.
// All keep their index in memory. None is given the texts to keep beside it.
const hits = 10;
const titleWeight = 3;

// Edits that a word may have, by its length: as many as the query sets have.
function edits(word) {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

// Hits with all words of the query; when they are too few, those with any.
async function allElseAny(search) {
  const ids = await search(true);
  return ids.length < hits ? search(false) : ids;
}

async function minisearch() {
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch({ fields: ["title", "body"] });
  return {
    packageName: "minisearch",
    settings:
      "all words else any, title boost 3; cut: prefix of the last word; typos: fuzzy, 1 edit from 4 letters, " +
      "2 from 8; no texts kept",
    add: (passage) => index.add(passage),
    search: (text, { cut, misspelled }) =>
      allElseAny((all) =>
        index
          .search(text, {
            combineWith: all ? "AND" : "OR",
            boost: { title: titleWeight },
            prefix: cut ? (term, i, terms) => i === terms.length - 1 : false,
            fuzzy: misspelled ? (term) => edits(term) : false,
          })
          .slice(0, hits)
          .map((hit) => hit.id),
      ),
  };
}

// Its tolerance is in the index, not in the search: beginnings of words are indexed. Encoders that fold letters that
// sound alike were tried: LatinExtra finds more misspelled words, and less of everything else.
async function flexsearch() {
  const { Document, Charset } = await import("flexsearch");
  const index = new Document({
    document: { id: "id", index: ["title", "body"] },
    tokenize: "forward",
    encoder: Charset.Normalize,
  });
  return {
    packageName: "flexsearch",
    settings: "Normalize, forward, suggest, title before body, for every kind of query; no texts kept",
    add: (passage) => index.add(passage),
    search: (text) => {
      const ids = new Set();
      for (const { result } of index.search(text, { index: ["title", "body"], limit: hits, suggest: true })) {
        for (const id of result) ids.add(id);
      }
      return [...ids].slice(0, hits);
    },
  };
}

async function orama() {
  const { create, insert, search } = await import("@orama/orama");
  const index = create({ schema: { title: "string", body: "string" }, language: "english" });
  return {
    packageName: "@orama/orama",
    settings:
      "all words else any (threshold 0, 1), title boost 3, beginnings of words always; typos: tolerance 1; texts kept",
    add: (passage) => insert(index, passage),
    search: (text, { misspelled }) =>
      allElseAny(async (all) => {
        const answer = await search(index, {
          term: text,
          threshold: all ? 0 : 1,
          boost: { title: titleWeight },
          tolerance: misspelled ? 1 : 0,
          limit: hits,
        });
        return answer.hits.map((hit) => hit.id);
      }),
  };
}

export const engines = { minisearch, flexsearch, orama };
