// SPDX-License-Identifier: Apache-2.0
// lexicon_format.h — the head of a lexicon's bytes; docs/format.md says what follows it.
#ifndef SIGNPOST_LEXICON_LEXICON_FORMAT_H_
#define SIGNPOST_LEXICON_LEXICON_FORMAT_H_

#include <array>
#include <cstdint>

#include "lexicon/middle_index.h"
#include "lexicon/trie.h"

namespace signpost::lexicon {

struct LexiconHeader {
  std::uint32_t term_count = 0;
  std::uint32_t term_bytes = 0;
  std::uint32_t class_count = 0;
  std::uint32_t stem_bytes = 0;
  std::uint32_t node_count = 0;
  std::uint32_t alphabet_size = 0;
  std::array<std::uint32_t, kMiddleCount> middle_counts{};
  std::uint32_t ending_count = 0;
  std::array<std::uint32_t, 3> unused{};  // zero
};
static_assert(sizeof(LexiconHeader) == 64);

// The nodes of the trie follow the header, so that none of them straddles two cache lines.
static_assert(sizeof(LexiconHeader) % sizeof(TrieNode) == 0);

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_LEXICON_FORMAT_H_
