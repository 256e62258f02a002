// SPDX-License-Identifier: Apache-2.0
// value_match.h — whether the words that were typed begin words of a value.
//
// Threads:  one thread for each matcher.
// Cost:     an analysis of the value, and an edit distance for each pair of words when typos are allowed.
#ifndef SIGNPOST_FACET_VALUE_MATCH_H_
#define SIGNPOST_FACET_VALUE_MATCH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/settings.h>

#include "text/analyzer.h"

namespace signpost::facet {

// A word of a value that a typed word begins.
struct MatchedWord {
  std::uint32_t begin = 0;  // byte range of the value
  std::uint32_t end = 0;
  std::string typed;  // the term typed
  bool typo = false;
};

struct ValueMatch {
  int edits = 0;
  std::vector<MatchedWord> words;
};

class ValueMatcher {
 public:
  // `analyzer` must outlive the matcher.
  ValueMatcher(const text::Analyzer& analyzer, std::string_view query, const TypoTolerance& typos);

  // None unless every typed word begins a word of the value.
  std::optional<ValueMatch> Match(std::string_view value);

 private:
  struct Typed {
    std::string term;
    std::u32string letters;
    int edits = 0;  // allowed
  };

  const text::Analyzer& analyzer_;
  std::vector<Typed> typed_;
  text::TokenList tokens_;  // reused
};

}  // namespace signpost::facet

#endif  // SIGNPOST_FACET_VALUE_MATCH_H_
