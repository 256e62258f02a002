// SPDX-License-Identifier: Apache-2.0
// parsed_query.h — what was asked, in one language: the words of the query in its order, as plain data.
//
// Threads:  plain value types.
// Not here: what the words may stand for in an index (plan.h).
#ifndef SIGNPOST_QUERY_PARSED_QUERY_H_
#define SIGNPOST_QUERY_PARSED_QUERY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/explain.h>

#include "query/match_options.h"
#include "text/analyzer.h"

namespace signpost::query {

// One thing to look for: a word, an identifier with its parts, one CJK character or a pair of them, a quoted phrase.
struct QueryWord {
  std::string text;  // as typed
  std::string term;  // normalised: the whole for an identifier
  text::TokenKind kind = text::TokenKind::kWord;
  std::uint32_t position = 0;      // of its first unit in the query
  std::uint16_t span = 1;          // units covered
  std::vector<std::string> parts;  // of an identifier or a phrase, in order; otherwise empty
  std::string joined;              // an identifier without separators; empty when there is none
  bool stop_word = false;
  bool optional = false;  // a hit need not hold it, whatever else the query asks
  bool quoted = false;    // a phrase: a hit must hold its parts side by side as they are
  bool last = false;      // ends the query, with no space behind it: perhaps half typed
};

// A run of query words, and what else may stand for it: its synonyms, or the same written as one word.
struct SynonymMatch {
  std::uint32_t begin = 0;  // positions [begin, end) of the query
  std::uint32_t end = 0;
  std::vector<std::vector<std::string>> replacements;  // each a sequence of terms
  AlternativeKind kind = AlternativeKind::kSynonym;
  double certainty = 1;  // that the run was meant, or that what replaces it means the same; a factor of the weight
  int edits = 0;         // that it counts as
};

struct ParsedQuery {
  std::vector<QueryWord> words;  // distinct terms, in the order of their first place
  std::uint32_t position_count = 0;
  text::TokenList tokens;                          // of the whole query, for synonyms and rules
  std::vector<SynonymMatch> synonyms;              // runs written as one word; rules::SynonymSet::Find adds the owner's
  std::vector<std::vector<std::string>> excluded;  // sequences of terms that no hit may hold
};

// Returns the words of `text`. Ill-formed UTF-8 is read as U+FFFD. Keeps the first limits::kMaxQueryWords distinct ones,
// and of what is excluded the first limits::kMaxExcluded.
ParsedQuery Parse(std::string_view text, const text::Analyzer& analyzer, const MatchOptions& options = {});

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_PARSED_QUERY_H_
