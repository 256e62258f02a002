// SPDX-License-Identifier: Apache-2.0
// lexicon_builder.h — turns the terms of a segment, with their stems, into the bytes that Lexicon reads.
#ifndef SIGNPOST_LEXICON_LEXICON_BUILDER_H_
#define SIGNPOST_LEXICON_LEXICON_BUILDER_H_

#include <string>
#include <string_view>
#include <vector>

namespace signpost::lexicon {

struct TermAndStem {
  std::string_view term;
  std::string_view stem;
};

struct BuildOptions {
  bool endings = false;  // Lexicon::EndingWith works; 4 bytes a term
};

// Returns the bytes of a lexicon. REQUIRES: terms well-formed UTF-8, sorted in byte order, unique, not empty; at most
// 2^32 - 2 of them and of bytes. The same terms give the same bytes. docs/format.md describes them.
std::string BuildLexicon(const std::vector<TermAndStem>& terms, const BuildOptions& options = {});

}  // namespace signpost::lexicon

#endif  // SIGNPOST_LEXICON_LEXICON_BUILDER_H_
