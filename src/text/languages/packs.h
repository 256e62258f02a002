// SPDX-License-Identifier: Apache-2.0
// packs.h — every language pack, each defined in the file of its name. A new language is one file and one line here,
// in language_pack.cc and in CMakeLists.txt.
#ifndef SIGNPOST_TEXT_LANGUAGES_PACKS_H_
#define SIGNPOST_TEXT_LANGUAGES_PACKS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "text/language_pack.h"

namespace signpost::text {

extern const LanguagePack kRootPack;
extern const LanguagePack kArabicPack;
extern const LanguagePack kChinesePack;
extern const LanguagePack kDanishPack;
extern const LanguagePack kDutchPack;
extern const LanguagePack kEnglishPack;
extern const LanguagePack kFinnishPack;
extern const LanguagePack kFrenchPack;
extern const LanguagePack kGermanPack;
extern const LanguagePack kItalianPack;
extern const LanguagePack kJapanesePack;
extern const LanguagePack kKoreanPack;
extern const LanguagePack kNorwegianPack;
extern const LanguagePack kPortuguesePack;
extern const LanguagePack kRussianPack;
extern const LanguagePack kSpanishPack;
extern const LanguagePack kSwedishPack;
extern const LanguagePack kTurkishPack;

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
