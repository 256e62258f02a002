// SPDX-License-Identifier: Apache-2.0
// settings.h — how an index analyses, matches and ranks its documents.
//
// Holds:    plain data, fixed when an index is created; a changed setting needs a new index.
// Threads:  plain value types.
// Example:  signpost::Settings settings{.language = "en", .custom_ranking = {{.attribute = "votes"}}};
#ifndef SIGNPOST_SETTINGS_H_
#define SIGNPOST_SETTINGS_H_

#include <string>
#include <vector>

namespace signpost::inline v0 {

// An attribute whose text is searched. "title", "headings" (of all sections), "body" (the text of all sections) and
// "keywords" are the parts of Document; any other name is an attribute that holds a string or an array of strings.
struct SearchableAttribute {
  std::string name;
  // Weight of one occurrence, relative to the others; > 0. Raise it to let matches here count more.
  double weight = 1;
  // b of BM25F (Robertson, Zaragoza, Taylor 2004), 0..1: how much a long text is held against a match in it.
  double length_normalization = 0.4;

  bool operator==(const SearchableAttribute&) const = default;
};

// Which hits a misspelled word may bring.
enum class TypoMode {
  kOff,     // none
  kOn,      // all; they stand below those that hold the word as typed
  kMin,     // only those with the fewest typos of all hits
  kStrict,  // only those with the fewest, or one more
};

// When a misspelled word still matches. An edit is an insertion, deletion, substitution or transposition of
// neighbours (restricted Damerau-Levenshtein over code points). Tokens with a digit, identifiers and quoted phrases never
// match with typos.
struct TypoTolerance {
  TypoMode mode = TypoMode::kOn;
  int min_word_size_for_1_typo = 4;                 // code points, >= 1: shorter words match exactly
  int min_word_size_for_2_typos = 8;                // code points, >= min_word_size_for_1_typo
  std::vector<std::string> disabled_on_words;       // words that match exactly or not at all; case and accents folded
  std::vector<std::string> disabled_on_attributes;  // searchable attributes in which words match exactly

  bool operator==(const TypoTolerance&) const = default;
};

// Which words of a query a document must hold, in some form, to be a hit. A word that no document holds is ignored, except
// under kNever, kLastWords and kFirstWords.
enum class RemoveWords {
  // A query of up to four words that say something wants them all; while that gives too few hits, the words that say
  // least are given up first, wherever they stand. Of a longer query a twentieth of what it says is enough.
  kByInformation,
  kNever,        // every word
  kLastWords,    // every word; while there are no hits, without the last, at most five
  kFirstWords,   // every word; while there are no hits, without the first, at most five
  kAllOptional,  // every word that some document holds; if there are no hits, any of them
};

// Which synonyms stand for a word as fully as the word itself: they rank no lower, and count as the word typed.
enum class ExactAlternative {
  kSingleWordSynonym,  // one word for one word
  kMultiWordsSynonym,  // several words for one, or for several
};

// What orders hits before everything else, first criterion first, instead of the score. Those equal in all are ordered by the
// score.
enum class RankingCriterion {
  kTypo,       // fewer edits
  kWords,      // more words of the query
  kProximity,  // words of the query closer together
  kAttribute,  // a searchable attribute that stands earlier
  kExact,      // more words as typed
  kCustom,     // custom_ranking
};

// An attribute by whose values hits are filtered and counted: strings, numbers, booleans, dates, or arrays of these.
// The name may be a path into objects (`product.brand`). `categories.lvl1` also reads a string `a > b > c` in `categories` to
// its second level: `a > b`. Also "title", "url", "lang" and "keywords" of the document.
struct FacetAttribute {
  std::string name;
  bool filter_only = false;     // filters only: never counted
  bool searchable = false;      // its values can be searched
  bool after_distinct = false;  // counted once for each group of hits

  bool operator==(const FacetAttribute&) const = default;
};

// How the values of a facet are ordered.
enum class FacetSort {
  kCount,  // most hits first; equal counts by text
  kAlpha,  // by text
};

// Which values of a facet stand first, and what becomes of the others.
struct FacetValueOrder {
  enum class Rest { kCount, kAlpha, kHidden };

  std::string attribute;
  std::vector<std::string> order;  // first of all, as far as hits have them
  Rest rest = Rest::kCount;
  std::vector<std::string> hide;  // never shown

