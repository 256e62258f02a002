// SPDX-License-Identifier: Apache-2.0
// analyze_input.h — what bytes mean to the fuzzer of the text analysis: the first chooses the language, the rest are
// the text.
#ifndef SIGNPOST_TESTS_FUZZ_ANALYZE_INPUT_H_
#define SIGNPOST_TESTS_FUZZ_ANALYZE_INPUT_H_

#include <string>
#include <string_view>

#include "text/languages/packs.h"
#include "text/token_invariants.h"

namespace signpost::text {

// Returns what does not hold of the tokens of `bytes`, or "".
inline std::string BrokenAnalysis(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto packs = AllLanguagePacks();
  const LanguagePack& pack = *packs[static_cast<unsigned char>(bytes[0]) % packs.size()];
  const std::string_view text = bytes.substr(1);
  if (std::string broken = BrokenInvariant(pack, text); !broken.empty()) return StrCat(pack.tag, ": ", broken);
  const Analyzer analyzer(pack);
  const TokenList list = TokensOf(pack, text);
  for (const Token& token : list.tokens) {
    if (analyzer.Stem(list.Term(token)).empty()) return StrCat(pack.tag, ": no stem of ", Quoted(list.Term(token)));
  }
  return {};
}

}  // namespace signpost::text

#endif  // SIGNPOST_TESTS_FUZZ_ANALYZE_INPUT_H_
