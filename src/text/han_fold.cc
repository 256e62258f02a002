// SPDX-License-Identifier: Apache-2.0
#include "text/han_fold.h"

#include <memory>

#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>

namespace signpost::text {
namespace {

constexpr int kMaxSteps = 8;  // against rules that lead back

}  // namespace

const HanFold& HanFold::Get() {
  static const HanFold fold;
  return fold;
}

HanFold::HanFold() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return;  // an ICU built without these rules: every character is itself
  icu::UnicodeSet sources;
  rules->getSourceSet(sources);
  for (icu::UnicodeSetIterator it(sources); it.next();) {
    if (it.isString() || it.getCodepoint() < static_cast<UChar32>(kFirst)) continue;
    const auto c = static_cast<char32_t>(it.getCodepoint());
    icu::UnicodeString text(it.getCodepoint());
    rules->transliterate(text);
    if (text.countChar32() != 1 || text.char32At(0) == it.getCodepoint()) continue;
    if (c - kFirst >= table_.size()) table_.resize(c - kFirst + 1);
    table_[c - kFirst] = static_cast<char32_t>(text.char32At(0));
  }
  // What a character folds to may itself be the traditional form of another (薴, 苧, 苎): fold all to the last.
  for (char32_t& to : table_) {
    for (int steps = 0; to != 0 && (*this)(to) != to && steps < kMaxSteps; ++steps) to = (*this)(to);
  }
}

}  // namespace signpost::text
