// SPDX-License-Identifier: Apache-2.0
// advanced_syntax.h — what quotes and a leading minus mean where a caller switched them on.
//
//   "free returns"     must stand as it is
//   -exchange          must not stand in a hit; only at the start of a word: wi-fi and --version are words
//   -"store credit"    neither may the phrase
// A quote that is not closed is an ordinary character, as half-typed queries have them.
#ifndef SIGNPOST_QUERY_ADVANCED_SYNTAX_H_
#define SIGNPOST_QUERY_ADVANCED_SYNTAX_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace signpost::query {

// Bytes [begin, end) of the query that are a phrase or excluded, without quotes and minus.
struct SyntaxRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool excluded = false;
};

// Returns the ranges of `text` in their order; they do not overlap.
std::vector<SyntaxRange> FindSyntax(std::string_view text);

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_ADVANCED_SYNTAX_H_
