// SPDX-License-Identifier: Apache-2.0
#include "text/analyzer.h"

#include <algorithm>

#include "base/limits.h"
#include "base/strings.h"
#include "text/char_class.h"
#include "text/language_pack.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"

namespace signpost::text {
namespace {

// Returns `term` with the ending replaced that the pack names.
std::string Rewritten(const LanguagePack& pack, std::string_view term) {
  for (const LanguagePack::StemRewrite& row : pack.stem_rewrites) {
    if (term.size() >= row.ending.size() + 2 && term.ends_with(row.ending)) {
      return StrCat(term.substr(0, term.size() - row.ending.size()), row.replacement);
    }
  }
  return std::string(term);
}

// True for letters of scripts that are stemmed, and apostrophes.
bool IsStemmable(std::string_view term) {
  const CharTable& chars = CharTable::Get();
  for (std::size_t i = 0; i < term.size();) {
    const char32_t c = NextCodePoint(term, &i);
    const CharClass cls = chars.Of(c);
    if ((cls & kCjk) != 0 || ((cls & (kLetter | kJoinsLeft)) == 0 && c != U'\'')) return false;
  }
  return true;
}

}  // namespace

void Analyzer::Analyze(std::string_view text, TokenList* out) const { Tokenizer(*pack_, text, out).Run(); }

std::string Analyzer::Stem(std::string_view term) const {
  if (pack_->stemmer.empty() || term.size() > limits::kMaxTermBytes || !IsStemmable(term)) return std::string(term);
  std::string stem = SnowballStem(pack_->stemmer, Rewritten(*pack_, term));
  return stem.empty() ? std::string(term) : stem;
}

bool Analyzer::IsStopWord(std::string_view term) const {
  return std::binary_search(pack_->stop_words.begin(), pack_->stop_words.end(), term);
}

}  // namespace signpost::text
