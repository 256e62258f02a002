// SPDX-License-Identifier: Apache-2.0
#include "text/inner_parts.h"

#include <algorithm>
#include <utility>

namespace signpost::text {
namespace {

static_assert(limits::kMaxTermBytes <= UINT8_MAX);

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c | 0x20) : c; }
bool IsHexDigit(char c) { return IsDigit(c) || (Lower(c) >= 'a' && Lower(c) <= 'f'); }

// True when a capital at `i` begins a piece: it ends a run of small letters, or begins a word behind an acronym.
bool BeginsHump(std::string_view word, std::size_t i) {
  if (i == 0 || !IsUpper(word[i])) return false;
  if (IsLower(word[i - 1])) return true;
  return IsUpper(word[i - 1]) && i + 2 < word.size() && IsLower(word[i + 1]) && IsLower(word[i + 2]);
}

class Splitter {
 public:
  explicit Splitter(std::string_view word) : word_(word) {}

  // The pieces of [begin, end), which has letters alone: one when it is no CamelCase.
  void AddLetters(std::size_t begin, std::size_t end) {
    const std::string_view letters = word_.substr(begin, end - begin);
    const std::size_t before = parts_.count;
    std::size_t from = 0;
    bool sure = true;
    for (std::size_t i = 1; i <= letters.size(); ++i) {
      if (i < letters.size() && !BeginsHump(letters, i)) continue;
      sure = sure && i - from >= 2;
      Add(begin + from, begin + i);
      from = i;
    }
    if (sure) return;
    parts_.count = before;
    Add(begin, end);
  }

  void Add(std::size_t begin, std::size_t end) {
    if (parts_.count < parts_.ranges.size()) {
      parts_.ranges[parts_.count] = {static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end)};
    }
    ++parts_.count;
  }

  InnerParts Take() {
    const bool whole = parts_.count == 1 && parts_.ranges[0].begin == 0 && parts_.ranges[0].end == word_.size();
    if (whole || parts_.count > parts_.ranges.size()) parts_.count = 0;
    return parts_;
  }

 private:
  std::string_view word_;
  InnerParts parts_;
};

// Most words have no pieces: small letters or digits behind the first one, and nothing else.
bool IsPlain(std::string_view word) {
  const std::string_view rest = word.substr(1);
  return IsDigit(word[0]) ? std::all_of(rest.begin(), rest.end(), IsDigit)
                          : std::all_of(rest.begin(), rest.end(), IsLower);
}

}  // namespace

InnerParts FindInnerParts(std::string_view word) {
  if (word.size() < 2 || word.size() > limits::kMaxTermBytes || IsPlain(word)) return {};
  std::size_t changes = 0;
  std::size_t change = word.size();  // where letters become digits or digits letters
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!IsDigit(word[i]) && !IsUpper(word[i]) && !IsLower(word[i])) return {};
    if (i > 0 && IsDigit(word[i]) != IsDigit(word[i - 1])) {
      ++changes;
      change = i;
    }
  }
  Splitter splitter(word);
  const bool hex = word.size() > 3 && word[0] == '0' && Lower(word[1]) == 'x' &&
                   std::all_of(word.begin() + 2, word.end(), IsHexDigit);
  if (hex) {
    splitter.Add(2, word.size());
  } else if (changes <= 1) {
    for (const auto& [begin, end] : {std::pair<std::size_t, std::size_t>(0, change), {change, word.size()}}) {
      if (begin == end) continue;
      if (IsDigit(word[begin])) {
        splitter.Add(begin, end);
      } else {
        splitter.AddLetters(begin, end);
      }
    }
  }
  return splitter.Take();
}

bool IsInSmallLetters(std::string_view word, std::string_view term) {
  return std::equal(word.begin(), word.end(), term.begin(), term.end(), [](char a, char b) { return Lower(a) == b; });
}

std::string_view InnerPartOf(std::string_view word, std::string_view term) {
  if (!term.starts_with(kPieceMark)) return word;
  const InnerParts parts = FindInnerParts(word);
  for (std::size_t i = 0; i < parts.count; ++i) {
    const std::string_view part = word.substr(parts.ranges[i].begin, parts.ranges[i].end - parts.ranges[i].begin);
    if (IsInSmallLetters(part, term.substr(1))) return part;
  }
  return word;
}

}  // namespace signpost::text
