// SPDX-License-Identifier: Apache-2.0
// suggest.h — what somebody who types may mean to ask, while they type; and the questions that belong to a kind of mail.
//
// From:     titles and headings of the articles, and a list of popular queries that the caller gives (Index::SetPopularQueries).
// Finds:    every suggestion finds something for this audience in this language: a title or heading its article, a popular query a hit
//           (rules that hide or redirect aside). Nothing that the audience may not see changes an answer.
// Matches:  what was typed at the beginning of any word; words that stand apart; with typos, as Settings::typo_tolerance says, when
//           words as typed stand in no phrase.
// Order:    as typed before with typos; begun alike before in the middle before apart; popular queries (most asked first), then titles,
//           then headings (both by custom ranking, then object_id, then text).
// Holds:    plain data. Threads: plain value types.
// Cost:     tens of microseconds (docs/performance.md); whether a popular query finds something is asked once for each view.
// Example:
//   absl::StatusOr<signpost::SuggestResponse> typed = index.Suggest(signpost::Audience::Public(), {.query = "where is my or"});
//   absl::StatusOr<signpost::SuggestResponse> mail = index.Suggest(signpost::Audience::Public(), {.contexts = {"order-shipped"}});
#ifndef SIGNPOST_SUGGEST_H_
#define SIGNPOST_SUGGEST_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <signpost/filter.h>
#include <signpost/search.h>

namespace signpost::inline v0 {

// A query that is asked often. At most 100,000 in one index, each at most 200 bytes.
struct PopularQuery {
  std::string query;
  std::string lang;                    // BCP 47 tag; empty: Settings::language, else every language
  std::uint64_t count = 1;             // how often it was asked
  std::string object_id;               // of the article that it leads to; empty: none in particular
  std::vector<std::string> contexts;   // it is suggested in these alone; empty: in all
  std::vector<std::string> audiences;  // who may see it, as of a document; empty: everybody
  std::int64_t from = 0;               // Unix seconds from which it is suggested; 0: always was
  std::int64_t until = 0;              // Unix seconds from which it is no more; 0: for ever

  bool operator==(const PopularQuery&) const = default;
};

enum class SuggestionKind { kPopular, kTitle, kHeading };

struct SuggestRequest {
  // What was typed, UTF-8, at most 512 bytes. Empty: popular queries, then titles; with contexts those alone that belong to one.
  std::string query;
  std::string lang;  // as in SearchRequest
  int limit = 5;     // 1..100
  // Kinds of page or mail: "order-shipped". Popular queries that name one, and articles that have one among their `_tags`.
  std::vector<std::string> contexts;
  Filter filter;         // titles and headings are of articles that it lets through
  std::int64_t now = 0;  // Unix seconds, for PopularQuery::from and until and for rules; 0: the current time
  // Tags and escape of Suggestion::highlighted; the rest does nothing.
  HighlightOptions highlight;
};

struct Suggestion {
  std::string query;        // the whole suggestion, as it stands in the title, heading or list
  std::string highlighted;  // the same with tags around what was not typed
  std::string object_id;    // of the article that it comes from or leads to, if this audience sees it; else empty
  std::string lang;         // of that article, lower case
  SuggestionKind kind = SuggestionKind::kTitle;
  std::uint64_t count = 0;  // of a popular query

  bool operator==(const Suggestion&) const = default;
};

struct SuggestResponse {
  std::vector<Suggestion> suggestions;  // best first, no two alike but for case and accents
  std::int64_t processing_time_us = 0;  // wall-clock microseconds
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_SUGGEST_H_
