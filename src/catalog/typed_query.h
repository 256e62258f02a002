// SPDX-License-Identifier: Apache-2.0
// typed_query.h — what was typed so far, as words to complete; and the words that misspelled ones may stand for.
//
// Threads:  plain value types and functions of their arguments.
#ifndef SIGNPOST_CATALOG_TYPED_QUERY_H_
#define SIGNPOST_CATALOG_TYPED_QUERY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/settings.h>

#include "segment/completion_table.h"
#include "segment/corpus.h"
#include "text/analyzer.h"

namespace signpost::catalog {

struct TypedQuery {
  std::vector<std::string> words;     // folded
  std::vector<std::uint8_t> whole;    // beside words: the word is typed to its end
  std::vector<std::uint8_t> weak;     // beside words: it says little
  int edits = 0;                      // that the words are away from what was typed

  std::string Key() const;  // as completion_table.h compares it
};

// Only the last word may be half typed, and is whole when a space follows it.
TypedQuery ReadTyped(std::string_view text, const text::Analyzer& analyzer);

// The tables in which phrases of one language stand.
using Tables = std::vector<const segment::CompletionTable*>;

// Returns the query with words in place of those that begin no word of any phrase: the nearest, then the commonest; at most
// limits::kMaxCompletionTypos. None when all words are known, or one cannot be mended.
std::vector<TypedQuery> Corrected(const TypedQuery& typed, const Tables& tables, const segment::Corpus& corpus,
                                  const TypoTolerance& typos);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_TYPED_QUERY_H_