  bool operator==(const FacetValueOrder&) const = default;
};

// How a page shows facets. Responses follow it, and hand it to the page.
struct FacetOrdering {
  std::vector<std::string> facets;  // attributes, first of all
  std::vector<FacetValueOrder> values;

  bool operator==(const FacetOrdering&) const = default;
};

// An attribute, a number or a date, that orders documents of equal relevance. Documents without it come last.
struct CustomRanking {
  std::string attribute;
  bool descending = true;  // highest first
  // What has aged counts for less: the value is halved for every half-life since this date; documents without the date come
  // last. Empty: it does not age. `{"votes", true, "updated", 180}`: 100 votes of a year ago are worth 25 of today.
  std::string age_attribute;
  double half_life_days = 0;  // with an age_attribute, 0.001 to 1e6

  bool operator==(const CustomRanking&) const = default;
};

// Languages in which somebody is shown an article that is not there in theirs.
struct LanguageFallbacks {
  std::string language;                // BCP 47 tag of the request; "*": any that has no entry of its own
  std::vector<std::string> fallbacks;  // nearest first; at most 16

  bool operator==(const LanguageFallbacks&) const = default;
};

struct Settings {
  // --- behaviour ---
  // Language of documents and queries that declare none. Empty: such documents use the root pack, such queries are
  // asked in the language of every document.
  std::string language;
  // For requests in a language, given or by `language`; at most 16 entries. An entry for pt serves pt-BR too when that has none.
  // Without an entry a language falls back to its shorter forms alone (pt-BR to pt).
  std::vector<LanguageFallbacks> language_fallbacks;
  // The score of a hit in a fallback is multiplied by it, once for each step away from the language asked for; above 0, at
  // most 1. At 1 the nearer language goes first only among equals.
  double fallback_factor = 0.8;
  // In order of display; at most 16, names unique.
  std::vector<SearchableAttribute> searchable_attributes = {
      {.name = "title", .weight = 5, .length_normalization = 0.75},
      {.name = "headings", .weight = 1, .length_normalization = 0.5},
      {.name = "body", .weight = 1, .length_normalization = 0.4},
      {.name = "keywords", .weight = 1, .length_normalization = 0.5}};
  TypoTolerance typo_tolerance;
  RemoveWords remove_words = RemoveWords::kByInformation;
  std::vector<std::string> optional_words;  // words that a hit need not hold, under every RemoveWords
  // "a phrase" in quotes must stand as it is, and what follows a minus at the start of a word must not stand at all
  // (the first 64 such words and phrases count).
  bool advanced_syntax = false;
  // Empty: documents with a synonym rank below those with the word. What is only guessed, and alternative corrections, always do.
  std::vector<ExactAlternative> alternatives_as_exact;
  // Hits with the same value of this attribute are one group: 0 shows all of them, 1 to 4 the best so many, side by side. A page
  // is then of hits_per_page groups. The value is the first text or else the smallest number; documents without are not grouped.
  std::string attribute_for_distinct;
  int distinct = 0;  // 0..4; nothing without attribute_for_distinct
  // Attributes (by the names of SearchRequest::attributes_to_retrieve) that are searched and never returned: not in documents,
  // highlights, snippets or sections, whatever a request asks for.
  std::vector<std::string> unretrievable_attributes;
  int pagination_limited_to = 1000;  // how many hits of a query can be reached by paging, 1..10,000
  // Empty: hits are ordered by the score, and then by custom_ranking.
  std::vector<RankingCriterion> ranking;
  // First entry first; at most 8. Ties that remain are broken by object_id, then lang.
  std::vector<CustomRanking> custom_ranking;
  // The three lists together, with custom_ranking: at most 64 attributes. Those of custom_ranking can be filtered by number
  // without being named here.
  std::vector<FacetAttribute> attributes_for_faceting;
  // Attributes, numbers or dates alone, by which hits can be filtered, or sorted and filtered.
  std::vector<std::string> numeric_attributes_for_filtering;
  std::vector<std::string> attributes_for_sorting;
  int max_values_per_facet = 100;  // 1..1,000
  FacetSort sort_facet_values_by = FacetSort::kCount;
  FacetOrdering facet_ordering;
  // A hit whose date in this attribute is so many days old or older says that it may be outdated. Empty: none does.
  std::string stale_attribute;
  double stale_after_days = 0;  // with a stale_attribute, above 0

  bool operator==(const Settings&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_SETTINGS_H_
