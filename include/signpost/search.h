// SPDX-License-Identifier: Apache-2.0
// search.h — one question and its answer.
//
// Holds:    plain data. A response owns everything in it and stays valid when the index changes or is destroyed.
// Threads:  plain value types.
// Example:
//   signpost::SearchRequest request{.query = "wher is my ordr", .hits_per_page = 5};
//   absl::StatusOr<signpost::SearchResponse> response = index.Search(request);
//   if (response->redirect) Send(response->redirect->url);
//   for (const signpost::Hit& hit : response->hits) Show(hit.title.value, hit.snippet.value, hit.document.url);
#ifndef SIGNPOST_SEARCH_H_
#define SIGNPOST_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <signpost/document.h>
#include <signpost/explain.h>
#include <signpost/settings.h>
#include <signpost/value.h>

namespace signpost::inline v0 {

// What is done to text around the marks. kHtml replaces & < > " ' by references, so that a marked text can stand in a
// page; kNone leaves it as it is, for plain-text channels and for callers that escape themselves.
enum class Escape { kHtml, kNone };

struct HighlightOptions {
  bool enabled = true;             // false: titles, headings, snippets and sections of hits stay empty and cost nothing
  std::string pre_tag = "<em>";    // put before each match, as it is
  std::string post_tag = "</em>";  // put after each match, as it is
  Escape escape = Escape::kHtml;
  std::string ellipsis = "…";  // where a snippet begins or ends inside a text
  int snippet_words = 30;      // length of a snippet, 1..1,000; a CJK character counts half a word
};

struct SearchRequest {
  // --- what is asked ---
  std::string query;  // UTF-8, at most 64 KB; invalid bytes are read as U+FFFD. Empty: all documents
  std::string lang;   // BCP 47 tag; empty: Settings::language, else the language of each document
  std::vector<std::string>
      audiences;  // who asks. Documents for everybody are always seen; others when one of theirs is here
  std::vector<std::string> contexts;  // for rules that name one

  // --- how words match; absent: as Settings says ---
  std::optional<TypoMode> typo_tolerance;
  std::optional<RemoveWords> remove_words;
  std::optional<std::vector<std::string>> optional_words;
  std::optional<bool> advanced_syntax;

  // --- what comes back ---
  int page = 0;            // 0-based
  int hits_per_page = 20;  // 0..1,000; page * hits_per_page at most 10,000
  HighlightOptions highlight;
  bool retrieve_sections = false;  // copies Document::sections into each hit; titles, urls and attributes always come
  bool explain = false;            // fills the explanations
  // Wall-clock microseconds after which the search stops looking for more and answers with what it has; 0: never. The
  // work of a query is bounded without it.
  std::int64_t deadline_us = 0;
};

enum class MatchLevel { kNone, kPartial, kFull };

// A text in which what matched is marked. `value` is escaped as HighlightOptions::escape says, the tags are not.
struct HighlightedText {
  std::string value;
  MatchLevel match_level = MatchLevel::kNone;  // how many words of the query are in it: none, some, all
  std::vector<std::string> matched_words;      // words of the query, case and accents folded, in query order
  bool fully_highlighted = false;              // every word of the text is marked
};

struct HighlightedAttribute {
  std::string name;
  std::vector<HighlightedText> values;  // one for a string, one an element for an array
};

// A section of a hit in which the query matched.
struct SectionHit {
  std::string anchor;
  std::vector<std::string> headings;  // from the outermost heading to the section's own
  double score = 0;                   // comparable among the sections of one hit only
};

struct Hit {
  Document document;      // as it was given, without audiences; sections only when the request asks for them
  double score = 0;       // comparable within one response only
  HighlightedText title;  // of this and the next three: empty when HighlightOptions::enabled is off
  std::vector<HighlightedText> headings;  // of all sections, as in Document::sections; those without are left out
  HighlightedText snippet;           // of the best place in the body; the body's beginning when nothing matched there
  std::vector<SectionHit> sections;  // best first, at most 3; empty when nothing matched in body and headings
  bool promoted = false;             // placed here by a rule
  std::optional<HitExplanation> explanation;
};

struct Redirect {
  std::string url;
  std::string rule;  // object_id of the rule
};

// The query as its author probably meant it.
struct DidYouMean {
  std::string query;      // the request's query with words corrected
  double confidence = 0;  // 0..1: that a person would prefer it
};

struct SearchResponse {
  std::string query;                 // as it was searched
  std::optional<Redirect> redirect;  // when set, the query belongs elsewhere and there are no hits
  std::vector<Hit> hits;             // best first
  std::size_t hit_count = 0;         // over all pages
  // False for a long query with many hits: hit_count is an estimate from how many documents hold each word.
  bool exact_hit_count = true;
  int page = 0;
  int page_count = 0;
  int hits_per_page = 0;
  std::optional<DidYouMean> did_you_mean;  // when the words as typed answer poorly and a correction clearly better
  // The query is one or two letters: those hits come first that hold them as a word, then those whose title has a word that
  // begins so, then the others; each by custom ranking.
  bool lone_prefix = false;
  bool cut = false;                        // the deadline passed: hits and counts are of what was seen until then
  std::vector<std::string> ignored_words;  // words of the query that no document holds, nor anything near them
  std::vector<Value> user_data;            // of the rules that applied
  std::vector<std::string> applied_rules;  // their object_ids, in the order applied
  std::int64_t processing_time_us = 0;     // wall-clock microseconds
  std::optional<Explanation> explanation;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_SEARCH_H_
