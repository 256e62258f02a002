// SPDX-License-Identifier: Apache-2.0
// special_words.h — what makes a document special: the stem classes with the highest frequency in it times rarity in the corpus, as
// relevance feedback and "more like this" choose them (Robertson 1990).
//
// Not:      stop words, single CJK characters (pairs say more), parts of identifiers, words of no other document.
#ifndef SIGNPOST_CATALOG_SPECIAL_WORDS_H_
#define SIGNPOST_CATALOG_SPECIAL_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <signpost/settings.h>

#include "base/ids.h"
#include "segment/corpus.h"

namespace signpost::catalog {

struct SpecialWord {
  std::string stem;
  std::vector<std::string> terms;  // of the document
  double frequency = 0;            // pooled over fields and forms, saturated, 0..1
  double idf = 0;
};

// Returns at most `count`, most special first.
std::vector<SpecialWord> SpecialWords(const segment::Corpus& corpus, const Settings& settings, std::uint32_t segment,
                                      DocId doc, std::size_t count);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SPECIAL_WORDS_H_
