// SPDX-License-Identifier: Apache-2.0
#include "text/compound.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/char_class.h"
#include "text/language_pack.h"

namespace signpost::text {
namespace {

bool HasCompounds(const LanguagePack& pack) { return !pack.linking_elements.empty(); }

std::size_t LetterCount(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return !IsUtf8Continuation(c); }));
}

bool IsLettersOnly(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    if ((CharTable::Get().Of(NextCodePoint(s, &i)) & kLetter) == 0) return false;
  }
  return true;
}

bool IsStopWord(const LanguagePack& pack, std::string_view term) {
  return std::binary_search(pack.stop_words.begin(), pack.stop_words.end(), term);
}

// True when `rest` may be a part beside `known`, which is a word. Stop words are prefixes there: Nach|frage.
bool MayBePart(const LanguagePack& pack, std::string_view known, std::string_view rest) {
  return LetterCount(known) >= kMinPartLetters && LetterCount(rest) >= kMinRestLetters && IsLettersOnly(rest) &&
         !IsStopWord(pack, rest);
}

std::vector<std::string_view> LongestFirst(std::vector<std::string_view> parts) {
  std::stable_sort(parts.begin(), parts.end(), [](auto a, auto b) { return a.size() > b.size(); });
  return parts;
}

}  // namespace

std::vector<std::string> LastPartForms(const LanguagePack& pack, std::string_view word) {
  if (!HasCompounds(pack) || LetterCount(word) < kMinPartLetters || !IsLettersOnly(word)) return {};
  std::vector<std::string> out = {std::string(word)};
  for (const std::string_view ending : pack.part_endings) out.push_back(StrCat(word, ending));
  return out;
}

std::vector<std::string_view> FirstParts(const LanguagePack& pack, std::string_view compound, std::string_view last) {
  std::vector<std::string_view> out;
  if (!compound.ends_with(last)) return out;
  const std::string_view before = compound.substr(0, compound.size() - last.size());
  for (const std::string_view link : pack.linking_elements) {
    if (!before.ends_with(link)) continue;
    const std::string_view first = before.substr(0, before.size() - link.size());
    if (MayBePart(pack, last, first)) out.push_back(first);
  }
  return LongestFirst(std::move(out));
}

std::vector<std::string_view> LastParts(const LanguagePack& pack, std::string_view compound, std::string_view first) {
  std::vector<std::string_view> out;
  if (!compound.starts_with(first)) return out;
  const std::string_view behind = compound.substr(first.size());
  for (const std::string_view link : pack.linking_elements) {
    if (!behind.starts_with(link)) continue;
    const std::string_view last = behind.substr(link.size());
    if (MayBePart(pack, first, last)) out.push_back(last);
  }
  return LongestFirst(std::move(out));
}

std::vector<CompoundSplit> CompoundSplits(const LanguagePack& pack, std::string_view compound) {
  std::vector<CompoundSplit> out;
  if (!HasCompounds(pack) || !IsLettersOnly(compound)) return out;
  for (std::size_t cut = 1; cut < compound.size(); ++cut) {
    if (IsUtf8Continuation(compound[cut])) continue;
    const std::string_view second = compound.substr(cut);
    if (LetterCount(second) < kMinPartLetters) break;
    for (const std::string_view first : FirstParts(pack, compound, second)) {
      if (LetterCount(first) >= kMinPartLetters && !IsStopWord(pack, second)) out.push_back({first, second});
    }
  }
  return out;
}

}  // namespace signpost::text
