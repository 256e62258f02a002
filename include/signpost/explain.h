// SPDX-License-Identifier: Apache-2.0
// explain.h — why a search answered as it did: every step of the pipeline and every part of a score.
//
// Holds:    plain data, filled when SearchRequest::explain is set. Costs time and memory; not for every request.
// Threads:  plain value types.
// Example:  request.explain = true;
//           for (const auto& word : index.Search(Audience::Public(), request)->explanation->words) Show(word.text, word.alternatives);
#ifndef SIGNPOST_EXPLAIN_H_
#define SIGNPOST_EXPLAIN_H_

#include <cstddef>
#include <string>
#include <vector>

#include <signpost/export.h>

namespace signpost::inline v0 {

// How an indexed term came to stand for a word of the query, cheapest first.
enum class AlternativeKind {
  kExact,
  kIdentifier,  // an identifier written with other separators, or its parts side by side
  kStem,        // another form of the word
  kCompound,    // a compound that begins or ends with the word: Terrassenschrauben for Schraube
  kInner,       // a piece of a longer word: Bridge in SkipBridge, 114 in INS114
  kPrefix,      // begins with the last word of the query
  kJoined,      // words of the query written as one: wifi for wi fi
  kSplit,       // the word written as several: track order for trackorder
  kSynonym,
  kTypo,
  kTypoPrefix,      // begins with something one or two edits from the last word
  kGuessedSynonym,  // a synonym of what was probably meant by a mistyped or half-typed word
};

// Returns the lower-case name used in JSON: "exact", "identifier", "stem", "compound", "inner", "prefix", "joined", "split",
// "synonym", "typo", "typoPrefix", "guessedSynonym".
SIGNPOST_EXPORT const char* AlternativeKindName(AlternativeKind kind);

struct ExplainedAlternative {
  std::string text;  // the indexed term; several terms separated by spaces for a phrase
  AlternativeKind kind = AlternativeKind::kExact;
  int edits = 0;
  double weight = 1;               // its share of an exact match, (0, 1]
  std::size_t document_count = 0;  // documents that hold it, among those that this request may see
};

struct ExplainedWord {
  std::string text;        // as typed
  std::string lang;        // the language pack that analysed it
  double information = 0;  // inverse document frequency, natural logarithm
  double weight = 1;  // of its part of a score; less for characters and pairs of Chinese, which say a thing together
  bool stop_word = false;
  bool ignored = false;                            // no document holds it or anything near it
  std::vector<ExplainedAlternative> alternatives;  // best first; at most 20 are listed
};

// The score of one hit: (sum of word_scores + proximity) x title_factor x language_factor.
struct ExplainedWordScore {
  std::string word;     // of the query
  std::string matched;  // the alternative that counted most
  AlternativeKind kind = AlternativeKind::kExact;
  double score = 0;
};

struct HitExplanation {
  std::vector<ExplainedWordScore> word_scores;  // empty for SearchResponse::lone_prefix, whose score has no parts
  double proximity = 0;
  double title_factor = 1;         // 1 .. 1.8: how well title and query cover each other
  double language_factor = 1;      // below 1 for a translation in a fallback language
  double boost = 1;                // of optional filters
  double matched_information = 1;  // share of the query's information that the document holds, 0..1
  double score = 0;
  // What RankingCriterion compares; of a word that stands for several ways, the cheapest counts.
  std::size_t words = 0;        // of the query that the document holds
  std::size_t exact_words = 0;  // of these, as typed
  std::size_t typos = 0;        // edits
  std::size_t distance = 0;     // positions between neighbours of the query, summed; 8 for a pair further apart
  std::string attribute;        // the first searchable attribute that holds any; empty: none
};

struct Explanation {
  std::vector<ExplainedWord> words;
  std::vector<std::string> steps;  // one line for each step of the pipeline, in order
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_EXPLAIN_H_
