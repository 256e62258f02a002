// SPDX-License-Identifier: Apache-2.0
// packs.h — every language pack, each defined in the file of its name. A new language is one file and one row of
// table.inc; docs/languages.md shows it.
#ifndef SIGNPOST_TEXT_LANGUAGES_PACKS_H_
#define SIGNPOST_TEXT_LANGUAGES_PACKS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "text/language_pack.h"

namespace signpost::text {

using enum RewriteAt;  // for the tables

#define SIGNPOST_PACK(constant, file) extern const LanguagePack constant;
#include "text/languages/table.inc"
#undef SIGNPOST_PACK

// Returns every pack once, the root pack first.
std::span<const LanguagePack* const> AllLanguagePacks();

// Counts the words of a list, which stand with one blank between.
constexpr std::size_t CountWords(std::string_view list) {
  return static_cast<std::size_t>(std::count(list.begin(), list.end(), ' ')) + 1;
}

// Returns the words of a list in byte order, so that the list itself may stand in groups that a reader understands.
template <std::size_t kCount>
constexpr std::array<std::string_view, kCount> SortedWords(std::string_view list) {
  std::array<std::string_view, kCount> words;
  for (std::string_view& word : words) {
    word = list.substr(0, list.find(' '));
    list.remove_prefix(std::min(word.size() + 1, list.size()));
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_LANGUAGES_PACKS_H_
