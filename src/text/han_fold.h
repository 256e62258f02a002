// SPDX-License-Identifier: Apache-2.0
// han_fold.h — traditional Chinese characters to simplified ones, each by itself.
#ifndef SIGNPOST_TEXT_HAN_FOLD_H_
#define SIGNPOST_TEXT_HAN_FOLD_H_

#include <vector>

namespace signpost::text {

// ICU's Traditional-Simplified rules for single characters, as a table. Rules for words are left out: a character must
// fold alike wherever it stands, or a query would not match what a document says.
// Threads: built on first use, immutable then.
class HanFold {
 public:
  static const HanFold& Get();

  char32_t operator()(char32_t c) const {
    return c >= kFirst && c < kFirst + table_.size() && table_[c - kFirst] != 0 ? table_[c - kFirst] : c;
  }

 private:
  static constexpr char32_t kFirst = 0x2E80;
  HanFold();

  std::vector<char32_t> table_;  // by code point from kFirst; 0: itself
};

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_HAN_FOLD_H_
